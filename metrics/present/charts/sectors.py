"""A figure by sector as a grid of tiles, city by city: neighbours stay neighbours, the darker the more."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any

import altair as alt

from metrics.catalogue.dimensions import SECTOR
from metrics.model import Metric
from metrics.portrait import Tile
from metrics.present import words
from metrics.present.charts.chart import (
    ACCENT,
    DEEP,
    ENDS,
    INK,
    MUTED,
    PALE,
    SELECTION,
    Chart,
    Drawing,
    finished,
    mark,
    named,
    value,
)
from metrics.present.once import once
from metrics.result import Figure, Result

ACROSS = 5  # tiles side by side, as many as the largest city has
LETTERS, LINES = 12, 3  # what a tile holds of a name on a telephone
_TILE, _LEGEND, _TITLE = 76, 100, 320  # pixels
_TILES, _CITIES = "tiles", "cities"
_HEAD, _LINE, _FIRST = 0.5, 0.17, 0.03  # of a tile: room for the name of a city, a line of it
_BREAK = "\n"
_WORDS = re.compile(r"[^ -]+-?")
PRESENCE = (
    "Une carte de faits est d'abord une carte de présence : là où les équipes passent davantage, elles "
    "relèvent davantage."
)
_Place = tuple[float, float]  # left and top of a city, in tiles


@once
def sectors(answer: Result, metric: Metric, grid: tuple[Tile, ...], *, called: str) -> Chart:
    """The tiles of the cities that an answer by sector tells about; ``called`` says what is mapped."""
    told = {row.keys[0]: cell.figure for row, cell in answer.column(metric)}
    cities = [list(group) for _, group in groupby(grid, key=lambda tile: tile.city)]
    cities = [_settled(city) for city in cities if any(tile.sector in told for tile in city)]
    places = list(_packed(cities))
    tiles = [
        _square(tile, place, told.get(tile.sector), metric)
        for city, place in zip(cities, places, strict=True)
        for tile in city
    ]
    heads = [_head(city, place) for city, place in zip(cities, places, strict=True)]
    sentence = _sentence(answer, metric, tiles, told.get(None))
    height = max((tile["y2"] for tile in tiles), default=1.0)
    return Chart(
        drawing=_drawing(metric),
        rows={_TILES: tiles, _CITIES: heads},
        height=int(height * _TILE) + _LEGEND,
        title=_title(answer, tiles, called),
        subtitle=f"{metric.label} · {answer.perimeter} · {answer.query.period.label}",
        sentence=sentence,
        dimension=SECTOR.id,
    )


def _settled(city: list[Tile]) -> list[Tile]:
    """The tiles of a city, those without a place put in a row of their own below."""
    last = max((tile.row for tile in city if tile.row is not None), default=0)
    placed = [tile for tile in city if tile.row is not None and tile.column is not None]
    others = [tile for tile in city if tile not in placed]
    below = (
        Tile(tile.sector, tile.name, tile.city, last + 1 + n // ACROSS, 1 + n % ACROSS)
        for n, tile in enumerate(others)
    )
    return [*placed, *below]


def _wide(city: Iterable[Tile]) -> int:
    return max(tile.column or 1 for tile in city)


def _high(city: Iterable[Tile]) -> int:
    return max(tile.row or 1 for tile in city)


def _packed(cities: list[list[Tile]]) -> Iterator[_Place]:
    """Where each city stands: the highest first, each on the first shelf that has room for it."""
    shelves: list[tuple[float, float, int]] = []  # left still free, top, height
    found: dict[int, _Place] = {}
    for n in sorted(range(len(cities)), key=lambda n: (-_high(cities[n]), -_wide(cities[n]), n)):
        wide, high = _wide(cities[n]), _high(cities[n])
        shelf = next((k for k, (x, _, _) in enumerate(shelves) if x + wide <= ACROSS), len(shelves))
        if shelf == len(shelves):
            top = shelves[-1][1] + shelves[-1][2] + _HEAD if shelves else _HEAD
            shelves.append((0, top, high))
        x, y, height = shelves[shelf]
        found[n] = (x, y)
        shelves[shelf] = (x + wide, y, height)
    return (found[n] for n in range(len(cities)))


def _head(city: Sequence[Tile], place: _Place) -> dict[str, Any]:
    """The name of a city, its last line on its tiles."""
    (x, y), wide = place, _wide(city)
    lines = broken(city[0].city, LETTERS * wide)
    return {"city": _BREAK.join(lines), "x": x, "y": y - _LINE * len(lines) - _FIRST, "wide": wide}


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


def _square(tile: Tile, place: _Place, figure: Figure | None, metric: Metric) -> dict[str, Any]:
    x, y = place[0] + (tile.column or 1) - 1, place[1] + (tile.row or 1) - 1
    text = "–" if figure is None else words.exact(figure, metric.unit)
    return {
        "key": tile.sector,
        "said": f"{tile.name}, {tile.city} : {text}",
        "name": tile.name,
        "lines": _BREAK.join(broken(tile.name)),
        "city": tile.city,
        "x": x + 0.03,
        "x2": x + 0.97,
        "y": y + 0.04,
        "bar": y + 0.26,
        "y2": y + 0.96,
        "value": None if figure is None else value(figure),
        "text": text,
        "mark": "aucun fait relevé" if figure is None else mark(figure.state),
    }


@lru_cache(maxsize=64)
def _drawing(metric: Metric) -> Drawing:
    base = named(_TILES)
    left, right = _across("x"), alt.X2(field="x2")
    room = alt.ExprRef(expr=f"width / {ACROSS} - 8")
    whole = alt.ExprRef(expr=f"datum.wide * width / {ACROSS} - 6")
    colour = alt.Color(
        field="value",
        type="quantitative",
        scale=alt.Scale(range=[PALE, ACCENT, DEEP], zero=True),
        legend=alt.Legend(
            title=metric.unit.symbol or metric.label,
            titleLimit=_TITLE,
            format=",~f",
            orient="top",
            values=ENDS,
        ),
    )
    tooltip = [
        alt.Tooltip(field=field, type="nominal", title=title)
        for field, title in (("city", "Commune"), ("name", "Secteur"), ("text", metric.label))
    ]
    frame = base.mark_rect(cornerRadius=4, stroke=MUTED, fillOpacity=0.001, fill=MUTED).encode(
        x=left,
        x2=right,
        y=_down("y"),
        y2=alt.Y2(field="y2"),
        tooltip=tooltip,
        description=alt.Description(field="said", type="nominal"),
    )
    frame = frame.add_params(alt.selection_point(name=SELECTION, fields=["key"], clear="dblclick"))
    shade = base.mark_rect(cornerRadius=4, stroke=MUTED, aria=False).encode(
        x=left, x2=right, y=_down("y"), y2=alt.Y2(field="bar"), color=colour, tooltip=tooltip
    )
    shade = shade.transform_filter("isValid(datum.value)")
    written = [
        base.mark_text(
            align="left",
            baseline="top",
            color=INK,
            fontSize=10,
            lineHeight=11,
            lineBreak=_BREAK,
            dx=4,
            dy=dy,
            limit=room,
            fontWeight="bold" if field == "text" else "normal",
            aria=False,
        ).encode(x=left, y=_down("bar"), text=alt.Text(field=field, type="nominal"), tooltip=tooltip)
        for field, dy in (("text", 3), ("lines", 15))
    ]
    cities = (
        named(_CITIES)
        .mark_text(
            align="left",
            baseline="top",
            color=INK,
            fontWeight="bold",
            lineHeight=12,
            lineBreak=_BREAK,
            dx=2,
            limit=whole,
        )
        .encode(x=left, y=_down("y"), text=alt.Text(field="city", type="nominal"))
    )
    return finished(alt.layer(shade, cities, *written, frame))


def _across(field: str) -> alt.X:
    return alt.X(field=field, type="quantitative", axis=None, scale=alt.Scale(domain=[0, ACROSS], nice=False))


def _down(field: str) -> alt.Y:
    scale = alt.Scale(reverse=True, nice=False, zero=True)
    return alt.Y(field=field, type="quantitative", axis=None, scale=scale)


def _title(answer: Result, tiles: list[dict[str, Any]], called: str) -> str:
    """Where most were noted, when all is told and one sector stands alone."""
    known = [tile["value"] for tile in tiles if tile["value"] is not None]
    whole = not any(answer.partial) and all(tile["mark"] in ("", "aucun fait relevé") for tile in tiles)
    if len(known) < 4 or not whole or known.count(max(known)) > 1:
        return f"{called} par secteur"
    top = next(tile for tile in tiles if tile["value"] == max(known))
    return f"{called} : le plus souvent relevées à {top['city']}, {top['name']}"


def _sentence(answer: Result, metric: Metric, tiles: list[dict[str, Any]], elsewhere: Figure | None) -> str:
    told = sorted((tile for tile in tiles if tile["value"]), key=lambda tile: -tile["value"])
    first = " ; ".join(f"{tile['name']} ({tile['city']}) {tile['text']}" for tile in told[:3])
    called = f"{metric.label} par secteur, {answer.query.period.label}"
    said = words.ended(f"{called} : {first or 'rien à montrer'}")
    if elsewhere is not None and elsewhere.value:
        said += words.ended(f" Sans secteur, donc hors de la carte : {words.exact(elsewhere, metric.unit)}")
    return f"{said} {PRESENCE}"
