"""The sums kept beside interventions: made again where a file touched them, made at once by a migration."""

from collections.abc import Iterator

from alembic import command
from alembic.config import Config
from sqlalchemy import select

from data_access.aggregates import AGGREGATES
from data_access.engine import ROOT, migrate, reading_engine
from data_access.ingest.undo import undo
from tests.data_access.builders import interventions, loaded

MARCH = interventions([("04/03/2024", "TRAM", 3), ("05/03/2024", "TRAM", 4), ("05/03/2024", "JOUR", 5)])


def kept(url: str) -> dict[str, list[tuple[object, ...]]]:
    """Every line of every aggregate, without its number."""
    return dict(_lines(url))


def _lines(url: str) -> Iterator[tuple[str, list[tuple[object, ...]]]]:
    with reading_engine(url).connect() as connection:
        for each in AGGREGATES:
            columns = [column for column in each.table.c if column.name != "id"]
            found = [tuple(line) for line in connection.execute(select(*columns))]
            yield each.table.name, sorted(found, key=str)


def numbers(url: str) -> dict[str, set[object]]:
    """The numbers that the lines of each aggregate have."""
    with reading_engine(url).connect() as connection:
        return {a.table.name: set(connection.scalars(select(a.table.c.id))) for a in AGGREGATES}


def test_a_store_from_before_an_aggregate_has_it_once_migrated(world: str) -> None:
    loaded(world, interventions([("04/03/2024", "TRAM", 100)]))  # replaced: it does not count
    loaded(world, MARCH)
    before = kept(world)
    config = Config(toml_file=ROOT / "pyproject.toml")
    config.attributes["url"] = world
    command.downgrade(config, "0003")  # none was kept then
    migrate(world)
    assert all(before.values())
    assert kept(world) == before


def test_only_what_a_file_replaces_is_added_up_again(world: str) -> None:
    loaded(world, MARCH)
    loaded(world, interventions([("04/04/2024", "TRAM", 7)], period="2024-04"))
    before = numbers(world)
    loaded(world, interventions([("06/03/2024", "JOUR", 1)], dispositif="JOUR"))
    after = numbers(world)
    for name, lines in before.items():
        assert len(lines & after[name]) >= 2, f"{name}: the tram of March and April are not touched"
        assert len(lines - after[name]) == 1, f"{name}: the line of the day team was made again"


def test_an_undo_gives_the_sums_back(world: str) -> None:
    loaded(world, MARCH)
    before = kept(world)
    loaded(world, interventions([("06/03/2024", "JOUR", 1)], dispositif="JOUR"))
    assert kept(world) != before
    undo(world, 2, "essai")
    assert kept(world) == before


def test_a_month_without_interventions_keeps_no_line(world: str) -> None:
    loaded(world, MARCH)
    loaded(world, interventions([]))
    assert not any(kept(world).values())
