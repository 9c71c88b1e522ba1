"""What deserves a look: targets missed, unusual months, markets and certifications that end, late files."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, select

from data_access import schema as s
from data_access.access import Domain, Scope
from data_access.engine import reading_engine
from data_access.errors import AccessDenied
from data_access.ingest.contracts import CONTRACTS
from data_access.row_rights import let_read
from data_access.versions import known_at
from metrics import rights
from metrics.catalogue.dimensions import AGENCY, MONTH
from metrics.context import Context, context, context_like
from metrics.follow import ask_each
from metrics.goals import Reach, reach
from metrics.model import Metric
from metrics.period import Kind, Period, add_months
from metrics.present import words
from metrics.query import Against, Comparison, Filter, Query
from metrics.result import Result
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
    """One thing to look at: whom or what it is about, and what is said of it.

    ``metric``, ``dispositif`` and ``month`` say where there is more to see of it.
    """

    subject: Subject
    about: str
    said: str
    metric: Metric | None = None
    dispositif: str = ""
    month: date | None = None

    @property
    def sentence(self) -> str:
        """The whole alert."""
        return f"{self.about} : {self.said}"


def alerts(
    url: str,
    metrics: Sequence[Metric],
    period: Period,
    scope: Scope,
    where: tuple[Filter, ...] = (),
    known: Context | None = None,
) -> list[Alert]:
    """The alerts of some figures for a period, then those of the store on the day it speaks from.

    ``known`` is as for ``ask``.
    """
    known = known or context(url)
    found = [*of_figures(lambda query: ask_each(url, query, where, scope, known), metrics, period)]
    with reading_engine(url).connect() as connection:
        seen = context_like(connection, url, known)
        return [*found, *of_store(connection, seen, scope, where)]


def of_figures(
    asker: Callable[[Query], Result], metrics: Sequence[Metric], period: Period
) -> Iterator[Alert]:
    """The targets missed over a period, then the changes out of the ordinary in its last month."""
    goals = Query(metrics=tuple(metrics), period=period, versus=Comparison(Against.TARGET))
    months = Query(
        metrics=tuple(metrics),
        period=Period(Kind.FREE, add_months(period.stop, -_MONTHS), period.stop),
        by=(MONTH,),
        versus=Comparison(Against.PREVIOUS_YEAR),
    )
    yield from _missed(asker(goals))
    yield from _unusual(asker(months))


def of_store(
    connection: Connection, known: Context, scope: Scope, where: tuple[Filter, ...] = ()
) -> Iterator[Alert]:
    """What ends soon after the day the store speaks from, then the files that are late."""
    day = today_of(connection, known)
    let_read(connection, scope)
    yield from _markets(connection, known, scope, where, day)
    yield from _certifications(connection, known, scope, day)
    yield from late(known)


def _missed(answer: Result) -> Iterator[Alert]:
    """The targets that were missed; while months are missing, nothing is missed yet."""
    for metric, is_partial in zip(answer.query.metrics, answer.partial, strict=True):
        cell = answer.cell(metric)
        if not is_partial and reach(metric, cell) is Reach.MISSED:
            reached, aimed = (words.exact(each, metric.unit) for each in (cell.figure, cell.reference))
            said = words.ended(f"{reached} pour un objectif de {aimed}")
            yield Alert(Subject.TARGET, metric.label, said, metric)


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
            yield Alert(Subject.UNUSUAL, metric.label, said, metric, month=month)


def _markets(
    connection: Connection, known: Context, scope: Scope, where: tuple[Filter, ...], day: date
) -> Iterator[Alert]:
    """The markets and agreements whose term falls soon and that are not renewed yet."""
    t = s.market.c
    kept = [known_at(s.market, known.as_of), t.kind != "seasonal", t.renewed.is_not(True)]
    kept += [t.term_on >= day, t.term_on <= day + SOON]
    chosen = [f.values for f in where if f.dimension is AGENCY]
    for agencies in (_agencies(scope, Domain.ACTIVITY), *chosen):
        if agencies is not None:
            kept.append(t.agency_id.in_(sorted(map(str, agencies))))
    for row in connection.execute(select(t.dispositif_id, t.term_on).where(*kept).order_by(t.term_on, t.id)):
        name = known.names["dispositif"].get(row.dispositif_id, row.dispositif_id)
        said = f"échéance le {words.day(row.term_on)}."
        yield Alert(Subject.ENDING, f"Marché « {name} »", said, dispositif=row.dispositif_id)


def _certifications(connection: Connection, known: Context, scope: Scope, day: date) -> Iterator[Alert]:
    """The certifications whose last day falls soon, but those that go on under the same title."""
    if not rights.reads_whole(Domain.RSE, scope):  # certifications are the association's
        return
    t = s.certification.c
    wanted = select(t.title, t.valid_from, t.ended_on).order_by(t.ended_on, t.id)
    held = connection.execute(wanted.where(known_at(s.certification, known.as_of))).all()
    for row in held:
        if row.ended_on is None or not day <= row.ended_on <= day + SOON:
            continue
        if not any(other.title == row.title and _follows(other, row) for other in held):
            said = f"expire le {words.day(row.ended_on)}{_left(row.ended_on, day)}."
            yield Alert(Subject.ENDING, row.title, said)


def _follows(other: Any, row: Any) -> bool:
    """Whether another one begins the day after at the latest, and lasts longer."""
    longer = other.ended_on is None or other.ended_on > row.ended_on
    return bool(other.valid_from <= row.ended_on + timedelta(days=1) and longer)


def _left(end: date, day: date) -> str:
    """How many days are left, when some are, and on which day: the store may speak from an old one."""
    days = (end - day).days
    return f", {days} jour{'s' if days > 1 else ''} après le {words.day(day)}" if days else ""


def _agencies(scope: Scope, domain: Domain) -> frozenset[str] | None:
    """The agencies a person may read in detail; nothing at all without a right on the domain."""
    try:
        return scope.right(domain).agencies
    except AccessDenied:
        return frozenset()


def late(known: Context) -> Iterator[Alert]:
    """The files that came each month and did not for the last one that others have."""
    last = known.coverage.last_month()
    if last is None:
        return
    for kind in sorted(known.coverage.loaded):
        months = {month for month in known.coverage.loaded[kind] if month}
        regular = {add_months(last, -back) for back in range(1, _REGULAR + 1)}
        if regular <= months and last not in months:
            said = f"{words.short_month(last)} n'est pas chargé."
            yield Alert(Subject.LATE, CONTRACTS[kind].label, said, month=last)
