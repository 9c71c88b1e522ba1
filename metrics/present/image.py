"""A chart as a picture for paper and files: on a white ground, of one width, in the font of the documents.

It reads without colour: signs, dashes, outlines and figures say what colours say.
"""

from functools import cache
from pathlib import Path
from typing import Any

import vl_convert as vlc

from metrics.present.charts import palette
from metrics.present.charts.chart import MUTED, Chart

FONTS = Path(__file__).parent / "assets" / "fonts"
WIDTH = 680  # pixels: as wide as a page of A4 between its margins, its letters are those of small print
FONT = "Source Sans 3"
# What texts are measured with: the font that comes with vl-convert, which measures no other, a little wider.
_MEASURED = "Liberation Sans"
_NAMES = 300  # pixels: names of lines are not cut as they are on a telephone
_RULE = "#DCE3E6"
_PRINT = {
    "axisXBand": {"labelFontSize": 10},  # the months of a year side by side
    "background": "#FFFFFF",
    "font": _MEASURED,
    "padding": 2,
    "range": {"category": list(palette.LIGHT)},
    "text": {"fontSize": 11.5},
    "title": {"fontWeight": 600},
    "view": {"stroke": None},
}
_AXIS = {
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


def svg(chart: Chart) -> str:
    """The chart as vectors, its texts as texts."""
    drawn: str = vlc.vegalite_to_svg(on_paper(chart), allowed_base_urls=[])
    return drawn.replace(f'font-family="{_MEASURED}"', f"font-family=\"'{FONT}', sans-serif\"")


def png(chart: Chart) -> bytes:
    """The chart in points, twice as many as its width, for screens that have them."""
    _ready()
    drawn: bytes = vlc.svg_to_png(svg(chart), scale=_SCALE)
    return drawn


def on_paper(chart: Chart) -> dict[str, Any]:
    """The specification of a chart as wide as a page, which reads nothing outside itself."""
    spec = _settled((chart.on_paper or chart).spec())
    config = spec["config"]
    own = {"axis": {**config["axis"], **_AXIS}, "legend": {**config["legend"], **_LEGEND}}
    fitted = {"width": WIDTH, "autosize": {"type": "fit-x", "contains": "padding"}}
    return {**spec, **fitted, "config": {**config, **_PRINT, **own}}


def _settled(spec: Any) -> Any:
    """A specification without what depends on the size of a screen."""
    if isinstance(spec, dict):
        kept = {key: _settled(each) for key, each in spec.items()}
        return kept | {"labelLimit": _NAMES} if isinstance(kept.get("labelLimit"), dict) else kept
    return [_settled(each) for each in spec] if isinstance(spec, list) else spec


@cache
def _ready() -> None:
    """Makes the font known, once: with another, the letters of a picture would vanish without a word."""
    vlc.register_font_directory(str(FONTS))
