"""Stores with a small world of dimensions in them."""

import pytest

from tests.data_access.builders import furnish


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
