"""The trail: each row holds the hash of the one before, so that a change shows."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, Executable, delete, insert, select, update
from sqlalchemy.exc import DatabaseError

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


def disarm(connection: Connection) -> None:
    """What only the owner of the store can do: take away what refuses to change the trail."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("ALTER TABLE audit DISABLE TRIGGER USER")
        return
    for name in ("audit_never_changes", "audit_never_goes"):
        connection.exec_driver_sql(f"DROP TRIGGER {name}")


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
        disarm(connection)
        connection.execute(update(audit).where(audit.c.id == 2).values(**change))
    assert found_broken(trail) == 2


@pytest.mark.parametrize(("gone", "first_wrong"), [(1, 2), (2, 3)])
def test_a_row_removed_breaks_the_chain_at_the_next(trail: str, gone: int, first_wrong: int) -> None:
    with writing(trail) as connection:
        disarm(connection)
        connection.execute(delete(audit).where(audit.c.id == gone))
    assert found_broken(trail) == first_wrong


def test_the_last_row_removed_is_seen_by_who_noted_its_hash(trail: str) -> None:
    with reading_engine(trail).connect() as connection:
        noted = head(connection)
    with writing(trail) as connection:
        disarm(connection)
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
        disarm(connection)
        connection.execute(update(audit).where(audit.c.id == 1).values(detail="x"))
    with writing(trail) as connection, pytest.raises(StoreError, match="rompue à la ligne 1"):
        purge(connection, datetime(2100, 1, 1, tzinfo=UTC), by="camille@exemple.fr")


def refused(url: str, statement: Executable) -> None:
    with pytest.raises(DatabaseError, match="audit: "), writing(url) as connection:
        connection.execute(statement)


@pytest.mark.parametrize("column", ["detail", "hash", "hidden"])
def test_the_store_itself_refuses_to_change_a_row(trail: str, column: str) -> None:
    refused(trail, update(audit).where(audit.c.id == 2).values({column: 7}))
    assert found_broken(trail) is None


def test_the_store_itself_refuses_to_remove_rows(trail: str) -> None:
    refused(trail, delete(audit).where(audit.c.id == 3))
    refused(trail, delete(audit))
    assert found_broken(trail) is None


def test_a_row_cannot_be_put_over_another_one(sqlite_store: str) -> None:
    """REPLACE removes the row it takes the place of without firing what watches over removals."""
    with writing(sqlite_store) as connection:
        record(connection, Trace(person="camille@exemple.fr", action=Action.VIEW))
        row = connection.execute(select(audit)).mappings().one()
    refused(sqlite_store, insert(audit).prefix_with("OR REPLACE").values({**row, "detail": "x"}))


def test_the_trail_cannot_be_emptied_at_once(trail: str) -> None:
    with pytest.raises(DatabaseError, match="audit: "), writing(trail) as connection:
        connection.exec_driver_sql(
            "TRUNCATE audit" if connection.dialect.name == "postgresql" else "DELETE FROM audit"
        )


def test_what_a_purge_announced_is_all_it_may_remove(trail: str) -> None:
    with writing(trail) as connection:
        purge(connection, datetime(2100, 1, 1, tzinfo=UTC), by="camille@exemple.fr")
        record(connection, Trace(person="camille@exemple.fr", action=Action.VIEW))
    refused(trail, delete(audit).where(audit.c.action == Action.VIEW.value))
    refused(trail, delete(audit).where(audit.c.action == Action.PURGE.value))


def test_a_second_purge_removes_what_the_first_one_wrote(trail: str) -> None:
    for expected in (3, 1):
        with writing(trail) as connection:
            assert purge(connection, datetime(2100, 1, 1, tzinfo=UTC), by="camille@exemple.fr") == expected
    assert found_broken(trail) is None
