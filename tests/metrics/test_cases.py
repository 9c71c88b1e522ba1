"""Every metric of the catalogue, checked by hand on a few rows."""

import pytest
from sqlalchemy import Connection

from metrics.catalogue import METRICS
from tests.metrics.asking import ask, value
from tests.metrics.cases import (
    activity,
    budget,
    cfa,
    dispositifs,
    equality,
    financing,
    funders,
    movements,
    normalised,
    orders,
    renewal,
    rse,
    rse_declared,
    staff_profile,
    training,
    workforce,
    working_time,
)
from tests.metrics.cases.case import Case
from tests.metrics.store import put

CASES = (
    *normalised.CASES,
    *rse.CASES,
    *rse_declared.CASES,
    *activity.CASES,
    *dispositifs.CASES,
    *workforce.CASES,
    *staff_profile.CASES,
    *movements.CASES,
    *working_time.CASES,
    *equality.CASES,
    *financing.CASES,
    *orders.CASES,
    *renewal.CASES,
    *budget.CASES,
    *funders.CASES,
    *training.CASES,
    *cfa.CASES,
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_metric_is_worth_what_a_hand_finds(db: Connection, case: Case) -> None:
    put(db, case.rows)
    assert value(ask(db, case.metric, span=case.span, where=case.where)) == case.expected


@pytest.mark.parametrize("name", METRICS)
def test_every_metric_has_a_case(name: str) -> None:
    assert [case for case in CASES if case.metric == name]


def test_every_case_is_about_a_metric_and_no_two_say_the_same() -> None:
    assert {case.metric for case in CASES} <= set(METRICS)
    assert len({str(case) for case in CASES}) == len(CASES)
