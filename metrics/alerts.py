"""What deserves a look: targets missed, unusual months, markets and certifications that end, late files."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import Connection, select

from data_access import schema as s
from data_access.access import Domain, Scope
from data_access.engine import reading_engine
from data_access.errors import AccessDenied
from data_access.ingest.contracts import CONTRACTS
from data_access.versions import known_at
from metrics.catalogue.dimensions import MONTH
from metrics.context import Context, context
from metrics.kinds import Polarity
from metrics.model import Metric
from metrics.period import Kind, Period, add_months
from metrics.present import words
from metrics.query import Against, Comparison, Filter, Query
from metrics.result import Cell
from metrics.run import ask
from metrics.today import today_of
from metrics.unusual import is_unusual

SOON = timedelta(days=183)
_MONTHS = 13
_REGULAR = 6  # months in a row without which a file is not awaited


class Subject(StrEnum):
    """What an alert is about, as its label reads."""

    TARGET = "Objectif manqué"
    UNUSUAL = "Évolution inhabituelle"
    ENDING = "Échéance proche"
    LATE = "Mois non chargé"


@dataclass(frozen=True, slots=True)
class Alert:
    """One thing to look at, in a sentence."""

    subject: Subject
    sentence: str
    metric: str = ""


def alerts(
    url: str,
    metrics: Sequence[Metric],
    period: Period,
    scope: Scope,
    where: tuple[Filter, ...] = (),
    as_of: int | None = None,
) -> list[Alert]:
    """The alerts of some figures for a period, then those of the store on the day it speaks from."""
    known = context(url, as_of)
    found = [
        alert
        for metric in metrics
        for each in (_missed, _unusual)
        for alert in each(url, metric, period, scope, where, as_of)
    ]
    with reading_engine(url).connect() as connection:
        day = today_of(connection, known)
        found += _markets(connection, known, scope, day)
        found += _certifications(connection, known, scope, day)
    return [*found, *_late(known)]


def _missed(
    url: str, metric: Metric, period: Period, scope: Scope, where: tuple[Filter, ...], as_of: int | None
) -> Iterator[Alert]:
    query = Query(metrics=(metric,), period=period, where=where, versus=Comparison(Against.TARGET))
    cell = ask(url, query, scope, as_of).rows[0].cells[0]
    value, goal = cell.figure.value, cell.reference.value
    if value is None or goal is None or metric.polarity is Polarity.NONE or value == goal:
        return
    if (value < goal) == (metric.polarity is Polarity.MORE):
        said = words.exact(cell.figure, metric.unit), words.exact(cell.reference, metric.unit)
        yield Alert(Subject.TARGET, f"{metric.label} : {said[0]} pour un objectif de {said[1]}.", metric.id)


def _unusual(
    url: str, metric: Metric, period: Period, scope: Scope, where: tuple[Filter, ...], as_of: int | None
) -> Iterator[Alert]:
    span = Period(Kind.FREE, add_months(period.stop, -_MONTHS), period.stop)
    versus = Comparison(Against.PREVIOUS_YEAR)
    answer = ask(
        url, Query(metrics=(metric,), period=span, by=(MONTH,), where=where, versus=versus), scope, as_of
    )
    cells = [row.cells[0] for row in answer.rows]
    changes = [cell.change.value for cell in cells]
    known = [change for change in changes[:-1] if change is not None]
    if changes[-1] is not None and is_unusual(known, changes[-1]):
        yield Alert(Subject.UNUSUAL, _sentence(metric, answer.rows[-1].keys[0], cells[-1]), metric.id)


def _sentence(metric: Metric, month: object, cell: Cell) -> str:
    when = words.short_month(month) if isinstance(month, date) else ""
    moved = words.percent_change(cell, metric)
    return f"{metric.label} : {moved} en {when} sur un an, loin de la tendance des mois précédents."


def _markets(connection: Connection, known: Context, scope: Scope, day: date) -> Iterator[Alert]:
    """The markets and agreements whose term falls soon and that are not renewed yet."""
    t = s.market.c
    kept = [known_at(s.market, known.as_of), t.kind != "seasonal", t.renewed.is_not(True)]
    kept += [t.term_on >= day, t.term_on <= day + SOON]
    right = _agencies(scope, Domain.ACTIVITY)
    if right is not None:
        kept.append(t.agency_id.in_(sorted(right)))
    for row in connection.execute(select(t.dispositif_id, t.term_on).where(*kept).order_by(t.term_on, t.id)):
        name = known.names["dispositif"].get(row.dispositif_id, row.dispositif_id)
        yield Alert(Subject.ENDING, f"Marché « {name} » : échéance le {words.day(row.term_on)}.")


def _certifications(connection: Connection, known: Context, scope: Scope, day: date) -> Iterator[Alert]:
    if not any(domain is Domain.RSE for domain, _ in scope.rights):
        return
    t = s.certification.c
    kept = [known_at(s.certification, known.as_of), t.ended_on >= day, t.ended_on <= day + SOON]
    for row in connection.execute(select(t.title, t.ended_on).where(*kept).order_by(t.ended_on, t.id)):
        left = (row.ended_on - day).days
        yield Alert(Subject.ENDING, f"{row.title} : expire le {words.day(row.ended_on)}, dans {left} jours.")


def _agencies(scope: Scope, domain: Domain) -> frozenset[str] | None:
    """The agencies a person may read in detail; nothing at all without a right on the domain."""
    try:
        return scope.right(domain).agencies
    except AccessDenied:
        return frozenset()


def _late(known: Context) -> Iterator[Alert]:
    """The files that came each month and did not for the last one that others have."""
    last = known.coverage.last_month()
    if last is None:
        return
    for kind in sorted(known.coverage.loaded):
        months = {month for month in known.coverage.loaded[kind] if month}
        regular = {add_months(last, -back) for back in range(1, _REGULAR + 1)}
        if regular <= months and last not in months:
            yield Alert(
                Subject.LATE, f"{CONTRACTS[kind].label} : {words.short_month(last)} n'est pas chargé."
            )
