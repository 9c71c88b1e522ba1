"""How the store changes: rows retired, inserted, restored, updated, and the books kept of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, bindparam, insert, literal, null, select, update

from data_access import aggregates
from data_access.audit import Action, Trace, record
from data_access.bulk import insert_columns
from data_access.clock import now
from data_access.ingest.check import Values
from data_access.ingest.contract import Contract
from data_access.ingest.derived import derived_tables
from data_access.ingest.extent import Extent
from data_access.ingest.parse import next_month
from data_access.schema import coverage, imports
from data_access.versions import known_at

_BATCH = 20_000


@dataclass(frozen=True, slots=True)
class Slice:
    """Some rows of a versioned table: those an import of some kind and extent replaces."""

    table: Table
    conditions: list[ColumnElement[bool]]


def slices(contract: Contract, extent: Extent) -> list[Slice]:
    """All that an import replaces; the rows of the file's own table come first."""
    own = Slice(contract.table, extent.conditions(contract.table, contract.day))
    derived = [Slice(table, extent.conditions(table, "day")) for table in derived_tables(contract)]
    covered = [coverage.c.kind == contract.kind, *extent.conditions(coverage, "month")]
    return [own, *derived, Slice(coverage, covered)]


def retire(connection: Connection, part: Slice, number: int) -> int:
    """Retires the rows of today; gives how many."""
    today = known_at(part.table, None)
    return connection.execute(
        update(part.table).where(today, *part.conditions).values(retired_by=number)
    ).rowcount


def restore(connection: Connection, part: Slice, as_of: int, number: int) -> int:
    """Copies the rows as they were known at a past import into today; gives how many."""
    kept = [column for column in part.table.c if column.name not in {"id", "loaded_by", "retired_by"}]
    versions = [literal(number).label("loaded_by"), null().label("retired_by")]
    past = select(*kept, *versions).where(known_at(part.table, as_of), *part.conditions)
    past = past.order_by(part.table.c.id)  # a register is shown in the order of its file
    names = [*(column.name for column in kept), "loaded_by", "retired_by"]
    copied = insert(part.table).from_select(names, past).execution_options(preserve_rowcount=True)
    return connection.execute(copied).rowcount


def add(connection: Connection, table: Table, values: Values, number: int) -> Iterator[int]:
    """Inserts rows given column by column; gives how many are in after each batch."""
    count = len(next(iter(values.values())))
    for start in range(0, count, _BATCH):
        batch = {name: column[start : start + _BATCH] for name, column in values.items()}
        rows = min(_BATCH, count - start)
        insert_columns(connection, table, {**batch, "loaded_by": [number] * rows})
        yield start + rows


def cover(connection: Connection, contract: Contract, extent: Extent, number: int) -> None:
    """Says which months are known from now on; one row without month for what has no time."""
    fixed = {"kind": contract.kind, "dispositif_id": extent.dispositif, "loaded_by": number}
    months: Sequence[date | None] = extent.months() or [None]
    connection.execute(insert(coverage), [{"month": month, **fixed} for month in months])


def add_up(connection: Connection, contract: Contract, extent: Extent) -> None:
    """Makes the aggregates of the months an import touched again."""
    if extent.first_month and extent.last_month:
        stop = next_month(extent.last_month)
        aggregates.refresh(connection, contract.table, extent.first_month, stop, extent.dispositif)


def update_dimension(connection: Connection, table: Table, values: Values) -> None:
    """Inserts new codes, updates those that changed, keeps the others."""
    known = {row["id"]: dict(row) for row in connection.execute(select(table)).mappings()}
    rows = [dict(zip(values, row, strict=True)) for row in zip(*values.values(), strict=True)]
    if new := [row for row in rows if row["id"] not in known]:
        connection.execute(insert(table), new)
    changed = [row | {"code": row["id"]} for row in rows if row["id"] in known and known[row["id"]] != row]
    if changed:
        by_code = update(table).where(table.c.id == bindparam("code"))
        connection.execute(by_code.values({name: bindparam(name) for name in values}), changed)


def book(connection: Connection, action: Action, **line: Any) -> None:
    """Writes an import in the books and in the audit."""
    connection.execute(insert(imports).values(at=now(), **line))
    detail = f"import n° {line['id']}, {line['kind']}, {line['file_name']}"
    trace = Trace(person=line["person"], action=action, detail=detail, rows=line["rows_loaded"])
    record(connection, trace)
