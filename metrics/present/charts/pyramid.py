"""A pyramid: a figure by bands, one member of the other breakdown on each side of zero, on one scale."""

from functools import lru_cache
from typing import Any

import altair as alt

from metrics.model import Dimension, Metric
from metrics.present import words
from metrics.present.charts.chart import (
    ACCENT,
    GROUND,
    INK,
    MUTED,
    Chart,
    Drawing,
    Rows,
    finished,
    is_sure,
    least_step,
    mark,
    named,
    value,
)
from metrics.present.once import once
from metrics.present.text import row_labels
from metrics.result import Result, Row, State

_ROWS, _ENDS = "rows", "ends"
_STEP = 34


@once
def pyramid(answer: Result, metric: Metric, *, down: Dimension, sides: Dimension) -> Chart:
    """The bands from the last, at the top, to the first, the first member of the sides on the left.

    Both sides have one scale, as long as its longest bar; what is hidden has its mark in place of a bar.
    """
    left, right = list(sides.names)
    lines = [_line(answer, metric, row, down, sides, left) for row in answer.rows]
    most = max((abs(line[field] or 0) for line in lines for field in ("value", "reference")), default=0)
    compared = any(line["reference"] is not None for line in lines)
    return Chart(
        drawing=_drawing(metric, sides.names[left], sides.names[right], compared=compared),
        rows={_ROWS: lines[::-1], _ENDS: [{"end": -most}, {"end": most}]},
        title=_title(answer, metric, lines, down, sides),
        subtitle=_subtitle(answer, metric, compared=compared),
        sentence=_sentence(answer, metric, lines, down, sides),
    )


def _line(
    answer: Result, metric: Metric, row: Row, down: Dimension, sides: Dimension, left: Any
) -> dict[str, Any]:
    """One bar: what is on the left of zero is drawn as if it were less."""
    cell, labels = answer.cell(metric, row), dict(zip(answer.query.by, row_labels(answer, row), strict=True))
    side = row.keys[answer.query.by.index(sides)]
    sign = -1 if side == left else 1
    drawn = value(cell.figure)
    reference = None if cell.change.state is State.MISSING else value(cell.reference)
    shown = cell.figure.value
    return {
        "label": labels[down],
        "side": labels[sides],
        "value": None if drawn is None else sign * drawn,
        "end": sign * (drawn or 0),
        "text": mark(cell.figure.state) if shown is None else words.number(shown, metric.unit.decimals),
        "told": words.exact(cell.figure, metric.unit),
        "reference": None if reference is None else sign * reference,
        "reference_text": f"{answer.versus_label} : {words.exact(cell.reference, metric.unit)}",
    }


@lru_cache(maxsize=32)
def _drawing(metric: Metric, left: str, right: str, *, compared: bool) -> Drawing:
    axis = alt.Axis(
        title=f"← {left} · {right} →",
        tickCount=5,
        tickMinStep=least_step(metric),
        labelExpr="format(abs(datum.value), ',~f')",  # there are no fewer than nobody on the left
    )
    x = alt.X(field="value", type="quantitative", axis=axis, scale=alt.Scale(padding=22))
    y = alt.Y(
        field="label",
        type="nominal",
        sort=None,
        axis=alt.Axis(title=None, ticks=False, domain=False, labelFlush=False, labelLimit=130),
    )
    told = {"label": "Tranche", "side": "Côté", "told": metric.label}
    told |= {"reference_text": "Comparaison"} if compared else {}
    tooltip = [alt.Tooltip(field=field, type="nominal", title=title) for field, title in told.items()]
    base = named(_ROWS)
    scale = alt.Scale(domain=[left, right], range=[ACCENT, MUTED])
    colour = alt.Color(field="side", type="nominal", scale=scale, legend=None)  # the axis names both sides
    bar = base.mark_bar(height={"band": 0.55}).encode(x=x, y=y, color=colour, tooltip=tooltip)
    ends = named(_ENDS).mark_point(opacity=0, size=0).encode(x=alt.X(field="end", type="quantitative"))
    text = alt.Text(field="text", type="nominal")
    beside = {"x": alt.X(field="end", type="quantitative"), "y": y, "text": text}
    on_left = base.transform_filter(f"datum.side === '{left}'")
    on_right = base.transform_filter(f"datum.side === '{right}'")
    texts = [
        drawn.encode(**beside)
        for rim, width in ((GROUND, 4), (INK, 0))
        for drawn in (
            on_left.mark_text(align="right", dx=-5, color=INK, stroke=rim, strokeWidth=width),
            on_right.mark_text(align="left", dx=5, color=INK, stroke=rim, strokeWidth=width),
        )
    ]
    outline = base.mark_bar(fillOpacity=0, stroke=INK, strokeWidth=1, height={"band": 0.85}).encode(
        x=alt.X(field="reference", type="quantitative"), y=y, tooltip=tooltip
    )
    # texts first: the order of bands is that of the first layer, and only texts miss none
    layers = [*texts, ends, *([outline] if compared else []), bar, *texts]
    return finished(alt.layer(*layers).properties(height=alt.Step(_STEP)))


def _title(answer: Result, metric: Metric, lines: Rows, down: Dimension, sides: Dimension) -> str:
    """The band that counts most, when every bar is told and one stands alone."""
    neutral = f"{metric.label} par {down.label.lower()} et {sides.label.lower()}"
    bands = _bands(lines)
    if not is_sure(answer, metric) or len(bands) < 3:
        return neutral
    counted = {label: sum(abs(line["value"]) for line in mine) for label, mine in bands.items()}
    first = [label for label, count in counted.items() if count == max(counted.values())]
    return (
        f"{metric.label} : {first[0].lower()}, la tranche la plus nombreuse" if len(first) == 1 else neutral
    )


def _bands(lines: Rows) -> dict[str, Rows]:
    """The bars of each band, in the order of bands."""
    found: dict[str, Rows] = {}
    for line in lines:
        found.setdefault(line["label"], []).append(line)
    return found


def _subtitle(answer: Result, metric: Metric, *, compared: bool) -> str:
    unit = f" ({metric.unit.symbol})" if metric.unit.symbol else ""
    against = f", en contour : {answer.versus_label}" if compared else ""
    return f"{metric.label}{unit} · {answer.perimeter} · {answer.query.period.label}{against}"


def _sentence(answer: Result, metric: Metric, lines: Rows, down: Dimension, sides: Dimension) -> str:
    """« Moins de 25 ans : femmes 9, hommes 12 ; … »."""
    told = " ; ".join(f"{label} : {_both(mine)}" for label, mine in _bands(lines).items())
    start = f"{metric.label} par {down.label.lower()} et {sides.label.lower()}, {answer.query.period.label}"
    return words.ended(f"{start} : {told or 'rien à montrer'}")


def _both(lines: Rows) -> str:
    """« femmes 9, hommes 12 »."""
    return ", ".join(f"{line['side'].lower()} {line['text']}" for line in lines)
