"""« Ce qui a bougé » : the greatest changes of a period, each with the part that made most of it."""

from collections.abc import Sequence
from fractions import Fraction

from data_access.access import Scope
from metrics.catalogue.dimensions import AGENCY
from metrics.explain import explain, splits
from metrics.model import Metric
from metrics.period import Period
from metrics.present import words
from metrics.present.charts.contributions import amount
from metrics.query import Comparison, Filter, Query
from metrics.result import Cell
from metrics.run import ask

MOST = 5


def moved(
    url: str,
    metrics: Sequence[Metric],
    period: Period,
    versus: Comparison,
    scope: Scope,
    where: tuple[Filter, ...] = (),
    as_of: int | None = None,
) -> list[str]:
    """A sentence for each of the changes that stand furthest out of their neutral band."""
    if versus.reference(period) is None:
        return []
    told = []
    for metric in metrics:
        query = Query(metrics=(metric,), period=period, where=where, versus=versus)
        cell = ask(url, query, scope, as_of).rows[0].cells[0]
        if cell.change.value is not None and abs(cell.change.value) > metric.neutral:
            told.append((_size(metric, cell), metric, cell, query))
    told.sort(key=lambda each: -each[0])
    return [_sentence(url, metric, cell, query, scope, as_of) for _, metric, cell, query in told[:MOST]]


def _size(metric: Metric, cell: Cell) -> Fraction:
    """How far out of its neutral band a change goes."""
    return abs(cell.change.value or Fraction(0)) / (metric.neutral or Fraction(1))


def _sentence(url: str, metric: Metric, cell: Cell, query: Query, scope: Scope, as_of: int | None) -> str:
    said = f"{metric.label} : {words.exact(cell.figure, metric.unit)}, {words.change(cell, metric)}"
    one = query.kept(AGENCY)
    if not splits(metric) or not metric.allows(AGENCY) or (one is not None and len(one) == 1):
        return said.rstrip(".") + "."
    found = explain(url, _by_agency(query), scope, as_of)
    first = next(iter(found.parts), None)
    if first is None or not first.contribution:
        return said.rstrip(".") + "."
    return f"{said}, dont {first.label} {amount(metric, first.contribution)}".rstrip(".") + "."


def _by_agency(query: Query) -> Query:
    return Query(
        metrics=query.metrics, period=query.period, by=(AGENCY,), where=query.where, versus=query.versus
    )
