"""A chart as a picture for paper and files: on a white ground, of one width, in the font of the documents.

It reads without colour: signs, dashes, outlines and figures say what colours say.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from math import ceil, floor, log10
from pathlib import Path
from textwrap import wrap
from typing import Any

import vl_convert as vlc

from metrics.present.charts import palette
from metrics.present.charts.chart import ACCENT, MUTED, Chart

FONTS = Path(__file__).parent / "assets" / "fonts"
WIDTH = 680  # pixels: as wide as a page of A4 between its margins, its letters are those of small print
HALF = 330  # of two side by side, in letters of the same size
FONT = "Source Sans 3"
_FAMILY = f"'{FONT}', sans-serif"
# What texts are measured with: the font that comes with vl-convert, which measures no other, a little wider.
_MEASURED = "Liberation Sans"
ON_PAPER = "#14606F"  # the accent, told from greys where there is no colour
_MARGIN = 4  # pixels
_ENDS = ("end", "value", "reference")  # how far bars go
_TICKS = 10  # about how many steps an axis has
_STEPS = ((10, 50**0.5), (5, 10**0.5), (2, 2**0.5), (1, 0))  # and what it takes to leave the one before
_NAMES = 300  # pixels: names of lines are not cut as they are on a telephone
_RULE = "#DCE3E6"
_PRINT = {
    "axisXBand": {"labelFontSize": 10},  # the months of a year side by side
    "background": "#FFFFFF",
    "font": _MEASURED,
    "range": {"category": list(palette.LIGHT)},
    "text": {"fontSize": 11.5},
    "title": {"fontWeight": 600},
    "view": {"stroke": None},
}
_AXIS: dict[str, Any] = {
    "domainColor": MUTED,
    "gridColor": _RULE,
    "labelColor": "#10181D",
    "labelFontSize": 11.5,
    "labelPadding": 4,
    "tickColor": _RULE,
    "titleColor": "#4A5A63",
    "titleFontSize": 11.5,
}
_LEGEND = {"labelFontSize": 11.5, "titleFontSize": 11.5, "titleFontWeight": 600}
_SCALE = 2
_LETTER, _DIGIT = 0.5, 0.56  # of the size of letters: their mean width, and that of digits
_HEIGHT = re.compile(r'<svg [^>]*?height="(\d+)"')
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # one of these stops the whole process
_COUNTED = re.compile(r"(?<=[\"#])(?:gradient_|clip)\d+")


@dataclass(frozen=True, slots=True)
class _Look:
    """How a line is written."""

    size: float
    leading: int
    weight: int
    colour: str


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines as an image holds them, and where they end."""

    texts: str
    end: int


_TITLE, _SMALL = _Look(16, 22, 600, "#10181D"), _Look(11.5, 16, 400, "#4A5A63")


def svg(chart: Chart, under: Sequence[str] = ()) -> str:
    """The chart alone: its title over it, under it what happened meanwhile, then lines such as references.

    Its sentence stands for it where it cannot be seen.
    """
    drawing = vectors(chart)
    over = [*_lines(chart.title, _TITLE), *_lines(chart.subtitle, _SMALL)]
    events = [f"{place}. {note}" for place, note in enumerate(chart.notes, 1)]
    below = [line for each in (*events, *under) for line in _lines(each, _SMALL)]
    top, high = _written(over, 0), int(_HEIGHT.findall(drawing)[0])
    foot = _written(below, top.end + high)
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{foot.end + _MARGIN}" role="img">'
    )
    said = f"<title>{_escaped(chart.title)}</title><desc>{_escaped(chart.sentence)}</desc>"
    ground = '<rect width="100%" height="100%" fill="#FFFFFF"/>'
    inside = drawing.replace("<svg ", f'<svg y="{top.end}" ', 1)
    return f"{opening}{said}{ground}{top.texts}{inside}{foot.texts}</svg>"


def png(chart: Chart, under: Sequence[str] = ()) -> bytes:
    """The same in points, twice as many as its width, for screens that have them."""
    _ready()
    drawn: bytes = vlc.svg_to_png(svg(chart, under), scale=_SCALE)
    return drawn


def vectors(chart: Chart, width: int = WIDTH) -> str:
    """The drawing of the chart, its texts as texts; the same characters each time."""
    drawn: str = vlc.vegalite_to_svg(on_paper(chart, width), allowed_base_urls=[])
    drawn = drawn.replace(f'font-family="{_MEASURED}"', f'font-family="{_FAMILY}"')
    names = dict.fromkeys(_COUNTED.findall(drawn))  # counted since the process began
    places = {name: f"{name.rstrip('0123456789')}{place}" for place, name in enumerate(names)}
    return _COUNTED.sub(lambda found: places[found.group()], drawn)


