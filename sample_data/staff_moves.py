"""Entries, exits and transfers: read off the very people of the month-end files, so that both agree."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache, partial
from random import Random

from sample_data.apportion import apportion
from sample_data.days import LAST_DAY, YEARS
from sample_data.employees import Employee, employees
from sample_data.write import Row, Sheet

_RETIRED_FROM = 60  # age
_REASONS = {"resignation": 6, "agreed": 4, "dismissal": 2}  # why people leave a CDI, in twelfths


def moves(year: int) -> Iterator[Row]:
    """Gives the moves of a year, in the order of the days."""
    found = [row for number, person in employees().items() for row in _of(number, person)]
    dated = [row for row in found if row["day"].year == year]
    yield from sorted(dated, key=lambda row: (row["day"], row["agency_id"], row["move"]))


def _of(number: str, person: Employee) -> Iterator[Row]:
    yield _move(person, person.hired, "entry", "hire")
    if person.group.change and person.group.change.agency:
        yield _move(person, person.group.change.on - timedelta(1), "transfer_out", "transfer")
        yield _move(person, person.group.change.on, "transfer_in", "transfer")
    if person.left and person.left <= LAST_DAY:
        yield _move(person, person.left, "exit", _reason(number, person, person.left))


def _move(person: Employee, day: date, move: str, reason: str) -> Row:
    place = person.place(day)
    return {
        "day": day,
        "agency_id": place.agency,
        "dispositif_id": place.dispositif,
        "job_id": person.team.job,
        "contract": place.contract,
        "move": move,
        "reason": reason,
    }


def _reason(number: str, person: Employee, left: date) -> str:
    contract = person.place(left).contract
    if contract == "permanent":
        return _permanent_reasons(left.year)[number]
    return "end_training" if contract == "apprentice" else "end_fixed_term"


@cache
def _permanent_reasons(year: int) -> dict[str, str]:
    """Deals out the reasons of those who leave a CDI in a year; the oldest retire."""
    leavers = [
        number
        for number, person in employees().items()
        if person.left and person.left.year == year and person.place(person.left).contract == "permanent"
    ]
    old = [number for number in leavers if year - employees()[number].birth_year >= _RETIRED_FROM]
    others = [number for number in leavers if number not in old]
    parts = apportion(len(others), tuple(_REASONS.values()))
    dealt = [reason for reason, how_many in zip(_REASONS, parts, strict=True) for _ in range(how_many)]
    Random(f"reasons/{year}").shuffle(dealt)
    return dict.fromkeys(old, "retirement") | dict(zip(others, dealt, strict=True))


def sheets() -> Iterable[Sheet]:
    """Gives one file a year."""
    for year in YEARS:
        yield Sheet(
            name=f"werecruit_mouvements_{year}.csv",
            kind="mouvements du personnel",
            period=str(year),
            rows=partial(moves, year),
        )
