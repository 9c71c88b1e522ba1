"""The portfolio as the reference books tell it: each dispositif with its markets around the end of a period.

Display only, as in a portrait: every figure of the portfolio is asked of the catalogue.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, select, true

from data_access import schema as s
from data_access.access import Domain, Scope
from data_access.codes import FAMILY as FAMILIES
from data_access.engine import reading_engine
from data_access.errors import AccessDenied
from data_access.row_rights import let_read
from data_access.versions import known_at
from data_access.words import plain
from metrics.catalogue.dimensions import AGENCY, DISPOSITIF, FAMILY
from metrics.context import Context, context, context_like
from metrics.model import Metric
from metrics.period import Period
from metrics.portrait import Stage, stage_on
from metrics.query import Filter
from metrics.result import NOT_APPLICABLE, Cell, Result, State

_TOLD = (AGENCY, FAMILY, DISPOSITIF)  # what tells a dispositif from another in the books
_RANKS = {family: n for n, family in enumerate(FAMILIES.labels)}


@dataclass(frozen=True, slots=True)
class Market:
    """A market or an agreement, and where it stood on the last day asked."""

    funder: str
    begins: date
    last_day: date | None
    term: date | None
    stage: Stage


@dataclass(frozen=True, slots=True)
class Entry:
    """A dispositif in the portfolio; ``first_day`` and ``last_day`` are those of the period for it.

    ``terms`` are the bounds of all its markets, in the order they begin, whenever they were.
    """

    id: str
    name: str
    agency: str
    family: str
    funder: str
    first_day: date
    last_day: date
    markets: tuple[Market, ...]
    terms: tuple[tuple[date, date | None], ...]
    field_mediation: bool  # otherwise hours and interventions are not what it is made of

    @property
    def begins(self) -> date | None:
        """The first day of its first market, when the period ends before it."""
        return next((begins for begins, _ in self.terms[:1] if begins > self.last_day), None)

    def is_held(self, start: date, stop: date) -> bool:
        """Whether one of its markets runs within some bounds."""
        return any(begins < stop and (after is None or after > start) for begins, after in self.terms)

    def cell(self, metric: Metric, cell: Cell) -> Cell:
        """A figure of its line: without object when nothing of it is done, before its first market or where
        the field is not its place."""
        nothing = not cell.figure.value and cell.figure.state in (State.PRESENT, State.NOT_COMPUTABLE)
        idle = metric.domain is Domain.ACTIVITY and nothing and not cell.reference.value
        return Cell(NOT_APPLICABLE) if idle and (self.begins or not self.field_mediation) else cell


@lru_cache(maxsize=256)  # what is drawn of it is remembered by the answer itself
def told(answer: Result, entry: Entry) -> Result:
    """The answer of one dispositif, as its line in the portfolio tells it."""
    metrics = answer.query.metrics
    rows = (replace(row, cells=tuple(map(entry.cell, metrics, row.cells))) for row in answer.rows)
    return replace(answer, rows=tuple(rows))


def entries(
    url: str, period: Period, scope: Scope, where: Iterable[Filter] = (), known: Context | None = None
) -> tuple[Entry, ...]:
    """The dispositifs a person may read in detail and filters keep, family by family, then by name.

    ``known`` is as for ``ask``.
    """
    known = known or context(url)
    with reading_engine(url).connect() as connection:
        return read(connection, period, scope, where, context_like(connection, url, known).as_of)


def read(
    connection: Connection,
    period: Period,
    scope: Scope,
    where: Iterable[Filter] = (),
    as_of: int | None = None,
) -> tuple[Entry, ...]:
    """The same through a connection, in one statement for all."""
    let_read(connection, scope)
    rows = connection.execute(_books(as_of).where(*_readable(scope), *_kept(where))).all()
    told = (_entry(list(lines), period) for _, lines in groupby(rows, key=attrgetter("id")))
    return tuple(entry for _, entry in sorted(told, key=lambda each: (each[0], plain(each[1].name))))


def _books(as_of: int | None) -> Select[Any]:
    """Every dispositif with each of its markets, or alone when it has none."""
    funder, client, market = s.funder, s.funder.alias("client"), s.market
    known = and_(market.c.dispositif_id == s.dispositif.c.id, known_at(market, as_of))
    source = (
        s.dispositif.join(s.agency)
        .outerjoin(funder, s.dispositif.c.funder_id == funder.c.id)
        .outerjoin(market, known)
        .outerjoin(client, market.c.funder_id == client.c.id)
    )
    wanted = (
        *(
            s.dispositif.c[name]
            for name in ("id", "name", "family", "contract_year_month", "field_mediation")
        ),
        s.agency.c.name.label("agency"),
        funder.c.name.label("funder"),
        client.c.name.label("client"),
        *(market.c[name] for name in ("awarded_on", "valid_from", "valid_to", "term_on")),
    )
    return select(*wanted).select_from(source).order_by(s.dispositif.c.id, market.c.valid_from)


def _readable(scope: Scope) -> Sequence[ColumnElement[bool]]:
    """The row restriction of the person asking, or a refusal."""
    agencies = scope.right(Domain.ACTIVITY).agencies
    if agencies is not None and not agencies:
        raise AccessDenied("Les dispositifs ne se lisent qu'à l'échelle de l'association avec votre rôle.")
    return [true() if agencies is None else s.dispositif.c.agency_id.in_(sorted(agencies))]


def _kept(where: Iterable[Filter]) -> list[ColumnElement[bool]]:
    """The filters that tell dispositifs apart; the others are about what dispositifs do."""
    told = (f for f in where if f.dimension in _TOLD)
    return [f.dimension.key.in_([value for value in f.values if value is not None]) for f in told]


def _entry(rows: Sequence[Any], period: Period) -> tuple[int, Entry]:
    """A dispositif after the rank of its family."""
    first = rows[0]
    start, stop = period.window(first.contract_year_month)
    last_day = stop - timedelta(days=1)
    held = [row for row in rows if row.valid_from is not None]
    return _RANKS[first.family], Entry(
        id=first.id,
        name=first.name,
        agency=first.agency,
        family=FAMILIES.labels[first.family],
        funder=first.funder or "",
        first_day=start,
        last_day=last_day,
        markets=_standing(held, start, last_day),
        terms=tuple((row.valid_from, row.valid_to) for row in held),
        field_mediation=first.field_mediation,
    )


def _standing(rows: Sequence[Any], start: date, last_day: date) -> tuple[Market, ...]:
    """The markets that run on the last day and those awarded since; else those that ended in the period."""
    told = [
        Market(
            funder=row.client,
            begins=row.valid_from,
            last_day=None if row.valid_to is None else row.valid_to - timedelta(days=1),
            term=row.term_on,
            stage=stage_on(last_day, row.valid_from, row.valid_to),
        )
        for row in rows
        if row.awarded_on <= last_day or row.valid_from <= last_day
    ]
    met = [each for each in told if each.last_day is None or each.last_day >= start]
    return tuple(each for each in met if each.stage is not Stage.OVER) or tuple(met)
