"""Files of the training organisation: how they are read, and where they contradict themselves."""

from collections.abc import Sequence
from datetime import date

import pytest
from sqlalchemy import select

from data_access import schema as s
from data_access.engine import reading_engine
from data_access.ingest.check import check
from data_access.ingest.references import known_references
from tests.data_access.builders import csv_file, loaded, rows_of, sentences

PROGRAMMES = ("Code", "Libellé", "Famille", "Objectif", "Niveau", "Spécialité NSF", "Durée du titre")
ENROLMENTS = ("Agence", "Formation", "Employeur", "Début", "Fin", "Issue")
EXAMS = ("Date du jury", "Agence", "Formation", "Employeur", "Résultat")
ATTENDANCE = (
    "Date",
    "Agence",
    "Formation",
    "Site",
    "Type de stagiaire",
    "Employeur",
    "Stagiaires",
    "Heures suivies",
)
TITLE = (
    "MSADS",
    "Titre MSADS",
    "Titres en apprentissage",
    "Certification inscrite au RNCP",
    "4",
    "332",
    "441",
)
COURSE = (
    "NUIT",
    "Médiation de nuit",
    "Formations courtes pour médiateurs",
    "Autre formation professionnelle",
)


@pytest.fixture
def furnished(small_world: str) -> str:
    """A store that knows a title and a course."""
    assert loaded(small_world, csv_file("formations", PROGRAMMES, [TITLE, (*COURSE, "", "", "")])).number
    return small_world


def enrolments(*rows: Sequence[str], period: str = "2023") -> str:
    return csv_file("inscriptions au CFA", ENROLMENTS, rows, period=period)


def exam(programme: str) -> str:
    row = ("04/03/2024", "RENNES", programme, "Optima", "Titre obtenu")
    return csv_file("examens", EXAMS, [row], period="2024-03")


def satisfaction(answers: str, satisfied: str) -> str:
    headers = ("Date", "Agence", "Formation", "Réponses", "Satisfaits")
    row = ("04/03/2024", "RENNES", "NUIT", answers, satisfied)
    return csv_file("satisfaction", headers, [row], period="2024-03")


def test_a_title_has_a_level_and_a_length_and_a_course_neither(furnished: str) -> None:
    read = {row["id"]: (row["level"], row["title_minutes"]) for row in _programmes(furnished)}
    assert read == {"MSADS": (4, 441 * 60), "NUIT": (None, None)}


def _programmes(store: str) -> list[dict[str, object]]:
    with reading_engine(store).connect() as connection:
        return [dict(row) for row in connection.execute(select(s.programme)).mappings()]


def test_an_enrolment_is_in_the_file_of_its_first_day_whenever_it_ends(furnished: str) -> None:
    title = ("RENNES", "MSADS", "Optima")
    kept = (*title, "02/10/2023", "28/06/2024", "Titre obtenu"), (*title, "03/10/2023", "", "En formation")
    assert sentences(furnished, enrolments(*kept)) == []
    (told,) = sentences(furnished, enrolments((*title, "02/01/2024", "", "En formation")))
    assert "02/01/2024" in told
    assert loaded(furnished, enrolments(*kept)).number
    spans = [(row["valid_from"], row["valid_to"], row["ended_on"]) for row in rows_of(furnished, s.enrolment)]
    assert spans == [
        (date(2023, 10, 2), date(2024, 6, 29), date(2024, 6, 28)),
        (date(2023, 10, 3), None, None),
    ]


def test_a_year_of_entry_sent_again_replaces_its_outcomes_and_no_other_year(furnished: str) -> None:
    title = ("RENNES", "MSADS", "Optima")
    before = enrolments((*title, "03/10/2022", "30/06/2023", "Titre obtenu"), period="2022")
    assert loaded(furnished, before).number
    assert loaded(furnished, enrolments((*title, "02/10/2023", "", "En formation"))).number
    assert loaded(furnished, enrolments((*title, "02/10/2023", "28/06/2024", "Titre non obtenu"))).number
    assert [row["outcome"] for row in rows_of(furnished, s.enrolment)] == ["passed", "failed"]


@pytest.mark.parametrize(("answers", "satisfied", "wrong"), [("9", "9", 0), ("9", "0", 0), ("9", "10", 1)])
def test_more_satisfied_than_answers_are_refused(
    furnished: str, answers: str, satisfied: str, wrong: int
) -> None:
    told = sentences(furnished, satisfaction(answers, satisfied))
    assert len(told) == wrong
    assert all("plus de satisfaits que de réponses" in sentence for sentence in told)


