"""Joins follow foreign keys only, so that no row is ever counted twice, nor lost."""

import pytest
from sqlalchemy import Connection

from data_access import schema as s
from metrics.catalogue import METRICS
from metrics.catalogue.dimensions import DIMENSIONS
from metrics.joins import path_to
from tests.metrics.asking import ask, value, values
from tests.metrics.store import FACTS, put

THREE = """
    intervention  day         dispositif  sector  intervention_kind  people_met
                  2024-05-01  JOUR        R-NORD  BRUIT              1
                  2024-05-01  JOUR        R-SUD   CONFLIT            10
                  2024-05-02  QUARTIER    -       BRUIT              100
"""


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("sector", {"R-NORD": 1, "R-SUD": 10, None: 100}),
        ("city", {"ROAZHON": 1 + 10, None: 100}),  # two hops: sector, then city
        ("funder", {"VILLE-R": 1 + 10, "VILLE-N": 100}),  # two hops: dispositif, then funder
        ("funder_kind", {"city": 1 + 10 + 100}),
        ("intervention_family", {"N": 1 + 100, "C": 10}),
        ("weekday", {3: 1 + 10, 4: 100}),
        ("branch", {"mediation": 1 + 10 + 100}),
        (
            "sector,intervention_kind",
            {("R-NORD", "BRUIT"): 1, ("R-SUD", "CONFLIT"): 10, (None, "BRUIT"): 100},
        ),
    ],
)
def test_a_breakdown_through_a_snowflake_neither_multiplies_nor_loses_rows(
    db: Connection, by: str, expected: dict[object, int]
) -> None:
    put(db, THREE)
    assert values(ask(db, "people_met", by=by)) == expected


def test_a_filter_and_a_breakdown_through_the_same_table_join_it_once(db: Connection) -> None:
    put(db, THREE)
    answered = ask(db, "people_met", by="city,sector", where="city=ROAZHON,family=day,funder=VILLE-R")
    assert values(answered) == {("ROAZHON", "R-NORD"): 1, ("ROAZHON", "R-SUD"): 10}


def test_a_filter_on_what_is_not_filled_in_keeps_those_rows(db: Connection) -> None:
    put(db, THREE)
    assert value(ask(db, "people_met", where="sector=vide")) == 100
    assert value(ask(db, "people_met", where="sector=R-NORD|vide")) == 1 + 100
    assert value(ask(db, "people_met", where="city=vide")) == 100


def test_a_condition_of_a_definition_reads_another_table_without_losing_the_others(db: Connection) -> None:
    put(
        db,
        """
        meeting  day         meeting_kind  participations
                 2024-05-01  CELLULE       2
                 2024-05-01  CAFE          3
        """,
    )
    assert values(ask(db, "meetings", "meetings_set_by_market")) == {(): (2 + 3, 2)}
    assert values(ask(db, "meetings", "meetings_set_by_market", by="meeting_kind")) == {
        "CELLULE": (2, 2),
        "CAFE": (3, 0),
    }


def test_metrics_of_two_facts_stand_side_by_side_without_crossing_their_rows(db: Connection) -> None:
    put(
        db,
        """
        intervention  day         dispositif  times
                      2024-05-01  JOUR        3

        field_hours   day         dispositif  done_minutes  times
                      2024-05-01  JOUR        60            2
                      2024-05-01  QUARTIER    60            5
        """,
    )
    shown = values(ask(db, "interventions", "field_hours", by="agency"))
    assert (shown["RENNES"], shown["NANTES"]) == ((3, 2), (0, 5))  # and not 3 × 2


def test_every_join_leads_to_a_primary_key() -> None:
    reached = [dimension.column_from(fact) for fact in FACTS for dimension in DIMENSIONS.values()]
    hops = [
        hop
        for fact in FACTS
        for column in reached
        if column is not None
        for hop in path_to(fact.table, column) or ()
    ]
    assert hops
    for hop in hops:
        assert [column.name for column in hop.column.table.primary_key] == [hop.column.name]


FOR_THE_ASSOCIATION_ONLY = {
    "birth_countries",  # would bound a hidden count
    "legal_headcount",  # a threshold of the employer
    "absence_days",  # one person of an agency
    "permanent_turnover",  # the leavers of an agency, from its mean headcount
    "staff_turnover",  # the hidden one of the entries and exits of an agency, from the other
    "lost_days",  # a few accidents in all
    "accidents_with_stop",
    "commute_accidents",
    "accident_frequency",
    "accident_severity",
    "vsme_accident_rate",
    "manager_training_days",  # a few managers in all
    "employees_training_hours",  # a few employees of an agency among its trainees
    "employees_in_title_modules",
    "msads_graduates_share",  # a few graduates of an agency
    "amis_graduates_share",
    "employee_graduates",  # so few that an agency names them
    "learners",  # the few apprentices of an agency, once the other learners are taken off
    "title_hours",  # how many prepare each title in an agency, from the lengths of titles
}


def test_every_metric_reads_agencies_but_those_of_the_employer_or_that_would_tell_of_someone() -> None:
    agency = DIMENSIONS["agency"]
    assert agency.key is s.agency.c.id
    by_agency = [metric for metric in METRICS.values() if all(map(agency.reached_from, metric.facts))]
    found = {metric.id for metric in by_agency if not metric.allows(agency)}
    assert found == FOR_THE_ASSOCIATION_ONLY
