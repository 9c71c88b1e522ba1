"""An answer as plain data, for `--json`: the same values, states and sentences as the screen."""

from datetime import date
from fractions import Fraction
from typing import Any

from metrics.model import Metric
from metrics.present.text import row_labels
from metrics.query import Value
from metrics.reconcile import Reconciled
from metrics.result import Cell, Figure, Result, Row


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
        **_figure(cell.figure),
        "unit": metric.unit.symbol,
        "definition_version": metric.version,
        "reference": _figure(cell.reference),
        "change": {**_figure(cell.change), "unit": "pt" if metric.unit.change_in_points else "%"},
    }


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
