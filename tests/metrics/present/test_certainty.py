"""A rate over few people is shown with their number and its interval, and neither when it is hidden."""

from dataclasses import replace
from fractions import Fraction

import pytest
from sqlalchemy import Connection

from metrics.catalogue import METRICS
from metrics.present import certainty, json, text
from metrics.present.certainty import Certainty
from metrics.present.words import NO_BREAK
from metrics.result import HIDDEN, MISSING, NOT_COMPUTABLE, Figure, State
from tests.metrics.asking import ask
from tests.metrics.store import put

RATE = METRICS["pass_rate"]
PASSED = Figure(Fraction(18, 23) * 100, State.PRESENT, Fraction(18), Fraction(23))
EXAMS = """
    exam  day         result  times
          2024-06-28  passed  18
          2024-06-28  failed  5
          2023-06-28  passed  13
"""


def plainly(written: str) -> str:
    """The text as one reads it, no-break spaces or not."""
    return written.replace(NO_BREAK, " ")


def test_a_rate_is_written_with_how_many_and_its_interval() -> None:
    assert plainly(certainty.exact(PASSED, RATE)) == "78,3 % (n = 23 ; 58 à 90 %)"


def test_the_interval_is_in_the_unit_of_the_figure_and_around_it() -> None:
    known = certainty.certainty(PASSED, RATE)
    assert known is not None
    assert known.interval is not None
    low, high = known.interval
    assert (
        Fraction(581, 10) < low + Fraction(1, 100) < high < Fraction(9034, 100)
    )  # Wilson, by hand: 58.10, 90.34
    assert PASSED.value is not None
    assert low < PASSED.value < high


@pytest.mark.parametrize("figure", [HIDDEN, MISSING, replace(NOT_COMPUTABLE, numerator=Fraction(3))])
def test_a_figure_without_a_value_says_nothing_more(figure: Figure) -> None:
    assert certainty.certainty(figure, RATE) is None
    assert plainly(certainty.exact(figure, RATE)) in ("s", "n.d.", "n.c.")


def test_a_metric_without_interval_is_written_alone() -> None:
    assert plainly(certainty.exact(PASSED, replace(RATE, interval=False))) == "78,3 %"


def test_a_figure_that_rests_on_a_base_says_how_many() -> None:
    figure = Figure(Fraction(43, 100), State.PRESENT, Fraction(43), Fraction(100), base=Fraction(3))
    metric = replace(RATE, interval=False, unit=METRICS["interventions_per_hour"].unit)
    assert certainty.certainty(figure, metric) == Certainty(Fraction(3))
    assert plainly(certainty.exact(figure, metric)) == "0,43 par heure (n = 3)"


def test_everyone_passed_keeps_a_width_under_a_hundred_per_cent() -> None:
    everyone = Figure(Fraction(100), State.PRESENT, Fraction(20), Fraction(20))
    assert plainly(certainty.exact(everyone, RATE)) == "100,0 % (n = 20 ; 84 à 100 %)"


def test_the_table_shows_it_for_the_figure_and_for_what_it_is_set_against(db: Connection) -> None:
    put(db, EXAMS)
    *_, line, _loaded = plainly(text.result(ask(db, "pass_rate", versus="previous-year"))).splitlines()
    assert line.split("  ")[0] == "78,3 % (n = 23 ; 58 à 90 %)"
    assert "n.c." in line


def test_a_program_reads_the_bounds_and_nothing_under_the_threshold(db: Connection) -> None:
    put(db, EXAMS)
    told = json.result(ask(db, "pass_rate", "candidates", versus="previous-year"))["rows"][0]["figures"]
    low, high = told["pass_rate"]["interval"]
    assert (told["pass_rate"]["n"], round(low), round(high)) == (23, 58, 90)
    few = told["pass_rate"]["reference"]
    assert (few["n"], few["interval"]) == (None, None)
    assert (few["state"], few["numerator"], few["denominator"]) == ("not_computable", None, None)
    assert not {"n", "interval"} & set(told["candidates"])


def test_hours_of_those_who_attend_do_not_say_how_many_begin(db: Connection) -> None:
    put(
        db,
        """
        attendance  day         programme  employer  learners  trainee_minutes
                    2024-03-04  MODULE     own       6         600
                    2024-04-01  MODULE     own       0         600
        """,
    )  # six attend in April too, when nobody begins
    answered = ask(db, "employees_training_hours")
    assert "n =" not in plainly(text.result(answered))
    assert "n" not in json.result(answered)["rows"][0]["figures"]["employees_training_hours"]
