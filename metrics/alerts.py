"""What deserves a look: targets missed, unusual months, accidents, index, then what falls due or is late."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import lru_cache

from data_access.access import Scope
from data_access.engine import reading_engine
from data_access.errors import UserError
from metrics import period as periods
from metrics.alert import Alert, Subject
from metrics.catalogue.accidents import ACCIDENT_FREQUENCY, ACCIDENT_SEVERITY
from metrics.catalogue.dimensions import MONTH
from metrics.catalogue.equality import EQUALITY_INDEX
from metrics.context import Context, context, context_like
from metrics.due import of_store
from metrics.follow import ask_each
from metrics.goals import Reach, reach
from metrics.kinds import Polarity
from metrics.model import Metric
from metrics.parameters.legal import CORRECTION_BELOW, PROGRESS_BELOW
from metrics.parameters.model import Parameter
from metrics.period import Kind, Period, add_months
from metrics.present import words
from metrics.query import Against, Comparison, Filter, Query
from metrics.result import Result
from metrics.today import day
from metrics.unusual import is_unusual

Asker = Callable[[Query], Result]
_LAST_YEAR = Comparison(Against.PREVIOUS_YEAR)
_MONTHS = 13
_YEARLY = (EQUALITY_INDEX, ACCIDENT_SEVERITY, ACCIDENT_FREQUENCY)  # no month of these is ever told


def alerts(
    url: str,
    metrics: Sequence[Metric],
    period: Period,
    scope: Scope,
    where: tuple[Filter, ...] = (),
    known: Context | None = None,
    others: Sequence[Metric] = (),
) -> list[Alert]:
    """The alerts of some figures for a period, then those of the store on the day it speaks from.

    ``known`` is as for ``ask``; ``others`` are asked apart, so that the first are asked as a page does.
    """
    known = known or context(url)

    def asker(query: Query) -> Result:
        return ask_each(url, query, where, scope, known)

    more = [each for each in dict.fromkeys(others) if each not in (*metrics, *_YEARLY)]
    found = [*of_figures(asker, metrics, period), *of_figures(asker, more, period), *of_year(asker, period)]
    return [*found, *_of_store(url, known, scope, where, day(url, known))]


@lru_cache(maxsize=256)  # a day of an import never changes, and costs more to read than the rest of a page
def _of_store(
    url: str, known: Context, scope: Scope, where: tuple[Filter, ...], _day: date
) -> tuple[Alert, ...]:
    with reading_engine(url).connect() as connection:
        seen = context_like(connection, url, known)
        return tuple(of_store(connection, seen, scope, where))


def of_figures(asker: Asker, metrics: Sequence[Metric], period: Period) -> Iterator[Alert]:
    """The targets missed over a period, then the changes out of the ordinary in its last month."""
    span = Period(Kind.FREE, add_months(period.stop, -_MONTHS), period.stop)
    for answer in _answers(asker, metrics, period, Comparison(Against.TARGET)):
        yield from _missed(answer)
    for answer in _answers(asker, metrics, span, _LAST_YEAR, monthly=True):
        yield from _unusual(answer)


def of_year(asker: Asker, period: Period) -> Iterator[Alert]:
    """What the last calendar year over by the end of a period says of the index and of accidents at work."""
    last = period.last_day
    year = periods.year(last.year if (last.month, last.day) == (12, 31) else last.year - 1)
    for answer in _answers(asker, _YEARLY, year, _LAST_YEAR):
        for metric in answer.query.metrics:
            raised = _below if metric is EQUALITY_INDEX else _worse
            yield from raised(answer, metric, year)


def _answers(
    asker: Asker, metrics: Sequence[Metric], period: Period, versus: Comparison, *, monthly: bool = False
) -> Iterator[Result]:
    """The figures asked together; one by one, without those refused, when one of them is."""
    asked = tuple(each for each in metrics if not monthly or each.allows(MONTH))
    if not asked:
        return
    query = Query(metrics=asked[:1], period=period, by=(MONTH,) if monthly else ())
    try:
        yield asker(replace(query, metrics=asked, versus=versus))
    except UserError:
        for metric in asked:
            with suppress(UserError):
                yield asker(replace(query, metrics=(metric,), versus=versus))


def _missed(answer: Result) -> Iterator[Alert]:
    """The targets that were missed; while months are missing, nothing is missed yet."""
    for metric, is_partial in zip(answer.query.metrics, answer.partial, strict=True):
        cell = answer.cell(metric)
        if not is_partial and reach(metric, cell) is Reach.MISSED:
            reached, aimed = (words.exact(each, metric.unit) for each in (cell.figure, cell.reference))
            said = words.ended(f"{reached} pour un objectif de {aimed}")
            yield Alert(Subject.TARGET, answer.called(metric), said, metric)


def _unusual(answer: Result) -> Iterator[Alert]:
    for metric in answer.query.metrics:
        *before, last = (cell for _, cell in answer.column(metric))
        changes = [cell.change.value for cell in before if cell.change.value is not None]
        month = answer.rows[-1].keys[0]
        if last.change.value is None or not isinstance(month, date):
            continue
        if is_unusual(changes, last.change.value):
            when, moved = words.short_month(month), words.percent_change(last, metric)
            said = f"{moved} en {when} sur un an, loin de la tendance des mois précédents."
            yield Alert(Subject.UNUSUAL, answer.called(metric), said, metric, month=month)


def _below(answer: Result, index: Metric, year: Period) -> Iterator[Alert]:
    """The index under what the law asks to publish, and to correct."""
    figure = answer.cell(index).figure
    points = figure.value
    crossed: Parameter | None = next(
        (each for each in (CORRECTION_BELOW, PROGRESS_BELOW) if points is not None and points < each.value),
        None,
    )
    if crossed is not None:
        law, _, _ = crossed.reference.partition(" ; ")  # the first of its texts: an alert is read at a glance
        said = f"{words.exact(figure, index.unit)} en {year}. {crossed.label} ({law})."
        yield Alert(Subject.WATCHED, answer.called(index), said, index)


def _worse(answer: Result, metric: Metric, year: Period) -> Iterator[Alert]:
    """A figure that moved the wrong way, beyond its neutral band."""
    cell = answer.cell(metric)
    moved = cell.change.value
    if moved is None or metric.polarity is not Polarity.LESS or moved <= metric.neutral:
        return
    value, change = words.exact(cell.figure, metric.unit), words.percent_change(cell, metric)
    yield Alert(Subject.WATCHED, answer.called(metric), f"{value} en {year}, {change} sur un an.", metric)
