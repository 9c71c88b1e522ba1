"""Ask the store, divide last, make it safe, and hand back figures that know their own definitions."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from sqlalchemy import Connection

from data_access.access import Right, Scope
from data_access.engine import reading_engine
from data_access.errors import AccessDenied
from metrics import reference, sums
from metrics.asked import CURRENT, REFERENCE, slots
from metrics.catalogue.dimensions import AGENCY
from metrics.compile import compile_query
from metrics.context import Context, context
from metrics.disclosure import protect
from metrics.figures import figure, is_covered, set_against
from metrics.lines import Place, Slots, keys, labels, lines, perimeter
from metrics.model import Metric
from metrics.query import NO_COMPARISON, Against, Filter, Query
from metrics.result import NOT_APPLICABLE, Figure, Result, Row
from metrics.sums import Spot, Sums


def ask(url: str, query: Query, scope: Scope, as_of: int | None = None) -> Result:
    """The answer to a question, from memory when the same was asked since the last import.

    Equal questions, scopes, as-of and last import give the same frozen answer to everyone.
    """
    return _remembered(url, query, scope, as_of, context(url, as_of).import_number)


@lru_cache(maxsize=1024)
def _remembered(url: str, query: Query, scope: Scope, as_of: int | None, _number: int) -> Result:
    known = context(url, as_of)
    with reading_engine(url).connect() as connection:
        return answer(connection, query, scope, known)


def answer(connection: Connection, query: Query, scope: Scope, known: Context) -> Result:
    """Compiles, runs and assembles one question; see ``ask``."""
    asked = slots(query, known.first_months)
    read = sums.read(connection, compile_query(query, scope, asked, known.as_of))
    by_side: Slots = {}
    for slot in asked:
        by_side.setdefault((slot.side, slot.step), []).append(slot)
    places = lines(query, scope, known, by_side, read)
    columns = [
        _column(connection, metric, query, scope, known, by_side, read, places) for metric in query.metrics
    ]
    cells = [
        [set_against(m, *pair) for pair in column] for m, column in zip(query.metrics, columns, strict=True)
    ]
    rows = tuple(
        Row(keys(query, place), labels(query, place, known), tuple(column[n] for column in cells))
        for n, place in enumerate(places)
    )
    bounds = _bounds(by_side)
    return Result(
        query=query,
        rows=rows,
        perimeter=perimeter(query, scope, known),
        versus_label=_versus_label(query),
        data_dates=tuple(_data_date(metric, bounds, known) for metric in query.metrics),
        partial=tuple(_is_partial(metric, bounds, known) for metric in query.metrics),
        as_of=known.as_of,
        import_number=known.import_number,
    )


def _column(
    connection: Connection,
    metric: Metric,
    query: Query,
    scope: Scope,
    known: Context,
    by_side: Slots,
    read: Sums,
    places: Sequence[Place],
) -> list[tuple[Figure, Figure]]:
    """Each place's figure of one metric and the figure it is set against, both made safe."""
    current = _safe(metric, query, known, by_side, read, places, CURRENT)
    match query.versus.against:
        case Against.NONE:
            others = [NOT_APPLICABLE] * len(places)
        case Against.TARGET:
            others = _targets(connection, metric, query, known, by_side, places)
        case Against.MEDIAN:
            others = _medians(connection, metric, query, scope, known, places)
        case _:
            others = _safe(metric, query, known, by_side, read, places, REFERENCE)
    return list(zip(current, others, strict=True))


def _safe(
    metric: Metric,
    query: Query,
    known: Context,
    by_side: Slots,
    read: Sums,
    places: Sequence[Place],
    side: int,
) -> list[Figure]:
    figures: dict[Spot, Figure] = {}
    for step in dict.fromkeys(step for step, _ in places):
        spots = [(side, step, groups) for at, groups in places if at == step]
        raw = [figure(metric, spot, read, is_covered(metric, query, by_side, spot, known)) for spot in spots]
        figures |= dict(zip(spots, protect(metric, raw, breakdown=bool(query.groups)), strict=True))
    return [figures[(side, *place)] for place in places]


def _targets(
    connection: Connection,
    metric: Metric,
    query: Query,
    known: Context,
    by_side: Slots,
    places: Sequence[Place],
) -> list[Figure]:
    promised = reference.targets(connection, query.metrics, known.as_of)
    bounds = {step: (parts[0].start, parts[0].stop) for (_, step), parts in by_side.items()}
    return [reference.target_figure(metric, query, groups, bounds[step], promised) for step, groups in places]


def _medians(
    connection: Connection,
    metric: Metric,
    query: Query,
    scope: Scope,
    known: Context,
    places: Sequence[Place],
) -> list[Figure]:
    """The median of the other agencies, asked with the right to compare and shown as one number."""
    reference.require_one_agency(query)
    if not scope.right(metric.domain).compare:
        raise AccessDenied("La comparaison avec les autres agences n'est pas ouverte à votre rôle.")
    wider = replace(scope, rights=tuple((domain, Right()) for domain, _ in scope.rights))
    others = tuple(f for f in query.where if f.dimension is not AGENCY)
    by = tuple(dict.fromkeys((*query.by, AGENCY)))
    every = replace(
        query,
        metrics=(metric,),
        by=by,
        versus=NO_COMPARISON,
        where=(*others, Filter(AGENCY, known.territories)),
    )
    return [_median(place, query, every, answer(connection, every, wider, known)) for place in places]


def _median(place: Place, query: Query, every: Query, found: Result) -> Figure:
    step, groups = place
    asked = dict(zip(query.groups, groups, strict=True))
    kept = query.kept(AGENCY)
    own = asked.pop(AGENCY, kept[0] if kept else None)
    agency = every.groups.index(AGENCY)
    by_agency = {}
    for row in found.rows:
        keys = [key for key, dimension in zip(row.keys, every.by, strict=True) if dimension.grain is None]
        same = all(keys[every.groups.index(d)] == value for d, value in asked.items())
        if same and (every.step is None or row.keys[every.by.index(every.step)] == step):
            by_agency[str(keys[agency])] = row.cells[0].figure
    return reference.median_figure(own, by_agency)


def _bounds(by_side: Slots) -> tuple[date, date]:
    current = [slot for (side, _), parts in by_side.items() if side == CURRENT for slot in parts]
    return min(slot.start for slot in current), max(slot.stop for slot in current)


def _data_date(metric: Metric, bounds: tuple[date, date], known: Context) -> date | None:
    days = [known.coverage.last_day(fact.kind, *bounds) for fact in metric.facts]
    loaded = [day for day in days if day is not None]
    return min(loaded) if loaded else None


def _is_partial(metric: Metric, bounds: tuple[date, date], known: Context) -> bool:
    return not all(known.coverage.complete(fact.kind, *bounds) for fact in metric.facts)


def _versus_label(query: Query) -> str:
    other = query.versus.reference(query.period)
    if other is not None:
        return other.label
    return {Against.TARGET: "objectif", Against.MEDIAN: "médiane des autres agences"}.get(
        query.versus.against, ""
    )
