"""What a chart is: a specification, and the words that stand for it when it cannot be seen."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import altair as alt

from metrics.model import Metric
from metrics.present.words import MARKS, NARROW, NO_BREAK
from metrics.result import Figure, Result, State

Rows = list[dict[str, Any]]
ACCENT = "#2A8C9E"  # 3:1 at least on both grounds
MUTED = "#7B8A93"  # what is compared with: grey, thinner, dashed
ENDS = alt.ExprRef(expr="domain('color')")  # what a legend of shades writes: the least and the greatest
SELECTION = "choix"
# what changes with the ground a chart is drawn on, named in specifications and put in by ``Drawing``
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


@dataclass(frozen=True, eq=False)
class Drawing:
    """What charts alike draw, whatever their numbers: made once, for building one costs more than a page.

    Its data are names, which ``Chart.rows`` fills.
    """

    spec: dict[str, Any]

    @cached_property
    def light(self) -> dict[str, Any]:
        """The same on a light ground."""
        return _coloured(self.spec, _LIGHT)

    @cached_property
    def dark(self) -> dict[str, Any]:
        """The same on a dark ground."""
        return _coloured(self.spec, _DARK)


@dataclass(frozen=True, eq=False, kw_only=True)
class Chart:
    """One chart: ``title`` is the finding when it is safe to tell one, ``sentence`` stands for the picture.

    ``rows`` are the lines drawn, by the name that the drawing gives them. ``dimension`` is the id of what a
    click on a mark filters by; empty when marks are not for clicking. ``on_paper`` is the same laid out for
    a page, where that is not as on a screen.
    """

    drawing: Drawing
    rows: Mapping[str, Rows]
    title: str
    subtitle: str
    sentence: str
    height: int = 0  # in pixels, where it depends on what is drawn
    notes: tuple[str, ...] = ()  # what the numbers on the picture mean, from 1
    dimension: str = ""
    order: tuple[str, ...] = ()  # the keys of the marks, where these are ranked: the table follows them
    on_paper: "Chart | None" = None

    def spec(self, *, dark: bool = False) -> dict[str, Any]:
        """The specification on a light or on a dark ground: charts that look alike differ by rows alone."""
        drawn = self.drawing.dark if dark else self.drawing.light
        own = {"height": self.height} if self.height else {}
        return {**drawn, **own, "datasets": dict(self.rows)}


def named(name: str) -> alt.Chart:
    """A chart to be, of the rows of this name."""
    return alt.Chart(alt.NamedData(name=name))


def finished(drawing: Any) -> Drawing:
    """A drawing with French numbers, as wide as its place."""
    drawn = drawing.properties(width="container").configure(
        locale=LOCALE,
        axis=alt.AxisConfig(
            labelLimit=260, titleFontWeight="normal", aria=False, labelFlush=False, labelBound=False
        ),
        legend=alt.LegendConfig(aria=False),  # what Vega says of axes and legends is English
        mark=alt.MarkConfig(aria=False),
    )
    return Drawing(drawn.to_dict())


def value(figure: Figure) -> float | None:
    """A figure as a mark can show it: nothing unless it has a value."""
    return None if figure.value is None else float(figure.value)


def is_sure(answer: Result, metric: Metric) -> bool:
    """Whether a finding may be told of a figure: every value is there, and no month is missing."""
    figures = [cell.figure for _, cell in answer.column(metric)]
    known = bool(figures) and all(figure.state is State.PRESENT for figure in figures)
    return known and not answer.is_partial(metric)


def least_step(metric: Metric) -> Any:
    """How near to one another the numbers of an axis may be: what is counted one by one has no tenths."""
    return 1 if metric.unit.decimals == 0 and not metric.unit.change_in_points else alt.Undefined


def mark(state: State) -> str:
    """The sign that stands for a figure without value, on a chart as in a table."""
    return MARKS.get(state, "")


def _coloured(spec: Any, colours: Mapping[str, str]) -> Any:
    """A specification with the colours of a ground in place of their names."""
    if isinstance(spec, dict):
        return {key: _coloured(each, colours) for key, each in spec.items()}
    if isinstance(spec, list):
        return [_coloured(each, colours) for each in spec]
    return colours.get(spec, spec) if isinstance(spec, str) else spec
