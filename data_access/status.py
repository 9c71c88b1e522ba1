"""What the store holds: its imports, what they cover, and whether it is the example data."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import Connection, Integer, cast, func, select

from data_access.schema import coverage, imports
from data_access.versions import known_at, last_import

_ALL_SAMPLE = select(func.min(cast(imports.c.sample, Integer)))  # nothing when there is no import


@dataclass(frozen=True, slots=True)
class Import:
    """One line of the history: a file loaded, or the undoing of one."""

    number: int
    kind: str
    first_month: date | None
    last_month: date | None
    dispositif: str | None
    file_name: str
    file_hash: str
    rows_loaded: int
    rows_retired: int
    undoes: int | None
    sample: bool
    person: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Covered:
    """What has been loaded of one kind: its months, None when it has no time."""

    kind: str
    first_month: date | None
    last_month: date | None
    months: int


def is_empty(connection: Connection) -> bool:
    """Tells whether nothing was ever loaded."""
    return last_import(connection) == 0


def holds_sample(connection: Connection) -> bool:
    """Tells whether the store holds the example data: it is not empty and every file said so."""
    return connection.scalar(_ALL_SAMPLE) == 1


def history(connection: Connection, kind: str | None = None) -> list[Import]:
    """Every import, or those of one kind of file, in the order of their numbers."""
    renamed = imports.c.id.label("number"), imports.c.dispositif_id.label("dispositif")
    others = (column for column in imports.c if column.name not in {"id", "dispositif_id"})
    lines = select(*renamed, *others).order_by(imports.c.id)
    rows = connection.execute(lines.where(imports.c.kind == kind) if kind else lines).mappings()
    return [Import(**(row | {"at": _in_utc(row["at"])})) for row in map(dict, rows)]


def covered(connection: Connection) -> list[Covered]:
    """The months covered today, kind by kind."""
    months = func.min(coverage.c.month), func.max(coverage.c.month)
    count = func.count(coverage.c.month.distinct())
    today = select(coverage.c.kind, *months, count).where(known_at(coverage, None))
    rows = connection.execute(today.group_by(coverage.c.kind).order_by(coverage.c.kind))
    return [Covered(*row) for row in rows]


def _in_utc(moment: datetime) -> datetime:
    """SQLite gives instants back without their zone."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
