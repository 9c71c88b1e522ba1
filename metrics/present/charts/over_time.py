"""A figure step by step: bars for what adds up, a line for the rest, the reference thin and grey."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import altair as alt

from metrics.events import Event
from metrics.model import Metric
from metrics.present import words
from metrics.present.charts.chart import ACCENT, INK, MUTED, SELECTION, Chart, finished, value
from metrics.present.text import row_labels
from metrics.result import Result, Row

Marks = list[dict[str, Any]]


def over_time(answer: Result, metric: Metric, events: Sequence[Event] = (), *, dimension: str = "") -> Chart:
    """The steps of an answer cut by time, beside what each is set against, with dated events."""
    rows = [_line(answer, metric, row) for row in answer.rows]
    sentence = _sentence(answer, metric, rows)
    layers = [
        *_reference(answer, rows),
        _own(metric, rows, clickable=bool(dimension)),
        *_events(events, rows),
    ]
    drawing = alt.layer(*layers).properties(height=260)
    return Chart(
        spec=finished(drawing, sentence),
        title=_title(metric, rows),
        subtitle=_subtitle(answer, metric),
        sentence=sentence,
        notes=tuple(f"{words.day(event.day)} : {event.title}" for event in events),
        dimension=dimension,
    )


def _line(answer: Result, metric: Metric, row: Row) -> dict[str, Any]:
    cell = answer.cell(metric, row)
    step = next(key for key in row.keys if isinstance(key, date))
    return {
        "step": step.isoformat(),
        "label": " ".join(row_labels(answer, row)),
        "value": value(cell.figure),
        "text": words.exact(cell.figure, metric.unit),
        "reference": value(cell.reference),
        "reference_text": words.exact(cell.reference, metric.unit),
        "change": words.percent_change(cell, metric),
    }


def _steps(rows: Marks) -> alt.X:
    axis = alt.Axis(title=None, labelAngle=0, labelOverlap="parity", ticks=False)
    return alt.X(field="label", type="ordinal", sort=[row["label"] for row in rows], axis=axis)


def _scaled(metric: Metric, field: str) -> alt.Y:
    axis = alt.Axis(title=metric.unit.symbol or None, format=",~f", tickCount=5, domain=False)
    return alt.Y(field=field, type="quantitative", axis=axis, scale=alt.Scale(zero=metric.adds_up))


def _tooltip(*fields: tuple[str, str]) -> list[alt.Tooltip]:
    return [alt.Tooltip(field=field, type="nominal", title=title) for field, title in fields]


def _own(metric: Metric, rows: Marks, *, clickable: bool) -> alt.Chart:
    chart = alt.Chart(alt.Data(values=rows))
    tooltip = _tooltip(("label", "Période"), ("text", metric.label), ("change", "Évolution"))
    if metric.adds_up:
        drawn = chart.mark_bar(color=ACCENT, size=18)
    else:
        drawn = chart.mark_line(color=ACCENT, point=alt.OverlayMarkDef(size=50, filled=True, color=ACCENT))
    encoded = drawn.encode(x=_steps(rows), y=_scaled(metric, "value"), tooltip=tooltip)
    if not clickable:
        return encoded
    return encoded.add_params(alt.selection_point(name=SELECTION, fields=["step"], clear="dblclick"))


def _reference(answer: Result, rows: Marks) -> Iterable[alt.Chart]:
    """What each step is set against, when anything is."""
    if all(row["reference"] is None for row in rows):
        return ()
    chart = alt.Chart(alt.Data(values=rows)).mark_line(
        color=MUTED, strokeDash=[4, 3], strokeWidth=1.5, point=alt.OverlayMarkDef(size=18, color=MUTED)
    )
    metric = answer.query.metrics[0]
    tooltip = _tooltip(("label", "Période"), ("reference_text", answer.versus_label or "Référence"))
    return (chart.encode(x=_steps(rows), y=_scaled(metric, "reference"), tooltip=tooltip),)


def _events(events: Sequence[Event], rows: Marks) -> Iterable[alt.Chart]:
    """A rule at each step where something happened, with the numbers that the notes name."""
    numbers = _numbered(events, rows)
    if not numbers:
        return ()
    marks = [{**rows[place], "number": " ".join(map(str, told))} for place, told in numbers.items()]
    base = alt.Chart(alt.Data(values=marks)).encode(
        x=_steps(rows), tooltip=_tooltip(("number", "Voir la note"))
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


def _title(metric: Metric, rows: Marks) -> str:
    """Where the highest step lies, when every step has a value and one stands alone."""
    known = [row["value"] for row in rows]
    if not known or None in known or known.count(max(known)) > 1 or len(known) < 3:
        return f"{metric.label} dans le temps"
    return f"{metric.label} : le plus haut en {rows[known.index(max(known))]['label']}"


def _subtitle(answer: Result, metric: Metric) -> str:
    unit = f" ({metric.unit.symbol})" if metric.unit.symbol else ""
    against = f", en tirets : {answer.versus_label}" if answer.versus_label else ""
    return f"{metric.label}{unit} · {answer.perimeter} · {answer.query.period.label}{against}"


def _sentence(answer: Result, metric: Metric, rows: Marks) -> str:
    """The ends and the extremes, in words."""
    told = [row for row in rows if row["value"] is not None]
    if not told:
        return f"{metric.label} : aucune valeur sur {answer.query.period.label}."
    high, low = max(told, key=lambda row: row["value"]), min(told, key=lambda row: row["value"])
    return (
        f"{metric.label}, {answer.query.period.label} : de {told[0]['text']} en {told[0]['label']} à "
        f"{told[-1]['text']} en {told[-1]['label']} ; au plus {high['text']} en {high['label']}, "
        f"au moins {low['text']} en {low['label']}."
    )
