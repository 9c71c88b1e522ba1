"""A figure by agency on the map: a bubble each, its name and its figure beside it.

The outline travels inside the specification: no request leaves the page. Agencies that have no place on the
map are told in the sentence.
"""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import altair as alt

from metrics.catalogue.dimensions import AGENCY, DISPOSITIF, SECTOR
from metrics.model import Dimension, Metric
from metrics.present import words
from metrics.present.charts import palette
from metrics.present.charts.chart import (
    GROUND,
    INK,
    MUTED,
    PALE,
    SELECTION,
    Chart,
    Drawing,
    Rows,
    finished,
    named,
    value,
)
from metrics.present.once import once
from metrics.present.text import row_labels
from metrics.query import Value
from metrics.result import NOT_APPLICABLE, Result, Row

_ASSETS = Path(__file__).parent.parent / "assets"
_LARGEST = 2200  # square pixels
_BESIDE = 30  # pixels from the middle of a bubble to its name
_HEIGHT, _ON_PAPER = 380, 320  # pixels: a page holds its table too
_BREAK = "\n"
_ROWS, _SIDES = "rows", ("west", "east")
_TEXT = 13


@dataclass(frozen=True, slots=True)
class Place:
    """Where an agency stands, and the side of its bubble its name is written on."""

    longitude: float
    latitude: float
    name_on: str


@cache
def places() -> dict[str, Place]:
    """The place of each agency that has one, by its code."""
    with (_ASSETS / "agencies.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["agency"]: Place(float(row["longitude"]), float(row["latitude"]), row["name_on"])
            for row in csv.DictReader(file)
        }


@cache
def _outline() -> dict[str, Any]:
    outline: dict[str, Any] = json.loads((_ASSETS / "west.topo.json").read_text(encoding="utf-8"))
    return outline


@once
def territory(answer: Result, metric: Metric, agencies: tuple[Value, ...]) -> Chart:
    """The agencies of an answer on the map; ``agencies`` are all of them, in their order."""
    lines = [_line(answer, metric, row) for row in answer.rows]
    shown = [line | _place(line["key"]) for line in lines if line["key"] in places()]
    sentence = _sentence(answer, metric, lines)
    most = max((line["size"] for line in shown), default=0.0) or 1.0
    for line in shown:
        line["area"] = line["size"] / most * _LARGEST
    chart = Chart(
        drawing=_drawing(metric, tuple(map(str, agencies)), compared=bool(answer.versus_label)),
        rows={_ROWS: shown, **_by_side(shown)},
        title=_title(answer, metric),
        subtitle=_subtitle(answer, metric),
        sentence=sentence,
        dimension=answer.query.by[0].id,
    )
    return replace(chart, on_paper=replace(chart, height=_ON_PAPER))


def _line(answer: Result, metric: Metric, row: Row) -> dict[str, Any]:
    cell = answer.cell(metric, row)
    (label,) = row_labels(answer, row)
    elsewhere = not cell.figure.value and _is_within(answer, SECTOR)
    figure = NOT_APPLICABLE if elsewhere else cell.figure  # a sector is of one agency
    text, change = words.exact(figure, metric.unit), words.percent_change(cell, metric)
    return {
        "key": str(row.keys[0]),
        "label": label,
        "size": max(value(cell.figure) or 0.0, 0.0),
        "text": text,
        "change": change,
        "change_told": f"{change} par rapport à : {answer.versus_label}" if change else "",
        "written": _BREAK.join((label, text, change) if change else (label, text)),
        "told": f"{label} {text} ({change})" if change else f"{label} {text}",
    }


def _is_within(answer: Result, *dimensions: Dimension) -> bool:
    """Whether it is kept to places or teams of one agency, so that the others cannot be compared with it."""
    return any(kept.dimension in dimensions for kept in answer.query.where)


def _place(agency: str) -> dict[str, Any]:
    place = places()[agency]
    return {"longitude": place.longitude, "latitude": place.latitude, "name_on": place.name_on}


