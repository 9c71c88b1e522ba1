"""The document before is found in the trail, on both engines, whoever asks: only an import is told of it."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import update

from data_access import schema as s
from data_access.audit import Action, Trace, record
from data_access.engine import writing
from metrics import period
from metrics.context import context
from metrics.present.documents.previous import Previous, previous, told
from tests.conftest import NewStore
from tests.guarded import guarded
from tests.metrics.present.documents.making import taken
from tests.metrics.store import book

NAME = "dossier-ca"


def found(store: str, span: str = "2024") -> Previous:
    return previous(store, NAME, period.parse(span), context(store))


def test_nothing_was_known_before_the_first_import(store: str) -> None:
    assert found(store) == Previous(period.year(2023), None, is_in_trail=False)


def test_the_trail_says_at_which_import_it_was_made(store: str) -> None:
    with writing(store) as connection:
        book(connection, 1)
        book(connection, 2)
    assert taken(store, NAME, "2023") == 2
    with writing(store) as connection:
        book(connection, 3)
    assert found(store) == Previous(period.year(2023), 2, is_in_trail=True)


def test_without_a_row_of_the_trail_it_is_what_was_known_when_the_period_before_ended(store: str) -> None:
    with writing(store) as connection:
        for number, day in ((1, 2), (2, 30), (3, 31)):
            book(connection, number)
            at = datetime(2023, 12, day, 23, 30, tzinfo=UTC)  # the 31st at half past midnight in Paris
            connection.execute(update(s.imports).where(s.imports.c.id == number).values(at=at))
    assert found(store) == Previous(period.year(2023), 2, is_in_trail=False)


def test_it_is_found_where_the_store_keeps_the_trail_from_who_asks(new_postgres_store: NewStore) -> None:
    with guarded(new_postgres_store()) as addresses:
        with writing(addresses.owner) as connection:
            book(connection, 1)
        taken(addresses.owner, NAME, "2023")
        assert found(addresses.pages) == Previous(period.year(2023), 1, is_in_trail=True)


@pytest.mark.parametrize(
    "filters",
    [
        "",
        f"document={NAME}",
        f"document={NAME}&period=20x&import=1",
        f"document={NAME}&period=2023&import=un",
        f"document={NAME}-autre&period=2023&import=1",
        f"autre=document={NAME}&period=2023&import=1",
        f"document={NAME}&period=2023&import=99",  # of another store
    ],
)
def test_a_row_that_says_something_else_is_passed_over(sqlite_store: str, filters: str) -> None:
    with writing(sqlite_store) as connection:
        book(connection, 1)
        record(connection, Trace(person="test", action=Action.EXPORT, filters=filters))
    assert not found(sqlite_store).is_in_trail


def test_a_document_read_at_a_past_import_says_that_one(sqlite_store: str) -> None:
    with writing(sqlite_store) as connection:
        book(connection, 1)
        book(connection, 2)
    assert told(NAME, period.year(2024), context(sqlite_store, 1))["import"] == "1"
    assert told(NAME, period.year(2024), context(sqlite_store))["import"] == "2"
