"""How a figure stands to a target or to other agencies, in words: one word, and no movement."""

from fractions import Fraction

import pytest

from metrics.catalogue import metric
from metrics.present import words
from metrics.query import Against, Comparison
from metrics.result import Cell, Figure
from tests.metrics.present.test_words import SPACE, YEAR, cell


@pytest.mark.parametrize(
    ("current", "side", "reach"),
    [
        (110, "au-dessus", "atteint"),
        (101, "proche", "atteint"),  # one per cent over a target is no « proche » beside « atteint à 101 % »
        (99, "proche", "proche"),
        (90, "en dessous", "manqué"),
    ],
)
def test_against_a_target_or_a_median_nothing_rises_or_falls(current: int, side: str, reach: str) -> None:
    gap, target, median = (
        cell("revenue", current, 100),
        Comparison(Against.TARGET),
        Comparison(Against.MEDIAN),
    )
    assert words.trend(gap, metric("revenue"), median) == side
    assert words.trend(gap, metric("revenue"), target) == reach
    assert words.set_against(target, "objectif") == "écart par rapport à : objectif"
    assert words.set_against(median, "médiane") == "face à : médiane"
    assert words.set_against(YEAR, "année 2023") == "évolution par rapport à : année 2023"


def test_what_has_no_gap_says_the_median_alone_or_that_nothing_was_promised() -> None:
    size, none = Cell(Figure(Fraction(9)), Figure(Fraction(7))), Cell(Figure(Fraction(9)))
    interventions, target = metric("interventions"), Comparison(Against.TARGET)
    assert words.change(size, interventions) == "–"
    assert words.without_gap(size, interventions, Comparison(Against.MEDIAN), "médiane") == "Médiane : 7"
    assert words.median(size, interventions) == f"médiane{SPACE}7"
    assert words.without_gap(none, interventions, target, "objectif") == "Sans objectif"


def test_a_gap_that_rounds_to_nothing_is_not_told() -> None:
    share = metric("permanent_share")
    assert words.gap(cell("permanent_share", Fraction(6204, 100), 62), share) == ""
    assert words.gap(cell("permanent_share", 63, 62), share) == f"+1,0{SPACE}pt"
