"""The equality index as it must be read: each indicator with its points and their maximum, then the base.

An indicator that is not computable takes its maximum out of the base: an index on 85 points and one on 100
are not comparable. Everything is read in answers of the catalogue.
"""

from dataclasses import dataclass
from fractions import Fraction

from metrics.catalogue.equality import (
    EQUALITY_INDEX,
    PAY_GAP,
    PAY_GAP_POINTS,
    RAISE_GAP,
    RAISE_GAP_POINTS,
    RETURN_POINTS,
    RETURN_SHARE,
    TOP_TEN_FEWER,
    TOP_TEN_POINTS,
)
from metrics.egapro.scales import LABELS, MAXIMA, Regime
from metrics.model import Metric
from metrics.result import Cell, Result, Row, State

_INDICATORS = {  # of each, its points and what they are given for
    "ind1": (PAY_GAP_POINTS, PAY_GAP),
    "ind2_3": (RAISE_GAP_POINTS, RAISE_GAP),
    "ind4": (RETURN_POINTS, RETURN_SHARE),
    "ind5": (TOP_TEN_POINTS, TOP_TEN_FEWER),
}
READ: tuple[Metric, ...] = (EQUALITY_INDEX, *(metric for both in _INDICATORS.values() for metric in both))


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One of the four indicators: what it measures, its points, and out of how many."""

    label: str
    metric: Metric
    points: Cell
    measured: Metric
    result: Cell
    maximum: int

    @property
    def counts(self) -> bool:
        """Whether it is computable, and so part of the base."""
        return self.points.figure.state is State.PRESENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The index of a year: the points obtained, out of those that could be had."""

    score: Cell
    indicators: tuple[Indicator, ...]

    @property
    def is_declared(self) -> bool:
        """Whether payroll has declared it."""
        return self.score.figure.state is not State.MISSING

    @property
    def points(self) -> int:
        """The points obtained."""
        return int(sum((each.points.figure.value or Fraction(0) for each in self.indicators), Fraction(0)))

    @property
    def base(self) -> int:
        """The points that could be had: the maxima of the computable indicators."""
        return sum(each.maximum for each in self.indicators if each.counts)


def index(answer: Result, row: Row | None = None) -> Index:
    """The index of an answer to ``READ``, in one of its lines or in the only one."""
    maxima = MAXIMA[Regime.SMALL]
    return Index(
        score=answer.cell(EQUALITY_INDEX, row),
        indicators=tuple(
            Indicator(
                label=LABELS[name],
                metric=points,
                points=answer.cell(points, row),
                measured=measured,
                result=answer.cell(measured, row),
                maximum=maxima[name],
            )
            for name, (points, measured) in _INDICATORS.items()
        ),
    )
