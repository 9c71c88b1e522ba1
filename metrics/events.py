"""Dated events to be shown beside the series they concern."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from data_access import schema as s
from data_access.engine import reading_engine
from data_access.versions import known_at
from metrics.catalogue.dimensions import AGENCY, DISPOSITIF
from metrics.context import context
from metrics.period import Period
from metrics.query import Filter


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: to a dispositif, to an agency, or to everyone when neither is said."""

    day: date
    title: str
    agency: str | None
    dispositif: str | None


def events(
    url: str, period: Period, where: tuple[Filter, ...] = (), as_of: int | None = None
) -> tuple[Event, ...]:
    """The events of a period that concern what the filters keep, in the order of their days."""
    t = s.event.c
    within = [known_at(s.event, as_of), t.day >= period.start, t.day < period.stop]
    rows = select(t.day, t.title, t.agency_id, t.dispositif_id).where(*within).order_by(t.day, t.id)
    with reading_engine(url).connect() as connection:
        found = [Event(*row) for row in connection.execute(rows)]
    homes = context(url, as_of).home_agencies
    return tuple(event for event in found if all(_concerns(event, each, homes) for each in where))


def _concerns(event: Event, kept: Filter, homes: dict[str, str]) -> bool:
    """An event of an agency concerns its dispositifs, and one of a dispositif its agency."""
    if kept.dimension is AGENCY:
        return event.agency is None or event.agency in kept.values
    if kept.dimension is DISPOSITIF:
        agencies = {homes.get(str(value)) for value in kept.values}
        whole = event.dispositif is None and (event.agency is None or event.agency in agencies)
        return whole or event.dispositif in kept.values
    return True
