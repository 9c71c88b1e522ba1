"""Which rows were known when, and how a past import is named."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import insert, update

from data_access import schema as s
from data_access.engine import reading_engine, writing
from data_access.errors import QueryError, StoreError
from data_access.ingest.undo import undo
from data_access.versions import import_at
from tests.data_access.builders import interventions, loaded, people_met

DAY = date(2024, 3, 4)


def load_people(url: str, people: int, **where: str) -> None:
    loaded(url, interventions([(f"{DAY:%d/%m/%Y}", "TRAM", people)], **where))  # type: ignore[arg-type]


def test_each_import_stays_readable_as_it_was(world: str) -> None:
    load_people(world, 3)
    load_people(world, 4)
    undo(world, 2, "essai")
    undo(world, 1, "essai")
    known = [people_met(world, number).get((DAY, "TRAM")) for number in range(5)]
    assert known == [None, 3, 4, 3, None]
    assert people_met(world) == {}


def test_undoing_an_undoing_does_it_again(world: str) -> None:
    load_people(world, 3)
    load_people(world, 4)
    undo(world, 2, "essai")
    undo(world, 3, "essai")
    assert people_met(world) == {(DAY, "TRAM"): 4}


def test_an_import_undone_since_is_no_hindrance_to_doing_again(world: str) -> None:
    """1 brings 3; 2 brings 4 and is undone by 3; 4 brings 5 and is undone by 5; undoing 3 brings 4 back."""
    load_people(world, 3)
    load_people(world, 4)
    undo(world, 2, "essai")
    load_people(world, 5)
    undo(world, 4, "essai")
    undo(world, 3, "essai")
    assert people_met(world) == {(DAY, "TRAM"): 4}


def test_an_import_that_others_cover_is_undone_after_them(world: str) -> None:
    load_people(world, 3)
    load_people(world, 4, dispositif="TRAM")
    load_people(world, 5)
    with pytest.raises(StoreError, match=r"recouvrent le n° 1. Annulez d'abord : n° 3, n° 2\.$"):
        undo(world, 1, "essai")
    undo(world, 3, "essai")
    undo(world, 2, "essai")
    undo(world, 1, "essai")
    assert people_met(world) == {}


def test_an_import_of_another_month_or_dispositif_is_no_hindrance(world: str) -> None:
    load_people(world, 3, dispositif="TRAM")
    loaded(world, interventions([("04/04/2024", "TRAM", 7)], period="2024-04"))
    loaded(world, interventions([("04/03/2024", "JOUR", 8)], dispositif="JOUR"))
    undo(world, 1, "essai")
    assert people_met(world) == {(date(2024, 4, 4), "TRAM"): 7, (DAY, "JOUR"): 8}


def test_an_import_is_not_undone_twice(world: str) -> None:
    load_people(world, 3)
    undo(world, 1, "essai")
    with pytest.raises(StoreError, match="L'import n° 1 est déjà annulé, par l'import n° 2"):
        undo(world, 1, "essai")


def test_an_import_that_never_was_is_not_undone(world: str) -> None:
    with pytest.raises(StoreError, match="L'import n° 7 n'existe pas"):
        undo(world, 7, "essai")


def test_a_past_import_is_named_by_its_number_or_by_a_day_of_paris(world: str) -> None:
    """Import 2 comes at half past midnight in Paris, on the 13th, while it is still the 12th in UTC."""
    load_people(world, 3)
    load_people(world, 4)
    moments = {1: datetime(2024, 3, 12, 14, 0, tzinfo=UTC), 2: datetime(2024, 3, 12, 23, 30, tzinfo=UTC)}
    with writing(world) as connection:
        for number, at in moments.items():
            connection.execute(update(s.imports).where(s.imports.c.id == number).values(at=at))
    with reading_engine(world).connect() as connection:
        found = {asked: import_at(connection, asked) for asked in ("1", "2", "2024-03-12", "2024-03-13")}
    assert found == {"1": 1, "2": 2, "2024-03-12": 1, "2024-03-13": 2}


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("9", r"L'import n° 9 n'existe pas : les imports vont de 1 à 1\."),
        ("0", r"L'import n° 0 n'existe pas : les imports vont de 1 à 1\."),
        ("2015-01-01", r"Rien n'était encore chargé le 01/01/2015 : choisissez un jour plus récent\."),
        ("hier", "« hier » ne dit pas à quelle date lire : donnez un numéro d'import"),
    ],
)
def test_a_past_import_that_never_was_is_refused(small_world: str, asked: str, sentence: str) -> None:
    load_people(small_world, 3)
    with reading_engine(small_world).connect() as connection, pytest.raises(QueryError, match=sentence):
        import_at(connection, asked)


def test_nothing_is_known_of_an_empty_store(small_world: str) -> None:
    with (
        reading_engine(small_world).connect() as connection,
        pytest.raises(QueryError, match="rien n'a encore été chargé"),
    ):
        import_at(connection, "1")


def test_numbers_follow_the_last_import_whatever_its_kind(world: str) -> None:
    with writing(world) as connection:
        connection.execute(
            insert(s.imports).values(
                id=41,
                kind="budget",
                file_name="budget.csv",
                file_hash="",
                rows_loaded=0,
                rows_retired=0,
                sample=False,
                person="essai",
                at=datetime(2024, 1, 1, tzinfo=UTC),
            )
        )
    assert loaded(world, interventions([])).number == 42
