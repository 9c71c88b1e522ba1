"""Each figure against another period: both ends move, and a percentage moves in points."""

from fractions import Fraction

import pytest
from sqlalchemy import Connection

from data_access.errors import QueryError
from tests.metrics.asking import ask, change, changes, reference, references, value, values
from tests.metrics.store import put

EACH_MONTH = """
    intervention  day         people_met
                  2022-12-10  1
                  2023-01-10  2
                  2023-02-10  3
                  2023-03-10  5
                  2023-11-10  7
                  2023-12-10  11
                  2024-01-10  13
                  2024-02-10  17
                  2024-03-10  19
                  2024-12-10  23
"""


@pytest.mark.parametrize(
    ("span", "versus", "expected", "against"),
    [
        ("2024", "previous-year", 13 + 17 + 19 + 23, 2 + 3 + 5 + 7 + 11),
        ("2024", "previous-period", 13 + 17 + 19 + 23, 2 + 3 + 5 + 7 + 11),
        ("2024-01", "previous-year", 13, 2),
        ("2024-01", "previous-period", 13, 11),
        ("2024-03", "previous-period", 19, 17),
        ("2024-T1", "previous-year", 13 + 17 + 19, 2 + 3 + 5),
        ("2024-T1", "previous-period", 13 + 17 + 19, 7 + 11),
        ("ytd:2024-02", "previous-year", 13 + 17, 2 + 3),  # and not the whole of 2023
        ("ytd:2024-02", "previous-period", 13 + 17, 2 + 3),
        ("12m:2024-02", "previous-year", 5 + 7 + 11 + 13 + 17, 1 + 2 + 3),
        ("12m:2024-02", "previous-period", 5 + 7 + 11 + 13 + 17, 1 + 2 + 3),
        ("scolaire:2023", "previous-year", 7 + 11 + 13 + 17 + 19, 1 + 2 + 3 + 5),
        ("2024-02..2024-03", "previous-period", 17 + 19, 11 + 13),
        ("2024-02-10..2024-03-12", "previous-period", 17 + 19, 13),  # 32 days, so from 9 January
        ("2024-02-10..2024-03-10", "previous-year", 17 + 19, 3 + 5),
        ("2024-01", "2023-03", 13, 5),
        ("2024-T1", "2023", 13 + 17 + 19, 2 + 3 + 5 + 7 + 11),
        ("2023..2024", "previous-year", 2 + 3 + 5 + 7 + 11 + 13 + 17 + 19 + 23, 1 + 2 + 3 + 5 + 7 + 11),
    ],
)  # fmt: skip
def test_each_comparison_meets_the_period_it_names(
    db: Connection, span: str, versus: str, expected: int, against: int
) -> None:
    put(db, EACH_MONTH)
    answered = ask(db, "people_met", span=span, versus=versus)
    assert (value(answered), reference(answered)) == (expected, against)


def test_two_overlapping_periods_both_count_the_days_they_share(db: Connection) -> None:
    put(db, EACH_MONTH)
    answered = ask(db, "people_met", span="2024-01..2024-03", versus="2024-02..2024-12")
    assert (value(answered), reference(answered)) == (13 + 17 + 19, 17 + 19 + 23)


def test_a_change_is_in_percent_of_the_reference(db: Connection) -> None:
    put(db, EACH_MONTH)
    assert change(ask(db, "people_met", span="2024-01", versus="previous-year")) == Fraction(13 - 2, 2) * 100


def test_a_change_of_a_percentage_is_in_points(db: Connection) -> None:
    put(
        db,
        """
        field_hours  day         planned_minutes  done_minutes
                     2023-05-01  200              124
                     2024-05-01  200              130
        """,
    )
    assert change(ask(db, "presence_rate", versus="previous-year")) == 65 - 62  # and not +4.8 %


def test_a_change_of_a_ratio_that_is_no_percentage_is_in_percent(db: Connection) -> None:
    put(
        db,
        """
        intervention  day         times
                      2023-05-01  4
                      2024-05-01  5

        field_hours   day         done_minutes
                      2023-05-01  120
                      2024-05-01  120
        """,
    )
    assert change(ask(db, "interventions_per_hour", versus="previous-year")) == Fraction(5 - 4, 4) * 100


def test_a_change_from_zero_is_not_computable(db: Connection) -> None:
    put(db, "intervention day\n 2024-05-01")
    answered = ask(db, "interventions", versus="previous-year")
    assert (reference(answered), change(answered)) == (0, "n.c.")


def test_a_change_from_a_negative_amount_keeps_the_sense_of_the_move(db: Connection) -> None:
    put(
        db,
        """
        ledger  day         amount_cents
                2023-05-01  -20000
                2024-05-01  -10000
        """,
    )
    assert change(ask(db, "revenue", versus="previous-year")) == 50  # less negative: upwards


