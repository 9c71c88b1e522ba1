"""A figure by two breakdowns as a grid of squares: the darker, the more; every square says its number."""

from functools import lru_cache
from typing import Any

import altair as alt

from metrics.model import Dimension, Metric
from metrics.present import words
from metrics.present.charts.chart import (
    ACCENT,
    DEEP,
    ENDS,
    GROUND,
    PALE,
    SELECTION,
    Chart,
    Drawing,
    finished,
    is_sure,
    mark,
    named,
    value,
)
from metrics.present.once import once
from metrics.present.text import row_labels
from metrics.result import Result, Row

_CELL = 26
_ROWS = "rows"


@once
def heat(
    answer: Result, metric: Metric, *, across: Dimension, down: Dimension, clickable: bool = False
) -> Chart:
    """The members of one breakdown across, those of the other down, in their own order."""
    cells = [_cell(answer, metric, row, across, down) for row in answer.rows]
    orders = tuple(_order(dimension, cells, field) for dimension, field in ((across, "x"), (down, "y")))
    sentence = _sentence(answer, metric, cells)
    return Chart(
        drawing=_drawing(metric, orders, clickable=clickable),
        rows={_ROWS: cells},
        title=_title(answer, metric, cells, across, down),
        subtitle=f"{metric.label} · {answer.perimeter} · {answer.query.period.label}",
        sentence=sentence,
        dimension=down.id if clickable else "",
    )


def _cell(answer: Result, metric: Metric, row: Row, across: Dimension, down: Dimension) -> dict[str, Any]:
    named = dict(zip(answer.query.by, zip(row.keys, row_labels(answer, row), strict=True), strict=True))
    figure = answer.cell(metric, row).figure
    return {
        "x": named[across][1],
        "y": named[down][1],
        "x_key": named[across][0],
        "key": str(named[down][0]),
        "y_key": named[down][0],
        "value": value(figure),
        "text": words.exact(figure, metric.unit),
        "mark": mark(figure.state),
    }


def _order(dimension: Dimension, cells: list[dict[str, Any]], field: str) -> tuple[str, ...]:
    """The labels of a closed list from the first seen to the last, without a gap, else as they came."""
    seen = {cell[f"{field}_key"]: cell[field] for cell in cells}
    listed = list(dimension.names)
    ranks = [listed.index(key) for key in seen if key in dimension.names]
    between = listed[min(ranks) : max(ranks) + 1] if ranks else []
    return tuple(
        seen[key] if key in seen else dimension.names[key] for key in dict.fromkeys((*between, *seen))
    )


@lru_cache(maxsize=64)
def _drawing(metric: Metric, orders: tuple[tuple[str, ...], ...], *, clickable: bool) -> Drawing:
    plain = alt.Axis(title=None, labelAngle=0, ticks=False, domain=False, labelFlush=False)
    chart = named(_ROWS).mark_rect(cornerRadius=3, stroke=GROUND)
    drawn = chart.encode(
        x=alt.X(field="x", type="ordinal", sort=None, scale=alt.Scale(domain=list(orders[0])), axis=plain),
        y=alt.Y(field="y", type="ordinal", sort=None, scale=alt.Scale(domain=list(orders[1])), axis=plain),
        color=alt.Color(
            field="value",
            type="quantitative",
            scale=alt.Scale(range=[PALE, ACCENT, DEEP], zero=True),
            legend=alt.Legend(
                title=metric.unit.symbol or metric.label, values=ENDS, format=",~f", orient="top"
            ),
        ),
        tooltip=[
            alt.Tooltip(field="y", type="nominal", title=" "),
            alt.Tooltip(field="x", type="nominal", title=" "),
            alt.Tooltip(field="text", type="nominal", title=metric.label),
        ],
    ).properties(height=alt.Step(_CELL))
    if clickable:
        drawn = drawn.add_params(alt.selection_point(name=SELECTION, fields=["key"], clear="dblclick"))
    return finished(drawn)


def _title(
    answer: Result, metric: Metric, cells: list[dict[str, Any]], across: Dimension, down: Dimension
) -> str:
    """Where it is highest, when every square is told and one stands alone."""
    known = [cell["value"] for cell in cells]
    neutral = f"{metric.label} par {down.label.lower()} et {across.label.lower()}"
    if len(known) < 4 or not is_sure(answer, metric) or known.count(max(known)) > 1:
        return neutral
    top = cells[known.index(max(known))]
    return f"{metric.label} : le plus souvent {top['y']}, {top['x']}"


def _sentence(answer: Result, metric: Metric, cells: list[dict[str, Any]]) -> str:
    told = sorted((cell for cell in cells if cell["value"]), key=lambda cell: -cell["value"])
    if not told:
        return f"{metric.label} : rien à montrer sur {answer.query.period.label}."
    first = " ; ".join(f"{cell['y']}, {cell['x']} : {cell['text']}" for cell in told[:3])
    return words.ended(f"{metric.label}, {answer.query.period.label}, les plus élevés : {first}")
