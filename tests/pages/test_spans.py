"""Another kind of period begins with the last whole one: a running year is offered, never chosen."""

from datetime import date

import pytest

from metrics import period as periods
from metrics.period import Kind
from pages.ui import spans

LOADED = spans.months(date(2023, 1, 1), date(2024, 11, 1))  # the latest first


@pytest.mark.parametrize(
    ("kind", "asked", "chosen"),
    [
        (Kind.SCHOOL_YEAR, "2024-11", "scolaire:2023"),  # the next one has three months of twelve
        (Kind.SCHOOL_YEAR, "2024-05", "scolaire:2023"),  # the one that holds the month is whole
        (Kind.SCHOOL_YEAR, "2023-03", "scolaire:2023"),  # the one that holds it began before the files
        (Kind.YEAR, "2024-11", "2023"),
        (Kind.YEAR, "2023-03", "2023"),
        (Kind.QUARTER, "2024-11", "2024-T3"),
        (Kind.QUARTER, "2024", "2024-T3"),
        (Kind.MONTH, "2024", "2024-11"),
        (Kind.YEAR_TO_DATE, "2024-11", "ytd:2024-11"),
        (Kind.YEAR_TO_DATE, "2024-05", "ytd:2024-05"),  # and not all that is loaded of the year
        (Kind.ROLLING_YEAR, "2024-11", "12m:2024-11"),
        (Kind.ROLLING_YEAR, "2023-03", "12m:2023-12"),  # the first that twelve months make
    ],
)
def test_the_last_whole_period_of_a_kind_is_chosen(kind: Kind, asked: str, chosen: str) -> None:
    assert str(spans.moved_to(kind, periods.parse(asked), LOADED)) == chosen


def test_the_running_period_is_still_offered() -> None:
    assert str(spans.of_kind(Kind.SCHOOL_YEAR, LOADED)[0]) == "scolaire:2024"


def test_a_kind_without_any_whole_period_gives_the_running_one() -> None:
    loaded = spans.months(date(2024, 9, 1), date(2024, 11, 1))
    assert str(spans.moved_to(Kind.SCHOOL_YEAR, periods.month(2024, 11), loaded)) == "scolaire:2024"
