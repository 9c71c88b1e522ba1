"""How wide the columns of a table are on paper: which way of the page it holds on, and in what size."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from metrics.present.blocks import Column, Entry, Table

PORTRAIT, LANDSCAPE = 493.0, 740.0  # points, between the margins of A4
_SIZE, _SMALLEST = 8.5, 6.0  # points
_LETTER = 0.5  # of the size of letters: their mean width, which that of digits is
_SMALL = 0.85  # what is written under a cell, of the size of the cell
_INSET = 9.0  # points, on both sides of a cell
_SHORTEST, _WORD = 4, 20  # letters: what any column has, and where a word is broken
_LONGEST = 46  # letters that a line of text is given at most
_HEADERS = (1, 2, 3)  # lines of headers
_EASE = 0.25  # of what its texts would like, so that names are not a word a line
_BREAKS = re.compile(r"[ \-/]")
_Need = tuple[float, float]  # what a column cannot do without, and what it would like


@dataclass(frozen=True, slots=True)
class Widths:
    """The width of each column and the size of letters in points, and whether the page lies on its side."""

    columns: tuple[float, ...]
    size: float
    is_landscape: bool


def widths(table: Table) -> Widths:
    """The page and the columns where every word of a table stands whole: upright and large if they can."""
    for room in (PORTRAIT, LANDSCAPE):
        needs = _needs(table, room)
        least, most = map(sum, zip(*_points(needs, _SIZE), strict=True))
        if least + _EASE * (most - least) <= room:
            return Widths(_shared(_points(needs, _SIZE), room), _SIZE, room == LANDSCAPE)
    size = max(_SMALLEST, min(_SIZE, _SIZE * LANDSCAPE / least))
    return Widths(_shared(_points(needs, size), LANDSCAPE), size, is_landscape=True)


def _needs(table: Table, room: float) -> list[_Need]:
    """What each column asks for, its header in as few lines as there is room for."""
    columns = list(zip(table.columns, zip(*table.lines, strict=True), strict=True))
    for lines in _HEADERS:
        needs = [_need(column, cells, lines) for column, cells in columns]
        if sum(like for _, like in _points(needs, _SIZE)) <= room:
            break
    return needs


def _need(column: Column, cells: Sequence[Entry | str], lines: int) -> _Need:
    """The letters that the words of a column ask for; a number is never broken."""
    texts = [*_texts(cells)]
    words = [float(len(word)) for text in (column.said, *texts) for word in _BREAKS.split(text)]
    numbers = [len(each if isinstance(each, str) else each.text) for each in cells if column.is_number]
    least = min(max([_SHORTEST, *words, *numbers]), _WORD)
    header = -(-len(column.said) // lines)
    return least, max(least, min(max([header, *map(len, texts)]), _LONGEST))


def _texts(cells: Iterable[Entry | str]) -> Iterator[str]:
    """All the texts of some cells, those under them as short as their size makes them."""
    for each in cells:
        if isinstance(each, str):
            yield each
        else:
            yield each.text
            yield from (under.text[: int(len(under.text) * _SMALL)] for under in each.under)


def _points(needs: Iterable[_Need], size: float) -> list[_Need]:
    wide = _LETTER * size
    return [(least * wide + _INSET, most * wide + _INSET) for least, most in needs]


def _shared(needs: Sequence[_Need], room: float) -> tuple[float, ...]:
    """To each what it would like; where there is less room, what it needs and a like share of the rest."""
    least, most = map(sum, zip(*needs, strict=True))
    share = min(1.0, (room - least) / (most - least)) if most > least else 1.0
    return tuple(round(need + share * (like - need), 2) for need, like in needs)
