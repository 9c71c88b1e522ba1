"""Training in the sample years: what was published, and registers that agree with one another."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from tests.sample_data.reading import Line, Sent, day, in_year, number

IN_2024 = in_year(2024)
FAMILIES = (
    "Formations courtes pour médiateurs",
    "Professionnels accueillant du public",
    "Ateliers du vivre ensemble",
)
MODULES, TITLES = "Modules des titres professionnels", "Titres en apprentissage"
APPRENTICES = "Apprentis"


@pytest.fixture(scope="module")
def families(sent: Sent) -> dict[str, str]:
    """The family of each programme."""
    return {line["Code"]: line["Famille"] for line in sent.lines("formations")}


def sums(lines: list[Line], families: dict[str, str], column: str) -> dict[str, Decimal]:
    """The sum of a column by family of programme."""
    found: dict[str, Decimal] = {}
    for line in lines:
        family = families[line["Formation"]]
        found[family] = found.get(family, Decimal(0)) + number(line[column])
    return found


# --- courses ------------------------------------------------------------------------------------------------


def test_hours_taught_in_2024_are_those_printed(sent: Sent, families: dict[str, str]) -> None:
    taught = sums(sent.lines("sessions de formation", Date=IN_2024), families, "Heures dispensées")
    assert [taught[family] for family in FAMILIES] == [18 * 14 + 7, 54 * Decimal("3.5") + 3, 79 * 2]
    assert MODULES not in taught  # followed in the classes of the apprentices


def test_learners_of_2024_are_those_printed(sent: Sent, families: dict[str, str]) -> None:
    others = sent.lines(
        "stagiaires", **{"Date": IN_2024, "Type de stagiaire": lambda cell: cell != APPRENTICES}
    )
    assert sums(others, families, "Stagiaires") == dict(
        zip((*FAMILIES, MODULES), (139, 325, 371, 49), strict=True)
    )


def test_hours_followed_in_2024_are_those_printed_whole_and_for_the_association(
    sent: Sent, families: dict[str, str]
) -> None:
    lines = sent.lines("stagiaires", Date=IN_2024)
    followed = sums(lines, families, "Heures suivies")
    assert followed == {
        FAMILIES[0]: 130 * 14 + 9 * 7,
        FAMILIES[1]: 320 * Decimal("3.5") + 5 * 3,
        FAMILIES[2]: 371 * 2,
        MODULES: 49 * 42,
        TITLES: 6_807 + 2_581,
    }
    assert sum(followed.values()) == 15_206
    assert sent.total("stagiaires", "Heures suivies", Date=IN_2024, Employeur="Optima") == 10_265


def test_the_bilan_of_2024_cuts_them_by_type(sent: Sent) -> None:
    lines = sent.lines("stagiaires", Date=IN_2024)
    hours: Counter[str] = Counter()
    learners: Counter[str] = Counter()
    for line in lines:
        hours[line["Type de stagiaire"]] += number(line["Heures suivies"])
        learners[line["Type de stagiaire"]] += int(line["Stagiaires"])
    private, other = "Salariés d'employeurs privés, hors apprentis", "Autres stagiaires"
    assert hours == {private: 3_850, APPRENTICES: 9_388, other: 1_968}
    assert (learners[private], learners[other]) == (49 + 100 + 21 + 40, 18 + 285 + 371)


def test_answers_of_2024_are_those_printed_and_never_more_than_learners(
    sent: Sent, families: dict[str, str]
) -> None:
    lines = sent.lines("satisfaction", Date=IN_2024)
    answers, satisfied = (sums(lines, families, column) for column in ("Réponses", "Satisfaits"))
    assert [(satisfied[family], answers[family]) for family in FAMILIES] == [
        (114, 128),
        (288, 300),
        (330, 340),
    ]
    assert answers[TITLES] < 20  # too few for a rate
    assert all(int(line["Satisfaits"]) <= int(line["Réponses"]) for line in lines)
    learners = sums(sent.lines("stagiaires", Date=IN_2024), families, "Stagiaires")
    assert all(answers[family] <= learners[family] for family in (*FAMILIES, MODULES))


def test_2023_is_a_smaller_year_of_the_same_kind(sent: Sent, families: dict[str, str]) -> None:
    for kind, column in (("sessions de formation", "Heures dispensées"), ("stagiaires", "Stagiaires")):
        before, after = (
            sums(sent.lines(kind, Date=in_year(year)), families, column) for year in (2023, 2024)
        )
        assert all(after[family] * Decimal("0.8") < before[family] < after[family] for family in FAMILIES)


def test_sessions_are_held_on_open_days_at_two_sites_and_in_five_prisons(sent: Sent) -> None:
    kinds = {line["Code"]: line["Nature"] for line in sent.lines("sites")}
    held = sent.lines("sessions de formation", Date=IN_2024)
    assert Counter(kinds[site] for site in {line["Site"] for line in held}).most_common() == [
        (kinds["CP-ORLEANS"], 5),
        (kinds["CFA-RENNES"], 2),
    ]
    courses = [line for line in held if line["Formation"] not in ("MSADS", "AMIS")]
    assert all(day(line["Date"]).isoweekday() <= 5 and day(line["Date"]).month != 8 for line in courses)


# --- the CFA ------------------------------------------------------------------------------------------------


def test_passed_by_year_and_title_are_those_printed(sent: Sent) -> None:
    passed = Counter(
        (line["Formation"], day(line["Date du jury"]).year)
        for line in sent.lines("examens", Résultat="Titre obtenu")
    )
    assert [passed["MSADS", year] for year in range(2019, 2025)] == [4, 3, 6, 7, 9, 11]
    assert [passed["AMIS", year] for year in range(2019, 2025)] == [2, 2, 3, 4, 5, 7]
    assert sum(passed.values()) == 40 + 23 == 63


def test_in_2024_twenty_three_sat_of_whom_five_of_the_association(sent: Sent) -> None:
    sat = sent.lines("examens", **{"Date du jury": IN_2024})
    assert Counter(line["Formation"] for line in sat) == {"MSADS": 14, "AMIS": 9}
    own = [line["Résultat"] for line in sat if line["Employeur"] == "Optima"]
    assert Counter(own) == {"Titre obtenu": 4, "Échec": 1}
    assert sum(line["Résultat"] == "Titre obtenu" for line in sat) == 4 + 14


def test_who_came_since_2018_graduated_stays_or_left(sent: Sent) -> None:
    came = sent.lines("inscriptions au CFA")
    assert len(came) == 63 + 21 + 5 + 1 + 22 == 112
    ends = Counter(line["Issue"] for line in came)
    assert (ends["Titre obtenu"], ends["En formation"]) == (63, 21)
    in_2024 = [line for line in came if not line["Fin"] or day(line["Fin"]) >= date(2024, 1, 1)]
    assert Counter(line["Issue"] for line in in_2024) == {
        "Titre obtenu": 18,
        "Titre non obtenu": 5,
        "Interruption": 1,
        "En formation": 21,
    }
    assert sum(line["Employeur"] == "Optima" for line in in_2024) == 26
    assert min(day(line["Fin"]) for line in came if line["Fin"]) >= date(2019, 1, 1)


def test_both_registers_tell_the_same_candidates(sent: Sent) -> None:
    reached = {
        "Titre obtenu": "Titre obtenu",
        "Titre partiel (CCP)": "Titre non obtenu",
        "Échec": "Titre non obtenu",
    }
    sat = Counter(
        (
            line["Formation"],
            line["Agence"],
            line["Employeur"],
            line["Date du jury"],
            reached[line["Résultat"]],
        )
        for line in sent.lines("examens")
    )
    ended = Counter(
        (line["Formation"], line["Agence"], line["Employeur"], line["Fin"], line["Issue"])
        for line in sent.lines("inscriptions au CFA")
        if line["Issue"] in reached.values()
    )
    assert sat == ended


def test_own_apprentices_in_training_are_the_mediators_on_roll_by_agency(sent: Sent) -> None:
    staying = sent.lines("inscriptions au CFA", Employeur="Optima", Issue="En formation")
    on_roll = [
        line
        for line in sent.lines("personnel", Contrat="Apprentissage", Métier="MED")
        if day(line["Fin de mois"]) == date(2024, 12, 31)
    ]
    assert Counter(line["Agence"] for line in staying) == Counter(line["Agence"] for line in on_roll)
    assert len(staying) == 21


def test_enough_employees_graduated_here_for_the_titles_that_mediators_hold(sent: Sent) -> None:
    own = sent.lines("examens", Employeur="Optima", Résultat="Titre obtenu")
    on_roll = sent.lines("personnel", Métier="MED")
    held = [
        line for line in on_roll if day(line["Fin de mois"]) == date(2024, 12, 31) and "CFA" in line["Titre"]
    ]
    assert 0 < len(held) <= len(own)


def test_apprentices_follow_hours_only_between_their_first_and_last_days(sent: Sent) -> None:
    for line in sent.lines("stagiaires", **{"Type de stagiaire": APPRENTICES}):
        assert any(_runs(each, line) for each in sent.lines("inscriptions au CFA"))


def _runs(enrolment: Line, followed: Line) -> bool:
    alike = all(enrolment[column] == followed[column] for column in ("Formation", "Agence", "Employeur"))
    month = day(followed["Date"])
    began = day(enrolment["Début"]).replace(day=1) <= month
    return alike and began and (not enrolment["Fin"] or day(enrolment["Fin"]) >= month)


def test_no_apprentice_follows_more_than_the_title_lasts(sent: Sent) -> None:
    lasts = {
        line["Code"]: number(line["Durée du titre"])
        for line in sent.lines("formations")
        if line["Durée du titre"]
    }
    assert lasts == {"MSADS": 441, "AMIS": 406}
    followed: Counter[str] = Counter()
    for line in sent.lines("stagiaires", **{"Type de stagiaire": APPRENTICES}):
        followed[line["Formation"]] += number(line["Heures suivies"])
    people = Counter(
        line["Formation"]
        for line in sent.lines("inscriptions au CFA")
        if not line["Fin"] or day(line["Fin"]) >= date(2023, 1, 1)
    )
    assert all(followed[title] < lasts[title] * people[title] for title in lasts)