def test_january_meets_january(db: Connection) -> None:
    put(db, EACH_MONTH)
    answered = ask(db, "people_met", span="2024-01..2024-03", by="month", versus="previous-year")
    assert values(answered) == {"2024-01": 13, "2024-02": 17, "2024-03": 19}
    assert references(answered) == {"2024-01": 2, "2024-02": 3, "2024-03": 5}


def test_the_first_month_meets_the_first_month_of_the_period_before(db: Connection) -> None:
    put(db, EACH_MONTH)
    answered = ask(db, "people_met", span="2024-01..2024-03", by="month", versus="previous-period")
    assert references(answered) == {"2024-01": 0, "2024-02": 7, "2024-03": 11}


@pytest.mark.parametrize(
    ("span", "by", "versus"),
    [
        ("2024-03-10..2024-03-20", "month", "previous-period"),  # from 28 February: which month is March?
        ("2024-02..2024-03", "quarter", "previous-period"),  # December and January are in two quarters
        ("2024-T1", "quarter", "2023-02..2023-04"),
        ("marche:2024", "month", "2024"),  # each dispositif has its own first month
    ],
)
def test_steps_of_time_that_do_not_meet_are_refused_rather_than_compared_askew(
    db: Connection, span: str, by: str, versus: str
) -> None:
    put(db, EACH_MONTH)
    with pytest.raises(QueryError, match="ne commencent pas au même endroit"):
        ask(db, "people_met", span=span, by=by, versus=versus)
    assert value(ask(db, "people_met", span=span, versus=versus)) != "n.d."  # without steps, they compare


def test_days_against_the_same_days_of_the_year_before_meet_month_by_month(db: Connection) -> None:
    put(db, EACH_MONTH)
    answered = ask(db, "people_met", span="2024-02-10..2024-03-09", by="month", versus="previous-year")
    assert references(answered) == {"2024-02": 3, "2024-03": 0}


def test_a_quarter_cut_short_by_the_period_counts_only_its_days_inside(db: Connection) -> None:
    put(db, EACH_MONTH)
    answered = ask(db, "people_met", span="2024-02..2024-12", by="quarter", versus="previous-year")
    assert values(answered) == {"2024-01": 17 + 19, "2024-04": 0, "2024-07": 0, "2024-10": 23}
    assert references(answered)["2024-01"] == 3 + 5


def test_each_member_meets_itself(db: Connection) -> None:
    put(
        db,
        """
        intervention  day         dispositif  times
                      2023-05-01  JOUR        2
                      2023-05-01  QUARTIER    5
                      2024-05-01  JOUR        3
                      2024-05-01  QUARTIER    4
        """,
    )
    moved = changes(ask(db, "interventions", by="agency", versus="previous-year"))
    assert (moved["RENNES"], moved["NANTES"]) == (50, -20)


def test_a_question_without_comparison_has_none(db: Connection) -> None:
    answered = ask(db, "interventions")
    assert (reference(answered), change(answered)) == ("–", "–")
    assert answered.versus_label == ""


def test_the_comparison_is_named_in_words(db: Connection) -> None:
    assert ask(db, "interventions", span="2024-03", versus="previous-year").versus_label == "mars 2023"
    assert ask(db, "interventions", span="2024-03", versus="previous-period").versus_label == "février 2024"
    assert ask(db, "interventions", versus="target").versus_label == "objectif"


def test_unequal_lengths_are_said_and_sums_of_them_tell_no_percentage(db: Connection) -> None:
    """11 months against 12 would show a fall of a twelfth where nothing fell; a rate tells its own."""
    put(
        db,
        """
        intervention  day         people_met
                      2023-10-01  4
                      2024-09-01  6
                      2024-11-01  8

        field_hours   day         planned_minutes  done_minutes
                      2023-10-01  600              300
                      2024-09-01  600              300
                      2024-11-01  600              600
        """,
    )
    longer = {"span": "ytd:2024-11", "versus": "2023-10..2024-09"}
    answered = ask(db, "people_met", **longer)
    assert (value(answered), reference(answered), change(answered)) == (6 + 8, 4 + 6, "n.c.")
    assert answered.versus_label == "octobre 2023 à septembre 2024 (durées inégales : 11 mois et 12 mois)"
    assert change(ask(db, "presence_rate", **longer)) == 75 - 50
    alike = ask(db, "people_met", span="ytd:2024-11", versus="2023-10..2024-08")
    assert (change(alike), alike.versus_label) == (Fraction(14 - 4, 4) * 100, "octobre 2023 à août 2024")
    each = ask(db, "people_met", by="month", span="2024-09..2024-11", versus="2023-10")
    assert Fraction(6 - 4, 4) * 100 in changes(each).values()  # each month has its like


def test_an_unknown_comparison_is_refused_with_those_that_exist(db: Connection) -> None:
    with pytest.raises(QueryError, match=r"« hier ».*previous-year.*median"):
        ask(db, "interventions", versus="hier")
