"""The doors to the store: a read-only engine for pages, a writing one for imports, and migrations.

Without ``DATABASE_URL`` the store is SQLite in ``var/``; with it, PostgreSQL. One code path: what
differs between the two is said here and nowhere else.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from psycopg.sql import SQL, Identifier
from sqlalchemy import (
    Connection,
    Engine,
    String,
    Table,
    column,
    create_engine,
    event,
    func,
    make_url,
    select,
    table,
)
from sqlalchemy.exc import DBAPIError, OperationalError

from data_access import aggregates, calendar, schema
from data_access.errors import StoreError

ROOT = Path(__file__).resolve().parent.parent
_MIGRATE = "Lancez « python -m data_access migrate »."
_REVISION = select(column("version_num", String)).select_from(table("alembic_version"))
_IMPORT_LOCK = 20_240_117  # any number, the same for all writers on PostgreSQL


def store_url() -> str:
    """The address of the store, from ``DATABASE_URL`` or the embedded default."""
    url = os.environ.get("DATABASE_URL")
    if url:
        return url.replace("postgres://", "postgresql+psycopg://", 1).replace(
            "postgresql://", "postgresql+psycopg://", 1
        )
    return f"sqlite:///{ROOT / 'var' / 'suite.db'}"


@cache
def reading_engine(url: str) -> Engine:
    """An engine that cannot write: pages and questions use it."""
    if not _is_sqlite(url):
        # an answer is several SELECTs: all of them must see the same import, as they do on SQLite
        read_only = {"options": "-c default_transaction_read_only=on"}
        settings: dict[str, Any] = {"isolation_level": "REPEATABLE READ", "connect_args": read_only}
        return create_engine(url, pool_pre_ping=True, **settings)
    engine = _sqlite(url, begin="BEGIN")
    event.listen(engine, "connect", _forbid_writing)
    return engine


@cache
def writing_engine(url: str) -> Engine:
    """The engine of imports, of migrations and of the people's register."""
    if not _is_sqlite(url):
        # rows of one dispositif are looked up by its index: its pages are in memory or on a fast disk
        lookups = {"options": "-c random_page_cost=1.1"}
        return create_engine(url, pool_pre_ping=True, connect_args=lookups)
    engine = _sqlite(url, begin="BEGIN IMMEDIATE")
    event.listen(engine, "connect", _hold_pages)
    return engine


@contextmanager
def writing(url: str) -> Iterator[Connection]:
    """One writing transaction, alone among writers, so that import numbers follow commits.

    On SQLite it begins with BEGIN IMMEDIATE: a transaction that reads first and writes later fails
    at once when another commits in between, whatever the time-out. On PostgreSQL one advisory lock
    does the same.
    """
    with writing_engine(url).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(_IMPORT_LOCK)))
        yield connection


def migrate(url: str) -> None:
    """Brings the store to the newest revision, creating it when absent."""
    if _is_sqlite(url):
        Path(make_url(url).database or "").parent.mkdir(parents=True, exist_ok=True)
    config = _config()
    config.attributes["url"] = url
    command.upgrade(config, "head")
    with writing(url) as connection:
        _fill_calendar(connection)
        aggregates.fill_missing(connection)


def scrub(url: str, *tables: Table) -> None:
    """Writes again what was erased or changed in some tables, so that nothing of it is left in their files.

    SQLite writes its whole file again and empties the journal beside it; PostgreSQL, these tables.
    """
    with writing_engine(url).connect() as connection:
        driver = connection.connection.driver_connection
        if driver is None:  # closed meanwhile: there is nothing to write with
            return
        if _is_sqlite(url):
            driver.execute("VACUUM")
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return
        driver.set_autocommit(True)
        for table in tables:
            driver.execute(SQL("VACUUM FULL {}").format(Identifier(table.name)))
        driver.set_autocommit(False)


def _fill_calendar(connection: Connection) -> None:
    if connection.scalar(select(func.count()).select_from(schema.calendar)) == 0:
        connection.execute(schema.calendar.insert(), list(calendar.days()))


def require_store(url: str) -> None:
    """Stops with a sentence when the store is absent, out of reach or of another version."""
    file = make_url(url).database or ""
    if _is_sqlite(url) and not Path(file).exists():  # opening it would make an empty one
        raise StoreError(f"La base n'existe pas encore. {_MIGRATE}")
    try:
        with reading_engine(url).connect() as connection:
            revision = _revision(connection)
    except OperationalError as error:
        raise StoreError(
            "La base ne répond pas : vérifiez DATABASE_URL et que le serveur est lancé."
        ) from error
    if revision is None:
        raise StoreError(f"La base n'existe pas encore. {_MIGRATE}")
    if revision != newest_revision():
        raise StoreError(f"La base n'est pas à la version de l'application. {_MIGRATE}")


def _revision(connection: Connection) -> str | None:
    """The revision of a store, None when it has none: Alembic looks for its table before it reads it."""
    try:
        return connection.scalar(_REVISION)
    except DBAPIError:
        connection.rollback()
        return MigrationContext.configure(connection).get_current_revision()


@cache
def newest_revision() -> str:
    """The revision of the store that this version of the application works with."""
    return ScriptDirectory.from_config(_config()).get_current_head() or ""


def _config() -> Config:
    return Config(toml_file=ROOT / "pyproject.toml")


def _is_sqlite(url: str) -> bool:
    return make_url(url).get_backend_name() == "sqlite"


def _sqlite(url: str, *, begin: str) -> Engine:
    engine = create_engine(url, connect_args={"timeout": 30})
    event.listen(engine, "connect", _settings)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def _settings(connection: Any, _record: Any) -> None:
    """Sets WAL, foreign keys and time-outs on each new connection; we say BEGIN ourselves."""
    connection.isolation_level = None
    for setting in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "busy_timeout=30000"):
        connection.execute(f"PRAGMA {setting}")


def _hold_pages(connection: Any, _record: Any) -> None:
    """Keeps 32 MB of pages: a month of ten million rows is touched without writing any of them twice."""
    connection.execute("PRAGMA cache_size=-32768")


def _forbid_writing(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA query_only=ON")
