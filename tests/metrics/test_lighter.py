"""An aggregate may answer faster, but only when it says exactly what the rows say."""

import pytest
from sqlalchemy import Connection, Table, update

from data_access import schema as s
from data_access.access import Domain
from data_access.aggregates import AGGREGATES
from metrics.asked import slots
from metrics.catalogue.facts import INTERVENTIONS
from metrics.catalogue.units import COUNT
from metrics.lighter import lighter
from metrics.measures import count, distinct, total
from metrics.model import Dimension, Measure, Metric
from tests.metrics.asking import ask, known, question, value, values
from tests.metrics.store import put

PEOPLE = s.intervention.c.people_met
ROWS = """
    intervention  day         hour  dispositif  sector  intervention_kind  people_met  loaded_by  retired_by
                  2023-12-31  9     JOUR        R-NORD  BRUIT              1           1          -
                  2024-01-01  9     JOUR        R-SUD   CONFLIT            2           1          -
                  2024-01-31  18    QUARTIER    -       BRUIT              4           1          -
                  2024-02-01  18    QUARTIER    -       BRUIT              8           1          3
                  2024-02-01  9     QUARTIER    -       BRUIT              16          3          -
                  2024-12-31  23    NUIT        -       BRUIT              32          2          -
"""
QUESTIONS = [  # and the smallest aggregate that answers
    ({}, s.intervention_month),
    ({"by": "month"}, s.intervention_month),
    ({"by": "quarter,agency"}, s.intervention_month),
    ({"by": "dispositif", "versus": "previous-year"}, s.intervention_month),
    ({"by": "family"}, s.intervention_month),
    ({"where": "agency=RENNES|NANTES"}, s.intervention_month),
    ({"where": "funder=VILLE-N", "by": "month"}, s.intervention_month),
    ({"span": "marche:2024", "by": "dispositif"}, s.intervention_month),
    ({"span": "12m:2024-01"}, s.intervention_month),
    ({"by": "sector"}, s.intervention_sector_month),
    ({"by": "city,month"}, s.intervention_sector_month),
    ({"where": "sector=R-SUD|vide", "by": "agency"}, s.intervention_sector_month),
    ({"by": "intervention_kind"}, s.intervention_kind_month),
    ({"by": "intervention_family", "versus": "previous-year"}, s.intervention_kind_month),
    ({"by": "weekday,hour"}, s.intervention_hour_month),
    ({"by": "weekday", "span": "marche:2024"}, s.intervention_hour_month),
    ({"where": "hour=9", "by": "month"}, s.intervention_hour_month),
    ({"by": "sector,intervention_kind"}, s.intervention_place_month),
    ({"by": "intervention_family", "where": "city=ROAZHON"}, s.intervention_place_month),
]


def table_read(
    db: Connection, *metrics: str | Metric, as_of: int | None = None, **asked: str
) -> tuple[Table, tuple[Measure, ...]]:
    """The table that answers the question, and how it is read."""
    query = question(known(db).names, *metrics, **asked)
    measures = tuple(measure for each in query.metrics for measure in each.measures)
    dimensions: tuple[Dimension, ...] = (*query.groups, *(f.dimension for f in query.where))
    fact, read = lighter(INTERVENTIONS, measures, dimensions, slots(query, {"JOUR": 10}), as_of)
    return fact.table, read


def local(measure: Measure) -> Metric:
    return Metric(id="local", label="", domain=Domain.ACTIVITY, unit=COUNT, definition="", measure=measure)


@pytest.mark.parametrize(("asked", "table"), QUESTIONS, ids=str)
def test_the_smallest_aggregate_answers_what_the_rows_answer(
    db: Connection, asked: dict[str, str], table: Table
) -> None:
    put(db, ROWS)
    assert table_read(db, "people_met", "interventions", **asked)[0] is table
    light = values(ask(db, "people_met", "interventions", **asked))
    rows = values(ask(db, "people_met", "interventions", **asked, as_of=3))  # the past is read from the rows
    assert light == rows


