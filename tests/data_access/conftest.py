"""Stores with a small world of dimensions in them."""

import uuid
from collections.abc import Iterator

import pytest
from sqlalchemy import URL

from tests import postgres
from tests.conftest import NewStore
from tests.data_access.builders import furnish
from tests.guarded import Guarded, filled


@pytest.fixture
def world(store: str) -> str:
    """Both engines in turn: an empty store that knows some dispositifs."""
    furnish(store)
    return store


@pytest.fixture
def small_world(sqlite_store: str) -> str:
    """The same on the embedded store alone, for what no engine changes."""
    furnish(sqlite_store)
    return sqlite_store


@pytest.fixture(scope="module")
def guarded_store(postgres_server: URL, postgres_template: str) -> Iterator[Guarded]:
    """For what changes nothing, or is refused."""
    name = f"guarded_{uuid.uuid4().hex}"
    database = postgres.create_database(postgres_server, name, postgres_template)
    with filled(database.render_as_string(hide_password=False)) as addresses:
        yield addresses
    postgres.drop_database(postgres_server, name)


@pytest.fixture
def fresh_guarded_store(new_postgres_store: NewStore) -> Iterator[Guarded]:
    """For what changes something."""
    with filled(new_postgres_store()) as addresses:
        yield addresses
