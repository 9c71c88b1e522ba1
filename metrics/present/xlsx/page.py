"""The page that a sheet prints on: which way it lies, in what size, and how high its lines are."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from xlsxwriter.worksheet import Worksheet

UPRIGHT = 700  # pixels across A4, between its margins
_HIGH, _LOW = 740.0, 490.0  # points down the same
_WIDEST = 1700  # pixels that a page on its side holds, small but legible
_SMALL, _WHOLE = 65, 85  # percent, of what needs several pages across, and of what nearly fills one
_PRESSED = 1.4  # pages that are made one
_LETTER, _EDGE = 7, 5  # pixels of a column, for each letter and for its sides
_LINE, _AROUND = 13.0, 2.0  # points of a line of text, and over and under it
_TEXT = 85  # characters of a sentence on one line


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a sheet in characters, and how many of them a sentence runs across."""

    widths: tuple[int, ...]
    across: int

    @property
    def room(self) -> int:
        """Characters that a sentence has on a line."""
        beyond = (self.across - len(self.widths)) * _BLANK
        return sum(self.widths[: self.across]) + max(beyond, 0)

    @property
    def pixels(self) -> int:
        """How wide it is, its sentences included."""
        blank = max(self.across - len(self.widths), 0)
        return sum(_LETTER * each + _EDGE for each in self.widths) + blank * _USUAL

    @property
    def is_upright(self) -> bool:
        """Whether it holds on a page that stands."""
        return self.pixels <= UPRIGHT

    @property
    def page(self) -> float:
        """How high its pages are, in points."""
        return _HIGH if self.is_upright else _LOW


_BLANK, _USUAL = 8, 64  # characters and pixels of a column that holds nothing


def layout(widths: Sequence[int]) -> Layout:
    """The layout of some columns, sentences running across those that they need and blank ones after them."""
    told, across = 0, 0
    while told < _TEXT:
        told += widths[across] if across < len(widths) else _BLANK
        across += 1
    return Layout(tuple(widths), across)


def lines(text: str, width: int) -> int:
    """How many lines a text takes in so many characters."""
    if len(text) <= width and "\n" not in text:
        return 1
    return sum(len(wrap(each, max(width, 1))) or 1 for each in text.split("\n"))


def height(count: int) -> float:
    """The points of some lines of text."""
    return _LINE * count + _AROUND


def set_up(sheet: Worksheet, shape: Layout, *, has_names: bool) -> None:
    """Makes a sheet as wide as a page at most; on several pages across, lines keep their names."""
    if shape.is_upright:
        sheet.set_portrait()
    if shape.pixels <= _WIDEST:
        sheet.fit_to_pages(1, 0)
        return
    sheet.set_print_scale(_SMALL)
    if has_names:
        sheet.repeat_columns(0)


def keep(sheet: Worksheet, shape: Layout, points: float, row: int, more: float) -> None:
    """Keeps a picture that begins on a line whole: on the page of what is over it, else on the next."""
    if points + more <= shape.page:
        return
    if points + more <= shape.page * _PRESSED:
        sheet.fit_to_pages(1, 1)
    elif points % shape.page + more > shape.page:
        sheet.set_print_scale(_WHOLE)  # without which a break is not followed
        sheet.set_h_pagebreaks([row])
