"""How steps of time are drawn: bars or a line over a reference, hatched or open where one is partial."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import altair as alt

from metrics.model import Metric
from metrics.present.charts.chart import (
    ACCENT,
    GROUND,
    INK,
    MUTED,
    PALE,
    SELECTION,
    Drawing,
    finished,
    least_step,
    named,
)

ROWS = "rows"
_STRIPES = 9  # of a bar that is not all there
_LABEL = "split(datum.label, ' ')"  # the year under the month: labels hold on a telephone


@dataclass(frozen=True, slots=True)
class Look:
    """All that changes how steps are drawn, whatever their values."""

    metric: Metric
    clickable: bool
    from_zero: bool
    compared: bool
    promised: bool  # what each step is set against has not happened here
    partial: bool
    dated: bool  # some step has an event


@lru_cache(maxsize=512)
def drawing(look: Look) -> Drawing:
    """The drawing of a look: its rows are named ``ROWS``."""
    own = _bars if look.metric.is_of_events else _line
    layers = [*_reference(look), *own(look), *_events(look)]
    return finished(alt.layer(*layers).properties(height=260))


def _steps() -> alt.X:
    axis = alt.Axis(
        title=None, labelAngle=0, labelOverlap="parity", labelExpr=_LABEL, ticks=False, labelPadding=6
    )
    return alt.X(field="label", type="ordinal", sort=None, axis=axis)


def _scaled(look: Look, field: str) -> alt.Y:
    unit, least = look.metric.unit.symbol or None, least_step(look.metric)
    axis = alt.Axis(title=unit, format=",~f", tickCount=5, tickMinStep=least, domain=False)
    return alt.Y(field=field, type="quantitative", axis=axis, scale=alt.Scale(zero=look.from_zero))


def _tooltip(*fields: tuple[str, str]) -> list[alt.Tooltip]:
    return [alt.Tooltip(field=field, type="nominal", title=title) for field, title in fields]


def _base(look: Look) -> alt.Chart:
    tooltip = _tooltip(("label", "Période"), ("text", look.metric.label), ("change", "Évolution"))
    return named(ROWS).encode(x=_steps(), tooltip=tooltip)


def _clickable(chart: alt.Chart, look: Look) -> alt.Chart:
    if not look.clickable:
        return chart
    return chart.add_params(alt.selection_point(name=SELECTION, fields=["step"], clear="dblclick"))


def _bars(look: Look) -> Iterable[alt.Chart]:
    """A bar per step; hatched where some of it is missing."""
    drawn = _base(look).mark_bar(stroke=ACCENT, strokeWidth=1, width={"band": 0.5})
    hatched = {"condition": {"test": "datum.partial", "value": _hatching()}, "value": ACCENT}
    yield _clickable(drawn.encode(y=_scaled(look, "value"), fill=hatched), look)


def _hatching() -> dict[str, Any]:
    """Slanted stripes, as a gradient that never blends: drawings have no pattern."""
    stops = [
        {"offset": (place + side) / _STRIPES, "color": ACCENT if place % 2 else GROUND}
        for place in range(_STRIPES)
        for side in (0, 1)
    ]
    return {"gradient": "linear", "x1": 0, "y1": 0, "x2": 1, "y2": 1, "stops": stops}


def _line(look: Look) -> Iterable[alt.Chart]:
    """A line through the steps; dashes and an open point where some of one is missing."""
    base = _base(look)
    yield base.mark_line(color=ACCENT).encode(y=_scaled(look, "whole"))
    if look.partial:
        yield base.mark_line(color=ACCENT, strokeDash=[5, 4]).encode(y=_scaled(look, "dashed"))
    inside = {"condition": {"test": "datum.partial", "value": GROUND}, "value": ACCENT}
    point = base.mark_point(size=55, stroke=ACCENT, strokeWidth=2, filled=False, opacity=1)
    yield _clickable(point.encode(y=_scaled(look, "value"), fill=inside), look)


def _reference(look: Look) -> Iterable[alt.Chart]:
    """What each step is set against, when anything is: a wider, lighter bar behind, or a grey dashed line."""
    if not look.compared:
        return ()
    base = named(ROWS)
    if look.metric.is_of_events:
        chart = base.mark_bar(
            fill=PALE,
            fillOpacity=0 if look.promised else 1,
            stroke=MUTED,
            strokeWidth=1.5,
            width={"band": 0.8},
        )
    else:
        point = alt.OverlayMarkDef(size=18, color=MUTED)
        chart = base.mark_line(color=MUTED, strokeDash=[2, 3], strokeWidth=1.5, point=point)
    tooltip = _tooltip(("label", "Période"), ("reference_text", "Comparaison"))
    return (chart.encode(x=_steps(), y=_scaled(look, "reference"), tooltip=tooltip),)


def _events(look: Look) -> Iterable[alt.Chart]:
    """A rule at each step where something happened, with the numbers that the notes name."""
    if not look.dated:
        return ()
    tooltip = _tooltip(("told", "Fait marquant"))
    base = named(ROWS).transform_filter("datum.number").encode(x=_steps(), tooltip=tooltip)
    rule = base.mark_rule(strokeDash=[2, 3], color=MUTED)
    number = base.mark_text(dy=-6, baseline="bottom", color=INK, fontSize=12).encode(
        text=alt.Text(field="number", type="nominal"), y=alt.YValue(0)
    )
    return (rule, number)
