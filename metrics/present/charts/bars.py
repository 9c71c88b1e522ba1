"""A figure by member: horizontal bars from zero, the longest first, within the outline of their reference."""

from fractions import Fraction
from functools import lru_cache
from typing import Any

import altair as alt

from data_access.words import counted, uncapitalised
from metrics.catalogue.dimensions import AGENCY
from metrics.model import Dimension, Metric
from metrics.present import words
from metrics.present.charts.chart import (
    ACCENT,
    GROUND,
    INK,
    MUTED,
    SELECTION,
    Chart,
    Drawing,
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

MOST = 20  # bars; the rest is in the table
_STEP = 26
_NAMES = "clamp(containerSize()[0] - 150, 90, 260)"  # pixels: bars and their figures keep their room
_ROWS = "rows"


@once
def bars(answer: Result, metric: Metric, *, clickable: bool = False, of: str = "") -> Chart:
    """The members of an answer's only breakdown, in their own order when they have one, by value otherwise.

    ``of`` names what the answer is kept to, where the title and the sentence must say it.
    """
    by = answer.query.by[0]
    lines = [_line(answer, metric, row) for row in answer.rows]
    shown = [line for line in lines if line["value"] or line["mark"]]
    if by is not AGENCY and not by.ordered:
        shown.sort(key=lambda line: -(line["value"] or 0))
    told, shown = len(shown), shown[:MOST]
    called = f"{metric.label} ({of})" if of else metric.label
    sentence = _sentence(answer, called, shown, told)
    compared = any(line["reference"] is not None for line in shown)
    return Chart(
        drawing=_drawing(metric, by, compared=compared, clickable=clickable),
        rows={_ROWS: shown},
        title=_title(answer, metric, called),
        subtitle=_subtitle(answer, metric, len(lines), compared=compared),
        sentence=sentence,
        dimension=by.id if clickable else "",
        order=() if by.ordered else tuple(line["key"] for line in shown),
    )


def _line(answer: Result, metric: Metric, row: Row) -> dict[str, Any]:
    cell = answer.cell(metric, row)
    return {
        "key": "" if row.keys[0] is None else str(row.keys[0]),
        "label": row_labels(answer, row)[0],
        "value": value(cell.figure),
        "text": words.exact(cell.figure, metric.unit),
        "mark": mark(cell.figure.state),
        "reference": None if cell.change.state is State.MISSING else value(cell.reference),
        "reference_text": f"{answer.versus_label} : {words.exact(cell.reference, metric.unit)}",
        "change": words.percent_change(cell, metric),
        "end": value(cell.figure) or 0,  # where the figure is written: beside its own bar
    }


@lru_cache(maxsize=256)
def _drawing(metric: Metric, by: Dimension, *, compared: bool, clickable: bool) -> Drawing:
    """The bars, within the outline of their reference when there is one, each with its text after it."""
    base = named(_ROWS)
    y = alt.Y(
        field="label",
        type="nominal",
        sort=None,
        axis=alt.Axis(
            title=None, ticks=False, domain=False, labelFlush=False, labelLimit=alt.ExprRef(expr=_NAMES)
        ),
    )
    unit, least = metric.unit.symbol or None, least_step(metric)
    axis = alt.Axis(title=unit, format=",~f", tickCount=4, tickMinStep=least)
    x = alt.X(field="value", type="quantitative", axis=axis)
    told = {"label": by.label, "text": metric.label}
    told |= {"reference_text": "Comparaison", "change": "Évolution"} if compared else {}
    tooltip = [alt.Tooltip(field=field, type="nominal", title=title) for field, title in told.items()]
    bar = base.mark_bar(color=ACCENT, height={"band": 0.55}).encode(x=x, y=y, tooltip=tooltip)
    if clickable:
        bar = bar.add_params(alt.selection_point(name=SELECTION, fields=["key"], clear="dblclick"))
    text = alt.Text(field="text", type="nominal")
    written, rim = (
        base.mark_text(align="left", dx=5, color=INK, stroke=GROUND, strokeWidth=width).encode(
            x=alt.X(field="end", type="quantitative"), y=y, text=text
        )
        for width in (0, 4)
    )
    against = base.mark_bar(fillOpacity=0, stroke=MUTED, strokeWidth=1.5, height={"band": 0.85}).encode(
        x=alt.X(field="reference", type="quantitative"), y=y, tooltip=tooltip
    )
    # a text first: the order of names is that of the first layer, and only texts miss no member
    layers = [rim, against, bar, rim, written] if compared else [written, bar]
    return finished(alt.layer(*layers).properties(height=alt.Step(_STEP)))


def _title(answer: Result, metric: Metric, called: str) -> str:
    """The part of the first, when everything is told and the parts make a whole."""
    neutral = _by(answer, called)
    figures = [(row, cell.figure) for row, cell in answer.column(metric)]
    if not metric.adds_up or not is_sure(answer, metric) or len(figures) < 3:
        return neutral
    whole = sum((figure.value or Fraction(0) for _, figure in figures), Fraction(0))
    row, first = max(figures, key=lambda each: each[1].value or Fraction(0))
    if whole <= 0 or any((figure.value or 0) < 0 for _, figure in figures):
        return neutral
    share = words.with_unit(words.number((first.value or Fraction(0)) / whole * 100), "%")
    return f"{called} : {row_labels(answer, row)[0]}, {share} du total"


def _subtitle(answer: Result, metric: Metric, members: int, *, compared: bool) -> str:
    unit = f" ({metric.unit.symbol})" if metric.unit.symbol else ""
    against = f", en contour : {answer.versus_label}" if compared else ""
    most = f", les {MOST} premiers sur {members}" if members > MOST else ""
    return f"{metric.label}{unit} · {answer.perimeter} · {answer.query.period.label}{against}{most}"


def _sentence(answer: Result, called: str, lines: list[dict[str, Any]], members: int) -> str:
    told = " ; ".join(f"{line['label']} {line['text']}" for line in lines[:5]) or "rien à montrer"
    more = f", puis {counted(members - 5, 'autre')} dans le tableau" if members > 5 else ""
    return words.ended(f"{_by(answer, called)}, {answer.query.period.label} : {told}{more}")


def _by(answer: Result, called: str) -> str:
    """« Interventions par dispositif », « Interventions par heure, par dispositif »."""
    between = ", " if " par " in called else " "
    return f"{called}{between}par {uncapitalised(answer.query.by[0].label)}"
