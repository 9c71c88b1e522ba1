"""One reading is one picture of the store, however many its questions, whatever is loaded meanwhile."""

import pytest
from sqlalchemy import Connection, func, insert, select
from sqlalchemy.exc import DBAPIError

from data_access import schema as s
from data_access.engine import reading_engine
from data_access.versions import last_import
from tests.data_access.builders import interventions, loaded


def people(connection: Connection) -> int | None:
    """People met, in the rows of today."""
    table = s.intervention
    return connection.scalar(select(func.sum(table.c.people_met)).where(table.c.retired_by.is_(None)))


def test_an_answer_never_mixes_two_imports(world: str) -> None:
    """An answer asks once per fact: a load committed in between is for the next one."""
    loaded(world, interventions([("04/03/2024", "TRAM", 3)]))
    with reading_engine(world).connect() as connection:
        assert (people(connection), last_import(connection)) == (3, 1)
        loaded(world, interventions([("04/03/2024", "TRAM", 50)]))
        assert (people(connection), last_import(connection)) == (3, 1)
    with reading_engine(world).connect() as connection:
        assert (people(connection), last_import(connection)) == (50, 2)


def test_a_reading_cannot_write(world: str) -> None:
    with reading_engine(world).connect() as connection, pytest.raises(DBAPIError, match=r"read-?only"):
        connection.execute(insert(s.city), {"id": "X", "name": "X"})
