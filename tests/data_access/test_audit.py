"""The trail: each row holds the hash of the one before, so that a change shows."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import delete, select, update

from data_access.audit import START, Action, Trace, broken, head, holds, purge, record
from data_access.engine import reading_engine, writing
from data_access.errors import StoreError
from data_access.schema import audit


@pytest.fixture
def trail(store: str) -> str:
    """Three rows: two views and an export."""
    with writing(store) as connection:
        for number, action in enumerate((Action.VIEW, Action.VIEW, Action.EXPORT)):
            record(connection, Trace(person="camille@exemple.fr", action=action, rows=number, hidden=0))
    return store


def found_broken(url: str) -> int | None:
    with reading_engine(url).connect() as connection:
        return broken(connection)


def test_each_row_follows_the_one_before(trail: str) -> None:
    with reading_engine(trail).connect() as connection:
        rows = connection.execute(select(audit).order_by(audit.c.id)).all()
    assert [row.previous_hash for row in rows] == [START, rows[0].hash, rows[1].hash]
    assert found_broken(trail) is None


@pytest.mark.parametrize(
    "change",
    [
        {"person": "autre@exemple.fr"},
        {"action": "import"},
        {"detail": "x"},
        {"view": "effectifs"},
        {"filters": "agence=nantes"},
        {"rows": 9},
        {"hidden": None},
        {"origin": "192.0.2.1"},
        {"at": datetime(2024, 1, 1, tzinfo=UTC)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_row_changed_in_any_column_breaks_the_chain_where_it_is(
    trail: str, change: dict[str, object]
) -> None:
    with writing(trail) as connection:
        connection.execute(update(audit).where(audit.c.id == 2).values(**change))
    assert found_broken(trail) == 2


@pytest.mark.parametrize(("gone", "first_wrong"), [(1, 2), (2, 3)])
def test_a_row_removed_breaks_the_chain_at_the_next(trail: str, gone: int, first_wrong: int) -> None:
    with writing(trail) as connection:
        connection.execute(delete(audit).where(audit.c.id == gone))
    assert found_broken(trail) == first_wrong


def test_the_last_row_removed_is_seen_by_who_noted_its_hash(trail: str) -> None:
    with reading_engine(trail).connect() as connection:
        noted = head(connection)
    with writing(trail) as connection:
        connection.execute(delete(audit).where(audit.c.id == 3))
    with reading_engine(trail).connect() as connection:
        assert broken(connection) is None
        assert not holds(connection, noted)


def test_a_purge_says_where_the_chain_starts_again(trail: str) -> None:
    with writing(trail) as connection:
        assert purge(connection, datetime(2100, 1, 1, tzinfo=UTC), by="camille@exemple.fr") == 3
        record(connection, Trace(person="camille@exemple.fr", action=Action.VIEW))
    with reading_engine(trail).connect() as connection:
        assert list(connection.scalars(select(audit.c.action).order_by(audit.c.id))) == [
            Action.PURGE.value,
            Action.VIEW.value,
        ]
        assert broken(connection) is None


def test_a_broken_chain_is_not_purged(trail: str) -> None:
    with writing(trail) as connection:
        connection.execute(update(audit).where(audit.c.id == 1).values(detail="x"))
    with writing(trail) as connection, pytest.raises(StoreError, match="rompue à la ligne 1"):
        purge(connection, datetime(2100, 1, 1, tzinfo=UTC), by="camille@exemple.fr")
