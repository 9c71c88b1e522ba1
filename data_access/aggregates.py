"""The aggregate tables: of which fact, by which columns, which sums; kept by the loader.

They hold the rows of today only, month by month. A load or an undo makes again, inside its own
transaction, what it touched and nothing else.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, Table, delete, func, insert, select

from data_access import schema as s
from data_access.versions import known_at


@dataclass(frozen=True, eq=False, kw_only=True)
class Aggregate:
    """Sums of a fact by month (its ``day`` is the first of the month) and by the columns ``by``.

    ``rows`` counts the rows added up; the other sums keep the names they have in the fact.
    """

    table: Table
    fact: Table
    by: tuple[str, ...]
    sums: tuple[str, ...]


AGGREGATES = (
    Aggregate(
        table=s.intervention_month,
        fact=s.intervention,
        by=("agency_id", "dispositif_id"),
        sums=("people_met",),
    ),
)


def refresh(connection: Connection, fact: Table, start: date, stop: date, dispositif: str | None) -> None:
    """Makes the aggregates of a fact again for whole months, of one dispositif or of all (None)."""
    for aggregate in AGGREGATES:
        if aggregate.fact is fact:
            _make_again(connection, aggregate, start, stop, dispositif)


def fill_missing(connection: Connection) -> None:
    """Makes the aggregates that are empty while their fact has rows: a migration just created them."""
    for aggregate in AGGREGATES:
        if _has_rows(connection, aggregate.fact) and not _has_rows(connection, aggregate.table):
            _add_up(connection, aggregate, [])


def _has_rows(connection: Connection, table: Table) -> bool:
    return connection.execute(select(table.c.id).limit(1)).first() is not None


def _make_again(
    connection: Connection, aggregate: Aggregate, start: date, stop: date, dispositif: str | None
) -> None:
    connection.execute(delete(aggregate.table).where(*_touched(aggregate.table, start, stop, dispositif)))
    _add_up(connection, aggregate, _touched(aggregate.fact, start, stop, dispositif))


def _add_up(connection: Connection, aggregate: Aggregate, touched: list[ColumnElement[bool]]) -> None:
    """Inserts the sums of the rows of today that meet the conditions."""
    fact = aggregate.fact
    keys = [s.calendar.c.month.label("day"), *(fact.c[name] for name in aggregate.by)]
    sums = [func.count().label("rows"), *(func.sum(fact.c[name]).label(name) for name in aggregate.sums)]
    again = (
        select(*keys, *sums)
        .join_from(fact, s.calendar, fact.c.day == s.calendar.c.id)
        .where(known_at(fact, None), *touched)
        .group_by(*keys)
    )
    names = ["day", *aggregate.by, "rows", *aggregate.sums]
    connection.execute(insert(aggregate.table).from_select(names, again))


def _touched(table: Table, start: date, stop: date, dispositif: str | None) -> list[ColumnElement[bool]]:
    found = [table.c.day >= start, table.c.day < stop]
    return found if dispositif is None else [*found, table.c.dispositif_id == dispositif]
