"""The month-end files of the HR tool: one line per employee present, under a pseudonym."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, partial
from random import Random

from sample_data.days import LAST_DAY, MONTHS, month_end
from sample_data.staff_groups import Group, Team, Window
from sample_data.staff_plan import TEAMS
from sample_data.write import Row, Sheet

FRANCE = "France"
# 39 people born in 17 countries on 31/12/2024
_COUNTRIES = (
    {"Algérie": 6, "Maroc": 5, "Comores": 4, "Sénégal": 3, "Guinée": 3, "Cameroun": 2, "Congo": 2}
    | {"République démocratique du Congo": 2, "Côte d'Ivoire": 2, "Mauritanie": 2, "Togo": 2}
    | {"Chili": 1, "Djibouti": 1, "États-Unis": 1, "Russie": 1, "Soudan": 1, "Tchad": 1}
)
_BORN_ABROAD = {"NANTES": 15, "RENNES": 5, "ANGERS": 3, "IDF": 12, "SIEGE": 4}
_OTHER_COUNTRIES = ("Tunisie", "Portugal", "Mali", "Haïti", "Algérie", "Maroc", "Turquie", "")  # of leavers
_WOMEN = {"MED": 47, "REF": 50, "RESP": 50, "AGENT-ENC": 0}  # per cent; 66 elsewhere
# ages on 31/12/2024 and their shares
_AGES = {
    "MED": {(23, 29): 24, (30, 39): 31, (40, 49): 28, (50, 62): 17},
    "REF": {(29, 39): 45, (40, 49): 48, (50, 55): 7},
    "RESP": {(36, 39): 10, (40, 49): 55, (50, 59): 35},
    "support": {(26, 34): 30, (35, 44): 35, (45, 58): 35},
}


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


@cache
def birth_countries() -> dict[str, str]:
    """Gives everyone's country of birth: exact on the last day, drawn for those who left before."""
    chance = Random("birth countries")
    found = {
        number: chance.choice(_OTHER_COUNTRIES) if chance.randint(1, 100) <= 30 else FRANCE
        for number, person in employees().items()
        if not person.is_on_roll(LAST_DAY)
    }
    dealt = [country for country, how_many in _COUNTRIES.items() for _ in range(how_many)]
    chance.shuffle(dealt)
    for agency, how_many in _BORN_ABROAD.items():
        present = [
            number
            for number, person in employees().items()
            if person.team.agency == agency and person.is_on_roll(LAST_DAY)
        ]
        abroad = set(chance.sample(present, how_many))
        found |= {number: dealt.pop() if number in abroad else FRANCE for number in present}
    return found


def roll(month: date) -> Iterator[Row]:
    """Gives one line per employee present on the last day of a month."""
    day = month_end(month)
    for number, person in employees().items():
        if person.is_on_roll(day):
            yield _row(number, person, day)


def _row(number: str, person: Employee, day: date) -> Row:
    group, change = person.group, person.group.change
    changed = change if change and change.on <= day else None
    return {
        "day": day,
        "person": number,
        "agency_id": person.team.agency,
        "dispositif_id": changed.dispositif or person.team.dispositif if changed else person.team.dispositif,
        "job_id": person.team.job,
        "contract": changed.contract if changed else group.contract,
        "fte_hundredths": changed.fte_hundredths if changed else group.fte_hundredths,
        "sex": person.sex,
        "birth_year": person.birth_year,
        "hired_on": person.hired,
        "birth_area": birth_countries()[number],
        "replacement": False,
        "foundation": None,
        "title": "none",
    }


def sheets() -> Iterable[Sheet]:
    """Gives one workbook a month."""
    for month in MONTHS:
        yield Sheet(
            name=f"kelio_personnel_{month:%Y-%m}.xlsx",
            kind="personnel",
            period=f"{month:%Y-%m}",
            rows=partial(roll, month),
        )
