"""The records behind a figure, page by page: the very rows its own statement adds up.

A list is the statement of a figure, with rows in place of sums: same rights, same filters, same period,
same as-of, so that its rows are the figure. It goes on from the last row shown (day, then number), and
the count beside it is a figure of the catalogue's own engine. Only what holds no personal data is declared.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any

from sqlalchemy import Connection, Select, tuple_

from data_access.access import Scope
from data_access.engine import reading_engine
from data_access.errors import QueryError
from data_access.row_rights import let_read
from metrics.asked import Slot, slots
from metrics.catalogue.listings import LISTINGS, Listing, Shown
from metrics.catalogue.units import COUNT
from metrics.compile import compile_query
from metrics.context import Context, context, context_like
from metrics.kinds import Aggregate, Time
from metrics.model import Dimension, Fact, Metric
from metrics.period import Period, add_months
from metrics.query import Filter, Query
from metrics.result import Figure
from metrics.run import answer, ask
from metrics.ways import key_of

PAGE, AT_ONCE = 50, 2_000  # rows shown at a time, and read at a time for a file
Mark = tuple[date, int]  # the day and the number of a row: where a page stops
_BY_TABLE = {listing.fact.table: listing for listing in LISTINGS}


@dataclass(frozen=True, slots=True)
class Record:
    """One row: where it stands in the list, a value per column, names in French, and those of the store."""

    mark: Mark
    cells: tuple[Any, ...]
    keys: tuple[Any, ...]


@dataclass(frozen=True, eq=False)
class Page:
    """Some rows of a list, how many it has in all, and where the next page begins after, if there is one."""

    listing: Listing
    rows: tuple[Record, ...]
    count: Figure
    following: Mark | None

    def cell(self, record: Record, column: Shown) -> Any:
        """What a row holds in one of the columns of the list."""
        return record.cells[self.listing.columns.index(column)]

    def key(self, record: Record, column: Shown) -> Any:
        """The same as the store has it: a member, and not its name."""
        return record.keys[self.listing.columns.index(column)]


def listing_of(metric: Metric) -> Listing | None:
    """What the records of a figure show, or None: a ratio has none, nor has what tells about people.

    What may not be broken down by all that a list names is not listed either.
    """
    if metric.measure is None or metric.over is not None or metric.hidden_below:
        return None
    listing = _BY_TABLE.get(metric.measure.fact.table)
    if listing is None or metric.too_near(listing.dimensions):
        return None
    return listing if all(map(metric.allows, listing.dimensions)) else None


def question(metric: Metric, period: Period, where: tuple[Filter, ...] = ()) -> Query:
    """How many records a figure is made of, under those filters that it can follow."""
    counted = _counted(metric)
    return Query(
        metrics=(counted,), period=period, where=tuple(f for f in where if metric.allows(f.dimension))
    )


def page(
    url: str,
    query: Query,
    scope: Scope,
    known: Context | None = None,
    after: Mark | None = None,
    size: int = PAGE,
) -> Page:
    """One page of the records that a ``question`` counts, from the first or after a row.

    ``known`` is as for ``ask``: the rows are of the same import as the count.
    """
    known = known or context(url)
    counted = ask(url, query, scope, known=known).rows[0].cells[0].figure
    with reading_engine(url).connect() as connection:
        seen = context_like(connection, url, known)
        return _paged(connection, query, scope, seen, counted, after, size)


def pages(
    url: str, query: Query, scope: Scope, known: Context | None = None, size: int = PAGE
) -> Iterator[Page]:
    """Every page of the records of a question, for a list that is drawn or written whole."""
    known = known or context(url)
    turned = page(url, query, scope, known, size=size)
    yield turned
    while turned.following is not None:
        turned = page(url, query, scope, known, turned.following, size)
        yield turned


def read(
    connection: Connection,
    query: Query,
    scope: Scope,
    known: Context,
    after: Mark | None = None,
    size: int = PAGE,
) -> Page:
    """The same through a connection, without memory."""
    counted = answer(connection, query, scope, known).rows[0].cells[0].figure
    return _paged(connection, query, scope, known, counted, after, size)


def _counted(metric: Metric) -> Metric:
    """The metric that counts the rows of another one's sum, read where it reads them."""
    listing = listing_of(metric)
    if listing is None or metric.measure is None:
        raise QueryError(f"« {metric.label} » n'a pas de liste d'enregistrements.")
    rows = replace(
        metric.measure,
        aggregate=Aggregate.COUNT,
        value=listing.fact.table.c.id,
        scale=Fraction(1),
        label=listing.several,
    )
    return replace(
        metric, id=f"{metric.id}:records", label=f"{metric.label} : enregistrements", unit=COUNT, measure=rows
    )


