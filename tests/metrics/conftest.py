"""A small world on both engines, written to within a transaction that is rolled back after each test."""

import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from psycopg.sql import SQL, Identifier
from sqlalchemy import URL, Connection, Table, select

from data_access import schema as s
from data_access.engine import reading_engine, writing, writing_engine
from metrics.__main__ import main
from tests import postgres
from tests.conftest import close, copied
from tests.metrics.running import Run
from tests.metrics.store import cover_everything, put
from tests.metrics.world import WORLD


@pytest.fixture(scope="session")
def sqlite_world(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """An SQLite store with the small world."""
    file = shutil.copy(sqlite_template, tmp_path_factory.mktemp("world") / "world.db")
    return f"sqlite:///{file}"


@pytest.fixture(scope="session")
def postgres_world(postgres_server: URL, postgres_template: str) -> Iterator[str]:
    """A PostgreSQL store with the small world."""
    name = f"world_{uuid.uuid4().hex}"
    database = postgres.create_database(postgres_server, name, postgres_template)
    yield database.render_as_string(hide_password=False)
    postgres.drop_database(postgres_server, name)


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def world(request: pytest.FixtureRequest) -> Iterator[str]:
    """Both engines in turn: a store with dimensions, and no fact."""
    url = request.getfixturevalue("sqlite_world" if request.param == "sqlite" else "postgres_world")
    with writing(url) as connection:
        put(connection, WORLD)
    yield url
    _forget(url)


@pytest.fixture
def bare(world: str) -> Iterator[Connection]:
    """The small world where nothing has been loaded, for one test to write in."""
    with writing_engine(world).connect() as connection, connection.begin() as transaction:
        yield connection
        transaction.rollback()


@pytest.fixture
def db(bare: Connection) -> Connection:
    """The small world, every kind of file loaded from 2022 to 2025, for one test to write in."""
    cover_everything(bare)
    return bare


@pytest.fixture(scope="session")
def sample_postgres(sample_store: str, postgres_server: URL, postgres_template: str) -> Iterator[str]:
    """The sample years in PostgreSQL, row for row."""
    name = f"sample_{uuid.uuid4().hex}"
    database = postgres.create_database(postgres_server, name, postgres_template)
    url = database.render_as_string(hide_password=False)
    with reading_engine(sample_store).connect() as source, writing(url) as target:
        for table in s.metadata.sorted_tables:
            if table is not s.calendar:
                _copy(source, target, table)
    yield url
    _forget(url)
    postgres.drop_database(postgres_server, name)


def _copy(source: Connection, target: Connection, table: Table) -> None:
    """Sends a table as PostgreSQL reads them fastest."""
    columns = SQL(", ").join(map(Identifier, table.c.keys()))
    into = SQL("COPY {} ({}) FROM STDIN").format(Identifier(table.name), columns)
    driver = target.connection.driver_connection
    assert driver is not None
    with driver.cursor().copy(into) as sent:
        for row in source.execute(select(table)):
            sent.write_row(row)


def _forget(url: str) -> None:
    reading_engine(url).dispose()
    writing_engine(url).dispose()


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def sample(request: pytest.FixtureRequest) -> str:
    """Both engines in turn: the address of the sample years, to be read only."""
    return request.getfixturevalue("sample_store" if request.param == "sqlite" else "sample_postgres")


@pytest.fixture(scope="session")
def told_store(sample_store: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The sample years for commands, each of which adds to the trail."""
    url = copied(sample_store, tmp_path_factory.mktemp("told") / "told.db")
    yield url
    close(url)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Carries out a command: its exit code, what it wrote, what it complained of."""

    def carry_out(*words: str, store: str = "") -> tuple[int, str, str]:
        if store:
            monkeypatch.setenv("DATABASE_URL", store)
        code = main(words)
        written = capsys.readouterr()
        assert "Traceback" not in written.err
        return code, written.out, written.err

    return carry_out
