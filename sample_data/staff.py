"""The month-end files of the HR tool: one line per employee present, under a pseudonym."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, partial
from random import Random

from sample_data.days import LAST_DAY, MONTHS, month_end
from sample_data.employees import Employee, employees
from sample_data.staff_marks import foundation_days, title_on
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
            if person.place(LAST_DAY).agency == agency and person.is_on_roll(LAST_DAY)
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
    place, trained = person.place(day), foundation_days().get(number)
    return {
        "day": day,
        "person": number,
        "agency_id": place.agency,
        "dispositif_id": place.dispositif,
        "job_id": person.team.job,
        "contract": place.contract,
        "fte_hundredths": place.fte_hundredths,
        "sex": person.sex,
        "birth_year": person.birth_year,
        "hired_on": person.hired,
        "birth_area": birth_countries()[number],
        "replacement": person.group.replacement and place.contract == "fixed_term",
        "foundation": trained if trained and trained <= day else None,
        "title": title_on(number, day),
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