def _paged(
    connection: Connection,
    query: Query,
    scope: Scope,
    known: Context,
    counted: Figure,
    after: Mark | None,
    size: int,
) -> Page:
    listing = listing_of(query.metrics[0])
    if listing is None:
        raise QueryError("Cette question ne compte pas d'enregistrements.")
    found: list[Any] = []
    windows = _windows(listing.fact, slots(query, known.first_months), after)
    let_read(connection, scope)
    for asked in windows if counted.value != 0 else ():
        rows = _select(listing, query, scope, asked, known, after)
        found += connection.execute(rows.limit(size + 1 - len(found)))
        if len(found) > size:
            break
    shown = tuple(_record(listing, row, known) for row in found[:size])
    return Page(listing, shown, counted, shown[-1].mark if len(found) > size else None)


def _windows(fact: Fact, asked: tuple[Slot, ...], after: Mark | None) -> Iterator[tuple[Slot, ...]]:
    """The periods of dated events cut in parts to read in turn, each twice as long as the one before.

    A page of a year of ten million rows then sorts the rows of a month, and an empty century takes few parts.
    """
    if fact.time is not Time.FLOW:
        yield asked
        return
    start, last = min(slot.start for slot in asked), max(slot.stop for slot in asked)
    start, months = max(start, after[0]) if after else start, 1
    while start < last:
        stop = min(add_months(start.replace(day=1), months), last)
        cut = (replace(s, start=max(s.start, start), stop=min(s.stop, stop)) for s in asked)
        if inside := tuple(slot for slot in cut if slot.start < slot.stop):
            yield inside
        start, months = stop, 2 * months


def _select(
    listing: Listing,
    query: Query,
    scope: Scope,
    asked: tuple[Slot, ...],
    known: Context,
    after: Mark | None,
) -> Select[Any]:
    """The statement of the figure broken down by what the list names, its rows not added up."""
    fact, measure = listing.fact, query.metrics[0].measures[0]
    row, day = fact.table.c.id, fact.day
    # an aggregate never answers under a condition, and the rows wanted are those of the fact itself
    own = row.is_not(None) if measure.where is None else measure.where
    by_row = replace(query.metrics[0], measure=replace(measure, where=own))
    wanted = replace(query, metrics=(by_row,), by=listing.dimensions)
    (statement,) = compile_query(wanted, scope, asked, known.as_of, known.coverage)
    read = [key_of(fact, c.read) if isinstance(c.read, Dimension) else c.read for c in listing.columns]
    labelled = (column.label(f"c{n}") for n, column in enumerate(read))
    rows = statement.select.with_only_columns(day, row, *labelled).group_by(None).where(own)
    if after is not None:
        rows = rows.where(tuple_(day, row) > tuple_(*after))
    return rows.order_by(day, row)


def _record(listing: Listing, row: Any, known: Context) -> Record:
    day, number, *values = row
    named = (_named(c, v, known.names) for c, v in zip(listing.columns, values, strict=True))
    return Record((day, number), tuple(named), tuple(values))


def _named(column: Shown, value: Any, names: Mapping[str, Mapping[Any, str]]) -> Any:
    if not isinstance(column.read, Dimension):
        return value
    return column.read.missing if value is None else names[column.read.id].get(value, str(value))
