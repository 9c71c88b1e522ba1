"""Figures set against the budget that was voted, month by month, and added up since the first of them."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from metrics.catalogue.budget import BUDGETED_REVENUE
from metrics.catalogue.financing import REVENUE
from metrics.figures import set_against
from metrics.model import Metric
from metrics.present.once import once
from metrics.query import Against, Comparison
from metrics.result import Cell, Figure, Result

_LABEL = "budget"
CUMULATED = replace(REVENUE, id="cumulated_revenue", label="Produits cumulés", summed=REVENUE)
CUMULATED_BUDGET = replace(
    BUDGETED_REVENUE, id="cumulated_budget", label="Budget cumulé", summed=BUDGETED_REVENUE
)


@once
def against(answer: Result, voted: Metric) -> Result:
    """The first figure of an answer, each of its lines set against another figure: what was voted of it."""
    booked = answer.query.metrics[0]
    rows = (
        replace(row, cells=(_set(booked, answer.cell(booked, row), answer.cell(voted, row)),))
        for row in answer.rows
    )
    alone = answer.only(booked)
    query = replace(alone.query, versus=Comparison(Against.TARGET))
    return replace(alone, query=query, rows=tuple(rows), versus_label=_LABEL)


@once
def cumulated(answer: Result, *named: Metric) -> Result:
    """The months of figures that add up, each with those before it; ``named`` are these, as they are called.

    A month that is not known leaves what follows not known.
    """
    for metric in answer.query.metrics:
        if not metric.adds_up:
            raise ValueError(f"{metric.id}: what does not add up has no sum since the first month")
    columns = [_summed([cell for _, cell in answer.column(metric)]) for metric in answer.query.metrics]
    rows = (replace(row, cells=tuple(cells)) for row, *cells in zip(answer.rows, *columns, strict=True))
    return replace(answer, query=replace(answer.query, metrics=named), rows=tuple(rows))


def _set(metric: Metric, booked: Cell, voted: Cell) -> Cell:
    return replace(set_against(metric, booked.figure, voted.figure), partial=booked.partial)


def _summed(cells: list[Cell]) -> Iterator[Cell]:
    """Each figure with all that come before it; open as soon as one of them is."""
    so_far, partial = Figure(Fraction(0)), False
    for cell in cells:
        so_far, partial = _more(so_far, cell.figure), partial or cell.partial
        yield Cell(so_far, partial=partial)


def _more(before: Figure, figure: Figure) -> Figure:
    """A sum with one figure more, or why it is not known."""
    if before.value is None or figure.value is None:
        return before if before.value is None else figure
    return Figure(before.value + figure.value)