def _lines(text: str, look: _Look) -> list[tuple[str, _Look]]:
    """A text in lines as long as the picture is wide."""
    return [(line, look) for line in wrap(text, int(WIDTH / (look.size * _LETTER)))]


def _written(lines: Sequence[tuple[str, _Look]], top: int) -> _Block:
    """Lines one under the other from a height on."""
    texts, end = [], top
    for line, look in lines:
        end += look.leading
        style = f'font-size="{look.size}" font-weight="{look.weight}" fill="{look.colour}"'
        texts.append(f'<text x="{_MARGIN}" y="{end}" font-family="{_FAMILY}" {style}>{_escaped(line)}</text>')
    return _Block("".join(texts), end + (_MARGIN if lines else 0))


def _escaped(text: str) -> str:
    return escape(_NOT_XML.sub("", text))


def on_paper(chart: Chart, width: int = WIDTH) -> dict[str, Any]:
    """The specification of a chart as wide as a page, which reads nothing outside itself."""
    spec = _settled((chart.on_paper or chart).spec(), _NAMES * width // WIDTH)
    config = spec["config"]
    own = {"axis": {**config["axis"], **_AXIS}, "legend": {**config["legend"], **_LEGEND}}
    fitted = {"width": width, "autosize": {"type": "fit-x", "contains": "padding"}}
    return {**spec, **fitted, "padding": _padding(chart, width), "config": {**config, **_PRINT, **own}}


def _padding(chart: Chart, width: int) -> dict[str, int]:
    """The margins of a drawing, with room on the right for figures written beside the longest bars."""
    return {"left": _MARGIN, "top": _MARGIN, "bottom": _MARGIN, "right": _MARGIN + _room(chart, width)}


def _room(chart: Chart, width: int) -> int:
    """What the drawing leaves too little of: it makes room for figures beside bars longer than they will be.

    Its bars give way to names and figures at once; being shorter then, they leave less room after them.
    """
    rows = [row for some in chart.rows.values() for row in some]
    top = _nice(max((_far(row, key) for row in rows for key in _ENDS), default=0))
    beside = [(_long(row["text"]), _far(row, "end") / top) for row in rows if "text" in row and top]
    names = max((_long(str(row.get("label", ""))) for row in rows), default=0)

    def over(plot: float) -> float:
        return max((text - (1 - share) * plot for text, share in beside if share), default=0)

    whole = width - 2 * _MARGIN
    first = max(0, over(whole))
    return ceil(max(0, over(whole - min(names, _NAMES * width // WIDTH) - first) - first))


def _far(row: Mapping[str, Any], key: str) -> float:
    """How far a bar goes, nothing for what is no bar."""
    value = row.get(key)
    return float(value) if isinstance(value, int | float) else 0.0


def _long(text: str) -> float:
    """About how many pixels a text of a chart takes."""
    return len(text) * _SMALL.size * _DIGIT


def _nice(top: float) -> float:
    """Where the axis of numbers up to this one ends: on a step of one, two or five."""
    if top <= 0:
        return 0
    step = top / _TICKS
    power = 10 ** floor(log10(step))
    of_step: float = power * next(times for times, least in _STEPS if step / power >= least)
    return ceil(top / of_step) * of_step


def _settled(spec: Any, longest: int) -> Any:
    """A specification without what depends on the size of a screen, its accent darker but in a ramp.

    ``longest`` is what names of lines may take, in pixels.
    """
    if isinstance(spec, dict):
        ramp = {"range": spec["range"]} if "range" in spec and "domain" not in spec else {}
        names = _names(longest) if isinstance(spec.get("labelLimit"), dict) else {}
        return {key: _settled(each, longest) for key, each in spec.items()} | ramp | names
    if isinstance(spec, list):
        return [_settled(each, longest) for each in spec]
    if isinstance(spec, str):
        return ON_PAPER if spec == ACCENT else _NOT_XML.sub("", spec)
    return spec


def _names(longest: int) -> dict[str, Any]:
    """How names of lines are written: those that are longer on two lines."""
    most = int(longest / _AXIS["labelFontSize"] / _LETTER)
    cut = f"lastindexof(slice(datum.label, 0, {most + 1}), ' ')"
    lines = f"[slice(datum.label, 0, {cut}), slice(datum.label, {cut} + 1)]"
    return {
        "labelLimit": longest,
        "labelLineHeight": _AXIS["labelFontSize"],
        "labelExpr": f"length(datum.label) > {most} && {cut} > 0 ? {lines} : datum.label",
    }


@cache
def _ready() -> None:
    """Makes the font known, once: with another, the letters of a picture would vanish without a word."""
    vlc.register_font_directory(str(FONTS))
