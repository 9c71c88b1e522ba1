"""Month-ends: how many a period holds, and at how many of them a span is open.

The end of a month is the eve of the first day of the next: a period holds as many month-ends as there are
first days of months after its own first day, up to the day it stops before.
"""

from collections.abc import Iterable
from datetime import date
from math import lcm

from sqlalchemy import CTE, ColumnElement, and_, case, func, or_, select

from data_access import schema as s
from metrics.asked import Slot
from metrics.model import Fact


def held(start: date, stop: date) -> int:
    """How many month-ends lie within bounds, the second excluded."""
    return (stop.year - start.year) * 12 + stop.month - start.month


def common(asked: Iterable[Slot]) -> int:
    """The smallest number that the month-ends of each period divide: means over it are whole numbers."""
    return lcm(*_counts(asked).values())


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
