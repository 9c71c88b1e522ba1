"""The same figures computed without SQL, slowly and plainly: rows in lists, days one by one."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from typing import Any

from metrics.period import Period

Row = Mapping[str, Any]
Groups = dict[tuple[Any, ...], list[Row]]

HOMES = {"JOUR": "RENNES", "ECOLE": "RENNES", "VRAC": "RENNES", "QUARTIER": "NANTES", "NUIT": "ANGERS"}
FIRST_MONTHS = {"JOUR": 10, "ECOLE": 9, "VRAC": 1, "QUARTIER": 1, "NUIT": 4}
FUNDERS = {"JOUR": "VILLE-R", "ECOLE": "VILLE-R", "VRAC": "VILLE-R", "QUARTIER": "VILLE-N", "NUIT": None}
CITIES = {"R-NORD": "ROAZHON", "R-SUD": "ROAZHON", "N-EST": "NAONED", None: None}
LOOKUPS: dict[str, Callable[[Row], Any]] = {
    "agency": lambda row: HOMES[row["dispositif_id"]],
    "dispositif": lambda row: row["dispositif_id"],
    "funder": lambda row: FUNDERS[row["dispositif_id"]],
    "sector": lambda row: row["sector_id"],
    "city": lambda row: CITIES[row["sector_id"]],
    "intervention_kind": lambda row: row["intervention_kind_id"],
    "contract": lambda row: row["contract"],
    "month": lambda row: f"{row['day']:%Y-%m}",
    "weekday": lambda row: row["day"].isoweekday(),
    "hour": lambda row: row["hour"],
}


@cache
def days(asked: Period, dispositif: str) -> dict[date, None]:
    """Every day of the period in order, as the dispositif understands it."""
    start, stop = asked.window(FIRST_MONTHS[dispositif])
    return dict.fromkeys(start + timedelta(n) for n in range((stop - start).days))


def kept(rows: Iterable[Row], asked: Period, where: Mapping[str, tuple[Any, ...]]) -> list[Row]:
    """The rows of the period that pass every filter."""
    return [
        row
        for row in rows
        if row["day"] in days(asked, row["dispositif_id"])
        and all(LOOKUPS[name](row) in values for name, values in where.items())
    ]


def grouped(rows: Iterable[Row], by: Iterable[str]) -> Groups:
    """The rows by their members."""
    found: Groups = {}
    for row in rows:
        found.setdefault(tuple(LOOKUPS[name](row) for name in by), []).append(row)
    return found


def total(rows: Iterable[Row], column: str) -> Fraction:
    """A sum."""
    return Fraction(sum(row[column] for row in rows))


def ratio(rows: Iterable[Row], numerator: str, denominator: str) -> Fraction | str:
    """A sum over a sum, or nothing to divide by."""
    rows = list(rows)
    below = total(rows, denominator)
    return total(rows, numerator) / below * 100 if below else "n.c."


def last_day(rows: Iterable[Row], asked: Period) -> date | None:
    """The last day with data in the period, whatever is asked about."""
    return max((row["day"] for row in rows if asked.start <= row["day"] < asked.stop), default=None)


def is_open(row: Row, day: date) -> bool:
    """Whether a span holds on a day."""
    return row["valid_from"] <= day and (row["valid_to"] is None or day < row["valid_to"])
