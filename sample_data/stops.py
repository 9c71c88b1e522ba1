"""Who was away, why and for how long: drawn among the people on roll, nobody away twice on one day.

In 2024 work accidents stopped 13 people for 430 days in all; in 2023, 15 people for 466 days.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random

from sample_data.apportion import apportion
from sample_data.days import LAST_DAY, YEARS
from sample_data.employees import Employee, employees

_DAYS_LOST = {2023: 466, 2024: 430}
_SHARES = {  # of the days lost by each accident with stop
    2023: (110, 75, 60, 45, 35, 30, 25, 20, 18, 14, 11, 9, 6, 5, 3),
    2024: (120, 72, 58, 42, 34, 28, 22, 18, 14, 9, 6, 4, 3),
}
_WITHOUT_STOP = {2023: 6, 2024: 7}
_COMMUTE_STOPS = {2023: (21, 9, 4), 2024: (32, 12, 7, 5)}
_COMMUTE_WITHOUT_STOP = {2023: 2, 2024: 1}
_MATERNITY = {2023: 3, 2024: 3}
_PATERNITY = {2023: 2, 2024: 2}
_LONG_SICKNESS = {2023: (214, 131, 97), 2024: (186, 148, 104)}
_SICKNESS, _FAMILY, _OTHER = 165, 34, 22  # shorter stops of a year
LONG = 90  # days: from there a stop is long


@dataclass(frozen=True)
class Stop:
    """Someone away from a day on; no day at all for an accident without stop."""

    person: Employee
    kind: str
    first: date
    days: int

    @property
    def last(self) -> date:
        """The last day away."""
        return self.first + timedelta(self.days - 1)


class _Diary:
    """The days on which each person is already away."""

    def __init__(self) -> None:
        self._away: dict[str, list[tuple[date, date]]] = defaultdict(list)

    def put(self, kind: str, days: int, first: date, last: date, who: Sequence[str], chance: Random) -> Stop:
        """Draws a day and a person of some who can be away from then on, and notes it."""
        while True:
            start = first + timedelta(chance.randint(0, (last - first).days - days))
            stop = start + timedelta(days)
            number = chance.choice(who)
            if _employed(employees()[number], start, stop) and self._is_free(number, start, stop):
                self._away[number].append((start, stop))
                return Stop(employees()[number], kind, start, days)

    def _is_free(self, number: str, start: date, stop: date) -> bool:
        return all(stop < first or last < start for first, last in self._away[number])


def _employed(person: Employee, start: date, stop: date) -> bool:
    return person.is_on_roll(start - timedelta(1)) and person.is_on_roll(stop)


def _among(keep: Callable[[Employee], bool]) -> list[str]:
    return [number for number, person in employees().items() if keep(person)]


@cache
def stops() -> tuple[Stop, ...]:
    """Gives every stop of the sample years."""
    diary = _Diary()
    return tuple(stop for year in YEARS for stop in _of_year(year, diary, Random(f"stops/{year}")))


def _of_year(year: int, diary: _Diary, chance: Random) -> Iterator[Stop]:
    """Draws the longest first, while there is room; those of accidents end within the year."""
    start, end = date(year, 1, 3), date(year, 12, 31)
    field = _among(lambda person: person.team.job in ("MED", "REF", "AGENT-ENC"))
    mothers = _among(lambda person: person.sex == "F" and 24 <= year - person.birth_year <= 42)
    fathers = _among(lambda person: person.sex == "M" and 24 <= year - person.birth_year <= 45)
    everyone = list(employees())
    for days in _LONG_SICKNESS[year]:
        yield diary.put("sickness", days, start, LAST_DAY, everyone, chance)
    for _ in range(_MATERNITY[year]):
        yield diary.put("parental", 112, start, LAST_DAY, mothers, chance)
    for days in apportion(_DAYS_LOST[year], _SHARES[year]):
        yield diary.put("work_accident", days, start, end, field, chance)
    for days in _COMMUTE_STOPS[year]:
        yield diary.put("commute_accident", days, start, end, field, chance)
    for _ in range(_PATERNITY[year]):
        yield diary.put("parental", 28, start, end, fathers, chance)
    for kind, how_many, longest in (
        ("sickness", _SICKNESS, 12),
        ("authorised", _FAMILY, 4),
        ("other", _OTHER, 2),
    ):
        for _ in range(how_many):
            yield diary.put(kind, chance.randint(1, longest), start, end, everyone, chance)


@cache
def accidents(year: int) -> tuple[Stop, ...]:
    """Gives the accidents of a year: the day of the accident, the day before the stop it caused."""
    chance = Random(f"accidents/{year}")
    stopped = [
        Stop(stop.person, stop.kind.removesuffix("_accident"), stop.first - timedelta(1), stop.days)
        for stop in stops()
        if stop.kind.endswith("_accident") and stop.first.year == year
    ]
    field, diary = _among(lambda person: person.team.job in ("MED", "REF")), _Diary()
    for kind, how_many in (("work", _WITHOUT_STOP[year]), ("commute", _COMMUTE_WITHOUT_STOP[year])):
        for _ in range(how_many):
            stopped.append(diary.put(kind, 0, date(year, 1, 3), date(year, 12, 20), field, chance))
    return tuple(sorted(stopped, key=lambda stop: stop.first))
