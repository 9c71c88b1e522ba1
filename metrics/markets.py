"""Markets on a line of time: when each runs, and which are to be renewed in the twelve months that come.

Display only, as a portfolio is: lines are records of a figure, read with its rights, and sums are asked.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from data_access.access import Scope
from metrics import records
from metrics.catalogue.listings import (
    AMOUNT,
    BEGINS,
    CLIENT,
    CODE,
    DISPOSITIF_SHOWN,
    ENDS,
    MARKETS_PAID,
    NATURE,
    RENEWED,
    TERM,
)
from metrics.context import Context
from metrics.period import Kind, Period, add_months
from metrics.portrait import Stage, stage_on
from metrics.query import Filter
from metrics.records import Page, Record

AHEAD, YEARS = 12, 5  # months in which a term is near, and years of which what is at risk is told
_NEVER = date(2200, 1, 1)
_SEASONAL = "seasonal"


@dataclass(frozen=True, slots=True)
class Market:
    """A market or an agreement that lasts; ``is_due`` when its term is near and nothing renews it yet."""

    code: str
    dispositif: str
    name: str
    client: str
    begins: date
    last_day: date | None
    term: date | None
    cents: int | None
    stage: Stage
    is_due: bool


def near(today: date) -> Period:
    """From a day to the same one of the year after, both included: what is soon to be renewed."""
    return Period(Kind.FREE, today, add_months(today, AHEAD) + timedelta(days=1))


def years_ahead(today: date) -> Period:
    """The year of a day and those that follow."""
    return Period(Kind.FREE, date(today.year, 1, 1), date(today.year + YEARS, 1, 1))


@lru_cache(maxsize=256)  # what an import holds never changes, and a page reads it at each of its runs
def timeline(
    url: str, period: Period, today: date, scope: Scope, where: tuple[Filter, ...], known: Context
) -> tuple[Market, ...]:
    """The markets that run in a period or will, as far as a person reads them and filters keep them."""
    question = records.question(MARKETS_PAID, from_then_on(period, today), where)
    return told(records.pages(url, question, scope, known), today)


def from_then_on(period: Period, today: date) -> Period:
    """From the beginning of a period, or from today when it is later, to all that is written."""
    return Period(Kind.FREE, min(period.start, today), _NEVER)


def told(pages: Iterable[Page], today: date) -> tuple[Market, ...]:
    """The markets of some records, the first to end first; seasons are no market that lasts."""
    found = (each for page in pages for each in _of_page(page, today))
    return tuple(sorted(found, key=lambda each: (each.last_day or _NEVER, each.name)))


def _of_page(page: Page, today: date) -> Iterator[Market]:
    return (_market(page, row, today) for row in page.rows if page.key(row, NATURE) != _SEASONAL)


def _market(page: Page, row: Record, today: date) -> Market:
    begins, after, term = (page.key(row, each) for each in (BEGINS, ENDS, TERM))
    window = near(today)
    soon = term is not None and window.start <= term < window.stop
    return Market(
        code=page.key(row, CODE),
        dispositif=page.key(row, DISPOSITIF_SHOWN),
        name=page.cell(row, DISPOSITIF_SHOWN),
        client=page.cell(row, CLIENT),
        begins=begins,
        last_day=None if after is None else after - timedelta(days=1),
        term=term,
        cents=page.key(row, AMOUNT),
        stage=stage_on(today, begins, after),
        is_due=soon and not page.key(row, RENEWED),
    )
