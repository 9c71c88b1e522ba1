"""The constant perimeter: dispositifs whose markets run in the same months of two periods."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import Connection, select

from data_access import schema as s
from data_access.row_rights import as_association
from data_access.versions import known_at
from metrics.context import Context
from metrics.decompose import Ratio, whole
from metrics.figures import set_against
from metrics.model import Metric
from metrics.period import Period, add_months
from metrics.result import NOT_COMPUTABLE, Cell, Figure, State
from metrics.told import is_told, ratio_of

Span = tuple[date, date | None]


def steady_dispositifs(
    connection: Connection, known: Context, period: Period, reference: Period
) -> frozenset[str]:
    """The dispositifs with a market in the n-th month of one period exactly when they have one in the other.

    A market opened or closed in between, or for part of a period only, sets its dispositif apart; a
    season that comes back in the same months does not. Each contract year is read by its own months.
    """
    spans = _spans(connection, known.as_of)
    return frozenset(
        dispositif
        for dispositif, month in known.first_months.items()
        if _pattern(spans.get(dispositif, []), period.window(month))
        == _pattern(spans.get(dispositif, []), reference.window(month))
    )


def _spans(connection: Connection, as_of: int | None) -> dict[str, list[Span]]:
    """The months of every market: which are alike is told of the whole association, whoever asks."""
    t = s.market.c
    asked = select(t.dispositif_id, t.valid_from, t.valid_to).where(known_at(s.market, as_of))
    with as_association(connection):
        rows = connection.execute(asked).all()
    spans: dict[str, list[Span]] = {}
    for dispositif, start, stop in rows:
        spans.setdefault(dispositif, []).append((start, stop))
    return spans


def _pattern(spans: Iterable[Span], bounds: tuple[date, date]) -> list[bool]:
    """Whether a market runs at some time of each month of the bounds."""
    months, month = [], bounds[0].replace(day=1)
    while month < bounds[1]:
        following = add_months(month, 1)
        months.append(any(start < following and (stop is None or stop > month) for start, stop in spans))
        month = following
    return months


def without(metric: Metric, cell: Cell, apart: Sequence[Cell]) -> Cell | None:
    """A figure and its reference without some of their cells; None when these are not all known."""
    if not all(map(is_told, apart)):
        return None
    after = _less(metric, cell.figure, [each.figure for each in apart])
    before = _less(metric, cell.reference, [each.reference for each in apart])
    return set_against(metric, after, before)


def _less(metric: Metric, total: Figure, apart: Sequence[Figure]) -> Figure:
    gone, every = whole(map(ratio_of, apart)), ratio_of(total)
    left = Ratio(every.numerator - gone.numerator, every.denominator - gone.denominator)
    value = left.rate if metric.is_ratio else left.numerator
    if value is None:
        return NOT_COMPUTABLE
    return Figure(value * metric.unit.factor, State.PRESENT, left.numerator, left.denominator)
