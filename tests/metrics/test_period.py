"""Periods are half-open runs of days: each notation means one, and each one writes itself back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.errors import QueryError
from metrics import period
from metrics.period import Kind, Period, add_months

NOTATIONS = {
    "2024": (Kind.YEAR, "2024-01-01", "2025-01-01", "année 2024"),
    "2024-12": (Kind.MONTH, "2024-12-01", "2025-01-01", "décembre 2024"),
    "2024-T1": (Kind.QUARTER, "2024-01-01", "2024-04-01", "1er trimestre 2024"),
    "2024-T3": (Kind.QUARTER, "2024-07-01", "2024-10-01", "3e trimestre 2024"),
    "2023-10..2024-09": (Kind.FREE, "2023-10-01", "2024-10-01", "octobre 2023 à septembre 2024"),
    "2019..2024": (Kind.FREE, "2019-01-01", "2025-01-01", "années 2019 à 2024"),
    "2024-02-10..2024-03-09": (Kind.FREE, "2024-02-10", "2024-03-10", "du 10/02/2024 au 09/03/2024"),
    "ytd:2024-09": (Kind.YEAR_TO_DATE, "2024-01-01", "2024-10-01", "cumul à fin septembre 2024"),
    "12m:2024-02": (Kind.ROLLING_YEAR, "2023-03-01", "2024-03-01", "12 mois à fin février 2024"),
    "scolaire:2023": (Kind.SCHOOL_YEAR, "2023-09-01", "2024-09-01", "année scolaire 2023-2024"),
    "marche:2024": (Kind.CONTRACT_YEAR, "2023-02-01", "2025-01-01", "exercice de marché 2024"),
}


@pytest.mark.parametrize("text", NOTATIONS)
def test_each_notation_means_its_days_and_its_name(text: str) -> None:
    kind, start, stop, label = NOTATIONS[text]
    found = period.parse(text)
    assert (found.kind, str(found.start), str(found.stop), found.label) == (kind, start, stop, label)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2024-12-15", "journée du 15/12/2024"),  # one day is not from itself to itself
        ("2024-12-15..2024-12-15", "journée du 15/12/2024"),
        ("2024-03..2024-03", "mars 2024"),
    ],
)
def test_what_starts_and_ends_alike_is_named_once(text: str, label: str) -> None:
    assert period.parse(text).label == label


def test_twelve_months_from_january_are_the_year() -> None:
    free = Period(Kind.FREE, date(2024, 1, 1), date(2025, 1, 1))
    assert (free.label, free.previous_year().label) == ("année 2024", "année 2023")


def test_every_kind_of_period_has_a_notation() -> None:
    assert {kind for kind, *_ in NOTATIONS.values()} == set(Kind)


@pytest.mark.parametrize("text", [text for text in NOTATIONS if text != "2019..2024"])
def test_each_notation_round_trips(text: str) -> None:
    assert str(period.parse(text)) == text


def test_years_from_to_write_themselves_back_as_the_same_days() -> None:
    assert period.parse(str(period.parse("2019..2024"))) == period.parse("2019..2024")


def test_whole_months_that_make_a_year_are_that_year() -> None:
    assert period.parse("2024-01..2024-12") == period.parse("2024") == period.parse("2024..2024")


MEANINGLESS = (
    "", "24", "2024-13", "2024-00", "2024-T5", "2024-T0", "2024/12", "ytd:2024",
    "12m:2024", "scolaire:", "mars", "marche:x", "exercice:2024", "2024..", "..2024", "2024..2023..2022",
    "2024-02-30", "0000", "ytd:2024-13", "0001", "9999", "12m:0001-01", "marche:99999",
    "scolaire:99999999999999999999", "marche:99999999999999999999", "scolaire:+2023", "9999-12-31",
)  # fmt: skip


@pytest.mark.parametrize("text", MEANINGLESS)
def test_a_notation_that_means_nothing_is_refused_with_those_that_exist(text: str) -> None:
    with pytest.raises(QueryError, match=r"2023-10\.\.2024-09.*marche:2024"):
        period.parse(text)


@pytest.mark.parametrize("text", ["2024..2023", "2024-09..2023-10", "2024-03-10..2024-03-09"])
def test_a_period_that_ends_before_it_starts_is_refused_in_words(text: str) -> None:
    with pytest.raises(QueryError, match="vide"):
        period.parse(text)


@pytest.mark.parametrize(
    ("text", "year_before", "just_before"),
    [
        ("2024", "2023", "2023"),
        ("2024-01", "2023-01", "2023-12"),
        ("2024-T1", "2023-T1", "2023-T4"),
        ("ytd:2024-09", "ytd:2023-09", "ytd:2023-09"),
        ("12m:2024-09", "12m:2023-09", "12m:2023-09"),
        ("scolaire:2023", "scolaire:2022", "scolaire:2022"),
        ("marche:2024", "marche:2023", "marche:2023"),
        ("2024-02..2024-03", "2023-02..2023-03", "2023-12..2024-01"),
        ("2024-02-10..2024-03-09", "2023-02-10..2023-03-09", "2024-01-12..2024-02-09"),
        ("2024-02-29", "2023-02-28..2023-02-28", "2024-02-28..2024-02-28"),
        ("2024-02-28", "2023-02-28..2023-02-28", "2024-02-27..2024-02-27"),
        ("2024-02", "2023-02", "2024-01"),
    ],
)
def test_both_ends_of_a_period_shift(text: str, year_before: str, just_before: str) -> None:
    asked = period.parse(text)
    assert (str(asked.previous_year()), str(asked.previous())) == (year_before, just_before)
    assert asked.previous_year().kind is asked.kind


@given(st.dates(date(2000, 1, 1), date(2040, 1, 1)), st.integers(0, 800))
def test_a_period_always_has_one_a_year_before_that_ends_a_year_before(first: date, more: int) -> None:
    asked = Period(Kind.FREE, first, first + timedelta(more + 1))
    before = asked.previous_year()
    assert (before.start, before.last_day) == (add_months(first, -12), add_months(asked.last_day, -12))


@given(st.dates(date(2000, 1, 1), date(2040, 1, 1)), st.integers(0, 800))
def test_the_period_before_touches_this_one(first: date, more: int) -> None:
    asked = Period(Kind.FREE, first, first + timedelta(more + 1))
    assert asked.previous().stop == asked.start


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2024-01-31", 1, "2024-02-29"),  # a month later, there is no 31st
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-03-31", -1, "2024-02-29"),
        ("2024-08-31", 1, "2024-09-30"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-12-01", 1, "2025-01-01"),
        ("2024-01-01", -13, "2022-12-01"),
    ],
)
def test_a_month_from_the_31st_is_the_last_day_of_a_shorter_month(
    day: str, months: int, expected: str
) -> None:
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(expected)


@pytest.mark.parametrize("text", [text for text in NOTATIONS if text != "2024-02-10..2024-03-09"])
def test_periods_in_months_start_and_stop_on_a_first(text: str) -> None:
    found = period.parse(text)
    assert (found.start.day, found.stop.day) == (1, 1)


@pytest.mark.parametrize(
    ("first_month", "start", "stop"),
    [
        (1, "2024-01-01", "2025-01-01"),
        (2, "2023-02-01", "2024-02-01"),
        (10, "2023-10-01", "2024-10-01"),
        (12, "2023-12-01", "2024-12-01"),
    ],
)
def test_a_contract_year_ends_in_its_year_whatever_month_it_starts(
    first_month: int, start: str, stop: str
) -> None:
    assert tuple(map(str, period.parse("marche:2024").window(first_month))) == (start, stop)


@given(st.integers(1, 12), st.integers(2016, 2039))
def test_contract_years_follow_one_another_without_gap(first_month: int, ends_in: int) -> None:
    this, following = (period.contract_year(year).window(first_month) for year in (ends_in, ends_in + 1))
    assert this[1] == following[0]
    assert (this[1] - timedelta(days=1)).year == ends_in


def test_other_periods_have_one_window_whatever_the_dispositif() -> None:
    year = period.parse("2024")
    assert {year.window(month) for month in range(1, 13)} == {(year.start, year.stop)}


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("2024", "12 mois"),
        ("ytd:2024-11", "11 mois"),
        ("marche:2024", "12 mois"),  # of each dispositif, whatever the widest bounds
        ("2024-02", "1 mois"),
        ("2024-12-20..2025-01-10", "22 jours"),
        ("2024-12-15", "1 jour"),
    ],
)
def test_a_period_lasts_months_or_days(text: str, length: str) -> None:
    assert period.parse(text).length == length
