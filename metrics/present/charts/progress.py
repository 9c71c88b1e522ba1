"""How much of what was promised is done: a bar within the outline of its whole, « 3 sur 5 » after it."""

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Any

import altair as alt

from data_access.words import uncapitalised
from metrics.model import Metric
from metrics.present import words
from metrics.present.charts.chart import ACCENT, GROUND, INK, MUTED, Chart, Drawing, Rows, finished, named
from metrics.present.once import once
from metrics.present.text import row_labels
from metrics.result import Figure, Result, State
from metrics.rse_table import PROMISED, Progress, Standing

_ROWS = "rows"
_STEP = 30
_NAMES = "clamp(containerSize()[0] - 150, 90, 220)"  # pixels: bars and their figures keep their room
_REACHED = "Indicateurs RSE à l'objectif"


@once
def indicators(axes: tuple[Progress, ...], year: str, place: str) -> Chart:
    """The indicators of each axis that reach their target, among all those it has.

    ``place`` says what the figures they count cover, and how fresh these are.
    """
    rows = [_row(each.axis, each.count(Standing.REACHED), len(each.standings)) for each in axes]
    whole = sum(len(each.standings) for each in axes)
    title = f"{_REACHED}, par axe"
    if any(each.count(*PROMISED) for each in axes) and not any(each.count(Standing.UNKNOWN) for each in axes):
        title = f"{_reached(sum(each.count(Standing.REACHED) for each in axes), whole)}, {year}"
    return Chart(
        drawing=_drawing("Axe", "Indicateurs à l'objectif", "Indicateurs"),
        rows={_ROWS: rows},
        title=title,
        subtitle=f"{_REACHED} · en contour : tous ceux de l'axe · {year} · {place}",
        sentence=_sentence(f"{_REACHED}, {year}", rows),
    )


def _reached(done: int, whole: int) -> str:
    """« 12 des 20 indicateurs atteignent leur objectif »."""
    if done == whole:
        return f"Les {whole} indicateurs atteignent leur objectif"
    if not done:
        return f"Aucun des {whole} indicateurs n'atteint son objectif"
    many = "indicateurs atteignent leur objectif" if done > 1 else "indicateurs atteint son objectif"
    return f"{done} des {whole} {many}"


@once
def rates(answer: Result, metric: Metric) -> Chart:
    """A rate by member: what is done, within the outline of what had to be."""
    by = answer.query.by[0]
    rows = [
        _row(row_labels(answer, row)[0], *_counts(cell.figure), words.exact(cell.figure, metric.unit))
        for row, cell in answer.column(metric)
    ]
    called = f"{metric.label} par {uncapitalised(by.label)}"
    place = f"{answer.perimeter} · {answer.query.period.label}"
    return Chart(
        drawing=_drawing(by.label, metric.label, "À échéance"),
        rows={_ROWS: rows},
        title=_finding(answer, metric) or called,
        subtitle=f"{metric.label} · en contour : toutes celles à échéance · {place}",
        sentence=_sentence(f"{called}, {answer.query.period.label}", rows),
    )


def _finding(answer: Result, metric: Metric) -> str:
    """« Taux de réalisation : 11 sur 13 », when each member that has something to do is known."""
    figures = [cell.figure for _, cell in answer.column(metric)]
    done, whole = (Fraction(sum(_counts(figure)[place] for figure in figures)) for place in (0, 1))
    is_known = all(figure.state in (State.PRESENT, State.NOT_COMPUTABLE) for figure in figures)
    if not whole or not is_known or answer.is_partial(metric):
        return ""
    return f"{metric.label} : {words.number(done)} sur {words.number(whole)}"


def _counts(figure: Figure) -> tuple[Fraction | int, Fraction | int]:
    if figure.numerator is None or figure.denominator is None:
        return 0, 0
    return figure.numerator, figure.denominator


def _row(label: str, done: Fraction | int, whole: Fraction | int, alone: str = "n.d.") -> dict[str, Any]:
    said = f"{words.number(Fraction(done))} sur {words.number(Fraction(whole))}" if whole else alone
    return {"label": label, "done": float(done), "whole": float(whole), "text": said}


@lru_cache(maxsize=64)
def _drawing(by: str, done: str, whole: str) -> Drawing:
    base = named(_ROWS)
    names = alt.Axis(title=None, ticks=False, domain=False, labelLimit=alt.ExprRef(expr=_NAMES))
    y = alt.Y(field="label", type="nominal", sort=None, axis=names)
    axis = alt.Axis(title=None, format=",~f", tickCount=4, tickMinStep=1)
    told = {"label": by, "text": done}
    tooltip = [alt.Tooltip(field=field, type="nominal", title=title) for field, title in told.items()]
    outline = base.mark_bar(fillOpacity=0, stroke=MUTED, strokeWidth=1.5, height={"band": 0.8}).encode(
        x=alt.X(field="whole", type="quantitative", axis=axis, title=whole), y=y, tooltip=tooltip
    )
    bar = base.mark_bar(color=ACCENT, height={"band": 0.5}).encode(
        x=alt.X(field="done", type="quantitative"), y=y, tooltip=tooltip
    )
    rim, written = (
        base.mark_text(align="left", dx=5, color=INK, stroke=GROUND, strokeWidth=width).encode(
            x=alt.X(field="whole", type="quantitative"), y=y, text=alt.Text(field="text", type="nominal")
        )
        for width in (4, 0)
    )
    return finished(alt.layer(outline, bar, rim, written).properties(height=alt.Step(_STEP)))


def _sentence(start: str, rows: Sequence[dict[str, Any]] | Rows) -> str:
    told = " ; ".join(f"{row['label']} {row['text']}" for row in rows) or "rien à montrer"
    return words.ended(f"{start} : {told}")
