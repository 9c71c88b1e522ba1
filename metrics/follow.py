"""Several figures under the same filters, each following those it can and saying which it cannot.

A comparison that cannot be made of a figure is left out too, and the figure shown without it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from data_access.access import Scope
from metrics import rights
from metrics.askable import is_told_with
from metrics.catalogue.dimensions import AGENCY
from metrics.context import Context, context
from metrics.model import Metric
from metrics.query import NO_COMPARISON, Against, Comparison, Filter, Query
from metrics.result import NOT_APPLICABLE, Cell, Result, Row
from metrics.run import ask

Followed = tuple[Filter, ...]
Group = tuple[Followed, Comparison]


def ask_each(url: str, query: Query, where: Followed, scope: Scope, known: Context | None = None) -> Result:
    """The answer to a question without filters, asked with those that each of its metrics can follow.

    ``Result.left_out`` names, metric by metric, the dimensions that could not be followed. ``known`` is
    as for ``ask``.
    """
    (answer,) = ask_sets(url, query, (query.metrics,), where, scope, known)
    return answer


def ask_sets(
    url: str,
    query: Query,
    sets: Sequence[tuple[Metric, ...]],
    where: Followed,
    scope: Scope,
    known: Context | None = None,
) -> tuple[Result, ...]:
    """The same, an answer for each set of the metrics of a question: they are asked of the store at once.

    The metrics that follow the same filters are asked together, whatever the sets they are in.
    """
    known = known or context(url)
    answers = tuple(ask(url, each, scope, known=known) for each in _together(query, where, scope))
    return tuple(_about(metrics, query, where, scope, answers) for metrics in sets)


def _together(query: Query, where: Followed, scope: Scope) -> Iterator[Query]:
    """The questions that one comes down to: the metrics that follow the same filters in each."""
    groups: dict[Group, list[Metric]] = {}
    for metric in query.metrics:
        followed = followed_by(metric, where, scope)
        groups.setdefault((followed, _compared(query, followed)), []).append(metric)
    for (followed, versus), metrics in groups.items():
        yield replace(query, metrics=tuple(metrics), where=followed, versus=versus)


@lru_cache(maxsize=1024)
def _about(
    metrics: tuple[Metric, ...], query: Query, where: Followed, scope: Scope, answers: tuple[Result, ...]
) -> Result:
    """What some answers tell of some metrics: the same answer to the same question, as ``ask`` gives."""
    own = [each for each in answers if not set(metrics).isdisjoint(each.query.metrics)]
    if len(own) > 1:
        return _merged(replace(query, metrics=metrics), where, scope, own)
    asked = own[0].query
    if asked.metrics == metrics:
        followed, left_out = _followed(asked, where, scope), _left_out(asked, where, scope)
        return replace(own[0], left_out=left_out, followed=followed)
    return _merged(replace(asked, metrics=metrics), where, scope, own)


@lru_cache(maxsize=1024)
def followed_by(metric: Metric, where: Followed, scope: Scope) -> Followed:
    """The filters that a figure can follow, as far as a person reads it.

    Of those that no published table crosses together, the last ones are left out.
    """
    kept = tuple(each for each in where if rights.follows(metric, each.dimension, scope))
    while kept and not is_told_with(metric, (*kept, *rights.own_agencies(metric.domain, scope, kept))):
        kept = kept[:-1]
    return kept


def _compared(query: Query, where: Followed) -> Comparison:
    """The comparison of a question, or none when it is with other agencies and no agency is told apart."""
    if query.versus.against is not Against.MEDIAN or AGENCY in query.by or is_one_agency(where):
        return query.versus
    return NO_COMPARISON


def is_one_agency(where: Followed) -> bool:
    """Whether filters keep one agency, which can be set against the others."""
    return any(each.dimension is AGENCY and len(each.values) == 1 for each in where)


def _left_out(query: Query, where: Followed, scope: Scope) -> tuple[tuple[str, ...], ...]:
    followed = (followed_by(metric, where, scope) for metric in query.metrics)
    return tuple(tuple(each.dimension.label for each in where if each not in own) for own in followed)


def _followed(query: Query, where: Followed, scope: Scope) -> tuple[Followed, ...]:
    """The filters that each figure follows, and the agencies that the person reads where none is asked."""
    every = (followed_by(metric, where, scope) for metric in query.metrics)
    return tuple(
        (*own, *rights.own_agencies(metric.domain, scope, own))
        for metric, own in zip(query.metrics, every, strict=True)
    )


def _merged(query: Query, where: Followed, scope: Scope, answers: Sequence[Result]) -> Result:
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
        left_out=_left_out(query, where, scope),
        followed=_followed(query, where, scope),
    )
