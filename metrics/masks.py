"""Which cells of the tables about people are hidden in a calendar year: found in the store, and remembered.

A mask rests on everyone, whoever asks and whatever the filters, and is the same for all months of a year
and all roles: no sequence of questions tells more than one does.
"""

from collections import Counter
from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from threading import Lock
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, and_, case, func, literal, select

from data_access.engine import reading_engine
from data_access.row_rights import as_association
from data_access.versions import known_at
from metrics.catalogue import facts
from metrics.cells import Cell, Classes, People
from metrics.context import Context
from metrics.given import balance, told_by
from metrics.kinds import Time
from metrics.model import Dimension, Fact
from metrics.printed import printed
from metrics.star import Published
from metrics.tables import Mask, Told, masked
from metrics.ways import column_of, joined, key_of

_Given = tuple[Published, Mapping[date, People], Classes, Collection[tuple[date, Told]], Collection[Cell]]
_BEING_FOUND: dict["_Basis", Lock] = {}
_LOOKING = Lock()
FACTS = tuple(each for each in vars(facts).values() if isinstance(each, Fact) and each.published)


def mask_of(connection: Connection, known: Context, fact: Fact, year: int) -> Mask:
    """What is hidden of a fact in a year, found once for what a context knows."""
    key = ("mask", fact.id, year)
    if key not in known.kept:
        known.kept[key] = _mask(connection, known, fact, year)
    found: Mask = known.kept[key]
    return found


def find_all(url: str, known: Context) -> None:
    """Finds the masks of the last two years loaded, the last one first, so that nobody waits for them."""
    last = known.coverage.last_month()
    with reading_engine(url).connect() as connection:
        for fact in FACTS:
            for year in (last.year, last.year - 1) if last is not None else ():
                mask_of(connection, known, fact, year)


def _mask(connection: Connection, known: Context, fact: Fact, year: int) -> Mask:
    published = fact.published
    if published is None:
        raise ValueError(f"{fact.id} is not about people")
    people = read(connection, published.like or fact, published, year, known.as_of)
    met = next(iter(people.values())).dimensions if people else ()
    classes = {
        dimension: sorted(set().union(*(each.classes(axis) for each in people.values())), key=repr)
        for dimension, axis in published.axes.items()
        if dimension in met
    }
    told = [each for one in printed(connection, known) for each in told_by(one, fact, classes, people)]
    if published.moves is None:
        return mask_on(_Basis.of(published, people, classes, told, ()))
    ends = (mask_of(connection, known, published.moves, each) for each in (year - 1, year))
    moved, secret = balance(people, *ends)
    return mask_on(_Basis.of(published, people, classes, [*told, *moved], secret))


@dataclass(frozen=True)
class _Basis:
    """All that a mask rests on: people, and what is known of them."""

    content: Hashable
    given: _Given = field(compare=False, repr=False)

    @classmethod
    def of(cls, *given: *_Given) -> "_Basis":
        """What tells one basis from another, beside what the mask is found from."""
        published, people, _, told, secret = given
        rows = tuple((day, each.dimensions, frozenset(each.rows.items())) for day, each in people.items())
        known = tuple((day, frozenset(one.weights.items()), one.count, one.at_most) for day, one in told)
        return cls((published, rows, known, frozenset(secret)), given)


def mask_on(basis: _Basis) -> Mask:
    """The mask of the same people is found once, whatever else is loaded and forgotten with the context.

    Whoever asks while it is being found waits for it, for to find it twice at once takes twice as long;
    nobody waits for the mask of others.
    """
    with _LOOKING:
        own = _BEING_FOUND.setdefault(basis, Lock())
    with own:
        found = found_on(basis)
    _BEING_FOUND.pop(basis, None)  # those who wait hold the lock, those who come find the mask kept
    return found


@lru_cache(maxsize=256)
def found_on(basis: _Basis) -> Mask:
    """The mask, once found."""
    return masked(*basis.given)


def read(
    connection: Connection, fact: Fact, published: Published, year: int, as_of: int | None
) -> dict[date, People]:
    """The people that a fact counts in a year: at each month-end, or in all of it for what is no stock."""
    bounds = date(year, 1, 1), date(year + 1, 1, 1)
    told_by_ = dict.fromkeys(each for crossing in published.crossings for each in crossing.dimensions)
    dimensions = tuple(each for each in told_by_ if each.column_from(fact) is not None)
    keys = [_member(fact, each, published, bounds) for each in dimensions]
    people = func.count() if published.people is None else func.sum(published.people)
    day = fact.day if fact.time is Time.STOCK else literal(bounds[0])
    columns = [column_of(fact, each) for each in dimensions]
    asked = (
        select(day, people, *(key.label(f"k{n}") for n, key in enumerate(keys)))
        .select_from(joined(fact.table, fact, columns))
        .where(known_at(fact.table, as_of), *_within(fact, bounds))
        .group_by(*([fact.day] if fact.time is Time.STOCK else []), *keys)
    )
    with as_association(connection):  # the same mask for everybody
        rows = connection.execute(asked).all()
    found: dict[date, Counter[tuple[Hashable, ...]]] = {}
    for when, counted, *members in rows:
        found.setdefault(when if fact.time is Time.STOCK else bounds[0], Counter())[tuple(members)] += counted
    return {when: People(dimensions, found[when]) for when in sorted(found)}


def _within(fact: Fact, bounds: tuple[date, date]) -> tuple[ColumnElement[bool], ...]:
    """The rows of a year: a span is in each year that it touches."""
    start, stop = bounds
    if fact.time is Time.SPAN:
        return fact.day < stop, fact.end.is_(None) | (fact.end > start)
    return fact.day >= start, fact.day < stop


def _member(
    fact: Fact, dimension: Dimension, published: Published, bounds: tuple[date, date]
) -> ColumnElement[Any]:
    """The member of a row; none when it is only known from a day that is not in the year."""
    key: Column[Any] = key_of(fact, dimension)
    axis = published.axes.get(dimension)
    if axis is None or axis.once_past is None:
        return key
    return case((and_(axis.once_past >= bounds[0], axis.once_past < bounds[1]), key))
