"""Rates by member or by step of time: a point on a line from 0 to 100 %, with its 95 % interval and its n."""

from functools import lru_cache
from typing import Any

import altair as alt

from data_access.words import uncapitalised
from metrics.model import Dimension, Metric
from metrics.present import certainty, words
from metrics.present.charts.chart import (
    ACCENT,
    INK,
    MUTED,
    Chart,
    Drawing,
    finished,
    named,
    value,
)
from metrics.present.once import once
from metrics.present.text import row_labels
from metrics.result import Result, Row

_STEP = 30
_ROWS = "rows"
_NAMES = "clamp(containerSize()[0] - 150, 90, 260)"  # pixels: what is drawn keeps its room
_INTERVAL = "trait : intervalle de Wilson à 95 %"


@once
def rates(answer: Result, metric: Metric) -> Chart:
    """The members of an answer's only breakdown, in the order of the answer."""
    lines = [_line(answer, metric, row) for row in answer.rows]
    name, by = metric.label, uncapitalised(answer.query.by[0].label)
    covered = f"{answer.perimeter} · {answer.query.period.label}"
    return Chart(
        drawing=_drawing(metric, answer.query.by[0]),
        rows={_ROWS: lines},
        title=f"{name} par {by}",
        subtitle=f"{name} ({metric.unit.symbol}), {_INTERVAL} · {covered}",
        sentence=_sentence(answer, metric, lines),
    )


def _line(answer: Result, metric: Metric, row: Row) -> dict[str, Any]:
    figure = answer.cell(metric, row).figure
    known = certainty.certainty(figure, metric)
    low, high = known.interval if known and known.interval else (None, None)
    drawn = value(figure)
    return {
        "label": row_labels(answer, row)[0],
        "value": drawn,
        "low": None if low is None else float(low),
        "high": None if high is None else float(high),
        "text": words.exact(figure, metric.unit),
        "told": certainty.exact(figure, metric),
        "at": 0.0 if drawn is None else float(low or 0),  # where it is written, before the interval
    }


@lru_cache(maxsize=64)
def _drawing(metric: Metric, by: Dimension) -> Drawing:
    """The interval as a line, the rate as a point on it, what both say under them."""
    base = named(_ROWS)
    names = alt.Axis(
        title=None, ticks=False, domain=False, labelFlush=False, labelLimit=alt.ExprRef(expr=_NAMES)
    )
    y = alt.Y(field="label", type="nominal", sort=None, axis=names)
    axis = alt.Axis(title=metric.unit.symbol, format=",~f", tickCount=5)
    scale = alt.Scale(domain=[0, 100])
    told = {"label": by.label, "told": metric.label}
    tooltip = [alt.Tooltip(field=field, type="nominal", title=title) for field, title in told.items()]
    point = base.mark_point(filled=True, size=70, color=ACCENT, opacity=1).encode(
        x=alt.X(field="value", type="quantitative", axis=axis, scale=scale), y=y, tooltip=tooltip
    )
    span = base.mark_rule(color=MUTED, strokeWidth=3).encode(
        x=alt.X(field="low", type="quantitative"), x2=alt.X2(field="high"), y=y, tooltip=tooltip
    )
    at, told_at = alt.X(field="at", type="quantitative"), alt.Text(field="text", type="nominal")
    align = {"expr": "datum.at > 0 ? 'right' : 'left'"}
    written = base.mark_text(color=INK, align=align, dx={"expr": "datum.at > 0 ? -8 : 4"})
    # a text first: the order of names is that of the first layer, and only texts miss no member
    layers = [written.encode(x=at, y=y, text=told_at), span, point]
    return finished(alt.layer(*layers).properties(height=alt.Step(_STEP)))


def _sentence(answer: Result, metric: Metric, lines: list[dict[str, Any]]) -> str:
    """Each rate with its n and its interval; what is not told has its mark."""
    told = " ; ".join(f"{line['label']} {line['told']}" for line in lines) or "rien à montrer"
    return words.ended(f"{metric.label}, {answer.query.period.label} : {told}")
