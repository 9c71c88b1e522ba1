"""The tables of a section of a page, and the same answers of the catalogue as those tables write them."""

from dataclasses import replace

from data_access.access import Role, scope_for
from metrics import period as periods
from metrics.catalogue import metric
from metrics.model import Dimension, Metric
from metrics.present import words
from metrics.present.text import row_labels
from metrics.query import Against, Comparison, Filter, Query
from metrics.result import Cell, Result, State
from metrics.run import ask
from tests.pages.screen import Screen, Table

DIRECTION = scope_for(Role.DIRECTION)
LAST_YEAR = Comparison(Against.PREVIOUS_YEAR)


def table(screen: Screen, start: str) -> Table:
    """The only table whose caption starts so."""
    (found,) = [each for each in screen.tables if each.caption.startswith(start)]
    return found


def by(screen: Screen, *dimensions: Dimension) -> Table:
    """The only table broken down by these dimensions that belongs to a chart."""
    heads = [each.label for each in dimensions]
    (found,) = [
        each
        for each in screen.tables
        if each.headers[: len(heads)] == heads and "évolution" not in each.caption
    ]
    return found


def answered(
    store: str,
    *names: str,
    by: tuple[Dimension, ...] = (),
    span: str = "2024",
    where: tuple[Filter, ...] = (),
) -> Result:
    metrics = tuple(map(metric, names))
    query = Query(metrics=metrics, period=periods.parse(span), by=by, where=where, versus=LAST_YEAR)
    return ask(store, query, DIRECTION)


def exactly(answer: Result) -> list[list[str]]:
    """The lines of the table of a chart."""
    units = [each.unit for each in answer.query.metrics]
    return [
        [*row_labels(answer, row), *(words.exact(c.figure, u) for c, u in zip(row.cells, units, strict=True))]
        for row in answer.rows
    ]


def ranked(answer: Result) -> list[list[str]]:
    """The same under bars, which have the longest first."""
    rows = sorted(answer.rows, key=lambda row: -(row.cells[0].figure.value or 0))
    return exactly(replace(answer, rows=tuple(rows)))


def shortly(answer: Result) -> list[list[str]]:
    """The figures of the lines of a comparison, without their names."""
    each = answer.query.metrics
    return [[_short(m, c) for m, c in zip(each, row.cells, strict=True)] for row in answer.rows]


def _short(each: Metric, cell: Cell) -> str:
    told = words.on_tile(cell.figure, each.unit)[0]
    if cell.figure.value is None or cell.change.state is State.NOT_APPLICABLE:
        return told
    return told + (words.percent_change(cell, each) or words.MARKS[cell.change.state])
