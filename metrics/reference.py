"""What figures are set against when it is not another period: targets, or the median of the others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from statistics import median

from sqlalchemy import Connection, select

from data_access import schema as s
from data_access.errors import QueryError
from data_access.versions import known_at
from metrics.catalogue.dimensions import AGENCY, DISPOSITIF
from metrics.model import Dimension, Metric
from metrics.query import Query, Value
from metrics.result import HIDDEN, MISSING, NOT_APPLICABLE, Figure, Result, State


@dataclass(frozen=True, slots=True)
class Target:
    """A value promised for a metric, a perimeter and some days."""

    metric: str
    agency: str | None
    dispositif: str | None
    start: date
    stop: date
    value: Fraction


def targets(connection: Connection, metric: Metric, as_of: int | None) -> tuple[Target, ...]:
    """The targets set for a metric."""
    t = s.target.c
    kept = select(t.metric, t.agency_id, t.dispositif_id, t.valid_from, t.valid_to, t.value_thousandths)
    rows = connection.execute(kept.where(known_at(s.target, as_of), t.metric == metric.id))
    return tuple(Target(*row[:5], Fraction(row[5], 1000)) for row in rows)


def target_figure(
    metric: Metric,
    query: Query,
    groups: tuple[Value, ...],
    bounds: tuple[date, date],
    known: Sequence[Target],
) -> Figure:
    """The target set for exactly these days and this perimeter, or the sum of those that tile them.

    A filter that targets do not know, a sector for one, makes the comparison not applicable.
    """
    asked = dict(zip(query.groups, groups, strict=True))
    if {*asked, *(f.dimension for f in query.where)} - {AGENCY, DISPOSITIF}:
        return NOT_APPLICABLE
    agency, dispositif = (_only(query, asked, dimension) for dimension in (AGENCY, DISPOSITIF))
    mine = [t for t in known if (t.metric, t.agency, t.dispositif) == (metric.id, agency, dispositif)]
    start, stop = bounds
    for target in mine:
        if (target.start, target.stop) == (start, stop) or (not metric.adds_up and target.stop == stop):
            return Figure(target.value)
    inside = [t for t in mine if t.start >= start and t.stop <= stop]
    return (
        Figure(sum((t.value for t in inside), Fraction(0)))
        if metric.adds_up and _tile(inside, bounds)
        else MISSING
    )


def _only(query: Query, asked: Mapping[Dimension, Value], dimension: Dimension) -> Value:
    if dimension in asked:
        return asked[dimension]
    kept = query.kept(dimension)
    return kept[0] if kept and len(kept) == 1 else None


def _tile(parts: list[Target], bounds: tuple[date, date]) -> bool:
    """Whether the parts follow one another from one bound to the other."""
    edges = sorted((part.start, part.stop) for part in parts)
    starts, stops = [start for start, _ in edges], [stop for _, stop in edges]
    return bool(edges) and starts[0] == bounds[0] and stops[-1] == bounds[1] and starts[1:] == stops[:-1]


def require_one_agency(query: Query) -> None:
    """Refuses the median of the others when the question does not tell agencies apart."""
    kept = query.kept(AGENCY)
    if AGENCY not in query.by and (kept is None or len(kept) != 1):
        raise QueryError("La médiane des autres agences se compare à une agence : choisissez-en une.")


def median_of_others(query: Query, place: tuple[date, tuple[Value, ...]], every: Result) -> Figure:
    """The median of the other territorial agencies at a line; hidden as soon as one of them is.

    ``every`` is the same question broken down by agency for all of them.
    """
    step, groups = place
    asked = dict(zip(query.groups, groups, strict=True))
    kept = query.kept(AGENCY)
    own = asked.pop(AGENCY, kept[0] if kept else None)
    others = []
    for row in every.rows:
        members = dict(zip(every.query.by, row.keys, strict=True))
        elsewhere = members.pop(AGENCY) != own
        here = all(key == (step if d.grain else asked[d]) for d, key in members.items())
        others += [row.cells[0].figure] if elsewhere and here else []
    if any(figure.state is State.HIDDEN for figure in others):
        return HIDDEN
    values = [figure.value for figure in others if figure.value is not None]
    return Figure(median(values)) if values else MISSING
