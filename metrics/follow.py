"""Several figures under the same filters, each following those it can and saying which it cannot.

A comparison that cannot be made of a figure is left out too, and the figure shown without it.
"""

from collections.abc import Sequence
from dataclasses import replace

from data_access.access import Scope
from metrics.catalogue.dimensions import AGENCY
from metrics.model import Metric
from metrics.query import NO_COMPARISON, Against, Comparison, Filter, Query
from metrics.result import NOT_APPLICABLE, Cell, Result, Row
from metrics.run import ask

Followed = tuple[Filter, ...]
Group = tuple[Followed, Comparison]


def ask_each(url: str, query: Query, where: Followed, scope: Scope, as_of: int | None = None) -> Result:
    """The answer to a question without filters, asked with those that each of its metrics can follow.

    The metrics that follow the same ones are asked together. ``Result.left_out`` names, metric by metric,
    the dimensions that could not be followed.
    """
    groups: dict[Group, list[Metric]] = {}
    for metric in query.metrics:
        followed = _followed(metric, where)
        groups.setdefault((followed, _compared(query, followed)), []).append(metric)
    answers = [
        ask(url, replace(query, metrics=tuple(metrics), where=followed, versus=versus), scope, as_of)
        for (followed, versus), metrics in groups.items()
    ]
    if len(answers) == 1:
        return replace(answers[0], left_out=_left_out(query, where))
    return _merged(query, where, answers)


def _followed(metric: Metric, where: Followed) -> Followed:
    return tuple(each for each in where if metric.allows(each.dimension))


def _compared(query: Query, where: Followed) -> Comparison:
    """The comparison of a question, or none when it is with other agencies and no agency is told apart."""
    if query.versus.against is not Against.MEDIAN or AGENCY in query.by or is_one_agency(where):
        return query.versus
    return NO_COMPARISON


def is_one_agency(where: Followed) -> bool:
    """Whether filters keep one agency, which can be set against the others."""
    return any(each.dimension is AGENCY and len(each.values) == 1 for each in where)


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
        versus_label=next((each.versus_label for each in answers if each.versus_label), ""),
        data_dates=tuple(home[metric].data_dates[place[metric]] for metric in query.metrics),
        partial=tuple(home[metric].partial[place[metric]] for metric in query.metrics),
        left_out=_left_out(query, where),
    )
