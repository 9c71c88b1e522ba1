"""A figure step by step: bars for what adds up, a line for the rest, before what each is set against."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import altair as alt

from metrics.events import Event
from metrics.kinds import Grain
from metrics.model import Metric
from metrics.present import words
from metrics.present.charts.chart import (
    ACCENT,
    GROUND,
    INK,
    MUTED,
    PALE,
    SELECTION,
    Chart,
    finished,
    is_sure,
    value,
)
from metrics.present.text import row_labels
from metrics.query import Against
from metrics.result import Result, Row

Marks = list[dict[str, Any]]
_STRIPES = 9  # of a bar that is not all there
_INCOMPLETE = {
    Grain.MONTH: "mois incomplets",
    Grain.QUARTER: "trimestres incomplets",
    Grain.YEAR: "années incomplètes",
}
_LABEL = "split(datum.label, ' ')"  # the year under the month: labels hold on a telephone


def over_time(answer: Result, metric: Metric, events: Sequence[Event] = (), *, dimension: str = "") -> Chart:
    """The steps of an answer cut by time, beside what each is set against, with dated events.

    Steps that are not all there are hatched, or open points at the end of dashes.
    """
    rows = _lines(answer, metric)
    sentence = _sentence(answer, metric, rows)
    own = _bars if metric.adds_up else _line
    layers = [
        *_reference(answer, metric, rows),
        *own(metric, rows, clickable=bool(dimension)),
        *_events(events, rows),
    ]
    drawing = alt.layer(*layers).properties(height=260)
    return Chart(
        spec=finished(drawing, sentence),
        title=_title(answer, metric, rows),
        subtitle=_subtitle(answer, metric, rows),
        sentence=sentence,
        notes=tuple(f"{words.day(event.day)} : {event.title}" for event in events),
        dimension=dimension,
    )


def _lines(answer: Result, metric: Metric) -> Marks:
    """The steps, with what a line joins: dashes lead to a step that is not all there, and from it."""
    rows = [_step(answer, metric, row) for row in answer.rows]
    for place, row in enumerate(rows):
        near = rows[max(0, place - 1) : place + 2]
        row["whole"] = None if row["partial"] else row["value"]
        row["dashed"] = row["value"] if any(each["partial"] for each in near) else None
    return rows


def _step(answer: Result, metric: Metric, row: Row) -> dict[str, Any]:
    cell = answer.cell(metric, row)
    step = next(key for key in row.keys if isinstance(key, date))
    return {
        "step": step.isoformat(),
        "label": " ".join(row_labels(answer, row)),
        "value": value(cell.figure),
        "text": words.exact(cell.figure, metric.unit),
        "partial": cell.partial,
        "reference": value(cell.reference),
        "reference_text": words.exact(cell.reference, metric.unit),
        "change": words.percent_change(cell, metric),
    }


def _steps(rows: Marks) -> alt.X:
    axis = alt.Axis(
        title=None, labelAngle=0, labelOverlap="parity", labelExpr=_LABEL, ticks=False, labelPadding=6
    )
    return alt.X(field="label", type="ordinal", sort=[row["label"] for row in rows], axis=axis)


def _from_zero(metric: Metric, rows: Marks) -> bool:
    """Whether the axis begins at zero: always for bars, and for a line that comes near it."""
    drawn = [row[field] for row in rows for field in ("value", "reference") if row[field] is not None]
    return metric.adds_up or not drawn or min(drawn) <= max(drawn) / 4


def _scaled(metric: Metric, rows: Marks, field: str) -> alt.Y:
    axis = alt.Axis(title=metric.unit.symbol or None, format=",~f", tickCount=5, domain=False)
    return alt.Y(field=field, type="quantitative", axis=axis, scale=alt.Scale(zero=_from_zero(metric, rows)))


def _tooltip(*fields: tuple[str, str]) -> list[alt.Tooltip]:
    return [alt.Tooltip(field=field, type="nominal", title=title) for field, title in fields]


def _base(metric: Metric, rows: Marks) -> alt.Chart:
    tooltip = _tooltip(("label", "Période"), ("text", metric.label), ("change", "Évolution"))
    return alt.Chart(alt.Data(values=rows)).encode(x=_steps(rows), tooltip=tooltip)


def _clickable(chart: alt.Chart, clickable: bool) -> alt.Chart:
    if not clickable:
        return chart
    return chart.add_params(alt.selection_point(name=SELECTION, fields=["step"], clear="dblclick"))


def _bars(metric: Metric, rows: Marks, *, clickable: bool) -> Iterable[alt.Chart]:
    """A bar per step; hatched where some of it is missing."""
    drawn = _base(metric, rows).mark_bar(stroke=ACCENT, strokeWidth=1, width={"band": 0.5})
    hatched = {"condition": {"test": "datum.partial", "value": _hatching()}, "value": ACCENT}
    yield _clickable(drawn.encode(y=_scaled(metric, rows, "value"), fill=hatched), clickable)


def _hatching() -> dict[str, Any]:
    """Slanted stripes, as a gradient that never blends: drawings have no pattern."""
    stops = [
        {"offset": (place + side) / _STRIPES, "color": ACCENT if place % 2 else GROUND}
        for place in range(_STRIPES)
        for side in (0, 1)
    ]
    return {"gradient": "linear", "x1": 0, "y1": 0, "x2": 1, "y2": 1, "stops": stops}


def _line(metric: Metric, rows: Marks, *, clickable: bool) -> Iterable[alt.Chart]:
    """A line through the steps; dashes and an open point where some of one is missing."""
    base = _base(metric, rows)
    yield base.mark_line(color=ACCENT).encode(y=_scaled(metric, rows, "whole"))
    if any(row["partial"] for row in rows):
        yield base.mark_line(color=ACCENT, strokeDash=[5, 4]).encode(y=_scaled(metric, rows, "dashed"))
    inside = {"condition": {"test": "datum.partial", "value": GROUND}, "value": ACCENT}
    point = base.mark_point(size=55, stroke=ACCENT, strokeWidth=2, filled=False, opacity=1)
    yield _clickable(point.encode(y=_scaled(metric, rows, "value"), fill=inside), clickable)


def _reference(answer: Result, metric: Metric, rows: Marks) -> Iterable[alt.Chart]:
    """What each step is set against, when anything is: a wider, lighter bar behind, or a grey dashed line."""
    if all(row["reference"] is None for row in rows):
        return ()
    base = alt.Chart(alt.Data(values=rows))
    if metric.adds_up:
        empty = answer.query.versus.against in (Against.TARGET, Against.MEDIAN)  # what has not happened here
        chart = base.mark_bar(
            fill=PALE, fillOpacity=0 if empty else 1, stroke=MUTED, strokeWidth=1.5, width={"band": 0.8}
        )
    else:
        point = alt.OverlayMarkDef(size=18, color=MUTED)
        chart = base.mark_line(color=MUTED, strokeDash=[2, 3], strokeWidth=1.5, point=point)
    tooltip = _tooltip(("label", "Période"), ("reference_text", answer.versus_label or "Référence"))
    return (chart.encode(x=_steps(rows), y=_scaled(metric, rows, "reference"), tooltip=tooltip),)


def _events(events: Sequence[Event], rows: Marks) -> Iterable[alt.Chart]:
    """A rule at each step where something happened, with the numbers that the notes name."""
    numbers = _numbered(events, rows)
    if not numbers:
        return ()
    marks = [
        {
            **rows[place],
            "number": f"{told[0]}–{told[-1]}" if len(told) > 1 else str(told[0]),
            "told": " · ".join(events[number - 1].title for number in told),
        }
        for place, told in numbers.items()
    ]
    base = alt.Chart(alt.Data(values=marks)).encode(
        x=_steps(rows), tooltip=_tooltip(("told", "Fait marquant"))
    )
    rule = base.mark_rule(strokeDash=[2, 3], color=MUTED)
    number = base.mark_text(dy=-6, baseline="bottom", color=INK, fontSize=12).encode(
        text=alt.Text(field="number", type="nominal"), y=alt.YValue(0)
    )
    return (rule, number)


def _numbered(events: Sequence[Event], rows: Marks) -> dict[int, list[int]]:
    """The numbers of the events of each step, by the step's place."""
    days = [date.fromisoformat(row["step"]) for row in rows]
    numbers: dict[int, list[int]] = {}
    for number, event in enumerate(events, 1):
        begun = [place for place, day in enumerate(days) if day <= event.day]
        if begun:
            numbers.setdefault(begun[-1], []).append(number)
    return numbers


