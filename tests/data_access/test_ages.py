"""Ages, seniority and delays in whole months, around the days where they turn."""

from datetime import date

import pytest

from data_access import ages
from data_access.codes import AGE_BAND, FOUNDATION, SENIORITY_BAND

END = date(2024, 12, 31)


@pytest.mark.parametrize(("born", "day", "years"), [(2000, date(2024, 1, 31), 24), (2000, END, 24)])
def test_an_age_is_the_one_reached_in_the_year_for_the_day_of_birth_is_not_known(
    born: int, day: date, years: int
) -> None:
    assert ages.age(born, day) == years


@pytest.mark.parametrize(
    ("years", "band"),
    [
        (17, "under_25"),
        (24, "under_25"),
        (25, "25_34"),
        (34, "25_34"),
        (35, "35_44"),
        (44, "35_44"),
        (45, "45_54"),
        (54, "45_54"),
        (55, "55_over"),
        (80, "55_over"),
    ],
)
def test_a_band_starts_at_its_first_birthday(years: int, band: str) -> None:
    assert ages.age_band(years) == band
    assert band in AGE_BAND


@pytest.mark.parametrize(
    ("start", "day", "months"),
    [
        (date(2024, 1, 15), date(2024, 1, 15), 0),
        (date(2024, 1, 15), date(2024, 2, 14), 0),  # a day short
        (date(2024, 1, 15), date(2024, 2, 15), 1),
        (date(2023, 12, 15), date(2024, 1, 31), 1),
        (date(2024, 1, 31), date(2024, 2, 29), 0),  # no 31 February
        (date(2020, 2, 29), date(2024, 2, 28), 47),
        (date(2020, 2, 29), date(2024, 2, 29), 48),
    ],
)
def test_the_last_month_counts_once_it_is_over(start: date, day: date, months: int) -> None:
    assert ages.whole_months(start, day) == months


@pytest.mark.parametrize(
    ("months", "band"),
    [
        (0, "under_1"),
        (11, "under_1"),
        (12, "1_2"),
        (35, "1_2"),
        (36, "3_5"),
        (71, "3_5"),
        (72, "6_9"),
        (119, "6_9"),
        (120, "10_over"),
    ],
)
def test_a_band_of_seniority_starts_on_an_anniversary(months: int, band: str) -> None:
    assert ages.seniority_band(months) == band
    assert band in SENIORITY_BAND


@pytest.mark.parametrize(
    ("hired", "trained", "told"),
    [
        (date(2024, 1, 15), date(2024, 7, 14), "within_six_months"),
        (date(2024, 1, 15), date(2024, 7, 15), "within_six_months"),  # six months to the day
        (date(2024, 1, 15), date(2024, 7, 16), "later"),
        (date(2023, 8, 31), date(2024, 2, 29), "within_six_months"),  # no 31 February
        (date(2023, 8, 31), date(2024, 3, 1), "later"),
        (date(2024, 1, 15), date(2024, 1, 10), "within_six_months"),  # trained before being hired
        (date(2024, 1, 15), None, "never"),
        (date(2024, 1, 15), date(2025, 1, 2), "never"),  # not yet, on the day of the file
        (date(2024, 10, 1), END, "within_six_months"),
    ],
)
def test_six_months_end_on_the_same_day_of_the_month(hired: date, trained: date | None, told: str) -> None:
    assert ages.foundation(hired, trained, END) == told
    assert told in FOUNDATION
