"""Prevention in Nantes, bulky waste collected in Rennes, and the pupils welcomed in Opti'Stage."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from random import Random

from sample_data.apportion import apportion
from sample_data.days import FIRST_DAY, LAST_DAY, YEARS, between, in_term, is_working_day
from sample_data.write import Row, Sheet

# year -> kind of exhibition -> sessions and children in all
_EXHIBITIONS = {
    2023: {"exhibition_9_13": (18, 452), "exhibition_13_18": (16, 378)},
    2024: {"exhibition_9_13": (22, 571), "exhibition_13_18": (19, 469)},
}
_MODULES = {2023: 108, 2024: 134}
_KILOGRAMS = {2023: 76_480, 2024: 89_140}
_COLLECTION_DAYS = (2, 5)  # Tuesday and Friday
# first day, agency, pupils; a placement lasts five days
_PLACEMENTS = (
    (date(2023, 2, 6), "RENNES", 1),
    (date(2023, 12, 11), "RENNES", 3),
    (date(2024, 2, 5), "RENNES", 3),
    (date(2024, 12, 9), "RENNES", 4),
    (date(2024, 12, 9), "NANTES", 2),
)
_PLACEMENT_DAYS = 5


def _school_days(year: int) -> list[date]:
    return [
        day
        for day in between(FIRST_DAY, LAST_DAY)
        if day.year == year and day.isoweekday() <= 5 and in_term(day, "B")
    ]


def prevention(year: int) -> list[Row]:
    """Gives the exhibitions and modules of a year, in order of date."""
    return sorted([*_exhibitions(year), *_modules(year)], key=lambda row: row["day"])


def _exhibitions(year: int) -> Iterator[Row]:
    for kind, (sessions, children) in _EXHIBITIONS[year].items():
        chance = Random(f"prevention/{kind}/{year}")
        sizes = apportion(children, [chance.randint(80, 120) for _ in range(sessions)])
        for size in sizes:
            yield _prevention(chance.choice(_school_days(year)), kind, size)


def _modules(year: int) -> Iterator[Row]:
    chance = Random(f"prevention/module/{year}")
    for _ in range(_MODULES[year]):
        yield _prevention(chance.choice(_school_days(year)), "module", chance.randint(6, 24))


def _prevention(day: date, kind: str, participants: int) -> Row:
    return {"day": day, "dispositif_id": "NANTES-QUARTIER", "kind": kind, "participants": participants}


def collections(year: int) -> Iterator[Row]:
    """Gives the collections of a year, two a week."""
    days = [
        day
        for day in between(date(year, 1, 1), date(year, 12, 31))
        if day.isoweekday() in _COLLECTION_DAYS and is_working_day(day)
    ]
    chance = Random(f"collections/{year}")
    weights = [chance.randint(60, 140) * (125 if day.month in {6, 7, 9} else 100) for day in days]
    for day, kilograms in zip(days, apportion(_KILOGRAMS[year], weights), strict=True):
        yield {"day": day, "dispositif_id": "ENCOMBRANTS", "kilograms": kilograms}


def placements(year: int) -> Iterator[Row]:
    """Gives one line per pupil welcomed in a year."""
    for day, agency, pupils in _PLACEMENTS:
        if day.year == year:
            for _ in range(pupils):
                yield {"day": day, "agency_id": agency, "days": _PLACEMENT_DAYS}


def sheets() -> Iterable[Sheet]:
    """Gives one file a year of each kind."""
    kinds = {
        "prévention": ("optimedia_prevention", prevention),
        "collectes": ("optimedia_collectes", collections),
        "Opti'Stage": ("optimedia_optistage", placements),
    }
    for year in YEARS:
        for kind, (name, rows) in kinds.items():
            yield Sheet(name=f"{name}_{year}.csv", kind=kind, period=str(year), rows=partial(rows, year))
