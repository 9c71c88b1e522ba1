"""Targets by hand: reached, near, missed, on the right side of each figure."""

from fractions import Fraction

import pytest

from metrics.catalogue.units import COUNT, PERCENT
from metrics.goals import Reach, reach, reached
from metrics.kinds import Polarity
from metrics.result import HIDDEN, MISSING, Cell
from metrics.unit import Unit
from tests.pages.answers import figure, metric


@pytest.mark.parametrize(
    ("unit", "polarity", "value", "goal", "expected"),
    [
        (COUNT, Polarity.MORE, "100", "100", Reach.REACHED),
        (COUNT, Polarity.MORE, "99.6", "100", Reach.NEAR),
        (COUNT, Polarity.MORE, "98", "100", Reach.NEAR),  # on the edge of 2 %
        (COUNT, Polarity.MORE, "97.9", "100", Reach.MISSED),
        (COUNT, Polarity.NONE, "92", "100", Reach.MISSED),  # a target is to be reached
        (COUNT, Polarity.LESS, "103", "100", Reach.MISSED),
        (COUNT, Polarity.LESS, "101", "100", Reach.NEAR),
        (COUNT, Polarity.LESS, "50", "100", Reach.REACHED),
        (COUNT, Polarity.LESS, "1", "0", Reach.MISSED),  # nothing late, and one is
        (COUNT, Polarity.MORE, "-103", "-100", Reach.MISSED),  # a deficit deeper than foreseen
        (PERCENT, Polarity.MORE, "58", "60", Reach.NEAR),  # two points
        (PERCENT, Polarity.MORE, "57.9", "60", Reach.MISSED),
    ],
)
def test_a_target_is_reached_near_or_missed(
    unit: Unit, polarity: Polarity, value: str, goal: str, expected: Reach
) -> None:
    cell = Cell(figure(Fraction(value)), figure(Fraction(goal)))
    assert reach(metric(unit, polarity), cell) is expected


@pytest.mark.parametrize("unknown", [MISSING, HIDDEN])
def test_what_is_not_known_stands_nowhere(unknown: object) -> None:
    assert reach(metric(), Cell(unknown, figure(10))) is None  # type: ignore[arg-type]
    assert reach(metric(), Cell(figure(10), unknown)) is None  # type: ignore[arg-type]


def test_the_share_of_a_target_is_that_of_a_known_one_above_nothing() -> None:
    assert reached(Cell(figure(90), figure(120))) == Fraction(3, 4)
    for value, goal in ((figure(90), figure(0)), (MISSING, figure(120)), (figure(90), HIDDEN)):
        assert reached(Cell(value, goal)) is None
