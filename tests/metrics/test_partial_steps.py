"""A step of time that is not all there says so: a month one agency has not sent is no fall."""

from typing import Any

import pytest
from sqlalchemy import Connection

from metrics.result import Result
from tests.metrics.asking import ask, values
from tests.metrics.store import cover, put

ROUNDS = """
intervention  day         dispositif  times
              2024-01-10  JOUR        4
              2024-01-10  QUARTIER    6
              2024-02-10  JOUR        4
              2024-02-10  QUARTIER    6
              2024-03-10  JOUR        4
"""


@pytest.fixture
def late(bare: Connection) -> Connection:
    """Three months, of which Nantes has not sent the last."""
    cover(bare, "interventions", "2024-01", "2024-03", dispositif="JOUR")  # Rennes
    cover(bare, "interventions", "2024-01", "2024-02", dispositif="QUARTIER")  # Nantes
    put(bare, ROUNDS)
    return bare


def partial(result: Result) -> dict[Any, bool]:
    """Which lines are partial, by their members as ``values`` names them."""
    cells = (row.cells[0].partial for row in result.rows)
    return dict(zip(values(result), cells, strict=True))


def test_the_month_that_an_agency_has_not_sent_is_partial_and_the_others_are_not(late: Connection) -> None:
    answer = ask(late, "interventions", span="2024-01..2024-03", by="month")
    assert [*values(answer).values()] == [4 + 6, 4 + 6, 4]
    assert [*partial(answer).values()] == [False, False, True]
    assert answer.is_partial(answer.query.metrics[0])


def test_the_months_of_an_agency_that_sent_them_all_are_whole(late: Connection) -> None:
    answer = ask(late, "interventions", span="2024-01..2024-03", by="month", where="agency=RENNES")
    assert [*partial(answer).values()] == [False, False, False]


def test_among_agencies_the_one_that_is_late_has_no_figure_and_the_other_a_whole_one(
    late: Connection,
) -> None:
    answer = ask(late, "interventions", span="2024-03", by="month,agency", where="agency=RENNES|NANTES")
    assert [*values(answer).values()] == [4, "n.d."]
    assert [*partial(answer).values()] == [False, False]  # n.d. says enough


def test_a_month_that_the_period_cuts_is_partial(db: Connection) -> None:
    put(db, ROUNDS)
    answer = ask(db, "interventions", span="2024-01-05..2024-02-29", by="month")
    assert [*partial(answer).values()] == [True, False]


def test_a_year_to_date_is_a_part_of_its_year(db: Connection) -> None:
    put(db, ROUNDS)
    answer = ask(db, "interventions", span="ytd:2024-03", by="year")
    assert [*partial(answer).values()] == [True]


def test_the_headcount_of_a_month_end_is_whole_wherever_the_period_begins(db: Connection) -> None:
    put(db, "staff  day         dispositif\n       2024-01-31  JOUR\n       2024-02-29  JOUR")
    answer = ask(db, "headcount", span="2024-01-15..2024-02-29", by="month")
    assert [*partial(answer).values()] == [False, False]


def test_without_steps_of_time_only_the_whole_answer_is_partial(late: Connection) -> None:
    answer = ask(late, "interventions", span="2024-01..2024-03")
    assert ([*partial(answer).values()], answer.partial) == ([False], (True,))


LEDGER = """
ledger  day         account  amount_cents
        2024-01-31  706      10000
        2024-02-29  706      20000
"""


def test_a_part_of_a_month_of_the_ledger_is_neither_nothing_nor_the_whole_month(db: Connection) -> None:
    put(db, LEDGER)
    for span in ("2024-01-15", "2024-01-20..2024-02-10", "2024-01-01..2024-02-28"):
        assert values(ask(db, "revenue", span=span)) == {(): "n.d."}, span
    assert values(ask(db, "revenue", span="2024-01-01..2024-01-31")) == {(): 100}


def test_of_a_span_that_cuts_a_month_the_whole_months_are_known(db: Connection) -> None:
    put(db, LEDGER)
    answer = ask(db, "revenue", span="2024-01-15..2024-02-29", by="month")
    assert [*values(answer).values()] == ["n.d.", 200]


def test_a_rate_over_hours_written_by_month_is_not_known_for_some_days(db: Connection) -> None:
    put(
        db,
        """
        hours_worked  day         theoretical_minutes  worked_minutes
                      2024-01-01  60000                60000

        accident  day         times
                  2024-01-10  30
        """,
    )
    assert values(ask(db, "accident_frequency", span="2024-01-05..2024-01-20")) == {(): "n.d."}
    assert values(ask(db, "accident_frequency", span="2024")) == {(): 30 * 1_000_000 / 1000}
