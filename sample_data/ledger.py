"""The ledger: revenue that comes to the stated totals, and the charges that go with it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, partial
from random import Random

from sample_data.apportion import apportion
from sample_data.days import YEARS, month_end
from sample_data.revenue_plan import HEAD_OFFICE, SOURCES, Source, cents_by_month
from sample_data.write import Row, Sheet

# charges of a dispositif, per thousand of its revenue
_DIRECT = {"641000": 548, "645000": 172, "631000": 44, "625000": 21, "606000": 17, "613000": 22}
# charges of the head office, per thousand of the whole revenue
_SHARED = {"641000": 96, "645000": 31, "631000": 8, "625000": 4, "606000": 5, "613000": 12, "681000": 15}
EXTERNAL = ("606000", "613000", "625000")  # what suppliers invoice


def entries(year: int) -> Iterator[Row]:
    """Gives the lines of one year, month by month."""
    for number in range(1, 13):
        yield from _revenue(year, number)
        yield from charges(year, number)


def _revenue(year: int, number: int) -> Iterator[Row]:
    day = month_end(date(year, number, 1))
    for source in SOURCES:
        parts = apportion(cents_by_month(source, year)[number - 1], list(source.funders.values()))
        for funder, cents in zip(source.funders, parts, strict=True):
            if cents:
                yield _entry(day, source, source.account, funder, cents)


def _entry(day: date, source: Source, account: str, funder: str | None, cents: int) -> Row:
    return {
        "day": day,
        "account_id": account,
        "agency_id": source.agency,
        "dispositif_id": source.dispositif,
        "funder_id": funder,
        "branch": source.branch,
        "amount_cents": cents,
    }


@cache
def charges(year: int, number: int) -> tuple[Row, ...]:
    """Gives the charges of one month: those of each dispositif, then those of the head office."""
    day = month_end(date(year, number, 1))
    revenue: dict[str, int] = defaultdict(int)
    sources: dict[str, Source] = {}
    for source in SOURCES:
        revenue[source.subject] += cents_by_month(source, year)[number - 1]
        sources[source.subject] = source
    chance = Random(f"charges/{year}/{number}")
    found = []
    for subject, cents in revenue.items():
        found += _charges(day, sources[subject], cents, _DIRECT, chance)
    found += _charges(day, sources["OTHER"], sum(revenue.values()), _SHARED, chance)
    return tuple(found)


def _charges(day: date, source: Source, cents: int, rates: dict[str, int], chance: Random) -> list[Row]:
    amounts = {account: -cents * rate * chance.randint(94, 106) // 100_000 for account, rate in rates.items()}
    return [_entry(day, source, account, None, amount) for account, amount in amounts.items() if amount]


def external_cents(year: int) -> dict[str, int]:
    """Gives what suppliers cost each agency in a year."""
    found: dict[str, int] = dict.fromkeys(("NANTES", "RENNES", "ANGERS", "IDF", HEAD_OFFICE), 0)
    for number in range(1, 13):
        for line in charges(year, number):
            if line["account_id"] in EXTERNAL:
                found[line["agency_id"]] -= line["amount_cents"]
    return found


def sheets() -> Iterable[Sheet]:
    """Gives one workbook a year."""
    for year in YEARS:
        yield Sheet(
            name=f"compta_grand_livre_{year}.xlsx",
            kind="grand livre",
            period=str(year),
            rows=partial(entries, year),
        )
