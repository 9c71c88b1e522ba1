"""How wide the columns of a table are on paper: which way of the page it holds on, and in what size."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from metrics.present.table import Column, Entry, Table

PORTRAIT, LANDSCAPE = 493.0, 740.0  # points, between the margins of A4
_SIZE, _SMALL_PRINT, _SMALLEST = 8.5, 7.5, 6.0  # points
_LETTER = 0.5  # of the size of letters: their mean width, which that of digits is
_SMALL = 0.85  # what is written under a cell, of the size of the cell
_INSET = 9.0  # points, on both sides of a cell
_SHORTEST, _WORD = 4, 20  # letters: what any column has, and where a word is broken
_DAY = 18  # letters: « 30 septembre 2025 » and what is as short are on one line
_LONGEST = 80  # letters that a line of text is given at most
_HEADERS, _RAGGED = (1, 2, 3), 3  # lines of headers, and the letters that lines of several are unequal by
_FEW = 6  # lines of a table that is not worth a page on its side
_EASE = 0.25  # of what its texts would like, so that names are not a word a line
_HALVINGS = 30
_BREAKS = re.compile(r"[ \-]")
_BROAD, _CAPITALS, _BOLD = frozenset("mwMW%"), frozenset(ascii_uppercase), 1.03
_Need = tuple[float, float]  # what a column cannot do without and what it would like: letters, or points


@dataclass(frozen=True, slots=True)
class Widths:
    """The width of each column and the size of letters in points, and whether the page lies on its side."""

    columns: tuple[int, ...]
    size: float
    is_landscape: bool


def widths(table: Table) -> Widths:
    """The page and the columns where every word of a table stands whole: upright and large if they can."""
    for room, size, unbroken in _pages(table):
        needs = _needs(table, room, size, unbroken)
        least, most = _summed(needs)
        if least + _EASE * (most - least) <= room:
            return Widths(_shared(needs, room), size, room == LANDSCAPE)
    insets = _INSET * len(table.columns)
    size = max(_SMALLEST, min(_SIZE, _SIZE * (LANDSCAPE - insets) / (least - insets)))
    return Widths(_shared(_needs(table, LANDSCAPE, size, 0), LANDSCAPE), size, is_landscape=True)


def _pages(table: Table) -> Iterator[tuple[float, float, int]]:
    """The room, the size of letters and the texts kept whole, from what is read best; the first that does."""
    yield PORTRAIT, _SIZE, _DAY
    yield PORTRAIT, _SMALL_PRINT, _DAY
    if len(table.lines) <= _FEW:
        yield PORTRAIT, _SMALL_PRINT, 0
    yield LANDSCAPE, _SIZE, _DAY
    yield LANDSCAPE, _SIZE, 0


def _needs(table: Table, room: float, size: float, unbroken: int) -> list[_Need]:
    """The points that each column asks for, its header in as few lines as there is room for."""
    columns = [(each, [line[place] for line in table.lines]) for place, each in enumerate(table.columns)]
    for lines in _HEADERS:
        needs = [_points(_need(column, cells, lines, unbroken), size) for column, cells in columns]
        if _summed(needs)[1] <= room:
            break
    return needs


def _need(column: Column, cells: Sequence[Entry | str], lines: int, unbroken: int) -> _Need:
    """The letters that the words of a column ask for; a number is never broken, nor what is short."""
    texts = [*_texts(cells)]
    words = [_wide(word) * _BOLD for word in _BREAKS.split(column.said)]
    words += [_wide(word) for text in texts for word in _BREAKS.split(text)]
    numbers = [len(each if isinstance(each, str) else each.text) for each in cells if column.is_number]
    longest = max([0, *map(len, texts)])
    least = min(max([_SHORTEST, *words, *numbers, longest if longest <= unbroken else 0]), _WORD)
    header = len(column.said) if lines == 1 else len(column.said) / lines + _RAGGED
    return least, max(least, min(max(header, longest), _LONGEST))


def _wide(word: str) -> float:
    """A word in mean letters: some are as wide as two, and it may have several of them."""
    broad, capitals = (sum(map(signs.__contains__, word)) for signs in (_BROAD, _CAPITALS))
    return len(word) + 0.7 * broad + 0.25 * capitals


def _texts(cells: Iterable[Entry | str]) -> Iterator[str]:
    """All the texts of some cells, those under them as short as their size makes them."""
    for each in cells:
        if isinstance(each, str):
            yield each
        else:
            yield each.text
            yield from (under.text[: int(len(under.text) * _SMALL)] for under in each.under)


def _points(letters: _Need, size: float) -> _Need:
    least, most = (wide * _LETTER * size + _INSET for wide in letters)
    return least, most


def _summed(needs: Iterable[_Need]) -> _Need:
    least, most = map(sum, zip(*needs, strict=True))
    return least, most


def _shared(needs: Sequence[_Need], room: float) -> tuple[int, ...]:
    """To each what it would like; where there is less room, what makes the tallest cells as low as can be."""
    least, most = _summed(needs)
    if most <= room:
        return tuple(int(like) for _, like in needs)
    if least >= room:
        return tuple(int(need) for need, _ in needs)
    few, many = 1.0, max(like / need for need, like in needs)  # lines of the tallest cells
    for _ in range(_HALVINGS):
        lines = (few + many) / 2
        if sum(max(need, like / lines) for need, like in needs) > room:
            few = lines
        else:
            many = lines
    return tuple(int(max(need, like / many)) for need, like in needs)
