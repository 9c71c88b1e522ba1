"""The periods of a question as rows to join: one row per period, step of time and, for contract
years, first month. A day may belong to several."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from sqlalchemy import CTE, Date, Integer, literal, or_, select, union_all

from data_access import schema as s
from metrics.kinds import Grain
from metrics.period import Kind, Period, add_months
from metrics.query import Query

CURRENT, REFERENCE = 0, 1


@dataclass(frozen=True, slots=True)
class Slot:
    """One row of the asked periods.

    ``step`` is the first day of the step of time, moved into the current period for a reference, so
    that January meets January; the period's own start when there is no step. For a contract year,
    the slot is that of the dispositifs whose year starts in ``first_month``.
    """

    side: int
    step: date
    start: date
    stop: date
    first_month: int | None = None
    dispositifs: frozenset[str] | None = None  # None: not restricted

    def is_about(self, asked: frozenset[str] | None) -> bool:
        """Whether it is the period of one of these dispositifs; None asked means not restricted."""
        return self.dispositifs is None or asked is None or bool(self.dispositifs & asked)


def slots(query: Query, first_months: Mapping[str, int]) -> tuple[Slot, ...]:
    """The rows of the current period, then those of the period it is compared with."""
    reference = query.versus.reference(query.period)
    grain = query.step.grain if query.step else None
    sides = [(CURRENT, query.period)] + ([(REFERENCE, reference)] if reference else [])
    return tuple(
        Slot(
            side,
            _moved(step, query.period, period) if grain else query.period.start,
            start,
            stop,
            month,
            None if month is None else frozenset(d for d, first in first_months.items() if first == month),
        )
        for side, period in sides
        for month, bounds in _windows(period, first_months)
        for step, start, stop in _cut(bounds, grain)
    )


def read_until(asked: tuple[Slot, ...], day: date) -> tuple[Slot, ...]:
    """The same, none of them beyond a day; one that begins there is left, for no figure is made of it."""
    return tuple(replace(slot, stop=min(slot.stop, day)) if slot.start < day else slot for slot in asked)


def _windows(
    period: Period, first_months: Mapping[str, int]
) -> Iterator[tuple[int | None, tuple[date, date]]]:
    if period.kind is not Kind.CONTRACT_YEAR:
        yield None, (period.start, period.stop)
        return
    for month in sorted(set(first_months.values())) or [1]:  # an empty store is asked too
        yield month, period.window(month)


def _cut(bounds: tuple[date, date], grain: Grain | None) -> Iterator[tuple[date, date, date]]:
    """The steps within the bounds, or the whole; the first and the last may be cut short."""
    start, stop = bounds
    if grain is None:
        yield start, start, stop
        return
    step = date(start.year, (start.month - 1) // grain.months * grain.months + 1, 1)
    while step < stop:
        following = add_months(step, grain.months)
        yield step, max(step, start), min(following, stop)
        step = following


def _moved(step: date, current: Period, period: Period) -> date:
    months = (current.start.year - period.start.year) * 12 + current.start.month - period.start.month
    return add_months(step, months)


@lru_cache(maxsize=32)  # each holds hundreds of objects
def rows(asked: tuple[Slot, ...]) -> CTE:
    """The slots as a common table expression of bound values; for contract years, once for each
    dispositif, so that the engines read the rows of this one by its index."""
    selects = (
        select(
            literal(slot.side, Integer).label("side"),
            literal(slot.step, Date).label("step"),
            literal(slot.start, Date).label("start"),
            literal(slot.stop, Date).label("stop"),
            literal(slot.first_month, Integer).label("first_month"),
        )
        for slot in asked
    )
    every = union_all(*selects).cte("asked")
    if all(slot.first_month is None for slot in asked):
        return every
    each, month = s.dispositif.c, every.c.first_month
    own = select(every, each.id.label("dispositif")).outerjoin_from(
        every, s.dispositif, each.contract_year_month == month
    )
    # distinct changes nothing, but keeps SQLite from mixing this join with those of the question
    return own.where(or_(month.is_(None), each.id.is_not(None))).distinct().cte("asked_of_dispositif")
