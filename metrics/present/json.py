"""An answer as plain data, for `--json`: the same values, states and sentences as the screen."""

from datetime import date
from fractions import Fraction
from typing import Any

from metrics.model import Metric
from metrics.present.certainty import certainty
from metrics.present.text import row_labels
from metrics.query import Value
from metrics.reconcile import Reconciled
from metrics.result import Cell, Figure, Result, Row
from metrics.rse_table import Line


def result(answer: Result) -> dict[str, Any]:
    """A question and its rows; every figure with value, state, numerator and denominator."""
    query = answer.query
    return {
        "period": str(query.period),
        "period_label": query.period.label,
        "comparison": str(query.versus),
        "comparison_label": answer.versus_label,
        "perimeter": answer.perimeter,
        "data_date": answer.data_date.isoformat() if answer.data_date else None,
        "partial": {m.id: partial for m, partial in zip(query.metrics, answer.partial, strict=True)},
        "as_of": answer.as_of,
        "import": answer.import_number,
        "rows": [_row(answer, row) for row in answer.rows],
    }


def reconciled(each: Reconciled) -> dict[str, Any]:
    """One line of the register."""
    return {
        "id": each.published.id,
        "published": plain(Fraction(each.published.value)),
        "computed": plain(each.computed),
        "verdict": each.verdict.value,
        "explanation": each.explanation,
    }


def audited(line: Line) -> dict[str, Any]:
    """One indicator of the audit table."""
    return {
        "indicator": line.indicator,
        "metric": line.metric.id if line.metric else None,
        "axis": line.axis,
        "sub_axis": line.sub_axis,
        "issue": line.issue,
        "unit": line.metric.unit.symbol if line.metric else "",
        "previous_year": _figure(line.before),
        "figure": _figure(line.figure),
        "target": _figure(line.target),
        "wanted": line.wanted.value,
        "standing": line.standing.value,
        "owner": line.owner,
        "evidence": line.evidence,
    }


def _row(answer: Result, row: Row) -> dict[str, Any]:
    by = {d.id: label for d, label in zip(answer.query.by, row_labels(answer, row), strict=True)}
    cells = zip(answer.query.metrics, row.cells, strict=True)
    codes = {d.id: _code(key) for d, key in zip(answer.query.by, row.keys, strict=True)}
    return {"by": by, "codes": codes, "figures": {metric.id: _cell(metric, cell) for metric, cell in cells}}


def _code(key: Value | date) -> Value:
    """What tells a member from another of the same name; a step of time is its first day."""
    return key.isoformat() if isinstance(key, date) else key


def _cell(metric: Metric, cell: Cell) -> dict[str, Any]:
    return {
        **_certain_figure(cell.figure, metric),
        "unit": metric.unit.symbol,
        "definition_version": metric.version,
        "reference": _certain_figure(cell.reference, metric),
        "change": {**_figure(cell.change), "unit": "pt" if metric.unit.change_in_points else "%"},
    }


def _certain_figure(figure: Figure, metric: Metric) -> dict[str, Any]:
    """A figure with what it rests on, when its metric says so: ``n``, and an ``interval`` in its unit."""
    told: dict[str, Any] = _figure(figure)
    known = certainty(figure, metric)
    if metric.interval or (metric.base is not None and metric.base_shown):
        told["n"] = plain(known.n) if known else None
    if metric.interval:
        told["interval"] = [*map(plain, known.interval)] if known and known.interval else None
    return told


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "value": plain(figure.value),
        "state": figure.state.value,
        "numerator": plain(figure.numerator),
        "denominator": plain(figure.denominator),
    }


def plain(value: Fraction | None) -> int | float | None:
    """An exact whole number as an integer, anything else as a float."""
    if value is None:
        return None
    return int(value) if value.denominator == 1 else float(value)
