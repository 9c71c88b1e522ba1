"""A figure step by step: bars for what adds up, a line for the rest, before what each is set against."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import Any

from metrics.events import Event
from metrics.kinds import Grain
from metrics.model import Metric
from metrics.present import words
from metrics.present.charts.chart import Chart, Rows, is_sure, value
from metrics.present.charts.steps import ROWS, Look, drawing
from metrics.present.once import once
from metrics.present.text import row_labels
from metrics.query import Against
from metrics.result import Cell, Result, Row

_INCOMPLETE = {
    Grain.MONTH: "mois incomplets",
    Grain.QUARTER: "trimestres incomplets",
    Grain.YEAR: "années incomplètes",
}


@once
def over_time(
    answer: Result, metric: Metric, events: tuple[Event, ...] = (), *, dimension: str = ""
) -> Chart:
    """The steps of an answer cut by time, beside what each is set against, with dated events.

    Steps that are not all there are hatched, or open points at the end of dashes.
    """
    rows = _numbered(_lines(answer, metric), events)
    look = Look(
        metric=metric,
        clickable=bool(dimension),
        from_zero=_from_zero(metric, rows),
        compared=any(row["reference"] is not None for row in rows),
        promised=answer.query.versus.against in (Against.TARGET, Against.MEDIAN),
        partial=any(row["partial"] for row in rows),
        dated=any(row["number"] for row in rows),
    )
    return Chart(
        drawing=drawing(look),
        rows={ROWS: rows},
        title=_title(answer, metric, rows),
        subtitle=_subtitle(answer, metric, rows),
        sentence=_sentence(answer, metric, rows),
        notes=tuple(f"{words.day(event.day)} : {event.title}" for event in events),
        dimension=dimension,
    )


def _lines(answer: Result, metric: Metric) -> Rows:
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
        "reference_text": _set_against(answer, metric, cell),
        "change": words.percent_change(cell, metric),
    }


def _set_against(answer: Result, metric: Metric, cell: Cell) -> str:
    return (
        f"{answer.versus_label} : {words.exact(cell.reference, metric.unit)}" if answer.versus_label else ""
    )


def _from_zero(metric: Metric, rows: Rows) -> bool:
    """Whether the axis begins at zero: always for bars, and for a line that comes near it."""
    drawn = [row[field] for row in rows for field in ("value", "reference") if row[field] is not None]
    return metric.is_of_events or not drawn or min(drawn) <= max(drawn) / 4


def _numbered(rows: Rows, events: Sequence[Event]) -> Rows:
    """The steps, each with the numbers of the events that came in it and what they were."""
    begun = [date.fromisoformat(row["step"]) for row in rows]
    told: dict[int, list[int]] = {}
    for number, event in enumerate(events, 1):
        place = bisect_right(begun, event.day) - 1
        if place >= 0:
            told.setdefault(place, []).append(number)
    for place, row in enumerate(rows):
        mine = told.get(place, [])
        row["number"] = "–".join(str(each) for each in dict.fromkeys((*mine[:1], *mine[-1:])))
        row["told"] = " · ".join(events[number - 1].title for number in mine)
    return rows


def _title(answer: Result, metric: Metric, rows: Rows) -> str:
    """Where the highest step lies, when every step is all there and one stands alone."""
    known = [row["value"] for row in rows]
    if not is_sure(answer, metric) or known.count(max(known)) > 1 or len(known) < 3:
        return f"{metric.label} dans le temps"
    return f"{metric.label} : au plus haut en {rows[known.index(max(known))]['label']}"


def _subtitle(answer: Result, metric: Metric, rows: Rows) -> str:
    unit = f" ({metric.unit.symbol})" if metric.unit.symbol else ""
    pattern = "derrière, en clair" if metric.is_of_events else "en tirets"
    if metric.is_of_events and answer.query.versus.against in (Against.TARGET, Against.MEDIAN):
        pattern = "en contour"
    against = f", {pattern} : {answer.versus_label}" if answer.versus_label else ""
    missing = ""
    if any(row["partial"] for row in rows):
        missing = f" · {'hachuré' if metric.is_of_events else 'point ouvert'} : {_incomplete(answer)}"
    cut = "" if _from_zero(metric, rows) else " · l'axe ne part pas de zéro"
    return f"{metric.label}{unit} · {answer.perimeter} · {answer.query.period.label}{against}{missing}{cut}"


def _incomplete(answer: Result) -> str:
    step = answer.query.step
    return _INCOMPLETE[step.grain] if step and step.grain else ""


def _sentence(answer: Result, metric: Metric, rows: Rows) -> str:
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
