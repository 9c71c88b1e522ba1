"""Registers that begin in different years: before its own, a figure is not known, which is no 0."""

import pytest
from sqlalchemy import Connection

from metrics import period
from metrics.catalogue import METRICS
from metrics.query import Query
from metrics.run import ask as ask_store
from tests.metrics.asking import EVERYTHING, Shown, ask, shown, value
from tests.metrics.store import cover, put

ROWS = """
    enrolment   valid_from  valid_to    ended_on    outcome      times
                2018-10-01  2019-06-27  2019-06-26  passed       5
                2018-10-01  -           -           in_training  6

    exam        day         result  times
                2019-06-26  passed  6

    attendance  day         programme  trainee  learners
                2023-05-02  ACCUEIL    other    7
"""


@pytest.fixture
def registers(bare: Connection) -> Connection:
    """Enrolments from 2018, juries from 2019, learners from 2023."""
    cover(bare, "inscriptions au CFA", "2018-01", "2024-12")
    cover(bare, "examens", "2019-01", "2024-12")
    cover(bare, "stagiaires", "2023-01", "2024-12")
    put(bare, ROWS)
    return bare


@pytest.mark.parametrize(
    ("metric", "span", "expected"),
    [
        ("apprentices_in_training", "2017", "n.d."),
        ("apprentices_in_training", "2018", 5 + 6),
        ("apprentices_in_training", "2019", 5 + 6),
        ("apprentices_in_training", "2020", 6),  # by an enrolment of a file loaded for 2018
        ("graduates", "2018", "n.d."),
        ("graduates", "2019", 6),
        ("graduates", "2020", 0),
        ("candidates", "2018-12", "n.d."),
        ("pass_rate", "2018", "n.d."),
        ("interruptions", "2017", "n.d."),
        ("interruptions", "2018", 0),
        ("trainee_hours", "2022", "n.d."),
        ("learners", "2022", "n.d."),  # not the apprentices alone
        ("learners", "2023", 6 + 7),
        ("learners", "2024", 6 + 0),
    ],
)
def test_a_register_counts_from_its_first_month_and_not_before(
    registers: Connection, metric: str, span: str, expected: int | str
) -> None:
    assert value(ask(registers, metric, span=span)) == expected


def test_a_period_that_begins_before_a_register_says_that_months_are_missing(registers: Connection) -> None:
    answered = ask(registers, "graduates", "candidates", span="2018..2024")
    assert answered.partial == (True, True)
    assert ask(registers, "graduates", "apprentices_in_training", span="2019..2024").partial == (False, False)


@pytest.mark.parametrize(("span", "partial"), [("2018-01", True), ("2018", True), ("2018-02", False)])
def test_the_first_month_of_a_register_misses_those_who_began_before_and_says_so(
    registers: Connection, span: str, partial: bool
) -> None:
    assert ask(registers, "apprentices_in_training", span=span).partial == (partial,)
    assert ask(registers, "interruptions", span=span).partial == (False,)  # dated: nothing came before


def on_the_sample(store: str, name: str, span: str) -> Shown:
    """The figure of the sample years."""
    asked = Query(metrics=(METRICS[name],), period=period.parse(span))
    return shown(ask_store(store, asked, EVERYTHING).rows[0].cells[0].figure)


@pytest.mark.parametrize(("span", "expected"), [("2018", "n.d."), ("2019", 7), ("2018-09", "n.d.")])
def test_the_sample_holds_juries_from_2019(sample: str, span: str, expected: int | str) -> None:
    assert on_the_sample(sample, "candidates", span) == expected


@pytest.mark.parametrize(
    ("span", "expected"), [("2017", "n.d."), ("2018", 8), ("2019..2024", 112), ("2024", 45)]
)
def test_the_sample_holds_enrolments_from_2018(sample: str, span: str, expected: int | str) -> None:
    assert on_the_sample(sample, "apprentices_in_training", span) == expected
