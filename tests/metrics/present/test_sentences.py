"""What happened to a figure, in words that a French reader would sign: never why, never too precisely."""

import re
from fractions import Fraction

import pytest

from metrics.catalogue.units import COUNT, EUROS, PEOPLE, PER_HOUR, PERCENT
from metrics.present.percent import FEWEST
from metrics.present.sentences import told
from metrics.query import Against
from metrics.result import HIDDEN, MISSING, NOT_COMPUTABLE, Cell, Figure
from metrics.unit import Unit
from tests.pages.answers import figure, metric, single

BECAUSE = re.compile(
    r"\b(gr[âa]ce|cause|explique|d[ûu] à|en raison|entra[îi]n|provo|permet|contribu|car|donc)"
)


def said(label: str, unit: Unit, cell: Cell, against: Against = Against.PREVIOUS_YEAR) -> str:
    each = metric(unit, label=label)
    label_of = "médiane des autres agences" if against is Against.MEDIAN else "année 2023"
    answer = single(each, cell, span="2024", versus=label_of, against=against)
    return told(answer, each).replace("\u00a0", " ").replace("\u202f", " ")


def moved(after: int | str, before: int | str, *, points: bool = False) -> Cell:
    """A figure, the one before and the change between them."""
    now, then = Fraction(after), Fraction(before)
    if points:
        return Cell(figure(now), figure(then), Figure(now - then))
    change = Figure((now - then) / abs(then) * 100, numerator=now - then) if then else NOT_COMPUTABLE
    return Cell(figure(now), figure(then), change)


@pytest.mark.parametrize(
    ("label", "unit", "cell", "sentence"),
    [
        (
            "Interventions",
            COUNT,
            moved(1031, 1000),
            "Le nombre d'interventions est en hausse de 31 (+3,1 %) : 1 031, contre 1 000 en 2023.",
        ),
        (
            "Produits",
            EUROS,
            moved(862_000, 629_000),
            "Les produits sont en hausse de 233 k€ (+37,0 %) : 862 k€, contre 629 k€ en 2023.",
        ),
        (
            "Produits",
            EUROS,
            moved(629_000, 862_000),
            "Les produits sont en baisse de 233 k€ (−27,0 %) : 629 k€, contre 862 k€ en 2023.",
        ),
        (
            "Produits",
            EUROS,
            moved(862_000, 860_000),
            "Les produits restent stables : 862 k€, contre 860 k€ en 2023 (+0,2 %).",
        ),
        (
            "Taux de présence",
            PERCENT,
            moved("94.1", "92", points=True),
            "Le taux de présence est en hausse de 2,1 points : 94,1 %, contre 92,0 % en 2023.",
        ),
        (
            "Salariés",
            PEOPLE,
            moved(129, 121),
            "Le nombre de salariés est en hausse de 8 pers. (+6,6 %) : 129 pers., contre 121 pers. en 2023.",
        ),
        ("Salariés", PEOPLE, moved(129, 129), "Le nombre de salariés reste à 129 pers., comme en 2023."),
        ("Nouveaux marchés", COUNT, moved(4, 2), "Le nombre de nouveaux marchés passe de 2 en 2023 à 4."),
        ("Nouveaux marchés", COUNT, moved(4, 0), "Le nombre de nouveaux marchés passe de 0 en 2023 à 4."),
        ("Résultat", EUROS, moved(-12_000, 34_000), "Le résultat passe de 34 k€ en 2023 à −12 k€."),
        ("Index égalité : points", COUNT, moved(38, 40), "Index égalité : points : 38, −2 (−5,0 %)."),
        (
            "Apprentis, en fin de mois",
            COUNT,
            moved(26, 20),
            "Le nombre d'apprentis, en fin de mois, est en hausse de 6 (+30,0 %) : 26, contre 20 en 2023.",
        ),
    ],
)
def test_a_change_is_told_in_one_sentence(label: str, unit: Unit, cell: Cell, sentence: str) -> None:
    assert said(label, unit, cell) == sentence
    assert not BECAUSE.search(sentence)


def test_a_part_of_the_change_is_told_after_it() -> None:
    each = metric(EUROS, label="Produits")
    cell = moved(862_000, 629_000)
    answer = single(each, cell, span="2024", versus="année 2023", against=Against.PREVIOUS_YEAR)
    assert "(+37,0\u00a0%), dont +3 k€ à Rennes\u00a0: 862" in told(answer, each, ", dont +3 k€ à Rennes")
    few, sites = moved(14, 11), metric(COUNT, label="Sites")
    answer = single(sites, few, span="2024", versus="année 2023", against=Against.PREVIOUS_YEAR)
    assert told(answer, sites, ", dont +2 à Rennes").endswith(
        "passe de 11 en 2023 à 14 (+3, dont +2 à Rennes)."  # « dont » is said of the change, not of the 14
    )


def test_figures_that_only_their_decimals_tell_apart_are_said_to_be_alike_once_rounded() -> None:
    assert said("Interventions par heure", PER_HOUR, moved("0.0875", "0.0909")) == (
        "Les interventions par heure sont en baisse de 3,7 % : 0,09 par heure, comme en 2023 à l'arrondi."
    )
    assert said("Taux de présence", PERCENT, moved("93.02", "93.01", points=True)) == (
        "Le taux de présence reste stable : 93,0 %, comme en 2023 à l'arrondi."
    )
    assert said("Taux de présence", PERCENT, moved("95.86", "95.84", points=True)) == (
        "Le taux de présence reste stable : 95,9 %, contre 95,8 % en 2023."  # and not « (0,0 pt) »
    )


def test_no_percentage_is_told_of_fewer_than_the_smallest_cohort() -> None:
    assert "%" not in said("Entrées", PEOPLE, moved(30, FEWEST - 1))
    assert "(+50,0 %)" in said("Entrées", PEOPLE, moved(30, FEWEST))


@pytest.mark.parametrize(
    ("reference", "change"), [(MISSING, MISSING), (HIDDEN, HIDDEN), (NOT_COMPUTABLE, NOT_COMPUTABLE)]
)
def test_a_change_that_is_not_known_is_not_told(reference: Figure, change: Figure) -> None:
    assert said("Salariés", PEOPLE, Cell(figure(129), reference, change)) == (
        "Le nombre de salariés s'établit à 129 pers."
    )


@pytest.mark.parametrize(("state", "mark"), [(MISSING, "n.d."), (HIDDEN, "s"), (NOT_COMPUTABLE, "n.c.")])
def test_a_figure_without_value_says_so_and_no_more(state: Figure, mark: str) -> None:
    assert said("Salariés", PEOPLE, Cell(state, figure(121), state)) == (
        f"Le nombre de salariés n'est pas disponible ({mark})."
    )
    assert said("Produits", EUROS, Cell(state)) == f"Les produits ne sont pas disponibles ({mark})."


def test_other_agencies_are_no_movement() -> None:
    assert said("Interventions", COUNT, moved(900, 1000), against=Against.MEDIAN) == (
        "Le nombre d'interventions est en dessous de la médiane des autres agences : 900, "
        "contre 1 000 (−10,0 %)."
    )


def test_amounts_too_near_for_their_unit_are_told_to_the_last_one() -> None:
    assert said("Subventions", EUROS, moved(1_040, 1_000)) == (
        "Les subventions sont en hausse de 40 € (+4,0 %) : 1 040 €, contre 1 000 € en 2023."
    )
    assert said("Subventions", EUROS, moved(5_400, 5_600)).startswith(
        "Les subventions sont en baisse de 200 € ("
    )
