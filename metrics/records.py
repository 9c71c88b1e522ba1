"""The records behind a figure, page by page: the very rows its own statement adds up.

A list is the statement of a figure, with rows in place of sums: same rights, same filters, same period,
same as-of, so that its rows are the figure. It goes on from the last row shown (day, then number), and
the count beside it is a figure of the catalogue's own engine. Only what holds no personal data is declared.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, Connection, Select, tuple_

from data_access import schema as s
from data_access.access import Domain, Scope
from data_access.engine import reading_engine
from data_access.errors import QueryError
from metrics.asked import slots
from metrics.catalogue import dimensions as d
from metrics.catalogue import facts
from metrics.catalogue.units import COUNT
from metrics.compile import compile_query
from metrics.context import Context, context_within
from metrics.kinds import Aggregate, Time
from metrics.measures import count
from metrics.model import Dimension, Fact, Metric
from metrics.period import Period
from metrics.query import Filter, Query
from metrics.result import Figure
from metrics.run import answer, ask
from metrics.ways import key_of

PAGE = 50
Mark = tuple[date, int]  # the day and the number of a row: where a page stops


class Form(StrEnum):
    """What a cell holds, so that it is written as it should."""

    TEXT = "text"
    DAY = "day"
    LAST_DAY = "last_day"  # kept as the first day after
    NUMBER = "number"
    EUROS = "euros"  # kept in cents
    YES_NO = "yes_no"


@dataclass(frozen=True, eq=False)
class Shown:
    """One column of a list: its French header, and where it is read."""

    header: str
    read: Column[Any] | Dimension
    form: Form = Form.TEXT


@dataclass(frozen=True, eq=False)
class Listing:
    """What is listed of a fact; ``several`` names its rows in French."""

    fact: Fact
    several: str
    columns: tuple[Shown, ...]

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        """The dimensions it names: who lists the rows must be allowed to break down by each."""
        return tuple(each.read for each in self.columns if isinstance(each.read, Dimension))


LISTINGS = (
    Listing(
        facts.INTERVENTIONS,
        "interventions",
        (
            Shown("Jour", s.intervention.c.day, Form.DAY),
            Shown("Heure", d.HOUR),
            Shown("Agence", d.AGENCY),
            Shown("Dispositif", d.DISPOSITIF),
            Shown("Secteur", d.SECTOR),
            Shown("Type", d.INTERVENTION_KIND),
            Shown("Personnes rencontrées", s.intervention.c.people_met, Form.NUMBER),
        ),
    ),
    Listing(
        facts.MEETINGS,
        "instances",
        (
            Shown("Jour", s.meeting.c.day, Form.DAY),
            Shown("Agence", d.AGENCY),
            Shown("Dispositif", d.DISPOSITIF),
            Shown("Instance", d.MEETING_KIND),
            Shown("Participations", s.meeting.c.participations, Form.NUMBER),
        ),
    ),
    Listing(
        facts.MARKETS,
        "marchés et conventions",
        (
            Shown("Marché", s.market.c.code),
            Shown("Agence", d.AGENCY),
            Shown("Dispositif", d.DISPOSITIF),
            Shown("Commanditaire", d.FUNDER),
            Shown("Nature", d.MARKET_KIND),
            Shown("Attribué le", s.market.c.awarded_on, Form.DAY),
            Shown("Début", s.market.c.valid_from, Form.DAY),
            Shown("Fin", s.market.c.valid_to, Form.LAST_DAY),
            Shown("Échéance", s.market.c.term_on, Form.DAY),
            Shown("Reconduit", s.market.c.renewed, Form.YES_NO),
            Shown("Montant annuel (€)", s.market.c.annual_cents, Form.EUROS),
        ),
    ),
    Listing(
        facts.LEDGER,
        "écritures comptables",
        (
            Shown("Jour", s.ledger.c.day, Form.DAY),
            Shown("Compte", d.ACCOUNT),
            Shown("Agence", d.AGENCY),
            Shown("Dispositif", d.DISPOSITIF),
            Shown("Financeur", d.FUNDER),
            Shown("Montant (€)", s.ledger.c.amount_cents, Form.EUROS),
        ),
    ),
)
_BY_FACT = {listing.fact: listing for listing in LISTINGS}
MARKETS_HELD = Metric(
    id="markets_held",
    label="Marchés et conventions",
    domain=Domain.ACTIVITY,
    unit=COUNT,
    definition="Marchés et conventions qui courent à un moment de la période, comptés une fois.",
    measure=count(facts.MARKETS, label="marchés et conventions en cours"),
)


@dataclass(frozen=True, slots=True)
class Record:
    """One row: where it stands in the list, and a value per column, names in French."""

    mark: Mark
    cells: tuple[Any, ...]


@dataclass(frozen=True, eq=False)
class Page:
    """Some rows of a list, how many it has in all, and where the next page begins after, if there is one."""

    listing: Listing
    rows: tuple[Record, ...]
    count: Figure
    following: Mark | None


def listing_of(metric: Metric) -> Listing | None:
    """What the records of a figure show, or None: a ratio has none, nor has what tells about people."""
    return None if metric.measure is None or metric.over is not None else _BY_FACT.get(metric.measure.fact)


def question(metric: Metric, period: Period, where: tuple[Filter, ...] = ()) -> Query:
    """How many records a figure is made of, under those filters that it can follow."""
    counted = _counted(metric)
    return Query(
        metrics=(counted,), period=period, where=tuple(f for f in where if metric.allows(f.dimension))
    )


def page(url: str, query: Query, scope: Scope, as_of: int | None = None, after: Mark | None = None) -> Page:
    """One page of the records that a ``question`` counts, from the first or after a row."""
    counted = ask(url, query, scope, as_of).rows[0].cells[0].figure
    with reading_engine(url).connect() as connection:
        known = context_within(connection, url, as_of)
        return _paged(connection, query, scope, known, counted, after, PAGE)


def read(
    connection: Connection,
    query: Query,
    scope: Scope,
    known: Context,
    after: Mark | None = None,
    size: int = PAGE,
) -> Page:
    """The same through a connection, without memory."""
    counted = answer(connection, query, scope, known).rows[0].cells[0].figure
    return _paged(connection, query, scope, known, counted, after, size)


def _counted(metric: Metric) -> Metric:
    """The metric that counts the rows of another one's sum, read where it reads them."""
    listing = listing_of(metric)
    if listing is None or metric.measure is None:
        raise QueryError(f"« {metric.label} » n'a pas de liste d'enregistrements.")
    rows = replace(
        metric.measure,
        aggregate=Aggregate.COUNT,
        value=listing.fact.table.c.id,
        label=listing.several,
    )
    return replace(
        metric, id=f"{metric.id}:records", label=f"{metric.label} : enregistrements", unit=COUNT, measure=rows
    )


