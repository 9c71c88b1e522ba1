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
from metrics.present.xlsx.book import INK, LINE, PALE, SIZE, Book, is_percent, number_format, signed_format
from metrics.present.xlsx.page import Layout, height, layout, lines, set_up

HEADER = 2  # the line of the headers, after the title and what the figures cover
FIRST = HEADER + 1
_NARROWEST, _WIDEST, _ALONE = 9, 34, 80  # characters; of texts, and of those that are all there is
_LONGEST_HEADER = 4  # lines
_TITLE: dict[str, Any] = {"bold": True, "font_size": 13, "font_color": INK}
_TONES: dict[str, dict[str, Any]] = {  # told apart in black and white too
    "good": {"font_color": "#0F4C9C"},
    "bad": {"font_color": "#8F4A00", "italic": True},
}


@dataclass(frozen=True, eq=False)
class Placed:
    """A sheet once written: its name and shape, the line after its last one, how far down that is."""

    sheet: Sheet
    name: str
    worksheet: Worksheet
    end: int
    shape: Layout
    points: float


def write(book: Book, sheet: Sheet) -> Placed:
    """Writes a sheet: its title, its table, then what is said beside it."""
    grid = sheet.grid
    worksheet = book.sheet(sheet.name)
    shape = layout([_width(grid, place) for place in range(len(grid.heads))])
    source = " · ".join(filter(None, (sheet.part, grid.source)))
    points = _sentence(book, worksheet, 0, grid.title, shape, _TITLE)
    points += _sentence(book, worksheet, 1, source, shape, {"italic": True})
    points += _headers(book, worksheet, grid, shape)
    for place, line in enumerate(grid.lines):
        points += _line(book, worksheet, FIRST + place, line, grid, shape)
    end = FIRST + len(grid.lines)
    for place, said in enumerate(sheet.said, 1):
        points += _sentence(book, worksheet, end + place, said, shape, {})
    _ready(worksheet, grid)
    set_up(worksheet, shape, has_names=_has_names(grid))
    end += len(sheet.said) + bool(sheet.said)
    return Placed(sheet, worksheet.get_name(), worksheet, end, shape, points)


def _sentence(
    book: Book, sheet: Worksheet, row: int, text: str, shape: Layout, look: dict[str, Any]
) -> float:
    """Writes a sentence across the columns, on as many lines as it takes; gives its height."""
    wrapped = look | {"text_wrap": True}
    if shape.across > 1:
        sheet.merge_range(row, 0, row, shape.across - 1, "", book.look(**wrapped))
    book.write(sheet, row, 0, text, wrapped)
    size: int = look.get("font_size", SIZE)
    high = height(lines(text, shape.room * SIZE // size)) * size / SIZE
    sheet.set_row(row, high)
    return high


def _line(book: Book, sheet: Worksheet, row: int, line: Sequence[Datum], grid: Grid, shape: Layout) -> float:
    """Writes the cells of a line, as high as its longest text; gives its height."""
    is_total = grid.total and row == FIRST + len(grid.lines) - 1
    for column, (datum, head) in enumerate(zip(line, grid.heads, strict=True)):
        cell(book, sheet, row, column, datum, head, is_total=is_total)
    told = zip(line, shape.widths, strict=True)
    high = height(max(1 if each.number is not None else lines(each.text, width) for each, width in told))
    sheet.set_row(row, high)
    return high


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
        wrapped = {"text_wrap": True} if len(datum.text) > _NARROWEST else {}
        book.write(sheet, row, column, datum.text, look | side | wrapped)


def value(number: Fraction, datum: Datum) -> float:
    """A number as its cell holds it: a percentage is kept out of one."""
    return float(number / 100 if is_percent(datum.unit) else number)


def _headers(book: Book, sheet: Worksheet, grid: Grid, shape: Layout) -> float:
    """Writes the headers over columns as wide as what they hold; gives their height."""
    for place, (head, width) in enumerate(zip(grid.heads, shape.widths, strict=True)):
        side = {"align": "right"} if head.is_number else {"align": "left", "indent": 1} if place else {}
        look = {"bold": True, "text_wrap": True, "bg_color": PALE, "bottom": 1, **side}
        book.write(sheet, HEADER, place, head.label, look)
        sheet.set_column(place, place, width)
    told = zip(grid.heads, shape.widths, strict=True)
    high = height(max((lines(head.label, width - 2) for head, width in told), default=1)) + 2
    sheet.set_row(HEADER, high)
    return high


def _width(grid: Grid, place: int) -> int:
    """As wide as its longest text, and its header in a few lines of whole words."""
    head, texts = grid.heads[place], [line[place].text for line in grid.lines]
    if len(grid.heads) == 1 and not head.is_number:
        return _ALONE
    words = max(map(len, head.label.split()), default=0)
    header = max(words, len(head.label) // _LONGEST_HEADER) + 2
    longest = max(map(len, texts), default=0) + 2
    return max(_NARROWEST, header, longest if head.is_number else min(longest, _WIDEST))


def _has_names(grid: Grid) -> bool:
    """Whether the first column names the lines."""
    return len(grid.heads) > 1 and not grid.heads[0].is_number


def _ready(sheet: Worksheet, grid: Grid) -> None:
    """Keeps the headers in sight and on each page, and lets the lines be filtered, but not their total."""
    last = FIRST + len(grid.lines) - 1 - grid.total
    if grid.lines and last >= FIRST:
        sheet.autofilter(HEADER, 0, last, len(grid.heads) - 1)
    sheet.freeze_panes(FIRST, 1 if _has_names(grid) else 0)
    sheet.repeat_rows(HEADER)
