"""What figures are set against when it is not another period: targets, or the median of the others."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from statistics import median

from sqlalchemy import Connection, select

from data_access import schema as s
from data_access.errors import QueryError
from data_access.versions import known_at
from metrics.catalogue.dimensions import AGENCY, DISPOSITIF
from metrics.kinds import When
from metrics.lines import Place
from metrics.model import Dimension, Metric
from metrics.query import Query, Value
from metrics.result import HIDDEN, MISSING, NOT_APPLICABLE, Figure, State


@dataclass(frozen=True, slots=True)
class Target:
    """A value promised for a metric, a perimeter and some days."""

    metric: str
    agency: str | None
    dispositif: str | None
    start: date
    stop: date
    value: Fraction

    def is_for(self, agency: Value, dispositif: Value) -> bool:
        """Whether it was promised for this perimeter; a dispositif says by itself which agency's it is."""
        if dispositif is None:
            return self.dispositif is None and self.agency == agency
        return self.dispositif == dispositif and (agency is None or self.agency in (None, agency))


def targets(connection: Connection, metric: Metric, as_of: int | None) -> tuple[Target, ...]:
    """The targets set for a metric, always in the same order."""
    t = s.target.c
    kept = select(t.metric, t.agency_id, t.dispositif_id, t.valid_from, t.valid_to, t.value_thousandths)
    mine = kept.where(known_at(s.target, as_of), t.metric == metric.id)
    rows = connection.execute(mine.order_by(t.valid_from, t.valid_to, t.id))
    return tuple(Target(*row[:5], Fraction(row[5], 1000)) for row in rows)


def target_figure(
    metric: Metric,
    query: Query,
    groups: tuple[Value, ...],
    days: Collection[tuple[date, date]],
    known: Iterable[Target],
) -> Figure:
    """The target set for exactly these days and this perimeter, else the sum of those that tile them.

    What does not add up has the target that stops the same day and comes nearest to these days.

    Without any, the comparison is not applicable; so it is for a perimeter that targets do not know, a sector
    or two agencies for instance, and for contract years of several dispositifs, which have no common days.
    """
    asked = {f.dimension: f.values for f in query.where}
    asked |= {dimension: (value,) for dimension, value in zip(query.groups, groups, strict=True)}
    if not _is_known(asked) or len(days) != 1:
        return NOT_APPLICABLE
    agency, dispositif = (asked.get(dimension, (None,))[0] for dimension in (AGENCY, DISPOSITIF))
    mine = [target for target in known if target.is_for(agency, dispositif)]
    bounds = next(iter(days))
    parts = _tiles(mine, bounds) if metric.adds_up else _last(mine, bounds)
    return Figure(sum((part.value for part in parts), Fraction(0))) if parts else NOT_APPLICABLE


def _is_known(asked: Mapping[Dimension, tuple[Value, ...]]) -> bool:
    """Whether targets may be set for it: one agency, one dispositif, or the whole association."""
    one = all(len(values) == 1 and values[0] is not None for values in asked.values())
    return one and not asked.keys() - {AGENCY, DISPOSITIF}


def _tiles(parts: Iterable[Target], bounds: tuple[date, date]) -> tuple[Target, ...]:
    """Parts that follow one another from one bound to the other, the longest wherever several start."""
    ways: dict[date, tuple[Target, ...]] = {bounds[0]: ()}
    for part in sorted(parts, key=lambda part: (part.start, -part.stop.toordinal())):
        if part.start in ways and part.stop <= bounds[1]:
            ways.setdefault(part.stop, (*ways[part.start], part))
    return ways.get(bounds[1], ())


def _last(parts: Iterable[Target], bounds: tuple[date, date]) -> list[Target]:
    """The longest within the bounds of those that stop with them, else the shortest that began before."""
    ending = [part for part in parts if part.stop == bounds[1]]
    return sorted(ending, key=lambda part: (part.start < bounds[0], abs(part.start - bounds[0])))[:1]


def require_one_agency(query: Query) -> None:
    """Refuses the median of the others when the question does not tell agencies apart."""
    kept = query.kept(AGENCY)
    if AGENCY not in query.by and (kept is None or len(kept) != 1):
        raise QueryError("La médiane des autres agences se compare à une agence : choisissez-en une.")


def is_size(metric: Metric) -> bool:
    """Whether it tells how large something is, which is no performance: its median is shown, no gap is."""
    return not metric.is_ratio and not metric.unit.intensive


def grows(metric: Metric) -> bool:
    """Whether more days make it larger, so that periods of unequal lengths tell no change of it."""
    points = (When.LAST, When.AT_END, When.MONTH_ENDS)
    return is_size(metric) and any(measure.when not in points for measure in metric.measures)


def elsewhere(query: Query, place: Place, agencies: Collection[str]) -> list[Place]:
    """The same line for each of the other agencies; the agency comes last when it was not asked for.

    None for what is not one of them: the head office has no field to compare.
    """
    step, groups = place
    if AGENCY in query.groups:
        at = query.groups.index(AGENCY)
        own, before, after = groups[at], groups[:at], groups[at + 1 :]
    else:
        own, before, after = (query.kept(AGENCY) or (None,))[0], groups, ()
    others = [agency for agency in agencies if agency != own] if own in agencies else []
    return [(step, (*before, agency, *after)) for agency in others]


def median_figure(others: Mapping[str, Figure], own: Collection[str] | None = None) -> Figure:
    """The median of the other agencies that the question is about; hidden as soon as one of them is.

    ``own`` are the agencies that a person reads, if not all: the median never tells what one alone of the
    others did.
    """
    told = {agency: each for agency, each in others.items() if each.state is not State.NOT_APPLICABLE}
    if not told:
        return NOT_APPLICABLE
    if any(figure.state is State.HIDDEN for figure in told.values()):
        return HIDDEN
    values = {agency: figure.value for agency, figure in told.items() if figure.value is not None}
    if not values:
        return MISSING
    found = median(values.values())
    unread = [value for agency, value in values.items() if own and agency not in own]
    alone = len(unread) == 1 or (found != 0 and sum(map(bool, unread)) == 1)
    return HIDDEN if alone else Figure(found)
