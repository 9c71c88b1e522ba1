"""Who followed the foundation course, and when; who holds a title, and since when.

On 31/12/2024, of the 87 mediators, 65 followed the course, 58 of them within six months of being hired; 27
hold a title, 21 of them from the association's own CFA: 6 came as its apprentices, 4 of them in 2024.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from random import Random

from sample_data.days import LAST_DAY
from sample_data.employees import Employee, employees

_IN_TIME_OF_APPRENTICES, _IN_TIME_OF_OTHERS, _LATER = 14, 44, 7
_OWN_CFA, _ELSEWHERE = 15, 6  # beside those who came as apprentices and graduated
_BEFORE = date(2022, 1, 1)  # hired before: long enough to have been trained late, or sent to a jury


@cache
def foundation_days() -> dict[str, date]:
    """Gives the day each person who was ever trained followed the course."""
    chance = Random("foundation course")
    present = _mediators_on_the_last_day()
    apprentices = [n for n in present if employees()[n].place(LAST_DAY).contract == "apprentice"]
    others = [number for number in present if number not in apprentices]
    old = [number for number in others if employees()[number].hired < _BEFORE]
    late = chance.sample(old, _LATER)
    in_time = [
        *chance.sample(apprentices, _IN_TIME_OF_APPRENTICES),
        *chance.sample([number for number in others if number not in late], _IN_TIME_OF_OTHERS),
    ]
    elsewhere = [n for n, person in employees().items() if n not in present and _may_be_trained(person)]
    in_time += [number for number in elsewhere if chance.randint(1, 100) <= 60]
    found = {number: _soon(employees()[number], chance) for number in in_time}
    return found | {number: _late(employees()[number], chance) for number in late}


def _mediators_on_the_last_day() -> list[str]:
    return [
        n for n, person in employees().items() if person.team.job == "MED" and person.is_on_roll(LAST_DAY)
    ]


def _may_be_trained(person: Employee) -> bool:
    """Tells whether someone else works in the field for more than a season."""
    in_field = person.team.job in ("MED", "REF", "RESP")
    return in_field and ((person.left or LAST_DAY) - person.hired).days > 190


def _soon(person: Employee, chance: Random) -> date:
    """Draws a day within six months of being hired, and not after the sample years."""
    longest = min(175, (LAST_DAY - person.hired).days)
    return person.hired + timedelta(chance.randint(14, longest))


def _late(person: Employee, chance: Random) -> date:
    return person.hired + timedelta(chance.randint(200, 900))


@cache
def _titles() -> dict[str, tuple[str, date]]:
    """Gives the title each holder has, and the day it was obtained."""
    chance = Random("titles")
    graduates = {
        number: ("own_cfa", person.group.change.on)
        for number, person in employees().items()
        if person.group.contract == "apprentice" and person.group.change
    }
    able = [
        number
        for number in _mediators_on_the_last_day()
        if number not in graduates and employees()[number].hired < _BEFORE
    ]
    drawn = chance.sample(able, _OWN_CFA + _ELSEWHERE)
    return graduates | _dated(drawn[:_OWN_CFA], chance) | _held_when_hired(drawn[_OWN_CFA:])


def _dated(numbers: Sequence[str], chance: Random) -> dict[str, tuple[str, date]]:
    """Draws a jury of 2019 to 2022 for each person, after they were hired."""
    found = {}
    for number in numbers:
        first = max(employees()[number].hired, date(2019, 6, 1))
        found[number] = ("own_cfa", first + timedelta(chance.randint(0, (date(2022, 12, 16) - first).days)))
    return found


def _held_when_hired(numbers: Sequence[str]) -> dict[str, tuple[str, date]]:
    return {number: ("elsewhere", employees()[number].hired) for number in numbers}


def title_on(number: str, day: date) -> str:
    """Tells which title someone holds on a day."""
    title, obtained = _titles().get(number, ("none", day))
    return title if obtained <= day else "none"