def test_hours_followed_are_kept_in_minutes_and_a_decimal_comma_is_read(furnished: str) -> None:
    row = ("05/03/2024", "RENNES", "NUIT", "", "Autres stagiaires", "Employeur public", "5", "17,5")
    assert loaded(furnished, csv_file("stagiaires", ATTENDANCE, [row], period="2024-03")).number
    (kept,) = rows_of(furnished, s.attendance)
    assert (kept["trainee_minutes"], kept["learners"], kept["site_id"]) == (17 * 60 + 30, 5, None)
    assert (kept["trainee"], kept["employer"]) == ("other", "public")


def test_an_unknown_type_of_trainee_is_refused(furnished: str) -> None:
    row = ("05/03/2024", "RENNES", "NUIT", "", "Autre", "Optima", "5", "35")
    (told,) = sentences(furnished, csv_file("stagiaires", ATTENDANCE, [row], period="2024-03"))
    assert "« Type de stagiaire »" in told


@pytest.mark.parametrize("outcome", ["Titre obtenu", "Titre non obtenu", "Interruption"])
def test_a_path_with_an_outcome_has_an_end(furnished: str, outcome: str) -> None:
    title = ("RENNES", "MSADS", "Optima", "02/10/2023")
    assert sentences(furnished, enrolments((*title, "28/06/2024", outcome))) == []
    assert sentences(furnished, enrolments((*title, "", outcome))) == [
        (
            f"Ligne 5, colonne « Fin » : vide — attendu : une date, pour l'issue « {outcome} »."
            " Corrigez la fin du parcours, ou l'issue."
        )
    ]


def test_a_path_that_lasts_has_no_end(furnished: str) -> None:
    row = ("RENNES", "MSADS", "Optima", "02/10/2023", "28/06/2024", "En formation")
    assert sentences(furnished, enrolments(row)) == [
        (
            "Ligne 5, colonne « Fin » : « 28/06/2024 » — attendu : aucune date,"
            " pour l'issue « En formation »."
            " Corrigez la fin du parcours, ou l'issue."
        )
    ]


def test_an_end_is_missed_even_in_a_file_without_its_column(furnished: str) -> None:
    headers = [header for header in ENROLMENTS if header != "Fin"]
    row = ("RENNES", "MSADS", "Optima", "02/10/2023", "Interruption")
    told = sentences(furnished, csv_file("inscriptions au CFA", headers, [row], period="2023"))
    assert told == [
        (
            "Ligne 5, colonne « Fin » : vide — attendu : une date, pour l'issue « Interruption »."
            " Corrigez la fin du parcours, ou l'issue."
        ),
        "Ligne 4, colonne « Fin » : Colonne absente : elle sera vide.",
    ]


def test_an_end_that_cannot_be_read_is_told_once(furnished: str) -> None:
    row = ("RENNES", "MSADS", "Optima", "02/10/2023", "31/06/2024", "Interruption")
    (told,) = sentences(furnished, enrolments(row))
    assert "une date comme 31/12/2024" in told


def test_only_a_title_in_apprenticeship_has_paths_and_exams(furnished: str) -> None:
    path = ("Optima", "02/10/2023", "", "En formation")
    wrong = (
        "Ligne 5, colonne « Formation » : « NUIT » — attendu : une formation de la famille « Titres en"
        " apprentissage ». Corrigez la formation, ou sa famille dans le fichier « formations »."
    )
    assert sentences(furnished, exam("MSADS")) == []
    assert sentences(furnished, exam("NUIT")) == [wrong]
    assert sentences(furnished, enrolments(("RENNES", "NUIT", *path))) == [wrong]


def test_the_family_of_a_programme_may_come_with_the_files_checked_together(furnished: str) -> None:
    """AMIS is new, MSADS becomes a course and NUIT, which is not in the file, stays one."""
    amis = ("AMIS", "Titre AMIS", *TITLE[2:])
    text = csv_file("formations", PROGRAMMES, [amis, ("MSADS", *COURSE[1:], "", "", "")])
    with reading_engine(furnished).connect() as connection:
        known = known_references(connection)
    accepted = check(text.encode(), known).accepted
    assert accepted is not None
    after = known.with_file(accepted.contract, accepted.values)
    errors = {code: check(exam(code).encode(), after).errors for code in ("AMIS", "MSADS", "NUIT")}
    assert errors == {"AMIS": 0, "MSADS": 1, "NUIT": 1}
    assert check(exam("AMIS").encode(), known).errors == 1
