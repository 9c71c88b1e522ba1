"""The stores of the tests: empty and migrated, on both engines, copied at once; the sample, loaded once."""

import os
import shutil
import sqlite3
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import URL

from data_access import engine
from tests import postgres

ROOT = Path(__file__).resolve().parent.parent
NewStore = Callable[[], str]

settings.register_profile("suite", deadline=None, derandomize=True, database=None)
settings.load_profile("suite")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Runs the browser last: while it is open, its event loop occupies the main thread."""
    items.sort(key=lambda item: "browser" in item.path.parts)


@pytest.fixture(scope="session", autouse=True)
def bare_environment() -> Iterator[None]:
    """Keeps the machine's settings out: a test says itself which store it wants."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DATABASE_URL", raising=False)
        yield


def close(url: str) -> None:
    """Closes the store's connections, which its engines would keep for the next question."""
    engine.reading_engine(url).dispose()
    engine.writing_engine(url).dispose()


# --- SQLite ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an empty migrated store, to be copied."""
    file = tmp_path_factory.mktemp("sqlite") / "template.db"
    engine.migrate(f"sqlite:///{file}")
    close(f"sqlite:///{file}")
    return file


@pytest.fixture
def new_sqlite_store(sqlite_template: Path, tmp_path: Path) -> Iterator[NewStore]:
    """Gives the address of another empty migrated SQLite store at each call."""
    with ExitStack() as stack:

        def new() -> str:
            url = f"sqlite:///{shutil.copy(sqlite_template, tmp_path / f'{uuid.uuid4().hex}.db')}"
            stack.callback(close, url)
            return url

        yield new


# --- PostgreSQL ------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[URL]:
    """The administrator's address of the server of this run."""
    with postgres.server() as administrator:
        yield administrator


@pytest.fixture(scope="session")
def postgres_template(postgres_server: URL) -> Iterator[str]:
    """The name of an empty migrated database, to be copied."""
    name = f"template_{uuid.uuid4().hex}"
    url = postgres.create_database(postgres_server, name).render_as_string(hide_password=False)
    engine.migrate(url)
    close(url)
    yield name
    postgres.drop_database(postgres_server, name)


@pytest.fixture
def new_postgres_store(postgres_server: URL, postgres_template: str) -> Iterator[NewStore]:
    """Gives the address of another empty migrated PostgreSQL store at each call."""
    with ExitStack() as stack:

        def new() -> str:
            name = f"store_{uuid.uuid4().hex}"
            database = postgres.create_database(postgres_server, name, postgres_template)
            url = database.render_as_string(hide_password=False)
            stack.callback(postgres.drop_database, postgres_server, name)
            stack.callback(close, url)
            return url

        yield new


# --- what tests ask for ----------------------------------------------------------------------------------


@pytest.fixture(params=["sqlite", "postgresql"])
def new_store(request: pytest.FixtureRequest) -> NewStore:
    """Both engines in turn: gives the address of another empty migrated store at each call."""
    return request.getfixturevalue("new_sqlite_store" if request.param == "sqlite" else "new_postgres_store")


@pytest.fixture
def store(new_store: NewStore) -> str:
    """Both engines in turn: an empty migrated store."""
    return new_store()


@pytest.fixture
def sqlite_store(new_sqlite_store: NewStore) -> str:
    """An empty migrated SQLite store."""
    return new_sqlite_store()


@pytest.fixture(scope="session")
def sample_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sample years' files, as the association's tools would send them."""
    folder = tmp_path_factory.mktemp("sample-files")
    subprocess.run([sys.executable, "-m", "sample_data", folder], cwd=ROOT, check=True)
    return folder


@pytest.fixture(scope="session")
def sample_store(sample_files: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The sample years loaded by the command that a person uses. To be read only: see `sample_copy`."""
    url = f"sqlite:///{tmp_path_factory.mktemp('sample') / 'sample.db'}"
    engine.migrate(url)
    close(url)
    load = [sys.executable, "-m", "data_access", "load", sample_files]
    subprocess.run(load, cwd=ROOT, env={**os.environ, "DATABASE_URL": url}, check=True)
    yield url
    close(url)


@pytest.fixture
def sample_copy(sample_store: str, tmp_path: Path) -> Iterator[str]:
    """The sample years in a store of the test's own, free to be changed."""
    url = copied(sample_store, tmp_path / "copy.db")
    yield url
    close(url)


def copied(store: str, file: Path) -> str:
    """A copy of an SQLite store, whole even while an application adds to its trail."""
    source, target = (sqlite3.connect(each) for each in (store.removeprefix("sqlite:///"), file))
    with closing(source), closing(target):
        source.backup(target)
    return f"sqlite:///{file}"
