"""What falls due or did not come: markets and labels about to end, late actions, months not loaded."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from sqlalchemy import Connection, select

from data_access import schema as s
from data_access.access import Domain, Scope
from data_access.errors import AccessDenied
from data_access.ingest.contracts import CONTRACTS
from data_access.row_rights import let_read
from data_access.versions import known_at
from data_access.words import counted
from metrics import commitments
from metrics.alert import SOON, Alert, Subject
from metrics.catalogue import METRICS
from metrics.catalogue.dimensions import AGENCY
from metrics.context import Context
from metrics.period import add_months
from metrics.present import words
from metrics.query import Filter
from metrics.today import today_of

_REGULAR = 6  # months in a row without which a file is not awaited
_ALWAYS = date(1900, 1, 1)


def of_store(
    connection: Connection, known: Context, scope: Scope, where: tuple[Filter, ...] = ()
) -> Iterator[Alert]:
    """What ends soon after the day the store speaks from or is late on it, then the files that are late."""
    day = today_of(connection, known)
    let_read(connection, scope)
    yield from _markets(connection, known, scope, where, day)
    yield from _certifications(connection, known, scope, day)
    yield from _actions(connection, known, scope, where, day)
    yield from late(known)


def _markets(
    connection: Connection, known: Context, scope: Scope, where: tuple[Filter, ...], day: date
) -> Iterator[Alert]:
    """The markets and agreements whose term falls soon and that are not renewed yet."""
    t = s.market.c
    kept = [known_at(s.market, known.as_of), t.kind != "seasonal", t.renewed.is_not(True)]
    kept += [t.term_on >= day, t.term_on <= day + SOON]
    chosen = [f.values for f in where if f.dimension is AGENCY]
    for agencies in (_agencies(scope), *chosen):
        if agencies is not None:
            kept.append(t.agency_id.in_(sorted(map(str, agencies))))
    for row in connection.execute(select(t.dispositif_id, t.term_on).where(*kept).order_by(t.term_on, t.id)):
        name = known.names["dispositif"].get(row.dispositif_id, row.dispositif_id)
        said = f"échéance le {words.day(row.term_on)}."
        yield Alert(
            Subject.ENDING, f"Marché « {name} »", said, dispositif=row.dispositif_id, of=Domain.FINANCING
        )


def _certifications(connection: Connection, known: Context, scope: Scope, day: date) -> Iterator[Alert]:
    """The certifications whose last day falls soon, but those that go on under the same title."""
    held = commitments.certifications(connection, known, scope, day)
    for each in sorted(held, key=lambda one: one.last_day or date.max):
        days = each.days_left(day)
        if days is None or each.last_day is None or each.followed or days > SOON.days:
            continue
        left = f", {counted(days, 'jour')} après le {words.day(day)}" if days else ""
        said = f"expire le {words.day(each.last_day)}{left}."
        yield Alert(Subject.ENDING, each.title, said, of=Domain.RSE)


def _actions(
    connection: Connection, known: Context, scope: Scope, where: tuple[Filter, ...], day: date
) -> Iterator[Alert]:
    """The actions of the plan that are due and neither done nor given up, the latest first."""
    for each in commitments.actions(connection, known, scope, _ALWAYS, where):
        if each.is_open and (days := each.days_late(day)):
            said = f"échéance le {words.day(each.due)}, {counted(days, 'jour')} avant le {words.day(day)}."
            yield Alert(Subject.OVERDUE, each.title, said, of=Domain.RSE)


def _agencies(scope: Scope) -> frozenset[str] | None:
    """The agencies whose markets a person may read; nothing at all without a right on them."""
    for domain in (Domain.ACTIVITY, Domain.FINANCING):
        try:
            agencies = scope.right(domain).agencies
        except AccessDenied:
            continue
        if agencies is None or agencies:
            return agencies
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
            yield Alert(Subject.LATE, CONTRACTS[kind].label, said, month=last, of=_domains().get(kind))


@cache
def _domains() -> dict[str, Domain]:
    """The subject that the figures of each kind of file are of, the first one when they are of several."""
    found: dict[str, Domain] = {}
    for metric in METRICS.values():
        for fact in metric.facts:
            found.setdefault(fact.kind, metric.domain)
    return found
