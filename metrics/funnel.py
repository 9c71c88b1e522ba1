"""Funnel limits: how far from its reference an agency may lie by chance alone, given how much it did.

The reference is the one that is shown beside it, the median of the other agencies: the gap that is judged is
the gap that is read. With that rate p and the exposure n of the agency, 95 % of the rates met by chance lie
within

* counts per exposure (interventions per hour): ``p ± 1.96 √(p / n)``, the variance of a Poisson count;
* proportions (successes among n cases): ``p ± 1.96 √(p (1 − p) / n)``, the variance of a binomial count.

Both take the variance at the rate of the reference, as Wilson's interval does. They want at least five
expected events (and five expected failures), or nothing is said. They hold for events that happen one by one:
people met, who come in groups, or euros vary more than that, and have no limits here.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import sqrt

from metrics.kinds import Aggregate
from metrics.model import Metric
from metrics.result import Cell

_Z = 1.96
_FEWEST = 5  # expected events


class Law(StrEnum):
    """How a rate varies by chance."""

    POISSON = "poisson"
    BINOMIAL = "binomial"


class Standing(StrEnum):
    """Where a figure lies from the one it is compared with."""

    WITHIN = "within"
    ABOVE = "above"
    BELOW = "below"
    UNKNOWN = "unknown"  # no limits: not a rate of events, or too few of them


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds between which a rate is not told apart from that of the reference."""

    low: float
    high: float

    def place(self, rate: float) -> Standing:
        """Where a rate lies; on a bound, it is within."""
        if rate < self.low:
            return Standing.BELOW
        return Standing.ABOVE if rate > self.high else Standing.WITHIN


def law(metric: Metric) -> Law | None:
    """How a figure varies by chance: only a count of records over something is known to."""
    if len(metric.measures) != 2 or metric.measures[0].aggregate is not Aggregate.COUNT:
        return None
    return Law.BINOMIAL if metric.unit.change_in_points else Law.POISSON


def limits(law: Law, rate: Fraction, exposure: Fraction) -> Limits | None:
    """The 95 % limits around a rate for an exposure, or None when too little is expected."""
    expected = rate * exposure
    rest = exposure - expected if law is Law.BINOMIAL else expected
    if min(expected, rest) < _FEWEST:
        return None
    spread = rate * (1 - rate) if law is Law.BINOMIAL else rate
    half = _Z * sqrt(spread / exposure)
    return Limits(float(rate) - half, float(rate) + half)


def standing(metric: Metric, cell: Cell) -> Standing:
    """Where an agency's figure lies from the reference it is shown with."""
    kind, middle, exposure = law(metric), cell.reference.value, cell.figure.denominator
    if kind is None or middle is None or cell.figure.value is None or not exposure:
        return Standing.UNKNOWN
    factor = metric.unit.factor
    bounds = limits(kind, middle / factor, exposure)
    return Standing.UNKNOWN if bounds is None else bounds.place(float(cell.figure.value / factor))
