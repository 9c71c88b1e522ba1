"""The records behind a figure are its very rows, each once, whatever the page, the filters and the rights."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from sqlalchemy import Connection, Table, select

from data_access.engine import reading_engine
from metrics import period, records
from metrics.asked import Slot
from metrics.catalogue import METRICS, metric
from metrics.catalogue.dimensions import SECTOR
from metrics.catalogue.facts import INTERVENTIONS
from metrics.catalogue.listings import MARKETS_HELD
from metrics.kinds import Aggregate
from metrics.model import Metric
from metrics.query import Filter
from tests.metrics.asking import EVERYTHING, ask, known, value
from tests.metrics.listing import SAME_DAY, column, pages, rows
from tests.metrics.store import put

LISTED = [each for each in METRICS.values() if records.listing_of(each)]


# --- each row once -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [1, 2, 3, 50])
def test_rows_of_one_day_are_neither_lost_nor_repeated_where_a_page_ends(db: Connection, size: int) -> None:
    put(db, SAME_DAY)
    assert column(db, "interventions", "Personnes rencontrées", size=size) == [1, 2, 4, 8, 16, 32]
    turned = pages(db, "interventions", size=size)
    assert [len(page.rows) for page in turned[:-1]] == [size] * (len(turned) - 1)
    assert len({row.mark for page in turned for row in page.rows}) == 6


def test_the_count_is_the_figure_and_the_sum_of_the_rows_is_the_other_one(db: Connection) -> None:
    put(db, SAME_DAY)
    counted = pages(db, "interventions")[0].count.value
    assert counted == value(ask(db, "interventions")) == 6
    assert pages(db, "people_met")[0].count.value == 6  # rows, not people
    assert sum(column(db, "people_met", "Personnes rencontrées")) == value(ask(db, "people_met")) == 63


def test_a_last_page_that_is_full_is_followed_by_nothing(db: Connection) -> None:
    put(db, SAME_DAY)
    assert [len(page.rows) for page in pages(db, "interventions", size=3)] == [3, 3]


def test_rows_read_as_people_name_them(db: Connection) -> None:
    put(db, SAME_DAY)
    first, *_, nobody, _ = rows(db, "interventions")
    assert first.cells == (date(2024, 1, 1), "10 h", "Rennes", "JOUR", "Nord", "Bruit", 1)
    assert nobody.cells == (date(2024, 5, 1), "8 h", "Angers", "NUIT", "Non affecté", "Bruit", 16)


def test_an_empty_century_ends_and_its_only_row_is_found(db: Connection) -> None:
    put(db, SAME_DAY)
    assert len(rows(db, "interventions", span="1900..2199")) == 8
    assert rows(db, "interventions", span="1900..1999") == []


def test_the_parts_a_period_is_read_in_cover_each_day_once() -> None:
    first, stop = date(2024, 1, 15), date(2027, 3, 2)
    parts = list(records._windows(INTERVENTIONS, (Slot(0, first, first, stop),), None))
    bounds = [(slot.start, slot.stop) for part in parts for slot in part]
    assert [start for start, _ in bounds] == [first, *(end for _, end in bounds[:-1])]
    assert bounds[-1][1] == stop
    assert len(bounds) < 8


# --- the rows of the figure and no other -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("where", "met"),
    [
        ("agency=RENNES", [1, 2, 8, 32]),
        ("dispositif=QUARTIER|NUIT", [4, 16]),
        ("intervention_family=C", [4, 8]),  # through a join
        ("weekday=3", [2, 4, 8, 16]),  # 1 May 2024 is a Wednesday
        ("city=ROAZHON,hour=10", [1]),
        ("sector=R-NORD", [1, 2]),
    ],
)
def test_filters_keep_what_they_keep_of_the_figure(db: Connection, where: str, met: list[int]) -> None:
    put(db, SAME_DAY)
    assert column(db, "interventions", "Personnes rencontrées", where=where) == met
    assert pages(db, "interventions", where=where)[0].count.value == len(met)
    assert value(ask(db, "people_met", where=where)) == sum(met)


def test_what_is_not_filled_in_is_a_member_like_another(db: Connection) -> None:
    put(db, SAME_DAY)
    context = known(db)
    asked = records.question(metric("interventions"), period.year(2024), (Filter(SECTOR, (None, "N-EST")),))
    assert [row.cells[-1] for row in records.read(db, asked, EVERYTHING, context).rows] == [4, 8, 16]


def test_a_filter_that_the_figure_cannot_follow_is_left_out(db: Connection) -> None:
    put(db, "meeting  day         dispositif  participations\n         2024-05-01  JOUR        3")
    sector = Filter(SECTOR, ("R-NORD",))
    asked = records.question(metric("meetings"), period.year(2024), (sector,))
    assert asked.where == ()
    assert len(records.read(db, asked, EVERYTHING, known(db)).rows) == 1


def test_the_condition_of_a_figure_is_that_of_its_records(db: Connection) -> None:
    put(
        db,
        """
        meeting  day         dispositif  meeting_kind  participations
                 2024-05-01  JOUR        CELLULE       3
                 2024-05-02  JOUR        CAFE          5

        ledger   day         account  amount_cents  dispositif
                 2024-05-01  706      12345         JOUR
                 2024-05-02  740      100           -
                 2024-05-03  641      -9999         JOUR
        """,
    )
    assert column(db, "meetings", "Participations") == [3, 5]
    assert column(db, "meetings_set_by_market", "Participations") == [3]
    assert column(db, "revenue", "Compte") == ["Ventes", "Subventions"]  # no salaries among income
    assert Fraction(sum(column(db, "revenue", "Montant (€)")), 100) == value(ask(db, "revenue"))
    assert pages(db, "revenue")[0].count.value == 2


def test_each_dispositif_is_listed_over_its_own_contract_year(db: Connection) -> None:
    put(
        db,
        """
        intervention  day         dispositif  people_met
                      2023-09-30  JOUR        1
                      2023-10-01  JOUR        2
                      2023-12-31  QUARTIER    4
                      2024-09-30  JOUR        8
                      2024-10-01  JOUR        16
                      2024-12-31  QUARTIER    32
        """,
    )
    assert column(db, "interventions", "Personnes rencontrées", span="marche:2024") == [2, 8, 32]
    assert value(ask(db, "people_met", span="marche:2024")) == 2 + 8 + 32


def test_markets_are_listed_as_their_figure_reads_them(db: Connection) -> None:
    put(
        db,
        """
        market  code    dispositif  awarded_on  valid_from  valid_to    annual_cents
                OVER    JOUR        2020-01-01  2020-01-01  2024-01-01  100
                OPEN    JOUR        2023-12-01  2024-01-01  -           -
                SOON    QUARTIER    2024-12-31  2025-01-01  2027-01-01  300
        """,
    )
    assert [row.cells[0] for row in rows(db, MARKETS_HELD)] == [
        "OPEN"
    ]  # the day after its last is no day of it
    assert column(db, "new_markets", "Marché") == ["SOON"]  # awarded in the year, begins later
    assert value(ask(db, "new_markets")) == 1
    assert column(db, "new_markets", "Commanditaire") == ["Ville-R"]


@pytest.mark.parametrize("each", LISTED, ids=lambda each: each.id)
def test_the_records_of_each_figure_add_up_to_it_on_the_sample_years(sample: str, each: Metric) -> None:
    """The sum when the figure is one, the different values when it counts those, else the rows."""
    measure = each.measure
    assert measure is not None
    asked = records.question(each, period.parse("2024-12"))
    found, after = [], None
    while True:
        page = records.page(sample, asked, EVERYTHING, after=after)
        found += [row.mark[1] for row in page.rows]
        after = page.following
        if after is None:
            break
    assert len(found) == len(set(found)) == page.count.value
    with reading_engine(sample).connect() as db:
        read = db.scalars(select(measure.value).where(_those(measure.fact.table, found))).all()
        figure = value(ask(db, each, span="2024-12"))
    assert figure == _aggregated(measure.aggregate, read) * measure.scale


def _those(table: Table, numbers: list[int]) -> Any:
    return table.c.id.in_(numbers)


def _aggregated(aggregate: Aggregate, read: Any) -> int:
    match aggregate:
        case Aggregate.SUM:
            return sum(int(each) for each in read)
        case Aggregate.DISTINCT:
            return len(set(read))
    return len(read)
