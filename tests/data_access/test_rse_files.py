"""Files of the CSR workbook: where an action contradicts itself."""

import pytest

from tests.data_access.builders import csv_file, sentences

ACTIONS = (
    "Code",
    "Titre",
    "Axe",
    "Agence",
    "Responsable",
    "Statut",
    "Début",
    "Fin",
    "Échéance",
    "Réalisée le",
)


def actions(status: str, end: str, done: str) -> str:
    """A file of one action, begun on 15 January 2024."""
    start = ("A1", "Écrire la politique d'achats", "Environnement", "", "Mission RSE", status, "15/01/2024")
    return csv_file("actions RSE", ACTIONS, [(*start, end, "30/06/2024", done)])


@pytest.mark.parametrize(
    ("status", "end", "done"),
    [
        ("Prévue", "", ""),
        ("En cours", "", ""),
        ("Abandonnée", "28/06/2024", ""),
        ("Réalisée", "28/06/2024", "28/06/2024"),
        ("Réalisée", "28/06/2024", "15/01/2024"),
    ],
)
def test_an_action_that_says_one_thing_is_accepted(
    small_world: str, status: str, end: str, done: str
) -> None:
    assert sentences(small_world, actions(status, end, done)) == []


@pytest.mark.parametrize(("status", "end"), [("Prévue", ""), ("En cours", ""), ("Abandonnée", "28/06/2024")])
def test_an_action_that_is_not_done_has_no_done_date(small_world: str, status: str, end: str) -> None:
    assert sentences(small_world, actions(status, end, "28/06/2024")) == [
        (
            f"Ligne 4, colonne « Réalisée le » : « 28/06/2024 » — attendu : aucune date, pour une action"
            f" « {status} »."
            " Corrigez la date de réalisation, ou le statut."
        )
    ]


def test_an_action_that_is_done_has_a_done_date(small_world: str) -> None:
    assert sentences(small_world, actions("Réalisée", "28/06/2024", "")) == [
        (
            "Ligne 4, colonne « Réalisée le » : vide — attendu : une date, pour une action « Réalisée »."
            " Corrigez la date de réalisation, ou le statut."
        )
    ]


@pytest.mark.parametrize(("status", "done"), [("Réalisée", "28/06/2024"), ("Abandonnée", "")])
def test_an_action_that_is_over_has_an_end(small_world: str, status: str, done: str) -> None:
    assert sentences(small_world, actions(status, "", done)) == [
        (
            f"Ligne 4, colonne « Fin » : vide — attendu : une date, pour une action « {status} »."
            " Donnez le dernier jour de l'action, ou corrigez le statut."
        )
    ]


def test_an_action_is_not_done_before_it_begins(small_world: str) -> None:
    assert sentences(small_world, actions("Réalisée", "28/06/2024", "14/01/2024")) == [
        (
            "Ligne 4, colonne « Réalisée le » : « 14/01/2024 » — attendu : une date à partir du 15/01/2024."
            " La réalisation vient avant le début : corrigez l'une des deux."
        )
    ]
