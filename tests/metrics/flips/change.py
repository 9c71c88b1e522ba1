"""Small changes of records: one row turned, shifted, dropped or doubled; counted by a size.

``make(n)`` gives the statements of a change of size n, so that a test can also try one less.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, Table, UpdateBase, delete, insert, select, update

Conditions = ColumnElement[bool]


@dataclass(frozen=True, eq=False, kw_only=True)
class Change:
    """The smallest change that contradicts a published figure: how much of it, on how many records."""

    table: Table
    size: int
    records: int
    make: Callable[[int], list[UpdateBase]]


def within(table: Table, first: str, last: str) -> Conditions:
    """The rows dated from a day to another, both included."""
    return table.c.day.between(date.fromisoformat(first), date.fromisoformat(last))


def shift(column: Column[int], size: int, *where: Conditions) -> Change:
    """One record whose number changes by ``size``."""

    def make(n: int) -> list[UpdateBase]:
        return [update(column.table).where(_first(column.table, 1, *where)).values({column: column + n})]

    return Change(table=column.table, size=size, records=1, make=make)


def turn(table: Table, *where: Conditions, size: int = 1, **values: Any) -> Change:
    """``size`` records, one unless said, that take other values."""

    def make(n: int) -> list[UpdateBase]:
        return [update(table).where(_first(table, n, *where)).values(values)]

    return Change(table=table, size=size, records=size, make=make)


def drop(table: Table, *where: Conditions, size: int = 1) -> Change:
    """``size`` records, one unless said, that disappear."""

    def make(n: int) -> list[UpdateBase]:
        return [delete(table).where(_first(table, n, *where))]

    return Change(table=table, size=size, records=size, make=make)


def double(table: Table, *where: Conditions, size: int) -> Change:
    """One record that is there ``size`` times more."""

    def make(n: int) -> list[UpdateBase]:
        names = [column.name for column in table.c if column.name != "id"]
        row = select(*(table.c[name] for name in names)).where(_first(table, 1, *where))
        return [insert(table).from_select(names, row) for _ in range(n)]

    return Change(table=table, size=size, records=size, make=make)


def _first(table: Table, many: int, *where: Conditions) -> Conditions:
    """The first rows of today that meet the conditions: the same ones whatever their number."""
    live = [table.c.retired_by.is_(None)] if "retired_by" in table.c else []
    rows: Select[Any] = select(table.c.id).where(*live, *where).order_by(table.c.id).limit(many)
    return table.c.id.in_(rows.scalar_subquery())
