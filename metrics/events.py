"""Dated events to be shown beside the series they concern: by what they are about, and by how widely.

An event concerns a series of its own domain: a market opened explains interventions and revenue, a class
that begins explains training, and a press article explains nothing. Seen from the whole association, an
event of one dispositif counts only when it is about its market; an agency or a dispositif has all its own.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, or_, select

from data_access import schema as s
from data_access.access import Domain, Scope
from data_access.engine import reading_engine
from data_access.row_rights import let_read
from data_access.versions import known_at
from metrics import rights
from metrics.catalogue.dimensions import AGENCY, DISPOSITIF
from metrics.context import Context, context, context_like
from metrics.period import Period
from metrics.query import Filter

MOST = 8  # events beside a series: the latest, for more of them would hide it
_MARKET = "market"
_CONCERNED = {  # what each nature of event may explain; life and press are about no figure
    _MARKET: (Domain.ACTIVITY, Domain.FINANCING),
    "team": (Domain.ACTIVITY, Domain.WORKFORCE),
    "training": (Domain.TRAINING,),
    "rse": (Domain.RSE,),
}


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: to a dispositif, to an agency, or to everyone when neither is said."""

    day: date
    title: str
    agency: str | None
    dispositif: str | None
    kind: str = _MARKET


def events(
    url: str,
    domain: Domain,
    period: Period,
    scope: Scope,
    where: tuple[Filter, ...] = (),
    known: Context | None = None,
) -> tuple[Event, ...]:
    """The events of a period that concern the figures of a domain and what the filters keep of them.

    Who reads some agencies only has those of these agencies. In the order of their days; the latest ``MOST``
    when there are more. ``known`` is as for ``ask``.
    """
    known = known or context(url)
    where = (*where, *rights.own_agencies(domain, scope))
    with reading_engine(url).connect() as connection:
        seen = context_like(connection, url, known)
        let_read(connection, scope, totals=True)
        found = [Event(*row) for row in connection.execute(_asked(domain, period, where, seen.as_of))]
    narrow = [each for each in where if each.dimension in (AGENCY, DISPOSITIF)]
    concerned = [
        event
        for event in found
        if all(_concerns(event, each, seen.home_agencies) for each in narrow)
        and (narrow or _counts_for_all(event))
    ]
    return tuple(concerned[-MOST:])


def _asked(domain: Domain, period: Period, where: tuple[Filter, ...], as_of: int | None) -> Select[Any]:
    """The events of the domain, those of dispositifs of another kind than the filters keep left out."""
    t, kinds = s.event.c, [kind for kind, domains in _CONCERNED.items() if domain in domains]
    asked = (
        select(t.day, t.title, t.agency_id, t.dispositif_id, t.kind)
        .outerjoin_from(s.event, s.dispositif, t.dispositif_id == s.dispositif.c.id)
        .where(known_at(s.event, as_of), t.kind.in_(kinds), t.day >= period.start, t.day < period.stop)
        .order_by(t.day, t.id)
    )
    for each in where:
        if each.dimension.key.table is s.dispositif and each.dimension is not DISPOSITIF:
            asked = asked.where(or_(t.dispositif_id.is_(None), each.dimension.key.in_(each.values)))
    return asked


def _counts_for_all(event: Event) -> bool:
    """Whether an event shows on a series of the whole association."""
    return event.dispositif is None or event.kind == _MARKET


def _concerns(event: Event, kept: Filter, homes: dict[str, str]) -> bool:
    """An event of an agency concerns its dispositifs, and one of a dispositif its agency."""
    if kept.dimension is AGENCY:
        return event.agency is None or event.agency in kept.values
    agencies = {homes.get(str(value)) for value in kept.values}
    whole = event.dispositif is None and (event.agency is None or event.agency in agencies)
    return whole or event.dispositif in kept.values
