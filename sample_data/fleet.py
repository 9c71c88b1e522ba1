"""Vehicles at each month-end and kilometres of each month, by agency and kind.

The fleet counts 6 alternative vehicles at the end of 2023 and 7 a year later: two electric cars, two
scooters in Nantes, two then three in Île-de-France. Kilometres come to the total of their year.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from sample_data.apportion import apportion
from sample_data.days import MONTHS, YEARS, month_end
from sample_data.write import Row, Sheet

_START = date(2023, 1, 1)
_KILOMETRES = {2023: 92_400, 2024: 74_844}  # 19 % less
_SEASON = (100, 96, 106, 98, 94, 100, 84, 62, 104, 108, 102, 86)
# agency, kind, vehicles since a month, usual kilometres of one in a month
_FLEET: tuple[tuple[str, str, dict[date, int], int], ...] = (
    ("RENNES", "car_diesel", {_START: 1}, 780),
    ("RENNES", "car_petrol", {_START: 2, date(2023, 9, 1): 1}, 690),
    ("RENNES", "car_electric", {date(2023, 9, 1): 1}, 720),
    ("NANTES", "car_petrol", {_START: 4, date(2024, 3, 1): 3}, 640),
    ("NANTES", "escooter", {date(2023, 5, 1): 2}, 75),
    ("ANGERS", "car_hybrid", {_START: 1}, 860),
    ("IDF", "car_diesel", {_START: 1}, 580),
    ("IDF", "moped", {_START: 1, date(2024, 7, 1): 0}, 310),
    ("IDF", "escooter", {date(2023, 10, 1): 2, date(2024, 7, 1): 3}, 70),
    ("SIEGE", "car_petrol", {_START: 2, date(2024, 2, 1): 1}, 820),
    ("SIEGE", "car_electric", {date(2023, 3, 1): 1}, 940),
)


def _vehicles(since: dict[date, int], month: date) -> int:
    return next((number for first, number in reversed(since.items()) if first <= month), 0)


def _in_use(year: int) -> Iterator[tuple[date, str, str, int, int]]:
    """Gives the month, agency, kind and vehicles, with what they weigh in the kilometres of the year."""
    for month in MONTHS:
        if month.year != year:
            continue
        for agency, kind, since, usual in _FLEET:
            if number := _vehicles(since, month):
                yield month, agency, kind, number, number * usual * _SEASON[month.month - 1]


def vehicles(year: int) -> Iterator[Row]:
    """Gives the vehicles at each month-end of a year."""
    for month, agency, kind, number, _ in _in_use(year):
        yield {
            "day": month_end(month),
            "agency_id": agency,
            "vehicle_kind_id": kind,
            "vehicles": number,
        }


def kilometres(year: int) -> Iterator[Row]:
    """Gives the kilometres of each month of a year."""
    used = list(_in_use(year))
    shares = apportion(_KILOMETRES[year], [weight for *_, weight in used])
    for (month, agency, kind, *_), share in zip(used, shares, strict=True):
        yield {"day": month, "agency_id": agency, "vehicle_kind_id": kind, "kilometres": share}


def sheets() -> Iterable[Sheet]:
    """Gives one file a year of each kind."""
    for year in YEARS:
        period, counted, driven = str(year), partial(vehicles, year), partial(kilometres, year)
        yield Sheet(name=f"rse_vehicules_{year}.csv", kind="véhicules", period=period, rows=counted)
        yield Sheet(name=f"rse_kilometres_{year}.csv", kind="kilomètres", period=period, rows=driven)
