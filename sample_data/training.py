"""The files of the training organisation: sessions, learners and answers, one file a year."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from sample_data import cfa, courses
from sample_data.days import YEARS
from sample_data.write import Row, Sheet


def sessions(year: int) -> list[Row]:
    """Gives the hours taught, in order of date."""
    return _dated((*courses.taught(year), *cfa.taught(year)))


def attendance(year: int) -> list[Row]:
    """Gives the hours followed, in order of date."""
    return _dated((*courses.followed(year), *cfa.followed(year)))


def satisfaction(year: int) -> list[Row]:
    """Gives the answers, in order of date."""
    return _dated(courses.answered(year))


def _dated(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: row["day"])


def sheets() -> Iterable[Sheet]:
    """Gives a file of each kind a year, then the registers of the CFA."""
    for year in YEARS:
        yield from _of_year(year, "sessions", "sessions de formation", sessions)
        yield from _of_year(year, "stagiaires", "stagiaires", attendance)
        yield from _of_year(year, "satisfaction", "satisfaction", satisfaction)
    yield from cfa.sheets()


def _of_year(year: int, name: str, kind: str, rows: Callable[[int], list[Row]]) -> Iterator[Sheet]:
    named = f"formation_{name}_{year}.csv"
    yield Sheet(name=named, kind=kind, period=str(year), rows=partial(rows, year))
