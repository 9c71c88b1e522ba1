"""Every problem of a file at once: rows against the block, against each other and against the store."""

import pytest

from data_access.ingest.problems import SHOWN
from tests.data_access.builders import (
    INTERVENTIONS,
    STAFF,
    checked,
    csv_file,
    employee,
    interventions,
    sentences,
)

MARKETS = (
    "Code",
    "Dispositif",
    "Commanditaire",
    "Nature",
    "Fait suite à un marché",
    "Attribué le",
    "Début",
    "Fin",
    "Échéance",
    "Reconduit",
    "Montant annuel HT",
)


def market(code: str, start: str, end: str) -> tuple[str, ...]:
    return (code, "TRAM", "VILLE", "Convention", "non", "01/01/2023", start, end, "", "", "")


def test_every_problem_is_told_at_once(small_world: str) -> None:
    rows = [
        ("04/03/24", 25, "TRAMM", "OUEST", "BRUIT", "1,234.50"),
        ("04/04/2024", "", "TRAM", "", "CRI", -4),
    ]
    text = csv_file("interventions", INTERVENTIONS, rows, period="2024-03")
    assert sentences(small_world, text) == [
        (
            "Ligne 5, colonne « Date » : « 04/03/24 » — attendu : une date comme 31/12/2024, entre"
            " 2015 et 2040."
            " Écrivez le jour, le mois et l'année sur quatre chiffres."
        ),
        "Ligne 5, colonne « Heure » : « 25 » — attendu : un nombre entier entre 0 et 23.",
        (
            "Ligne 5, colonne « Dispositif » : « TRAMM » — attendu : un code du référentiel « dispositifs »."
            " Vouliez-vous dire « TRAM » (Médiation tramway) ?"
        ),
        (
            "Ligne 5, colonne « Secteur » : « OUEST » — attendu : un code du référentiel « secteurs »."
            " Vouliez-vous dire « EST » (Nantes Est) ?"
        ),
        (
            "Ligne 5, colonne « Personnes rencontrées » : « 1,234.50 » — attendu : un nombre entier"
            " entre 0 et"
            " 1000. N'écrivez ni point ni virgule entre les milliers."
        ),
        "Ligne 6, colonne « Heure » : vide — attendu : un nombre entier entre 0 et 23.",
        "Ligne 6, colonne « Type » : « CRI » — attendu : un code du référentiel « types d'intervention ».",
        "Ligne 6, colonne « Personnes rencontrées » : « -4 » — attendu : un nombre entier entre 0 et 1000.",
        (
            "Ligne 6, colonne « Date » : « 04/04/2024 » — attendu : une date de la période annoncée"
            " (mars 2024)."
            " Corrigez la date, ou la période du bloc."
        ),
    ]


def test_problems_are_all_counted_and_the_first_ones_listed(small_world: str) -> None:
    verdict = checked(small_world, interventions([("04/03/2024", "TRAM", -1)] * (SHOWN + 500)))
    assert verdict.errors == SHOWN + 500
    assert len(verdict.problems) == SHOWN


def test_a_row_of_another_dispositif_than_the_one_stated_is_refused(small_world: str) -> None:
    content = interventions(
        [("04/03/2024", "TRAM", 1), ("04/03/2024", "JOUR", 1)], period="2024-03", dispositif="TRAM"
    )
    assert sentences(small_world, content) == [
        (
            "Ligne 7, colonne « Dispositif » : « JOUR » — attendu : « TRAM », le dispositif"
            " annoncé. Corrigez le"
            " dispositif, ou celui du bloc."
        )
    ]


@pytest.mark.parametrize("stated", ["tous", "Tous", "TOUS"])
def test_all_dispositifs_can_be_said(small_world: str, stated: str) -> None:
    accepted = checked(small_world, interventions([("04/03/2024", "JOUR", 1)], dispositif=stated)).accepted
    assert accepted is not None
    assert accepted.extent.dispositif is None


def test_a_file_that_replaces_everything_states_no_period(small_world: str) -> None:
    text = csv_file("marchés", MARKETS, [market("M1", "01/01/2024", "")], period="2024")
    assert sentences(small_world, text) == [
        (
            "Ligne 2, colonne « Période » : « 2024 » — attendu : pas de période : ce fichier remplace tout le"
            " précédent."
        )
    ]


def test_a_month_of_all_agencies_is_not_that_of_one_dispositif(small_world: str) -> None:
    text = csv_file("personnel", STAFF, [employee("P1")], period="2024-03", dispositif="TRAM")
    assert sentences(small_world, text) == [
        (
            "Ligne 3, colonne « Dispositif » : « TRAM » — attendu : pas de dispositif : ce fichier"
            " les contient"
            " tous."
        )
    ]


def test_a_dispositif_of_another_agency_is_refused(small_world: str) -> None:
    rows = [
        employee("P1", agency="NANTES", dispositif="JOUR"),
        employee("P2", agency="RENNES", dispositif="JOUR"),
    ]
    assert sentences(small_world, csv_file("personnel", STAFF, rows, period="2024-03")) == [
        (
            "Ligne 5, colonne « Agence » : « NANTES » — attendu : « RENNES », l'agence du dispositif JOUR."
            " Le dispositif dépend d'une autre agence."
        )
    ]


def test_a_repeated_key_names_both_lines(small_world: str) -> None:
    rows = [employee("P1"), employee("P2"), employee("P1")]
    assert sentences(small_world, csv_file("personnel", STAFF, rows, period="2024-03")) == [
        (
            "Ligne 7, colonne « Matricule » : « P1 » — attendu : une seule ligne par « Fin de mois » et"
            " « Matricule ». Déjà donné ligne 5."
        )
    ]


def test_a_span_may_last_one_day_and_not_less(small_world: str) -> None:
    rows = [market("M1", "15/01/2024", "15/01/2024"), market("M2", "15/01/2024", "14/01/2024")]
    assert sentences(small_world, csv_file("marchés", MARKETS, rows)) == [
        (
            "Ligne 5, colonne « Fin » : « 14/01/2024 » — attendu : une date à partir du 15/01/2024."
            " La fin vient"
            " avant le début."
        )
    ]


def test_an_unknown_country_gets_the_nearest_one(small_world: str) -> None:
    text = csv_file("personnel", STAFF, [employee("P1", country="Cameroon")], period="2024-03")
    assert sentences(small_world, text) == [
        (
            "Ligne 5, colonne « Pays de naissance » : « Cameroon » — attendu : un pays, en français."
            " Vouliez-vous dire « Cameroun » ?"
        )
    ]


def test_a_reference_without_any_row_is_a_mistake(small_world: str) -> None:
    assert sentences(small_world, csv_file("marchés", MARKETS, [])) == ["Le tableau n'a aucune ligne."]


def test_hundreds_of_thousands_of_strange_words_do_not_hang(small_world: str) -> None:
    """Only the first ones are searched for a nearest word, and long ones never."""
    rows = [("04/03/2024", f"DISPOSITIF-{number}", 1) for number in range(20_000)]
    verdict = checked(small_world, interventions([*rows, ("04/03/2024", "x" * 100_000, 1)]))
    assert verdict.errors == 20_001


def test_a_file_of_thousands_of_columns_is_refused_and_not_squared_off(small_world: str) -> None:
    header = ";".join([*INTERVENTIONS, *("x" for _ in range(5000))])
    text = f"Fichier;interventions\nPériode;2024-03\n{header}\n" + "a\n" * 1000
    assert sentences(small_world, text) == ["Ligne 3 : Le tableau a plus de 200 colonnes."]
