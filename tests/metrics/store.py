"""Tiny stores: a small world of dimensions, and fact rows written as tables one can check by hand.

A test shows only the columns that matter to it; ``DEFAULTS`` fills in the others.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from typing import Any

from sqlalchemy import Boolean, Column, Connection, Date, Integer, Table, insert

from data_access import schema as s
from data_access.aggregates import refresh
from data_access.calendar import FIRST_DAY, LAST_DAY
from data_access.clock import now
from metrics.catalogue import facts
from metrics.kinds import Time
from metrics.model import Fact
from metrics.period import add_months
from tests.metrics.world import AGENCY_OF, DEFAULTS

_people = count(1)

FACTS = tuple(value for value in vars(facts).values() if isinstance(value, Fact))
FIRST_MONTH, LAST_MONTH = date(2022, 1, 1), date(2025, 12, 1)


def put(connection: Connection, text: str) -> None:
    """Inserts rows written as blocks: the table and its columns, then a line per row.

    ``-`` is nothing, ``yes`` and ``no`` are booleans, ``agency`` stands for ``agency_id``, and the
    column ``times`` repeats a row. Aggregates follow, as they do when a file is loaded.
    """
    for table, rows in _blocks(text):
        connection.execute(insert(table), rows)
        refresh(connection, table, FIRST_DAY, LAST_DAY + timedelta(days=1), None)


def cover(connection: Connection, kind: str, first: str, last: str = "", *, dispositif: str = "-") -> None:
    """Says that a kind of file has been loaded for some months, of one dispositif or of all."""
    months = list(_months(date.fromisoformat(f"{first}-01"), date.fromisoformat(f"{last or first}-01")))
    _cover(connection, kind, months, None if dispositif == "-" else dispositif)


def cover_everything(connection: Connection) -> None:
    """Says that every kind of file has been loaded, from 2022 to 2025."""
    for fact in FACTS:
        timeless = fact.time is Time.SPAN
        months = [None] if timeless else list(_months(FIRST_MONTH, LAST_MONTH))
        _cover(connection, fact.kind, months, None)


def book(connection: Connection, number: int) -> None:
    """Writes an import in the books."""
    line = {"kind": "interventions", "file_name": "x.csv", "file_hash": "x", "person": "test", "sample": True}
    counted = {"rows_loaded": 1, "rows_retired": 0, "at": now()}
    connection.execute(insert(s.imports).values(id=number, **line, **counted))


def _cover(connection: Connection, kind: str, months: list[Any], dispositif: str | None) -> None:
    rows = [{"kind": kind, "month": m, "dispositif_id": dispositif, "loaded_by": 1} for m in months]
    connection.execute(insert(s.coverage), rows)


def _months(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first = add_months(first, 1)


def _blocks(text: str) -> Iterator[tuple[Table, list[dict[str, Any]]]]:
    for block in re.split(r"\n\s*\n", text.strip()):
        head, *lines = (line.split() for line in block.splitlines())
        table = s.metadata.tables[head[0]]
        rows: list[dict[str, Any]] = []
        for cells in lines:
            written = dict(zip(head[1:], cells, strict=True))
            for _ in range(int(written.pop("times", "1"))):
                rows.append(_row(table, written))
        yield table, rows


def _row(table: Table, written: dict[str, str]) -> dict[str, Any]:
    """A whole row: what the test wrote, the agency of its dispositif, then the defaults."""
    given = {name if name in table.c else f"{name}_id": cell for name, cell in written.items()}
    row = {name: _read(table.c[name], cell) for name, cell in given.items()}
    if "agency_id" in table.c and row.get("dispositif_id"):
        row.setdefault("agency_id", AGENCY_OF.get(row["dispositif_id"], "RENNES"))
    if "id" in row:
        row.setdefault("name", row["id"])
    if "person" in table.c:
        row.setdefault("person", f"person-{next(_people)}")
    for column in table.c:
        if not column.nullable and not (column.primary_key and column.name == "id"):
            row.setdefault(column.name, DEFAULTS.get(f"{table}.{column.name}", DEFAULTS.get(column.name)))
    return row


def _read(column: Column[Any], cell: str) -> Any:
    if cell == "-":
        return None
    match column.type:
        case Boolean():
            return {"yes": True, "no": False}[cell]
        case Date():
            return date.fromisoformat(cell)
        case Integer():
            return int(cell)
    return cell
