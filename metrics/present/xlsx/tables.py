"""One table as one sheet: real numbers and days, headers that stay, a page that prints."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from fractions import Fraction
from typing import Any

from xlsxwriter.worksheet import Worksheet

from metrics.present.datum import Datum, Head
from metrics.present.grid import Grid
from metrics.present.sheets import Sheet
from metrics.present.xlsx.book import INK, LINE, PALE, Book, is_percent, number_format, signed_format

HEADER = 2  # the line of the headers, after the title and what the figures cover
FIRST = HEADER + 1
_NARROWEST, _WIDEST, _NUMBERS = 9, 46, 13  # characters
_PAGE = 180  # characters that a page holds across, small but legible
_CHARACTERS_A_LINE = 12  # of a header, as wide as its numbers
_LINE_HEIGHT = 14  # points
_TONES: dict[str, dict[str, Any]] = {  # told apart in black and white too
    "good": {"font_color": "#0F4C9C"},
    "bad": {"font_color": "#8F4A00", "italic": True},
}


@dataclass(frozen=True, eq=False)
class Placed:
    """A sheet once written: under which name, and the line after its last one."""

    sheet: Sheet
    name: str
    worksheet: Worksheet
    end: int


def write(book: Book, sheet: Sheet) -> Placed:
    """Writes a sheet: its title, its table, then what is said beside it."""
    grid = sheet.grid
    worksheet = book.sheet(sheet.name)
    book.write(worksheet, 0, 0, grid.title, {"bold": True, "font_size": 13, "font_color": INK})
    book.write(worksheet, 1, 0, " · ".join(filter(None, (sheet.part, grid.source))), {"italic": True})
    _columns(book, worksheet, grid)
    for place, line in enumerate(grid.lines):
        is_total = grid.total and place == len(grid.lines) - 1
        for column, datum in enumerate(line):
            cell(book, worksheet, FIRST + place, column, datum, grid.heads[column], is_total=is_total)
    end = FIRST + len(grid.lines)
    for place, said in enumerate(sheet.said, 1):
        book.write(worksheet, end + place, 0, said, {})
    _ready(worksheet, grid)
    return Placed(sheet, worksheet.get_name(), worksheet, end + len(sheet.said) + bool(sheet.said))


def cell(
    book: Book, sheet: Worksheet, row: int, column: int, datum: Datum, head: Head, *, is_total: bool = False
) -> None:
    """Writes one cell: a number or a day as such, a mark or a text as text."""
    look: dict[str, Any] = {"bold": True, "top": 1, "top_color": LINE} if is_total else {}
    look |= _TONES.get(datum.tone, {})
    if datum.number is not None:
        shown = signed_format(datum.unit) if datum.is_change else number_format(datum.unit)
        sheet.write_number(row, column, value(datum.number, datum), book.look(**look, num_format=shown))
    elif datum.day is not None:
        moment = datetime.combine(datum.day, time())
        sheet.write_datetime(row, column, moment, book.look(**look, num_format="dd/mm/yyyy", align="left"))
    else:
        side = {"align": "right"} if head.is_number else {"align": "left", "indent": 1} if column else {}
        wrapped = {"text_wrap": True} if len(datum.text) > _WIDEST else {}
        book.write(sheet, row, column, datum.text, look | side | wrapped)


def value(number: Fraction, datum: Datum) -> float:
    """A number as its cell holds it: a percentage is kept out of one."""
    return float(number / 100 if is_percent(datum.unit) else number)


def _columns(book: Book, sheet: Worksheet, grid: Grid) -> None:
    """Writes the headers over columns as wide as what they hold."""
    widths = [_width(head, [line[place] for line in grid.lines]) for place, head in enumerate(grid.heads)]
    lines = [-(-len(head.label) // max(width - 1, 1)) for head, width in zip(grid.heads, widths, strict=True)]
    sheet.set_row(HEADER, _LINE_HEIGHT * max(lines, default=1) + 4)
    for place, (head, width) in enumerate(zip(grid.heads, widths, strict=True)):
        side = {"align": "right"} if head.is_number else {"align": "left", "indent": 1} if place else {}
        look = {"bold": True, "text_wrap": True, "bg_color": PALE, "bottom": 1, **side}
        book.write(sheet, HEADER, place, head.label, look)
        sheet.set_column(place, place, width)


def _width(head: Head, data: Sequence[Datum]) -> int:
    if head.is_number:
        return _NUMBERS
    longest = max((len(each.text) for each in data), default=0)
    return max(_NARROWEST, min(max(longest, _CHARACTERS_A_LINE) + 2, _WIDEST))


def _ready(sheet: Worksheet, grid: Grid) -> None:
    """Keeps the headers in sight and on each page, and lets the lines be filtered, but not their total."""
    last = FIRST + len(grid.lines) - 1 - grid.total
    if grid.lines and last >= FIRST:
        sheet.autofilter(HEADER, 0, last, len(grid.heads) - 1)
    names = len(grid.heads) > 1 and not grid.heads[0].is_number
    sheet.freeze_panes(FIRST, 1 if names else 0)
    sheet.repeat_rows(HEADER)
    widths = sum(_width(head, [line[place] for line in grid.lines]) for place, head in enumerate(grid.heads))
    if widths <= _PAGE:
        sheet.fit_to_pages(1, 0)
    else:
        sheet.set_print_scale(60)
        sheet.repeat_columns(0)
