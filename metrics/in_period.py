"""Which rows of a fact lie in the periods of a question, as conditions on the fact joined to them."""

from typing import Any

from sqlalchemy import (
    CTE,
    Column,
    ColumnElement,
    FromClause,
    Subquery,
    Table,
    and_,
    func,
    or_,
    select,
    true,
)

from data_access import schema as s
from data_access.versions import known_at
from metrics.kinds import Time, When
from metrics.model import Fact, Measure


def known_rows(table: Table, as_of: int | None) -> ColumnElement[bool]:
    """The rows known at a past import, or today; an aggregate knows those of today alone."""
    return known_at(table, as_of) if "loaded_by" in table.c else true()


def in_period(
    fact: Fact, measures: tuple[Measure, ...], period: CTE, as_of: int | None
) -> tuple[FromClause, dict[Measure, ColumnElement[bool]]]:
    """The fact joined to the periods, and for each measure the condition that keeps its rows."""
    if fact.time is Time.SPAN:
        # written once, an index serves it
        alike = {_read(m): _span_condition(m, period, as_of) for m in measures}
        return fact.table.join(period, true()), {m: alike[_read(m)] for m in measures}
    within = and_(fact.day >= period.c.start, fact.day < period.c.stop)
    source = fact.table.join(period, within)
    if fact.time is Time.FLOW:
        return source, {m: true() for m in measures}
    last = _last_snapshots(fact, period, as_of)
    bounds = and_(last.c.start == period.c.start, last.c.stop == period.c.stop)
    every = any(measure.when is not When.LAST for measure in measures)
    source = source.join(last, and_(bounds, last.c.day == fact.day), isouter=every)
    is_last = last.c.day.is_not(None)
    return source, {m: is_last if m.when is When.LAST else true() for m in measures}


def _read(measure: Measure) -> tuple[bool, Column[Any] | None]:
    """What tells the rows that measures of one fact read for a period."""
    return _is_at_end(measure), measure.dated


def _is_at_end(measure: Measure) -> bool:
    return measure.when is When.AT_END or measure.each_end


def _span_condition(measure: Measure, period: CTE, as_of: int | None) -> ColumnElement[bool]:
    if measure.dated is not None:
        return and_(measure.dated >= period.c.start, measure.dated < period.c.stop)
    fact, last_day = measure.fact, _is_at_end(measure)
    own = _is_open(_first_day(fact), fact.end, period, last_day)
    if fact.within is None:
        return own
    code, named = fact.within
    t = named.table.c
    other = and_(named == code, known_rows(named.table, as_of))
    other = and_(other, _is_open(t.valid_from, t.valid_to, period, last_day))
    return and_(own, select(named).where(other).correlate(fact.table, period).exists())


def _first_day(fact: Fact) -> ColumnElement[Any]:
    """The day that opens a span: its own, or the one after."""
    following = select(func.min(s.calendar.c.id)).where(s.calendar.c.id > fact.day)
    return following.correlate(fact.table).scalar_subquery() if fact.day_after else fact.day


def _is_open(day: ColumnElement[Any], end: Column[Any], period: CTE, last_day: bool) -> ColumnElement[bool]:
    """Whether a span is open on the last day of a period, or at any time of it."""
    still = end >= period.c.stop if last_day else end > period.c.start
    return and_(day < period.c.stop, or_(end.is_(None), still))


def _last_snapshots(fact: Fact, period: CTE, as_of: int | None) -> Subquery:
    """The last day with data, per asked period: contract years may start together and stop apart.

    Unfiltered on purpose: a filter must never move the day a stock is read on.
    """
    bounds = select(period.c.start, period.c.stop).distinct().subquery("bounds")
    within = and_(fact.day >= bounds.c.start, fact.day < bounds.c.stop)
    last = select(func.max(fact.day)).where(known_rows(fact.table, as_of), within).scalar_subquery()
    return select(bounds.c.start, bounds.c.stop, last.label("day")).subquery("last_snapshot")
