"""The days of the sample years: public holidays, school terms, months."""

from collections.abc import Iterator
from datetime import date, timedelta

YEARS = (2023, 2024)
FIRST_DAY = date(2023, 1, 1)
LAST_DAY = date(2024, 12, 31)
MONTHS = tuple(date(year, month, 1) for year in YEARS for month in range(1, 13))

_FIXED_HOLIDAYS = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
_EASTER = {2023: date(2023, 4, 9), 2024: date(2024, 3, 31)}
_AFTER_EASTER = (1, 39, 50)  # Easter Monday, Ascension Day, Whit Monday
PUBLIC_HOLIDAYS = frozenset(
    [date(year, month, day) for year in YEARS for month, day in _FIXED_HOLIDAYS]
    + [easter + timedelta(days) for easter in _EASTER.values() for days in _AFTER_EASTER]
)

# first and last day without school; Rennes and Nantes are in zone B, Paris in zone C
_FOR_ALL = (
    (date(2022, 12, 17), date(2023, 1, 2)),
    (date(2023, 5, 18), date(2023, 5, 21)),
    (date(2023, 7, 8), date(2023, 9, 3)),
    (date(2023, 10, 21), date(2023, 11, 5)),
    (date(2023, 12, 23), date(2024, 1, 7)),
    (date(2024, 5, 8), date(2024, 5, 12)),
    (date(2024, 7, 6), date(2024, 9, 1)),
    (date(2024, 10, 19), date(2024, 11, 3)),
    (date(2024, 12, 21), date(2025, 1, 5)),
)
SCHOOL_HOLIDAYS = {
    "B": (
        *_FOR_ALL,
        (date(2023, 2, 11), date(2023, 2, 26)),
        (date(2023, 4, 15), date(2023, 5, 1)),
        (date(2024, 2, 24), date(2024, 3, 10)),
        (date(2024, 4, 20), date(2024, 5, 5)),
    ),
    "C": (
        *_FOR_ALL,
        (date(2023, 2, 18), date(2023, 3, 5)),
        (date(2023, 4, 22), date(2023, 5, 8)),
        (date(2024, 2, 10), date(2024, 2, 25)),
        (date(2024, 4, 6), date(2024, 4, 21)),
    ),
}


def between(first: date, last: date) -> Iterator[date]:
    """Gives every day from the first to the last, both included."""
    for number in range((last - first).days + 1):
        yield first + timedelta(number)


def month_end(month: date) -> date:
    """Gives the last day of a month."""
    return (month.replace(day=28) + timedelta(4)).replace(day=1) - timedelta(1)


def month_days(month: date) -> Iterator[date]:
    """Gives every day of a month."""
    return between(month, month_end(month))


def in_term(day: date, zone: str) -> bool:
    """Tells whether schools of the zone are open around that day (weekends set apart)."""
    away = any(first <= day <= last for first, last in SCHOOL_HOLIDAYS[zone])
    return not away and day not in PUBLIC_HOLIDAYS


def is_working_day(day: date) -> bool:
    """Tells whether offices are open: Monday to Friday, public holidays out."""
    return day.isoweekday() <= 5 and day not in PUBLIC_HOLIDAYS
