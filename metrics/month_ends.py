"""Month-ends: how many a period holds, and at how many of them a span is open.

The end of a month is the eve of the first day of the next: a period holds as many month-ends as there are
first days of months after its own first day, up to the day it stops before.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from math import lcm
from typing import Any

from sqlalchemy import CTE, ColumnElement, Select, and_, case, func, or_, select

from data_access import schema as s
from metrics.asked import Slot
from metrics.model import Fact
from metrics.period import add_months

At = tuple[int, date]  # side, step


def held(start: date, stop: date) -> int:
    """How many month-ends lie within bounds, the second excluded."""
    return (stop.year - start.year) * 12 + stop.month - start.month


def common(asked: Iterable[Slot]) -> int:
    """The smallest number that the month-ends of each period divide: means over it are whole numbers."""
    return lcm(*_counts(asked).values())


def divisors(asked: Iterable[Slot], *, by_end: bool) -> dict[At, int]:
    """What divides sums over month-ends, by period and step: their own number when they are read in turn."""
    asked = tuple(asked)
    shared = common(asked)
    return {(x.side, x.step): max(1, held(x.start, x.stop)) if by_end else shared for x in asked}


def each_end(asked: Iterable[Slot]) -> tuple[Slot, ...]:
    """The months that end within each period, a row for each; a period that holds no end stays as it is."""
    return tuple(month for slot in asked for month in _months(slot) or (slot,))


def over_ends(by_end: Select[Any], period: CTE, groups: int) -> Select[Any]:
    """From the greatest values at each month-end, their sum; over contract years, the greatest such sum."""
    year = period.c.first_month
    each = by_end.add_columns(year).group_by(year, period.c.start).subquery("month_end")
    *columns, own_year = each.c
    at, numbers = columns[: 2 + groups], columns[2 + groups :]
    added = [func.sum(number).label(number.name) for number in numbers]
    years = select(*at, *added).group_by(*at, own_year).subquery("contract_year")
    at, sums = [*years.c][: 2 + groups], [*years.c][2 + groups :]
    return select(*at, *(func.max(each).label(each.name) for each in sums)).group_by(*at)


def _months(slot: Slot) -> list[Slot]:
    firsts = [add_months(slot.start.replace(day=1), n) for n in range(held(slot.start, slot.stop) + 1)]
    return [replace(slot, start=start, stop=stop) for start, stop in pairwise(firsts)]


def share_open(fact: Fact, period: CTE, asked: Iterable[Slot]) -> ColumnElement[int]:
    """At which share of the month-ends of its period a span is open, times their ``common`` number.

    Nothing (NULL) when it is open at none.
    """
    first = s.calendar.c.id
    within = and_(first == s.calendar.c.month, first > period.c.start, first <= period.c.stop)
    still = or_(fact.end.is_(None), first <= fact.end)
    ends = select(func.count()).select_from(s.calendar).where(within, first > fact.day, still)
    return func.nullif(ends.scalar_subquery(), 0) * _weight(period, _counts(asked))


def _weight(period: CTE, counts: dict[tuple[date, date], int]) -> ColumnElement[int] | int:
    """What a month-end weighs in its period: less in a year than in a quarter asked with it."""
    shared = lcm(*counts.values())
    if set(counts.values()) <= {shared}:
        return 1
    bounds = {count: [each for each in counts if counts[each] == count] for count in counts.values()}
    return case(
        *(
            (
                or_(*(and_(period.c.start == start, period.c.stop == stop) for start, stop in those)),
                shared // n,
            )
            for n, those in bounds.items()
        ),
        else_=1,
    )


def _counts(asked: Iterable[Slot]) -> dict[tuple[date, date], int]:
    """The month-ends of each period that holds some."""
    bounds = ((slot.start, slot.stop) for slot in asked)
    return {each: count for each in bounds if (count := held(*each))}
