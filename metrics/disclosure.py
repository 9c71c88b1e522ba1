"""Small cells: the single place where figures about people are made safe.

A count of people between 1 and k - 1 is hidden, and so is every ratio that rests on one, or count of
which the rest is one: two counts that are shown tell the third. When one member only of a breakdown is
hidden, its neighbour is hidden too, for the total would give it back.
A rate over too few keeps neither of its sums: one is a count of people that is hidden elsewhere.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from metrics.model import Dimension, Metric
from metrics.result import HIDDEN, NOT_COMPUTABLE, Figure, State


def protect(
    metric: Metric, column: Sequence[Figure], *, breakdown: bool, dimensions: Iterable[Dimension] = ()
) -> list[Figure]:
    """The same figures, in the same order, without those that would tell about too few people.

    ``breakdown``: the figures are the parts of a total that is asked for elsewhere. ``dimensions``:
    what breaks them down and filters them, whose own thresholds hold for every count of people.
    """
    if not metric.hidden_below:
        return [_without_sums(metric, figure) for figure in column]
    least = max([metric.hidden_below, *(dimension.hidden_below for dimension in dimensions)])
    hidden = {n for n, figure in enumerate(column) if _is_small(figure, least)}
    if breakdown and len(hidden) == 1:
        hidden |= _smallest_other(column, hidden)
    return [HIDDEN if n in hidden else _without_sums(metric, figure) for n, figure in enumerate(column)]


def _without_sums(metric: Metric, figure: Figure) -> Figure:
    """A rate over fewer people than its minimum loses its sums; one over nobody has none to tell."""
    too_few = metric.min_cohort and figure.state is State.NOT_COMPUTABLE and figure.denominator
    return NOT_COMPUTABLE if too_few else figure


def _is_small(figure: Figure, least: int) -> bool:
    """Whether it counts few people, or lets the complement of a ratio or of a part be that few."""
    if figure.numerator is None:
        return False
    if figure.base is not None:  # days lost by nobody counted this year are still someone's
        return figure.base < least and bool(figure.base or figure.numerator)
    counts = [figure.numerator]
    if figure.denominator is not None:
        counts += [figure.denominator, figure.denominator - figure.numerator]
    if figure.whole is not None:
        counts.append(figure.whole - figure.numerator)
    return any(0 < count < least for count in counts)


def _smallest_other(column: Sequence[Figure], hidden: set[int]) -> set[int]:
    """The cheapest second cell to hide: the smallest that is not zero."""
    others = [
        (figure.numerator, n)
        for n, figure in enumerate(column)
        if n not in hidden and figure.state is State.PRESENT and (figure.numerator or Fraction(0)) > 0
    ]
    return {min(others)[1]} if others else set()
