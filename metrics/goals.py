"""Whether a target is reached: one rule for tiles and alerts.

A figure that is neither good nor bad is wanted all the same once somebody sets a target for it: it has to
reach it. Within its neutral band a figure is near its target, and misses nothing.
"""

from enum import StrEnum
from fractions import Fraction

from metrics.kinds import Polarity
from metrics.model import Metric
from metrics.result import Cell


class Reach(StrEnum):
    """How a figure stands to its target."""

    REACHED = "atteint"
    NEAR = "proche"
    MISSED = "manqué"


def reach(metric: Metric, cell: Cell) -> Reach | None:
    """How a figure stands to the target it is set against, or None when either is not known."""
    value, goal = cell.figure.value, cell.reference.value
    if value is None or goal is None:
        return None
    missing = value - goal if metric.polarity is Polarity.LESS else goal - value
    if missing <= 0:
        return Reach.REACHED
    band = metric.neutral if metric.unit.change_in_points else abs(goal) * metric.neutral / 100
    return Reach.NEAR if missing <= band else Reach.MISSED


def reached(cell: Cell) -> Fraction | None:
    """The share of the target that the figure makes; None of a target of 0, or when either is not known."""
    value, goal = cell.figure.value, cell.reference.value
    return value / goal if value is not None and goal else None
