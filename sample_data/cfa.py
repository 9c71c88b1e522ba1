"""The registers of the CFA: one line per apprentice and per candidate, hours followed and taught by month."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from sample_data.apportion import apportion
from sample_data.cfa_plan import CLASSES, Learners, learners
from sample_data.days import month_end
from sample_data.write import Row, Sheet

ENTRIES = range(2018, 2025)  # the years people came in
JURIES = range(2019, 2025)
SITE, HOME = "CFA-RENNES", "RENNES"
_MONTHS = (100, 90, 110, 90, 95, 100, 40, 0, 100, 120, 115, 80)  # how much of the teaching falls in each


def enrolments(year: int) -> Iterator[Row]:
    """Gives one line per apprentice who came in a year, as the register stands at the end of the sample."""
    for group in learners():
        if group.first.year == year:
            line = {"agency_id": group.agency, "programme_id": group.programme, "employer": group.employer}
            span = {"valid_from": group.first, "valid_to": group.last, "outcome": group.outcome}
            yield from ({**line, **span} for _ in range(group.many))


def exams(year: int) -> Iterator[Row]:
    """Gives one line per candidate of the juries of a year."""
    sat = [group for group in learners() if group.result and group.last and group.last.year == year]
    for group in sorted(sat, key=lambda group: group.last or date.max):
        line = {"day": group.last, "agency_id": group.agency, "programme_id": group.programme}
        for _ in range(group.many):
            yield {**line, "employer": group.employer, "result": group.result}


def followed(year: int) -> Iterator[Row]:
    """Gives the hours that apprentices followed, by month; they are counted in the month they came."""
    for group in learners():
        for month, hours in _by_month(year, group.first, group.last, group.hours.get(year, 0)):
            yield {
                "day": month,
                "agency_id": group.agency,
                "programme_id": group.programme,
                "site_id": SITE,
                "trainee": "apprentice",
                "employer": group.employer,
                "learners": _beginning(group, month),
                "trainee_minutes": hours * 60,
            }


def _beginning(group: Learners, month: date) -> int:
    return group.many if group.first.replace(day=1) == month else 0


def taught(year: int) -> Iterator[Row]:
    """Gives the hours taught to the classes of the titles, by month."""
    for programme, first, last, planned in CLASSES:
        for month, hours in _by_month(year, first, last, planned.get(year, 0)):
            yield {
                "day": max(month, first),
                "agency_id": HOME,
                "programme_id": programme,
                "site_id": SITE,
                "delivered_minutes": hours * 60,
            }


def _by_month(year: int, first: date, last: date | None, hours: int) -> Iterator[tuple[date, int]]:
    """Shares whole hours between the months of a year in which the course runs."""
    months = (date(year, number, 1) for number in range(1, 13))
    runs = [month for month in months if _meets(month, first, last)]
    weights = [_MONTHS[month.month - 1] for month in runs]
    if hours:
        shared = zip(runs, apportion(hours, weights), strict=True)
        yield from ((month, part) for month, part in shared if part)


def _meets(month: date, first: date, last: date | None) -> bool:
    return first <= month_end(month) and (last is None or month <= last)


def sheets() -> Iterable[Sheet]:
    """Gives the enrolments by year of entry, then the candidates by year of jury."""
    for year in ENTRIES:
        yield _sheet("inscriptions", "inscriptions au CFA", year, partial(enrolments, year))
    for year in JURIES:
        yield _sheet("examens", "examens", year, partial(exams, year))


def _sheet(name: str, kind: str, year: int, rows: partial[Iterator[Row]]) -> Sheet:
    return Sheet(name=f"cfa_{name}_{year}.csv", kind=kind, period=str(year), rows=rows)
