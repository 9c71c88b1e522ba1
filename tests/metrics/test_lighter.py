"""An aggregate may answer faster, but only when it says exactly what the rows say."""

import pytest
from sqlalchemy import Connection, update

from data_access import schema as s
from data_access.aggregates import AGGREGATES
from metrics.asked import slots
from metrics.catalogue.facts import INTERVENTIONS
from metrics.lighter import lighter
from metrics.model import Dimension
from tests.metrics.asking import ask, known, question, value, values
from tests.metrics.store import put

ROWS = """
    intervention  day         dispositif  sector  intervention_kind  people_met  loaded_by  retired_by
                  2023-12-31  JOUR        R-NORD  BRUIT              1           1          -
                  2024-01-01  JOUR        R-SUD   CONFLIT            2           1          -
                  2024-01-31  QUARTIER    -       BRUIT              4           1          -
                  2024-02-01  QUARTIER    -       BRUIT              8           1          3
                  2024-02-01  QUARTIER    -       BRUIT              16          3          -
                  2024-12-31  NUIT        -       BRUIT              32          2          -
"""
QUESTIONS = [
    {},
    {"by": "month"},
    {"by": "quarter,agency"},
    {"by": "dispositif", "versus": "previous-year"},
    {"by": "family"},
    {"where": "agency=RENNES|NANTES"},
    {"where": "funder=VILLE-N", "by": "month"},
    {"span": "marche:2024", "by": "dispositif"},
    {"span": "12m:2024-01"},
]


def is_light(db: Connection, *metrics: str, as_of: int | None = None, **asked: str) -> bool:
    """Whether an aggregate answers the question."""
    query = question(known(db).names, *metrics, **asked)
    measures = tuple(measure for each in query.metrics for measure in each.measures)
    dimensions: tuple[Dimension, ...] = (*query.groups, *(f.dimension for f in query.where))
    fact, _ = lighter(INTERVENTIONS, measures, dimensions, slots(query, {"JOUR": 10}), as_of)
    return fact is not INTERVENTIONS


@pytest.mark.parametrize("asked", QUESTIONS, ids=str)
def test_an_aggregate_answers_what_the_rows_answer(db: Connection, asked: dict[str, str]) -> None:
    put(db, ROWS)
    assert is_light(db, "people_met", "interventions", **asked)
    light = values(ask(db, "people_met", "interventions", **asked))
    rows = values(ask(db, "people_met", "interventions", **asked, as_of=3))  # the past is read from the rows
    assert light == rows


def test_the_aggregate_is_what_is_read(db: Connection) -> None:
    put(db, ROWS)
    db.execute(update(s.intervention_month).values(people_met=1000))
    assert value(ask(db, "people_met", span="2024-01")) == 1000 + 1000


@pytest.mark.parametrize(
    "asked",
    [
        {"span": "2024-01-01..2024-01-30"},  # not whole months
        {"by": "sector"},  # the aggregate no longer knows it
        {"by": "intervention_kind"},
        {"by": "weekday"},  # its days are the first of months
        {"by": "hour"},
        {"where": "sector=R-SUD"},
        {"where": "city=ROAZHON"},
    ],
    ids=str,
)
def test_what_an_aggregate_has_forgotten_is_read_from_the_rows(db: Connection, asked: dict[str, str]) -> None:
    put(db, ROWS)
    assert not is_light(db, "people_met", **asked)
    assert values(ask(db, "people_met", **asked)) == values(ask(db, "people_met", **asked, as_of=3))


def test_the_past_is_read_from_the_rows(db: Connection) -> None:
    put(db, ROWS)
    assert not is_light(db, "people_met", as_of=2)
    assert value(ask(db, "people_met", span="2024-02", as_of=2)) == 8
    assert value(ask(db, "people_met", span="2024-02")) == 16


def test_no_aggregate_says_more_than_its_fact() -> None:
    for kept in AGGREGATES:
        assert {*kept.by, *kept.sums, "day"} <= set(kept.fact.c.keys())
        assert {*kept.by, *kept.sums, "day", "rows", "id"} == set(kept.table.c.keys())
