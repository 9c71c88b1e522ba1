"""Ages and seniority on a day, and the bands that are wide enough to be shown."""

from datetime import date

_AGES = ((25, "under_25"), (35, "25_34"), (45, "35_44"), (55, "45_54"))
_YEARS = ((1, "under_1"), (3, "1_2"), (6, "3_5"), (10, "6_9"))
_MONTHS_A_YEAR = 12


def age(birth_year: int, day: date) -> int:
    """The age reached in the year: the day of birth is not known."""
    return day.year - birth_year


def age_band(years: int) -> str:
    """The code of the ten-year band of an age."""
    return next((band for limit, band in _AGES if years < limit), "55_over")


def whole_months(start: date, day: date) -> int:
    """Months elapsed between two days, the last one only when it is over."""
    return (day.year - start.year) * _MONTHS_A_YEAR + day.month - start.month - (day.day < start.day)


def seniority_band(months: int) -> str:
    """The code of the band of a seniority in whole months."""
    return next((band for limit, band in _YEARS if months < limit * _MONTHS_A_YEAR), "10_over")


def foundation(hired: date, trained: date | None, day: date) -> str:
    """Whether the foundation course was followed by a day, and within six months of hiring."""
    if trained is None or trained > day:
        return "never"
    return "within_six_months" if _within_six_months(hired, trained) else "later"


def _within_six_months(hired: date, trained: date) -> bool:
    months = whole_months(hired, trained)
    return months < 6 or (months == 6 and trained.day == hired.day)
