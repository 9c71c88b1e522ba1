"""A figure by sector as a grid of tiles, city by city: neighbours stay neighbours, the darker the more."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
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
    Rows,
    finished,
    mark,
    named,
    value,
)
from metrics.present.charts.cities import BREAK, Place, broken, head, packed, settled
from metrics.present.once import once
from metrics.result import Figure, Result

ACROSS = 5  # tiles side by side, as many as the largest city has
_ON_PAPER = 9  # where a tile is as wide as on a telephone
_TILE, _LEGEND, _TITLE = 76, 100, 320  # pixels
_TILES, _CITIES = "tiles", "cities"
PRESENCE = (
    "Une carte de faits est d'abord une carte de présence : là où les équipes passent davantage, elles "
    "relèvent davantage."
)


@once
def sectors(answer: Result, metric: Metric, grid: tuple[Tile, ...], *, called: str) -> Chart:
    """The tiles of the cities that an answer by sector tells about; ``called`` says what is mapped.

    On paper more tiles stand side by side: the map holds on a page.
    """
    told = {row.keys[0]: cell.figure for row, cell in answer.column(metric)}
    cities = [list(group) for _, group in groupby(grid, key=lambda tile: tile.city)]
    cities = [city for city in cities if any(tile.sector in told for tile in city)]
    tiles, heads = _laid(cities, told, metric, ACROSS)
    screen = Chart(
        drawing=_drawing(metric, ACROSS),
        rows={_TILES: tiles, _CITIES: heads},
        height=_height(tiles),
        title=_title(answer, tiles, called),
        subtitle=f"{metric.label} · {answer.perimeter} · {answer.query.period.label}",
        sentence=_sentence(answer, metric, tiles, told.get(None)),
        dimension=SECTOR.id,
    )
    tiles, heads = _laid(cities, told, metric, _ON_PAPER)
    rows = {_TILES: tiles, _CITIES: heads}
    paper = replace(screen, drawing=_drawing(metric, _ON_PAPER), rows=rows, height=_height(tiles))
    return replace(screen, on_paper=paper)


def _laid(
    cities: Sequence[list[Tile]], told: Mapping[Any, Figure], metric: Metric, across: int
) -> tuple[Rows, Rows]:
    """The tiles and the names of cities, so many tiles side by side."""
    grids = [settled(city, across) for city in cities]
    places = list(packed(grids, across))
    placed = list(zip(grids, places, strict=True))
    tiles = [_square(tile, at, told.get(tile.sector), metric) for city, at in placed for tile in city]
    return tiles, [head(city, at) for city, at in placed]


def _height(tiles: Rows) -> int:
    return int(max((tile["y2"] for tile in tiles), default=1.0) * _TILE) + _LEGEND


def _square(tile: Tile, place: Place, figure: Figure | None, metric: Metric) -> dict[str, Any]:
    x, y = place[0] + (tile.column or 1) - 1, place[1] + (tile.row or 1) - 1
    text = "–" if figure is None else words.exact(figure, metric.unit)
    return {
        "key": tile.sector,
        "said": f"{tile.name}, {tile.city} : {text}",
        "name": tile.name,
        "lines": BREAK.join(broken(tile.name)),
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
def _drawing(metric: Metric, across: int) -> Drawing:
    base = named(_TILES)
    left, right = _across("x", across), alt.X2(field="x2")
    room = alt.ExprRef(expr=f"width / {across} - 8")
    whole = alt.ExprRef(expr=f"datum.wide * width / {across} - 6")
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
            lineBreak=BREAK,
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
            lineBreak=BREAK,
            dx=2,
            limit=whole,
        )
        .encode(x=left, y=_down("y"), text=alt.Text(field="city", type="nominal"))
    )
    return finished(alt.layer(shade, cities, *written, frame))


def _across(field: str, across: int) -> alt.X:
    return alt.X(field=field, type="quantitative", axis=None, scale=alt.Scale(domain=[0, across], nice=False))


def _down(field: str) -> alt.Y:
    scale = alt.Scale(reverse=True, nice=False, zero=True)
    return alt.Y(field=field, type="quantitative", axis=None, scale=scale)


def _title(answer: Result, tiles: Rows, called: str) -> str:
    """Where most were noted, when all is told and one sector stands alone."""
    known = [tile["value"] for tile in tiles if tile["value"] is not None]
    whole = not any(answer.partial) and all(tile["mark"] in ("", "aucun fait relevé") for tile in tiles)
    if len(known) < 4 or not whole or known.count(max(known)) > 1:
        return f"{called} par secteur"
    top = next(tile for tile in tiles if tile["value"] == max(known))
    return f"{called} : le plus souvent relevées à {top['city']}, {top['name']}"


def _sentence(answer: Result, metric: Metric, tiles: Rows, elsewhere: Figure | None) -> str:
    told = sorted((tile for tile in tiles if tile["value"]), key=lambda tile: -tile["value"])
    first = " ; ".join(f"{tile['name']} ({tile['city']}) {tile['text']}" for tile in told[:3])
    called = f"{metric.label} par secteur, {answer.query.period.label}"
    said = words.ended(f"{called} : {first or 'rien à montrer'}")
    if elsewhere is not None and elsewhere.value:
        said += words.ended(f" Sans secteur, donc hors de la carte : {words.exact(elsewhere, metric.unit)}")
    return f"{said} {PRESENCE}"
