"""Several figures under the same filters, each following those it can and saying which it cannot."""

from collections.abc import Sequence
from dataclasses import replace

from data_access.access import Scope
from metrics.model import Metric
from metrics.query import Filter, Query
from metrics.result import NOT_APPLICABLE, Cell, Result, Row
from metrics.run import ask

Followed = tuple[Filter, ...]


def ask_each(url: str, query: Query, where: Followed, scope: Scope, as_of: int | None = None) -> Result:
    """The answer to a question without filters, asked with those that each of its metrics can follow.

    The metrics that follow the same ones are asked together. ``Result.left_out`` names, metric by metric,
    the dimensions that could not be followed.
    """
    groups: dict[Followed, list[Metric]] = {}
    for metric in query.metrics:
        groups.setdefault(_followed(metric, where), []).append(metric)
    answers = [
        ask(url, replace(query, metrics=tuple(metrics), where=followed), scope, as_of)
        for followed, metrics in groups.items()
    ]
    if len(answers) == 1:
        return replace(answers[0], left_out=_left_out(query, where))
    return _merged(query, where, answers)


def _followed(metric: Metric, where: Followed) -> Followed:
    return tuple(each for each in where if metric.allows(each.dimension))


def _left_out(query: Query, where: Followed) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(each.dimension.label for each in where if not metric.allows(each.dimension))
        for metric in query.metrics
    )


def _merged(query: Query, where: Followed, answers: Sequence[Result]) -> Result:
    """One answer of several: a line for each member that any of them has."""
    widest = max(answers, key=lambda each: len(each.query.where))
    lines = {row.keys: row for answer in answers for row in answer.rows}
    home = {metric: answer for answer in answers for metric in answer.query.metrics}
    found = {answer: {row.keys: row for row in answer.rows} for answer in answers}
    place = {metric: home[metric].query.metrics.index(metric) for metric in query.metrics}

    def cell(metric: Metric, row: Row) -> Cell:
        own = found[home[metric]].get(row.keys)
        return Cell(NOT_APPLICABLE) if own is None else own.cells[place[metric]]

    return replace(
        widest,
        query=query,
        rows=tuple(
            replace(row, cells=tuple(cell(metric, row) for metric in query.metrics)) for row in lines.values()
        ),
        data_dates=tuple(home[metric].data_dates[place[metric]] for metric in query.metrics),
        partial=tuple(home[metric].partial[place[metric]] for metric in query.metrics),
        left_out=_left_out(query, where),
    )
