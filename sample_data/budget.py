"""The monthly budget, voted before each year, by dispositif and source; 2025 is there for the months ahead."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, partial
from random import Random

from sample_data.apportion import apportion
from sample_data.dispositifs import BY_ID
from sample_data.ledger import charges
from sample_data.revenue_plan import HEAD_OFFICE, SOURCES, Source
from sample_data.write import Row, Sheet

_NEXT_YEAR = 2025
_EXPECTED_2025 = {"CLICHY": 410_000, "VELIVAL": 55_000, "T13": 63_000}  # first whole year
_BAGNEUX_2025 = 240_000
_STEP = 100  # euros: budgets are round


def lines(year: int) -> Iterator[Row]:
    """Gives one line per month, dispositif and source of a year, charges included."""
    for source in SOURCES:
        months = [max(0, weight) for weight in _weights(source, year)]
        if any(months):
            yield from _spread(source, year, source.line, _voted(source, year), months)
    if year == _NEXT_YEAR:
        yield from _months(("IDF", "BAGNEUX", "mediation"), year, "sales", [_BAGNEUX_2025 * 100 // 12] * 12)
    for where, cents in _charges_voted(year).items():
        yield from _months(where, year, "expense", apportion(cents, [1] * 12))


def _weights(source: Source, year: int) -> list[int]:
    return [
        weight if source.is_active(date(year, number, 1)) else 0
        for number, weight in enumerate(source.months, 1)
    ]
