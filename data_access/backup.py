"""The whole store in one file, that either engine takes back: for a bad day, or to change engines.

The file is a ZIP of one text file a table, a row a line, and of what proves them: how many rows, a hash for
each table, and the end of the trail. It is checked when it is written, before it is taken back, and after:
what the store then holds must give the same hashes.
"""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from sqlalchemy import Column, Connection, Date, DateTime, Table, func, select

from data_access import audit
from data_access.bulk import insert_columns
from data_access.clock import now
from data_access.engine import migrate, newest_revision, reading_engine, require_store, writing
from data_access.errors import StoreError
from data_access.row_rights import require_owner
from data_access.schema import calendar, metadata

_MANIFEST = "manifeste.json"
_TABLES = tuple(table for table in metadata.sorted_tables if table is not calendar)  # migrations make it
_UNDONE = "rien n'est gardé"
_BATCH = 10_000
_OWN_FILE = 0o600  # it holds all that the store holds: its owner alone reads it


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself: the version of the store, and for each table its rows and their hash."""

    revision: str
    at: str
    trail: str
    tables: dict[str, tuple[int, str]]

    @property
    def rows(self) -> int:
        """How many rows it holds."""
        return sum(rows for rows, _ in self.tables.values())


def back_up(url: str, file: Path, by: str) -> Manifest:
    """Writes all that the store holds at one instant; the file is there once it is whole and checked."""
    require_store(url)
    part = file.with_name(f"{file.name}.en-cours")
    with reading_engine(url).connect() as connection:
        require_owner(connection)
        manifest = _write(connection, part)
    _check(part)
    os.replace(part, file)
    said = audit.Trace(person=by, action=audit.Action.BACKUP, detail=file.name, rows=manifest.rows)
    with writing(url) as connection:
        audit.record(connection, said)
    return manifest


def restore(url: str, file: Path, by: str) -> Manifest:
    """Puts a backup into an empty store, all or nothing; the trail goes on where it stopped."""
    manifest = _check(file)
    migrate(url)
    if manifest.revision != newest_revision():
        cure = "restaurez avec la version de l'application qui l'a faite, puis mettez à jour"
        raise StoreError(f"Cette sauvegarde est à la révision {manifest.revision} de la base : {cure}.")
    with writing(url) as connection:
        require_owner(connection)
        _require_empty(connection)
        with ZipFile(file) as archive:
            for table in _TABLES:
                with archive.open(f"{table.name}.jsonl") as lines:
                    _fill(connection, table, lines)
        _require_same(connection, manifest)
        said = audit.Trace(person=by, action=audit.Action.RESTORE, detail=file.name, rows=manifest.rows)
        audit.record(connection, said)
    return manifest


def _write(connection: Connection, part: Path) -> Manifest:
    tables = {}
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _OWN_FILE), "wb") as stream:
        with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
            for table in _TABLES:
                with archive.open(f"{table.name}.jsonl", "w", force_zip64=True) as target:
                    tables[table.name] = _told(_lines(connection, table), target)
            manifest = Manifest(newest_revision(), now().isoformat(), audit.head(connection), tables)
            archive.writestr(_MANIFEST, json.dumps(asdict(manifest), indent=1))
        stream.flush()
        os.fsync(stream.fileno())
    return manifest


def _check(file: Path) -> Manifest:
    """The manifest of a file whose tables are all there, whole; raises StoreError for anything else."""
    try:
        with ZipFile(file) as archive:
            said = json.loads(archive.read(_MANIFEST))
            tables = {name: (int(rows), str(proof)) for name, (rows, proof) in said["tables"].items()}
            manifest = Manifest(str(said["revision"]), str(said["at"]), str(said["trail"]), tables)
            for name, expected in manifest.tables.items():
                with archive.open(f"{name}.jsonl") as lines:
                    if _told(lines) != expected:
                        raise StoreError(f"La sauvegarde « {file} » est abîmée : table {name}.")
    except FileNotFoundError:
        raise StoreError(f"La sauvegarde « {file} » n'existe pas.") from None
    except (BadZipFile, KeyError, ValueError, EOFError, OSError) as error:
        raise StoreError(f"« {file} » n'est pas une sauvegarde entière de la suite.") from error
    return manifest


def _told(lines: Iterable[bytes], target: IO[bytes] | None = None) -> tuple[int, str]:
    """How many lines there are and their hash, each written on the way when there is somewhere to."""
    proof, count = sha256(), 0
    for line in lines:
        proof.update(line)
        count += 1
        if target is not None:
            target.write(line)
    return count, proof.hexdigest()


def _lines(connection: Connection, table: Table) -> Iterator[bytes]:
    """Each row as text, the same whatever the engine, in the order of the key."""
    asked = select(*table.c).order_by(*table.primary_key.columns)
    for row in connection.execute(asked, execution_options={"yield_per": _BATCH}):
        yield json.dumps([_plain(value) for value in row], ensure_ascii=False).encode() + b"\n"


def _plain(value: Any) -> Any:
    """Instants in UTC, which SQLite gives back without saying so."""
    if isinstance(value, datetime):
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else value


def _fill(connection: Connection, table: Table, lines: IO[bytes]) -> None:
    """Inserts the rows under their own numbers, then has PostgreSQL number the next ones after them."""
    columns = list(table.c)
    while batch := [json.loads(line) for line in islice(lines, _BATCH)]:
        values = {column.name: _stored(column, [row[n] for row in batch]) for n, column in enumerate(columns)}
        insert_columns(connection, table, values)
    if connection.dialect.name == "postgresql" and table.autoincrement_column is not None:
        last = select(func.max(table.autoincrement_column)).scalar_subquery()
        numbers = func.pg_get_serial_sequence(table.name, table.autoincrement_column.name)
        connection.execute(select(func.setval(numbers, func.coalesce(last, 1), last.is_not(None))))


def _stored(column: Column[Any], values: list[Any]) -> list[Any]:
    match column.type:
        case Date():
            return [value and date.fromisoformat(value) for value in values]
        case DateTime():
            return [value and datetime.fromisoformat(value) for value in values]
    return values


def _require_empty(connection: Connection) -> None:
    full = [table.name for table in _TABLES if connection.execute(select(table).limit(1)).first()]
    if full:
        raise StoreError(f"La base visée n'est pas vide ({', '.join(full[:3])}…) : donnez-en une autre.")


def _require_same(connection: Connection, manifest: Manifest) -> None:
    """What was put in, read again, is what the backup says, down to the last link of the trail."""
    for table in _TABLES:
        if _told(_lines(connection, table)) != manifest.tables[table.name]:
            raise StoreError(f"La table {table.name} remise n'est pas celle de la sauvegarde : {_UNDONE}.")
    wrong = audit.broken(connection)
    if wrong is not None or audit.head(connection) != manifest.trail:
        where = f" à la ligne {wrong}" if wrong else ""
        raise StoreError(f"Le journal restauré est rompu{where} : {_UNDONE}.")
