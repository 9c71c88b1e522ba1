"""Records as people read them: a French text per cell."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from metrics.catalogue.listings import AGENCY_SHOWN, DISPOSITIF_SHOWN, MARKETS, Form, Listing
from metrics.catalogue.units import COUNT
from metrics.portrait import Held
from metrics.present import words
from metrics.present.table import Column, Entry, Line
from metrics.records import PAGE, Page
from metrics.result import NOT_APPLICABLE
from metrics.unit import Unit

_NUMBERS = {Form.NUMBER, Form.EUROS}
_CENTS = Unit(symbol="", decimals=2)  # the header says the unit


def is_number(form: Form) -> bool:
    """Whether a column holds numbers, which stand to the right."""
    return form in _NUMBERS


def lines(page: Page) -> list[list[str]]:
    """The cells of each row."""
    return [texts(page.listing, record.cells) for record in page.rows]


def texts(listing: Listing, cells: Sequence[Any]) -> list[str]:
    """The cells of one row; what is not filled in shows as not applicable."""
    return [_text(column.form, cell) for column, cell in zip(listing.columns, cells, strict=True)]


def holdings(held: Iterable[Held]) -> tuple[list[Column], list[Line]]:
    """The markets of one dispositif: their columns but those that name it, and where each stands."""
    kept = [n for n, each in enumerate(MARKETS.columns) if each not in (AGENCY_SHOWN, DISPOSITIF_SHOWN)]
    columns = [MARKETS.columns[n] for n in kept]
    lines = [
        (*(_entry(MARKETS.columns[n].form, each.record.cells[n]) for n in kept), each.stage.value)
        for each in held
    ]
    return [*(Column(each.header, is_number(each.form)) for each in columns), Column("Situation")], lines


def _entry(form: Form, cell: Any) -> Entry:
    value = None if cell is None else _value(form, cell)
    return Entry(_text(form, cell), value=value, unit=_CENTS if form is Form.EUROS else COUNT)


def position(page: Page, number: int) -> str:
    """« Lignes 1 à 50 sur 11 650 », on the page of this number from 0."""
    counted = words.exact(page.count, COUNT)
    if not page.rows:
        return f"Aucun enregistrement ({counted})."
    first = PAGE * number + 1
    last = first + len(page.rows) - 1
    bounds = (words.number(Fraction(each)) for each in (first, last))
    return f"Lignes {' à '.join(bounds)} sur {counted}"


def _value(form: Form, cell: Any) -> Fraction | date | None:
    """The number or the day of a cell, when it is one."""
    day: date
    match form:
        case Form.DAY:
            day = cell
            return day
        case Form.LAST_DAY:
            day = cell - timedelta(days=1)
            return day
        case Form.NUMBER:
            return Fraction(cell)
        case Form.EUROS:
            return Fraction(cell, 100)
    return None


def _text(form: Form, cell: Any) -> str:
    if cell is None:
        return words.MARKS[NOT_APPLICABLE.state]
    match form:
        case Form.DAY:
            return words.day(cell)
        case Form.LAST_DAY:
            return words.day(cell - timedelta(days=1))
        case Form.NUMBER:
            return words.number(Fraction(cell))
        case Form.EUROS:
            return words.number(Fraction(cell, 100), _CENTS.decimals)
        case Form.YES_NO:
            return "oui" if cell else "non"
    return str(cell)
