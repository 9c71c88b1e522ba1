"""Everyone on roll during the sample years: drawn from the groups of the plan, with their own days."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random

from sample_data.days import LAST_DAY
from sample_data.staff_groups import Contract, Group, Team, Window
from sample_data.staff_plan import TEAMS

_WOMEN = {"MED": 47, "REF": 50, "RESP": 50, "AGENT-ENC": 0}  # per cent; 66 elsewhere
# ages on 31/12/2024 and their shares
_AGES = {
    "MED": {(23, 29): 24, (30, 39): 31, (40, 49): 28, (50, 62): 17},
    "REF": {(29, 39): 45, (40, 49): 48, (50, 55): 7},
    "RESP": {(36, 39): 10, (40, 49): 55, (50, 59): 35},
    "support": {(26, 34): 30, (35, 44): 35, (45, 58): 35},
}


@dataclass(frozen=True)
class Place:
    """Where someone works on a day, and under which contract."""

    agency: str
    dispositif: str | None
    contract: Contract
    fte_hundredths: int


@dataclass(frozen=True)
class Employee:
    """One person, drawn from a group; the dates are first and last days on roll."""

    team: Team
    group: Group
    sex: str
    birth_year: int
    hired: date
    left: date | None

    def is_on_roll(self, day: date) -> bool:
        """Tells whether the person is employed on that day."""
        return self.hired <= day and (self.left is None or day <= self.left)

    def place(self, day: date) -> Place:
        """Tells where the person works on that day."""
        team, group, change = self.team, self.group, self.group.change
        if change is None or day < change.on:
            return Place(team.agency, team.dispositif, group.contract, group.fte_hundredths)
        return Place(
            change.agency or team.agency,
            change.dispositif or team.dispositif,
            change.contract,
            change.fte_hundredths,
        )


def _draw(chance: Random, window: Window) -> date:
    return window[0] + timedelta(chance.randint(0, (window[1] - window[0]).days))


def _employee(team: Team, group: Group, chance: Random) -> Employee:
    hired = _draw(chance, group.hired)
    birth_year = _birth_year(team, group, hired, chance)
    first_day_of_work = max(hired, date(birth_year + 20, 1, 15)) if group.hired[0] < group.hired[1] else hired
    return Employee(
        team=team,
        group=group,
        sex="F" if chance.randint(1, 100) <= _WOMEN.get(team.job, 66) else "M",
        birth_year=birth_year,
        hired=hired if group.contract == "apprentice" else min(first_day_of_work, group.hired[1]),
        left=_draw(chance, group.left) if group.left else None,
    )


def _birth_year(team: Team, group: Group, hired: date, chance: Random) -> int:
    if group.contract == "apprentice":
        return hired.year - chance.randint(18, 26)
    ages = _AGES.get(team.job, _AGES["support"])
    low, high = chance.choices(list(ages), weights=list(ages.values()))[0]
    return LAST_DAY.year - chance.randint(low, high)


@cache
def employees() -> dict[str, Employee]:
    """Gives everyone who was on roll during the sample years, by pseudonym in order of arrival."""
    drawn = [
        _employee(team, group, Random(f"staff/{team.agency}/{team.dispositif}/{team.job}/{place}/{number}"))
        for team in TEAMS
        for place, group in enumerate(team.groups)
        for number in range(group.how_many)
    ]
    return {f"M{number:04d}": person for number, person in enumerate(sorted(drawn, key=_arrival), 1)}


def _arrival(person: Employee) -> date:
    return person.hired