def _title(answer: Result, metric: Metric, rows: Marks) -> str:
    """Where the highest step lies, when every step is all there and one stands alone."""
    known = [row["value"] for row in rows]
    if not is_sure(answer, metric) or known.count(max(known)) > 1 or len(known) < 3:
        return f"{metric.label} dans le temps"
    return f"{metric.label} : le plus haut en {rows[known.index(max(known))]['label']}"


def _subtitle(answer: Result, metric: Metric, rows: Marks) -> str:
    unit = f" ({metric.unit.symbol})" if metric.unit.symbol else ""
    pattern = "derrière, en clair" if metric.adds_up else "en tirets"
    if metric.adds_up and answer.query.versus.against in (Against.TARGET, Against.MEDIAN):
        pattern = "en contour"
    against = f", {pattern} : {answer.versus_label}" if answer.versus_label else ""
    missing = ""
    if any(row["partial"] for row in rows):
        missing = f" · {'hachuré' if metric.adds_up else 'point ouvert'} : {_incomplete(answer)}"
    cut = "" if _from_zero(metric, rows) else " · l'axe ne part pas de zéro"
    return f"{metric.label}{unit} · {answer.perimeter} · {answer.query.period.label}{against}{missing}{cut}"


def _incomplete(answer: Result) -> str:
    step = answer.query.step
    return _INCOMPLETE[step.grain] if step and step.grain else ""


def _sentence(answer: Result, metric: Metric, rows: Marks) -> str:
    """The ends and the extremes of the steps that are all there, then the names of the others."""
    partial = [f"{row['label']} ({row['text']})" for row in rows if row["partial"]]
    missing = f" {_incomplete(answer).capitalize()} : {', '.join(partial)}." if partial else ""
    told = [row for row in rows if row["value"] is not None and not row["partial"]]
    start = f"{metric.label}, {answer.query.period.label} : "
    if not told:
        return f"{start}aucune valeur complète.{missing}"
    high, low = max(told, key=lambda row: row["value"]), min(told, key=lambda row: row["value"])
    return (
        f"{start}de {told[0]['text']} en {told[0]['label']} à {told[-1]['text']} en {told[-1]['label']} ; "
        f"au plus {high['text']} en {high['label']}, au moins {low['text']} en {low['label']}.{missing}"
    )