@pytest.mark.parametrize(
    ("measure", "table"),
    [
        (
            count(INTERVENTIONS, where=s.intervention_kind.c.family == "N", label=""),
            s.intervention_kind_month,
        ),
        (
            count(INTERVENTIONS, where=s.intervention.c.sector_id.is_(None), label=""),
            s.intervention_sector_month,
        ),
        (count(INTERVENTIONS, where=s.intervention.c.hour >= 18, label=""), s.intervention_hour_month),
        (total(INTERVENTIONS, PEOPLE, where=s.intervention.c.hour < 18, label=""), s.intervention_hour_month),
        (
            total(INTERVENTIONS, PEOPLE, where=PEOPLE > 2, label=""),
            s.intervention,
        ),  # of each row, not of their sum
        (count(INTERVENTIONS, where=s.calendar.c.weekday == 7, label=""), s.intervention),
        (count(INTERVENTIONS, where=s.intervention.c.loaded_by == 1, label=""), s.intervention),
        (distinct(INTERVENTIONS, s.intervention.c.sector_id, label=""), s.intervention_sector_month),
        (distinct(INTERVENTIONS, s.intervention.c.agency_id, label=""), s.intervention_month),
        (distinct(INTERVENTIONS, s.sector.c.city_id, label=""), s.intervention_sector_month),
        (
            distinct(INTERVENTIONS, s.intervention.c.day, label=""),
            s.intervention,
        ),  # its days are the first of months
        (distinct(INTERVENTIONS, PEOPLE, label=""), s.intervention),  # the sums are no values
    ],
)
def test_a_measure_is_read_where_all_it_reads_is_known(
    db: Connection, measure: Measure, table: Table
) -> None:
    put(db, ROWS)
    metric = local(measure)
    for by in ("", "month", "agency"):
        assert table_read(db, metric, by=by)[0] is table
        assert values(ask(db, metric, by=by)) == values(ask(db, metric, by=by, as_of=3))


def test_a_measure_of_nothing_is_still_counted_as_zero(bare: Connection) -> None:
    """A count of no row is 0, a sum of no row is not: the sum of counts has to tell."""
    put(bare, ROWS)  # in a store where no file is said to be loaded
    nobody = local(count(INTERVENTIONS, where=s.intervention.c.hour == 3, label=""))
    assert value(ask(bare, nobody)) == value(ask(bare, nobody, as_of=3)) == 0


def test_the_aggregate_is_what_is_read(db: Connection) -> None:
    put(db, ROWS)
    db.execute(update(s.intervention_month).values(people_met=1000))
    assert value(ask(db, "people_met", span="2024-01")) == 1000 + 1000


@pytest.mark.parametrize(
    "asked",
    [
        {"span": "2024-01-01..2024-01-30"},  # not whole months
        {"by": "sector,hour"},  # each known, by two different aggregates
        {"by": "intervention_kind,weekday"},
        {"where": "sector=R-SUD", "by": "hour"},
        {"where": "hour=9,city=ROAZHON"},
    ],
    ids=str,
)
def test_what_no_aggregate_knows_is_read_from_the_rows(db: Connection, asked: dict[str, str]) -> None:
    put(db, ROWS)
    assert table_read(db, "people_met", **asked)[0] is s.intervention
    assert values(ask(db, "people_met", **asked)) == values(ask(db, "people_met", **asked, as_of=3))


def test_the_past_is_read_from_the_rows(db: Connection) -> None:
    put(db, ROWS)
    assert table_read(db, "people_met", as_of=2)[0] is s.intervention
    assert value(ask(db, "people_met", span="2024-02", as_of=2)) == 8
    assert value(ask(db, "people_met", span="2024-02")) == 16


def test_no_aggregate_says_more_than_its_fact() -> None:
    for kept in AGGREGATES:
        assert {*kept.by, *kept.sums, "day"} <= {*kept.fact.c.keys(), "weekday"}
        assert {*kept.by, *kept.sums, "day", "rows", "id"} == set(kept.table.c.keys())


def test_the_smallest_aggregate_comes_first() -> None:
    for number, kept in enumerate(AGGREGATES):
        for larger in AGGREGATES[number + 1 :]:
            assert larger.fact is not kept.fact or not set(larger.by) < set(kept.by)
