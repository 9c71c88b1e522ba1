"""Invoices and credit notes: those sent add up to the sales, those received to what suppliers cost."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import partial
from random import Random

from sample_data.apportion import apportion
from sample_data.days import YEARS
from sample_data.ledger import external_cents
from sample_data.revenue_plan import SOURCES, Source
from sample_data.write import Row, Sheet

_SUPPLIER_DOCUMENTS = {2023: 1_588, 2024: 1_647}
_ONE_CREDIT_NOTE_IN = 24
_SIZES = (2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 60)  # many small ones, a few big ones


def documents(year: int) -> list[Row]:
    """Gives every document of a year, in order of date."""
    found = [*_sent(year), *_received(year)]
    return sorted(found, key=lambda row: (row["day"], row["direction"]))


def _sent(year: int) -> Iterator[Row]:
    for source in SOURCES:
        how_many = source.invoices.get(year, 0)
        if how_many:
            chance = Random(f"invoices/{source.subject}/{source.line}/{year}")
            funders, shares = list(source.funders), list(source.funders.values())
            days = sorted(_billing_day(source, year, chance) for _ in range(how_many))
            sizes = (80, 90, 100, 110, 120) if source.dispositif else _SIZES
            amounts = _amounts(source.euros[year] * 100, how_many, sizes, chance)
            for day, cents in zip(days, amounts, strict=True):
                funder = chance.choices(funders, weights=shares)[0]
                yield _document(day, source.agency, source.dispositif, funder, "client", cents)


def _billing_day(source: Source, year: int, chance: Random) -> date:
    """Draws a day of a month in which the work goes on."""
    months = [
        number
        for number, weight in enumerate(source.months, 1)
        if weight and source.is_active(date(year, number, 1))
    ]
    return date(year, chance.choice(months), chance.randint(1, 28))


def _amounts(total: int, how_many: int, sizes: tuple[int, ...], chance: Random) -> list[int]:
    """Shares out a total between documents, a few of which are credit notes."""
    notes = how_many // _ONE_CREDIT_NOTE_IN
    taken_back = [-(total // how_many * chance.randint(8, 40) // 100) for _ in range(notes)]
    weights = [chance.choice(sizes) * chance.randint(80, 120) for _ in range(how_many - notes)]
    amounts = apportion(total - sum(taken_back), weights) + taken_back
    chance.shuffle(amounts)
    return amounts


def _received(year: int) -> Iterator[Row]:
    costs = external_cents(year)
    counts = apportion(_SUPPLIER_DOCUMENTS[year], list(costs.values()))
    for (agency, cents), how_many in zip(costs.items(), counts, strict=True):
        chance = Random(f"suppliers/{agency}/{year}")
        for amount in _amounts(cents, how_many, _SIZES, chance):
            day = date(year, 1, 1) + timedelta(chance.randint(1, 363))
            yield _document(day, agency, None, None, "supplier", amount)


def _document(
    day: date, agency: str, dispositif: str | None, funder: str | None, direction: str, cents: int
) -> Row:
    return {
        "day": day,
        "agency_id": agency,
        "dispositif_id": dispositif,
        "funder_id": funder,
        "direction": direction,
        "document": "invoice" if cents > 0 else "credit_note",
        "amount_cents": cents,
    }


def sheets() -> Iterable[Sheet]:
    """Gives one file a year."""
    for year in YEARS:
        yield Sheet(
            name=f"compta_factures_{year}.csv",
            kind="factures",
            period=str(year),
            rows=partial(documents, year),
        )
