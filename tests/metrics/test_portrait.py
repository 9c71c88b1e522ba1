"""What the reference books say of a dispositif: in French, and to those who may read its agency."""

from datetime import date

import pytest
from sqlalchemy import Connection

from data_access.errors import AccessDenied, QueryError
from metrics import portrait
from metrics.portrait import Stage
from tests.metrics.asking import EVERYTHING, NOTHING_BELOW, known, manager


def test_a_dispositif_is_told_in_french(db: Connection) -> None:
    found = portrait.read(db, "ECOLE", EVERYTHING)
    assert (found.agency, found.family, found.orientation) == (
        "Rennes",
        "Médiation à l'école",
        "Prévention sociale",
    )
    assert (found.setting, found.funder, found.first_month) == ("Établissements scolaires", "Ville-R", 9)


def test_a_dispositif_without_commanditaire_is_told_all_the_same(db: Connection) -> None:
    assert portrait.read(db, "NUIT", EVERYTHING).funder == ""


def test_a_manager_reads_the_dispositifs_of_their_agencies_only(db: Connection) -> None:
    assert portrait.read(db, "JOUR", manager("RENNES")).agency == "Rennes"
    for scope in (manager("NANTES"), NOTHING_BELOW):
        with pytest.raises(AccessDenied, match="ne permet pas de lire le dispositif « JOUR »"):
            portrait.read(db, "JOUR", scope)


def test_only_the_dispositifs_one_may_read_are_offered(db: Connection) -> None:
    context = known(db)
    assert set(portrait.readable(context, EVERYTHING)) == {"JOUR", "ECOLE", "VRAC", "QUARTIER", "NUIT"}
    assert set(portrait.readable(context, manager("NANTES", "ANGERS"))) == {"QUARTIER", "NUIT"}
    assert portrait.readable(context, NOTHING_BELOW) == {}


@pytest.mark.parametrize("unknown", ["NULLE-PART", "JOUR' OR '1'='1", None])
def test_what_does_not_exist_is_said(db: Connection, unknown: str | None) -> None:
    with pytest.raises(QueryError, match="n'existe pas"):
        portrait.read(db, unknown, EVERYTHING)


@pytest.mark.parametrize(
    ("day", "stages"),
    [
        (date(2022, 9, 30), [Stage.RUNNING, Stage.TO_COME]),  # the last day of the first one
        (date(2022, 10, 1), [Stage.OVER, Stage.RUNNING]),
        (date(2018, 9, 30), [Stage.TO_COME, Stage.TO_COME]),
    ],
)
def test_a_market_stands_where_it_stood_on_that_day(sample: str, day: date, stages: list[Stage]) -> None:
    held = portrait.markets(sample, "RENNES-JOUR", EVERYTHING, day)
    assert [(each.record.cells[0], each.stage) for each in held] == list(
        zip(("2018-RENNES-JOUR", "2022-RENNES-JOUR"), stages, strict=True)
    )


def test_every_sector_has_its_place_in_the_grid_of_its_city(db: Connection) -> None:
    found = [(tile.city, tile.sector, tile.name, tile.row) for tile in portrait.read_tiles(db)]
    assert found == [
        ("Nantes", "N-EST", "Est", None),
        ("Rennes", "R-NORD", "Nord", None),
        ("Rennes", "R-SUD", "Sud", None),
    ]
