"""The days figures can be dated by: no dialect's date functions are needed once they are rows."""

from collections.abc import Iterator
from datetime import date, timedelta

FIRST_DAY = date(2015, 1, 1)
LAST_DAY = date(2040, 12, 31)


def days(first: date = FIRST_DAY, last: date = LAST_DAY) -> Iterator[dict[str, object]]:
    """One row of the calendar table per day, both ends included."""
    for number in range((last - first).days + 1):
        yield _row(first + timedelta(number))


def _row(day: date) -> dict[str, object]:
    month = day.replace(day=1)
    return {
        "id": day,
        "month": month,
        "quarter": month.replace(month=(day.month - 1) // 3 * 3 + 1),
        "year": day.year,
        "school_year": day.year if day.month >= 9 else day.year - 1,
        "weekday": day.isoweekday(),
    }
