"""What a chart is: a specification, and the words that stand for it when it cannot be seen."""

from dataclasses import dataclass
from typing import Any

import altair as alt

from metrics.model import Metric
from metrics.present.words import MARKS, NARROW, NO_BREAK
from metrics.result import Figure, Result, State

ACCENT = "#2A8C9E"  # 3:1 at least on both grounds
MUTED = "#7B8A93"  # what is compared with: grey, thinner, dashed
SELECTION = "choix"
# what changes with the ground a chart is drawn on, named in specifications and put in by ``on_ground``
INK, GROUND, PALE, DEEP = "@ink", "@ground", "@pale", "@deep"
_LIGHT = {INK: "#10181D", GROUND: "#FFFFFF", PALE: "#E3EEF0", DEEP: "#063B45"}
_DARK = {INK: "#E6EDF0", GROUND: "#10181D", PALE: "#1D3238", DEEP: "#BFE6EC"}
_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
_SHORT = ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.")
_DAYS = ("dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi")
LOCALE = {
    "number": {
        "decimal": ",",
        "thousands": NARROW,
        "grouping": [3],
        "currency": ["", f"{NO_BREAK}€"],
        "percent": f"{NO_BREAK}%",
        "minus": "−",
    },
    "time": {
        "dateTime": "%A %e %B %Y à %X",
        "date": "%d/%m/%Y",
        "time": "%H:%M:%S",
        "periods": ["", ""],
        "days": list(_DAYS),
        "shortDays": [f"{day[:3]}." for day in _DAYS],
        "months": list(_MONTHS),
        "shortMonths": list(_SHORT),
    },
}


@dataclass(frozen=True, kw_only=True)
class Chart:
    """One chart: ``title`` is the finding when it is safe to tell one, ``sentence`` stands for the picture.

    ``dimension`` is the id of what a click on a mark filters by; empty when marks are not for clicking.
    """

    spec: dict[str, Any]
    title: str
    subtitle: str
    sentence: str
    notes: tuple[str, ...] = ()  # what the numbers on the picture mean, from 1
    dimension: str = ""


def finished(drawing: Any, sentence: str) -> dict[str, Any]:
    """The specification of a drawing, with French numbers and its description."""
    drawn = drawing.properties(description=sentence, width="container").configure(
        locale=LOCALE,
        axis=alt.AxisConfig(
            labelLimit=260, titleFontWeight="normal", aria=False, labelFlush=False, labelBound=False
        ),
        legend=alt.LegendConfig(aria=False),  # what Vega says of axes and legends is English
        mark=alt.MarkConfig(aria=False),
    )
    spec: dict[str, Any] = drawn.to_dict(validate=False)
    return spec


def value(figure: Figure) -> float | None:
    """A figure as a mark can show it: nothing unless it has a value."""
    return None if figure.value is None else float(figure.value)


def is_sure(answer: Result, metric: Metric) -> bool:
    """Whether a finding may be told of a figure: every value is there, and no month is missing."""
    figures = [cell.figure for _, cell in answer.column(metric)]
    known = bool(figures) and all(figure.state is State.PRESENT for figure in figures)
    return known and not answer.is_partial(metric)


def mark(state: State) -> str:
    """The sign that stands for a figure without value, on a chart as in a table."""
    return MARKS.get(state, "")


def on_ground(spec: Any, *, dark: bool) -> Any:
    """A specification with the colours of a light or of a dark ground."""
    colours = _DARK if dark else _LIGHT
    if isinstance(spec, dict):
        return {key: on_ground(each, dark=dark) for key, each in spec.items()}
    if isinstance(spec, list):
        return [on_ground(each, dark=dark) for each in spec]
    return colours.get(spec, spec) if isinstance(spec, str) else spec