def _paged(
    connection: Connection,
    query: Query,
    scope: Scope,
    known: Context,
    counted: Figure,
    after: Mark | None,
    size: int,
) -> Page:
    listing = listing_of(query.metrics[0])
    if listing is None:
        raise QueryError("Cette question ne compte pas d'enregistrements.")
    found = connection.execute(_select(listing, query, scope, known, after).limit(size + 1)).all()
    rows = tuple(_record(listing, row, known) for row in found[:size])
    return Page(listing, rows, counted, rows[-1].mark if len(found) > size else None)


def _select(listing: Listing, query: Query, scope: Scope, known: Context, after: Mark | None) -> Select[Any]:
    """The statement of the figure broken down by what the list names, its rows not added up."""
    fact, measure = listing.fact, query.metrics[0].measures[0]
    row, day = fact.table.c.id, fact.day
    # an aggregate never answers under a condition, and the rows wanted are those of the fact itself
    own = row.is_not(None) if measure.where is None else measure.where
    by_row = replace(query.metrics[0], measure=replace(measure, where=own))
    wanted = replace(query, metrics=(by_row,), by=listing.dimensions)
    (statement,) = compile_query(wanted, scope, slots(wanted, known.first_months), known.as_of)
    read = [key_of(fact, c.read) if isinstance(c.read, Dimension) else c.read for c in listing.columns]
    labelled = (column.label(f"c{n}") for n, column in enumerate(read))
    rows = statement.select.with_only_columns(day, row, *labelled).group_by(None).where(own)
    within = query.period
    if fact.time is Time.FLOW:  # said twice, so that databases walk the index of days in order
        rows = rows.where(day >= within.start, day < within.stop)
    if after is not None:
        rows = rows.where(tuple_(day, row) > tuple_(*after))
    return rows.order_by(day, row)


def _record(listing: Listing, row: Any, known: Context) -> Record:
    day, number, *values = row
    named = (_named(c, v, known.names) for c, v in zip(listing.columns, values, strict=True))
    return Record((day, number), tuple(named))


def _named(column: Shown, value: Any, names: Mapping[str, Mapping[Any, str]]) -> Any:
    if not isinstance(column.read, Dimension):
        return value
    return column.read.missing if value is None else names[column.read.id].get(value, str(value))
