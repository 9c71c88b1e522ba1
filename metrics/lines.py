"""The lines of an answer: which members show, in which order, under which names."""

from collections.abc import Collection, Mapping
from datetime import date
from itertools import product
from types import MappingProxyType

from data_access.access import Scope
from metrics.asked import CURRENT, Slot
from metrics.catalogue.dimensions import AGENCY, DISPOSITIF
from metrics.context import Context
from metrics.model import Dimension
from metrics.period import Kind, Period
from metrics.query import Against, Comparison, Filter, Query, Value
from metrics.sums import Sums

Place = tuple[date, tuple[Value, ...]]  # step, groups
Slots = dict[tuple[int, date], list[Slot]]


def lines(
    query: Query,
    scope: Scope,
    known: Context,
    by_side: Slots,
    read: Sums,
    members: Mapping[Dimension, Collection[Value]] = MappingProxyType({}),
) -> list[Place]:
    """Every line of the answer, in display order, those without any row in the store included.

    ``members`` of each breakdown all have their line: of people, a line that lacked would tell that it
    hides nobody.
    """
    seen = dict.fromkeys(groups for _, _, groups in read.spots())
    if query.groups and members:
        allowed = {AGENCY: _agencies(query, scope, known)}
        shown = [[m for m in members[d] if _is_kept(m, query.kept(d), allowed.get(d))] for d in query.groups]
        seen |= dict.fromkeys(product(*shown))
    if not query.groups:
        seen = {(): None}
    elif query.groups == (AGENCY,):
        seen |= dict.fromkeys((agency,) for agency in _agencies(query, scope, known))
    steps = sorted({step for side, step in by_side if side == CURRENT})
    ranks = [{value: n for n, value in enumerate(known.names[d.id])} for d in query.groups]
    ordered = sorted(
        seen, key=lambda groups: [rank.get(v, len(rank)) for rank, v in zip(ranks, groups, strict=True)]
    )
    return list(product(steps, ordered))


def _is_kept(member: Value, *some: Collection[Value] | None) -> bool:
    return all(each is None or member in each for each in some)


def _agencies(query: Query, scope: Scope, known: Context) -> list[Value]:
    """The agencies a breakdown shows even when they have no row."""
    kept = query.kept(AGENCY)
    rights = [scope.right(metric.domain).agencies for metric in query.metrics]
    return [
        agency
        for agency in known.names[AGENCY.id]
        if (kept is None or agency in kept) and all(r is None or agency in r for r in rights)
    ]


def keys(query: Query, place: Place) -> tuple[Value | date, ...]:
    """The member of each breakdown, in the order asked."""
    step, groups = place
    rest = iter(groups)
    return tuple(step if dimension.grain is not None else next(rest) for dimension in query.by)


def labels(query: Query, place: Place, known: Context) -> tuple[str, ...]:
    """The French name of each member; a step of time keeps its ISO day, which presentation words."""
    read: list[str] = []
    for dimension, key in zip(query.by, keys(query, place), strict=True):
        if isinstance(key, date):
            read.append(key.isoformat())
        else:
            read.append(dimension.missing if key is None else known.names[dimension.id].get(key, str(key)))
    return tuple(read)


def perimeter(query: Query, scope: Scope, known: Context) -> str:
    """What the figures cover, in words: the filters, and the person's own agencies."""
    parts = [f.sentence(known.names[f.dimension.id]) for f in query.where]
    limits = {scope.right(metric.domain).agencies for metric in query.metrics} - {None}
    for agencies in limits:
        if agencies and query.kept(AGENCY) is None:
            parts.append(Filter(AGENCY, tuple(sorted(agencies))).sentence(known.names[AGENCY.id]))
    if query.period.kind is Kind.CONTRACT_YEAR and query.kept(DISPOSITIF) is None:
        parts.append("Dispositifs seuls, chacun sur son exercice")  # what has none, has no contract year
    return " · ".join(parts) or "Ensemble de l'association"


def versus_label(versus: Comparison, period: Period) -> str:
    """What figures are set against, and how long both periods last when they do not last alike."""
    other = versus.reference(period)
    if other is not None:
        uneven = versus.lengths(period)
        lasting = f" (durées inégales : {uneven[0]} et {uneven[1]})" if uneven else ""
        return f"{other.label}{lasting}"
    return {Against.TARGET: "objectif", Against.MEDIAN: "médiane des autres agences"}.get(versus.against, "")
