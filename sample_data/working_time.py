"""Hours owed and worked, absences and accidents, month by month: hours worked are those owed, less absences,
plus overtime.

168 000 hours were worked in 2024 and 158 500 in 2023. An apprentice owes full weeks: those of the CFA count.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache, partial

from sample_data.apportion import apportion
from sample_data.days import MONTHS, YEARS, between, month_end
from sample_data.employees import Place, employees
from sample_data.stops import LONG, Stop, accidents, stops
from sample_data.write import Row, Sheet

_QUARTERS = 4  # hours are counted in quarters
_MINUTES = 15
_WORKED = {2023: 158_500, 2024: 168_000}
_OVERTIME = {2023: 900, 2024: 1_100}
_A_DAY = 17  # quarters of work missed by a full-time employee for each calendar day of a stop
Team = tuple[date, str, str, str]  # month, agency, dispositif or nothing, contract


def _team(month: date, place: Place) -> Team:
    return month, place.agency, place.dispositif or "", place.contract


def _hundredths(place: Place) -> int:
    """Gives the share of a full time that is owed."""
    return 100 if place.contract == "apprentice" else place.fte_hundredths


@cache
def _presence(year: int) -> dict[Team, int]:
    """Gives the days on roll of each team and month, weighed by working time."""
    found: dict[Team, int] = defaultdict(int)
    for month in MONTHS:
        for day in between(month, month_end(month)) if month.year == year else ():
            for person in employees().values():
                if person.is_on_roll(day):
                    found[_team(month, person.place(day))] += _hundredths(person.place(day))
    return dict(sorted(found.items()))


def _parts(stop: Stop) -> Iterator[tuple[date, int]]:
    """Cuts a stop by month: the first day of each month, and its days there."""
    day = stop.first
    while stop.days and day <= stop.last:
        last = min(stop.last, month_end(day))
        yield day.replace(day=1), (last - day).days + 1
        day = last + timedelta(1)


def _quarters(stop: Stop, month: date, days: int) -> int:
    """Gives the quarters of hours missed in a month."""
    return max(1, days * _A_DAY * _hundredths(stop.person.place(max(month, stop.first))) // 100)


def absences(year: int) -> Iterator[Row]:
    """Gives one line per stop and month."""
    parts = [(month, stop, days) for stop in stops() for month, days in _parts(stop) if month.year == year]
    for month, stop, days in sorted(parts, key=lambda part: part[0]):
        place = stop.person.place(max(month, stop.first))
        yield {
            "day": month,
            "agency_id": place.agency,
            "dispositif_id": place.dispositif,
            "kind": stop.kind,
            "long_term": stop.days >= LONG,
            "days": days,
            "minutes": _quarters(stop, month, days) * _MINUTES,
        }


def hours(year: int) -> Iterator[Row]:
    """Gives one line per month, agency, dispositif and contract."""
    presence = _presence(year)
    missed: dict[Team, int] = defaultdict(int)
    for stop in stops():
        for month, days in _parts(stop):
            place = stop.person.place(max(month, stop.first))
            missed[_team(month, place)] += _quarters(stop, month, days)
    absent = [missed[team] for team in presence]
    weights = tuple(presence.values())
    extra = apportion(_OVERTIME[year] * _QUARTERS, weights)
    owed = apportion((_WORKED[year] - _OVERTIME[year]) * _QUARTERS + sum(absent), weights)
    for team, due, more, less in zip(presence, owed, extra, absent, strict=True):
        month, agency, dispositif, contract = team
        yield {
            "day": month,
            "agency_id": agency,
            "dispositif_id": dispositif or None,
            "contract": contract,
            "theoretical_minutes": due * _MINUTES,
            "worked_minutes": (due - less + more) * _MINUTES,
        }


def accident_lines(year: int) -> Iterator[Row]:
    """Gives one line per accident."""
    for accident in accidents(year):
        place = accident.person.place(accident.first)
        yield {
            "day": accident.first,
            "agency_id": place.agency,
            "dispositif_id": place.dispositif,
            "kind": accident.kind,
            "with_stop": accident.days > 0,
        }


def sheets() -> Iterable[Sheet]:
    """Gives one file a year of each kind."""
    kinds = (
        ("heures travaillées", "kelio_heures", hours),
        ("absences", "kelio_absences", absences),
        ("accidents", "kelio_accidents", accident_lines),
    )
    for year in YEARS:
        for kind, name, rows in kinds:
            yield Sheet(name=f"{name}_{year}.csv", kind=kind, period=str(year), rows=partial(rows, year))
