"""The migrations make the very tables the code declares, on both engines."""

from datetime import date

from alembic import command
from alembic.config import Config
from sqlalchemy import func, insert, inspect, select

from data_access import calendar, schema
from data_access.engine import ROOT, migrate, reading_engine, writing
from tests.data_access.builders import interventions, loaded


def settings(url: str) -> Config:
    config = Config(toml_file=ROOT / "pyproject.toml")
    config.attributes["url"] = url
    return config


def sums(url: str) -> list[tuple[object, ...]]:
    """What the aggregate of interventions holds."""
    kept = schema.intervention_month.c
    question = select(kept.day, kept.agency_id, kept.dispositif_id, kept.rows, kept.people_met)
    with reading_engine(url).connect() as connection:
        return [tuple(row) for row in connection.execute(question.order_by(kept.day, kept.dispositif_id))]


def test_the_store_is_the_declared_one(store: str) -> None:
    command.check(settings(store))  # raises when a migration is missing


def test_every_table_is_there_and_nothing_else(store: str) -> None:
    tables = set(inspect(reading_engine(store)).get_table_names())
    assert tables == {*schema.metadata.tables, "alembic_version"}


def test_migrating_again_changes_nothing(store: str) -> None:
    migrate(store)
    with reading_engine(store).connect() as connection:
        days = connection.scalar(select(func.count()).select_from(schema.calendar))
    assert days == (calendar.LAST_DAY - calendar.FIRST_DAY).days + 1


def test_a_store_from_before_the_aggregates_has_them_once_migrated(world: str) -> None:
    """Its interventions are already there: no load will add them up. A replaced row does not count."""
    loaded(world, interventions([("04/03/2024", "TRAM", 100)]))
    loaded(
        world,
        interventions([("04/03/2024", "TRAM", 3), ("05/03/2024", "TRAM", 4), ("05/03/2024", "JOUR", 5)]),
    )
    loaded(world, interventions([("04/04/2024", "TRAM", 7)], period="2024-04"))
    command.downgrade(settings(world), "0003")
    migrate(world)
    assert sums(world) == [
        (date(2024, 3, 1), "RENNES", "JOUR", 1, 5),
        (date(2024, 3, 1), "NANTES", "TRAM", 2, 3 + 4),
        (date(2024, 4, 1), "NANTES", "TRAM", 1, 7),
    ]


def test_migrating_again_leaves_the_aggregates_of_the_loader(world: str) -> None:
    loaded(world, interventions([("04/03/2024", "TRAM", 3)]))
    with writing(world) as connection:
        row = {"day": date(2024, 5, 1), "agency_id": "NANTES", "dispositif_id": "TRAM"}
        connection.execute(insert(schema.intervention_month), row | {"rows": 1, "people_met": 9})
    before = sums(world)
    migrate(world)
    assert sums(world) == before
