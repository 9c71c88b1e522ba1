"""The monthly budget by dispositif and source; 2025 is there for the months ahead."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from random import Random

from sample_data.apportion import apportion
from sample_data.days import LAST_DAY, YEARS
from sample_data.ledger import charges
from sample_data.revenue_plan import SOURCES, Source
from sample_data.write import Row, Sheet

_NEXT_YEAR = LAST_DAY.year + 1
_FIRST_WHOLE_YEAR = {"CLICHY": 410_000, "VELIVAL": 55_000, "T13": 63_000}  # euros
_BAGNEUX = 240_000
_ROUND = 100  # euros: what is voted is round
Where = tuple[str, str | None, str]  # agency, dispositif, branch


def lines(year: int) -> Iterator[Row]:
    """Gives one line per month, dispositif and source of a year, charges included and negative."""
    for source in SOURCES:
        voted = _voted(source, year)
        if voted:
            weights = [
                weight if source.is_active(date(year, number, 1)) else 0
                for number, weight in enumerate(source.months, 1)
            ]
            yield from _months(_where(source), year, source.line, apportion(voted * 100, weights))
    if year == _NEXT_YEAR:
        yield from _months(
            ("IDF", "BAGNEUX", "mediation"), year, "sales", apportion(_BAGNEUX * 100, [1] * 12)
        )
    for where, by_month in _charges(year).items():
        chance = Random(f"budget/charges/{where}/{year}")
        voted = sum(by_month) * chance.randint(970, 1025) // 1000
        yield from _months(where, year, "expense", apportion(voted, [-cents for cents in by_month]))


def _voted(source: Source, year: int) -> int:
    chance = Random(f"budget/{source.subject}/{source.line}/{year}")
    expected = source.euros[min(year, LAST_DAY.year)]
    if year == _NEXT_YEAR:
        expected = _FIRST_WHOLE_YEAR.get(source.subject, expected)
    return expected * chance.randint(960, 1035) // 1000 // _ROUND * _ROUND


def _charges(year: int) -> dict[Where, list[int]]:
    """Gives the charges of the year, or of the last known one, from which the vote was close."""
    found: dict[Where, list[int]] = defaultdict(lambda: [0] * 12)
    for number in range(1, 13):
        for line in charges(min(year, LAST_DAY.year), number):
            where = line["agency_id"], line["dispositif_id"], line["branch"]
            found[where][number - 1] += line["amount_cents"]
    return found


def _where(source: Source) -> Where:
    return source.agency, source.dispositif, source.branch


def _months(where: Where, year: int, line: str, by_month: list[int]) -> Iterator[Row]:
    agency, dispositif, branch = where
    for number, cents in enumerate(by_month, 1):
        if cents:
            yield {
                "day": date(year, number, 1),
                "agency_id": agency,
                "dispositif_id": dispositif,
                "branch": branch,
                "line": line,
                "amount_cents": cents,
            }


def sheets() -> Iterable[Sheet]:
    """Gives one workbook a year."""
    for year in (*YEARS, _NEXT_YEAR):
        yield Sheet(
            name=f"compta_budget_{year}.xlsx", kind="budget", period=str(year), rows=partial(lines, year)
        )
