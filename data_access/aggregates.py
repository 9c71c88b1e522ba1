"""The aggregate tables: of which fact, by which columns, which sums; kept by the loader.

They hold the rows of today only, month by month. What a file replaces, some months of one dispositif
or of all, is also what an aggregate can tell apart: a load or an undo makes exactly that again, inside
its own transaction, so its cost follows the file and never the store.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, Select, Table, delete, func, insert, select

from data_access import schema as s
from data_access.versions import known_at


@dataclass(frozen=True, eq=False, kw_only=True)
class Aggregate:
    """Sums of a fact by month (its ``day`` is the first of the month) and by the columns ``by``.

    ``rows`` counts the rows added up; the other sums keep the names they have in the fact. ``by``
    may name the weekday, which the fact reads in the calendar.
    """

    table: Table
    fact: Table
    by: tuple[str, ...]
    sums: tuple[str, ...]


def _interventions(table: Table, *by: str) -> Aggregate:
    by = ("agency_id", "dispositif_id", *by)
    return Aggregate(table=table, fact=s.intervention, by=by, sums=("people_met",))


AGGREGATES = (  # of one fact, the smallest first
    _interventions(s.intervention_month),
    _interventions(s.intervention_sector_month, "sector_id"),
    _interventions(s.intervention_kind_month, "intervention_kind_id"),
    _interventions(s.intervention_hour_month, "weekday", "hour"),
    _interventions(s.intervention_place_month, "sector_id", "intervention_kind_id"),
)


def refresh(connection: Connection, fact: Table, start: date, stop: date, dispositif: str | None) -> None:
    """Makes the aggregates of a fact again for whole months, of one dispositif or of all (None)."""
    for aggregate in reversed(AGGREGATES):
        if aggregate.fact is fact:
            connection.execute(
                delete(aggregate.table).where(*_touched(aggregate.table, start, stop, dispositif))
            )
            _add_up(connection, aggregate, _touched(_source(aggregate), start, stop, dispositif))


def fill_missing(connection: Connection) -> None:
    """Makes the aggregates that are empty while their fact has rows: a migration just created them."""
    for aggregate in reversed(AGGREGATES):
        if _has_rows(connection, aggregate.fact) and not _has_rows(connection, aggregate.table):
            _add_up(connection, aggregate, [])


def _has_rows(connection: Connection, table: Table) -> bool:
    return connection.execute(select(table.c.id).limit(1)).first() is not None


def _source(aggregate: Aggregate) -> Table:
    """The smallest table it can be added up from: a larger aggregate that has its columns, or the fact."""
    larger = AGGREGATES[AGGREGATES.index(aggregate) + 1 :]
    among = [a for a in larger if a.fact is aggregate.fact and {*aggregate.by} <= {*a.by}]
    return among[0].table if among else aggregate.fact


def _add_up(connection: Connection, aggregate: Aggregate, touched: list[ColumnElement[bool]]) -> None:
    """Inserts the sums of the rows of today that meet the conditions."""
    source = _source(aggregate)
    again = _of_rows(aggregate) if source is aggregate.fact else _of_sums(aggregate, source)
    names = ["day", *aggregate.by, "rows", *aggregate.sums]
    connection.execute(insert(aggregate.table).from_select(names, again.where(*touched)))


def _of_rows(aggregate: Aggregate) -> Select[*tuple[object, ...]]:
    fact, calendar = aggregate.fact, s.calendar
    dated = {"weekday": calendar.c.weekday}
    keys = [calendar.c.month.label("day"), *(dated[n] if n in dated else fact.c[n] for n in aggregate.by)]
    sums = [func.sum(fact.c[name]) for name in aggregate.sums]
    rows = select(*keys, func.count(), *sums).join_from(fact, calendar, fact.c.day == calendar.c.id)
    return rows.where(known_at(fact, None)).group_by(*keys)


def _of_sums(aggregate: Aggregate, larger: Table) -> Select[*tuple[object, ...]]:
    keys = [larger.c[name] for name in ("day", *aggregate.by)]
    return select(*keys, *(func.sum(larger.c[name]) for name in ("rows", *aggregate.sums))).group_by(*keys)


def _touched(table: Table, start: date, stop: date, dispositif: str | None) -> list[ColumnElement[bool]]:
    found = [table.c.day >= start, table.c.day < stop]
    return found if dispositif is None else [*found, table.c.dispositif_id == dispositif]