def _by_side(lines: Rows) -> dict[str, Rows]:
    """The lines by the side of their bubble that their name is written on."""
    return {side: [line for line in lines if line["name_on"] == side] for side in _SIDES}


@lru_cache(maxsize=256)
def _drawing(metric: Metric, agencies: tuple[str, ...], *, compared: bool) -> Drawing:
    layers = [_land(), _bubbles(metric, agencies, compared=compared), *_names()]
    return finished(alt.layer(*layers).properties(height=_HEIGHT).project(type="mercator"))


def _land() -> alt.Chart:
    data = alt.Data(values=_outline(), format=alt.TopoDataFormat(feature="departements", type="topojson"))
    return alt.Chart(data).mark_geoshape(fill=PALE, stroke=MUTED, strokeWidth=0.5, aria=False)


def _on_map(name: str) -> alt.Chart:
    return named(name).encode(
        longitude=alt.Longitude(field="longitude", type="quantitative"),
        latitude=alt.Latitude(field="latitude", type="quantitative"),
    )


def _bubbles(metric: Metric, agencies: tuple[str, ...], *, compared: bool) -> alt.Chart:
    told = {"label": AGENCY.label, "text": metric.label} | ({"change_told": "Évolution"} if compared else {})
    return (
        _on_map(_ROWS)
        .mark_circle(opacity=1, stroke=GROUND, strokeWidth=1, cursor="pointer")
        .encode(
            size=alt.Size(field="area", type="quantitative", scale=None, legend=None),
            color=alt.Color(field="key", type="nominal", scale=palette.colours(agencies), legend=None),
            tooltip=[alt.Tooltip(field=name, type="nominal", title=title) for name, title in told.items()],
            description=alt.Description(field="told", type="nominal"),
        )
        .add_params(alt.selection_point(name=SELECTION, fields=["key"], clear="dblclick"))
    )


def _names() -> Iterator[alt.Chart]:
    """The name and the figure of each agency, on its side, over a rim of the land that keeps it readable."""
    for side in _SIDES:
        for rim in (4, 0):
            written = _on_map(side).mark_text(
                align="right" if side == _SIDES[0] else "left",
                dx=-_BESIDE if side == _SIDES[0] else _BESIDE,
                baseline="middle",
                lineBreak=_BREAK,
                fontSize=_TEXT,
                color=INK,
                stroke=PALE,
                strokeWidth=rim,
                aria=False,
            )
            yield written.encode(text=alt.Text(field="written", type="nominal"))


def _title(answer: Result, metric: Metric) -> str:
    """The least and the most, named after nobody, when every agency of the map is told."""
    figures = [cell.figure for row, cell in answer.column(metric) if str(row.keys[0]) in places()]
    values = [figure.value for figure in figures if figure.value is not None]
    told = len(figures) >= 3 and len(values) == len(figures) and not answer.is_partial(metric)
    if not told or min(values) == max(values) or _is_within(answer, SECTOR, DISPOSITIF):
        return f"{metric.label} par agence"
    low = words.number(min(values), metric.unit.decimals)
    high = words.with_unit(words.number(max(values), metric.unit.decimals), metric.unit.symbol)
    return f"{metric.label} : de {low} à {high} selon l'agence"


def _subtitle(answer: Result, metric: Metric) -> str:
    label = answer.versus_label
    against = f", {words.set_against(answer.query.versus, label)}" if label else ""
    return f"{metric.label} · {answer.perimeter} · {answer.query.period.label}{against}"


def _sentence(answer: Result, metric: Metric, lines: list[dict[str, Any]]) -> str:
    """Every agency, those without a place on the map last."""
    on, off = (
        [line["told"] for line in lines if (line["key"] in places()) is here] for here in (True, False)
    )
    parts = [" ; ".join(on)] if on else []
    parts += [f"hors de la carte, {' ; '.join(off)}"] if off else []
    told = " ; ".join(parts) or "rien à montrer"
    return words.ended(f"{metric.label} par agence, {answer.query.period.label} : {told}")
