"""Where cities stand on a grid of tiles, and how their names are cut to stand on them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from metrics.portrait import Tile

LETTERS, LINES = 12, 3  # what a tile holds of a name on a telephone
BREAK = "\n"
_HEAD, _LINE, _FIRST = 0.5, 0.17, 0.03  # of a tile: room for the name of a city, a line of it
_WORDS = re.compile(r"[^ -]+-?")
Place = tuple[float, float]  # left and top of a city, in tiles


def settled(city: list[Tile], across: int) -> list[Tile]:
    """The tiles of a city, those without a place put in a row of their own below."""
    last = max((tile.row for tile in city if tile.row is not None), default=0)
    placed = [tile for tile in city if tile.row is not None and tile.column is not None]
    others = [tile for tile in city if tile not in placed]
    below = (
        Tile(tile.sector, tile.name, tile.city, last + 1 + n // across, 1 + n % across)
        for n, tile in enumerate(others)
    )
    return [*placed, *below]


def _wide(city: Iterable[Tile]) -> int:
    return max(tile.column or 1 for tile in city)


def _high(city: Iterable[Tile]) -> int:
    return max(tile.row or 1 for tile in city)


def packed(cities: list[list[Tile]], across: int) -> Iterator[Place]:
    """Where each city stands: the highest first, each on the first shelf that has room for it."""
    shelves: list[tuple[float, float, int]] = []  # left still free, top, height
    found: dict[int, Place] = {}
    for n in sorted(range(len(cities)), key=lambda n: (-_high(cities[n]), -_wide(cities[n]), n)):
        wide, high = _wide(cities[n]), _high(cities[n])
        shelf = next((k for k, (x, _, _) in enumerate(shelves) if x + wide <= across), len(shelves))
        if shelf == len(shelves):
            top = shelves[-1][1] + shelves[-1][2] + _HEAD if shelves else _HEAD
            shelves.append((0, top, high))
        x, y, height = shelves[shelf]
        found[n] = (x, y)
        shelves[shelf] = (x + wide, y, height)
    return (found[n] for n in range(len(cities)))


def head(city: Sequence[Tile], place: Place) -> dict[str, Any]:
    """The name of a city, its last line on its tiles."""
    (x, y), wide = place, _wide(city)
    lines = broken(city[0].city, LETTERS * wide)
    return {"city": BREAK.join(lines), "x": x, "y": y - _LINE * len(lines) - _FIRST, "wide": wide}


def broken(name: str, letters: int = LETTERS) -> list[str]:
    """A name in lines of so many letters, cut between its words, the last as long as it must be.

    Cut at its end instead, « Nantes Nord » would be told from « Nantes Sud » by nothing.
    """
    lines: list[str] = []
    for word in _WORDS.findall(name):
        space = "" if not lines or lines[-1].endswith("-") else " "
        if lines and (len(lines) == LINES or len(lines[-1] + space + word) <= letters):
            lines[-1] += space + word
        else:
            lines.append(word)
    return lines
