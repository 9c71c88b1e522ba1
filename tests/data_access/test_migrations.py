"""The migrations make the very tables the code declares, on both engines."""

from alembic import command
from alembic.config import Config
from sqlalchemy import func, inspect, select

from data_access import calendar, schema
from data_access.engine import ROOT, migrate, reading_engine


def test_the_store_is_the_declared_one(store: str) -> None:
    config = Config(toml_file=ROOT / "pyproject.toml")
    config.attributes["url"] = store
    command.check(config)  # raises when a migration is missing


def test_every_table_is_there_and_nothing_else(store: str) -> None:
    tables = set(inspect(reading_engine(store)).get_table_names())
    assert tables == {*schema.metadata.tables, "alembic_version"}


def test_migrating_again_changes_nothing(store: str) -> None:
    migrate(store)
    with reading_engine(store).connect() as connection:
        days = connection.scalar(select(func.count()).select_from(schema.calendar))
    assert days == (calendar.LAST_DAY - calendar.FIRST_DAY).days + 1
