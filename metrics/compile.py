"""From a question to SQL: one SELECT per fact table. Every value is a bound parameter."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    CTE,
    Column,
    ColumnElement,
    FromClause,
    Select,
    Subquery,
    and_,
    case,
    distinct,
    false,
    func,
    or_,
    select,
    true,
)

from data_access.access import Scope
from data_access.errors import QueryError
from data_access.versions import known_at
from metrics import rights
from metrics.asked import Slot, rows
from metrics.catalogue.dimensions import AGENCY, DISPOSITIF
from metrics.kinds import Aggregate, Time, When
from metrics.lighter import lighter
from metrics.model import Dimension, Fact, Measure, Metric
from metrics.month_ends import common, share_open
from metrics.query import Filter, Query
from metrics.ways import column_of, joined, key_of


@dataclass(frozen=True, eq=False)
class Statement:
    """One SELECT: ``side``, ``step``, one column per group, then one per measure."""

    select: Select[Any]
    groups: tuple[Dimension, ...]
    measures: tuple[Measure, ...]
    rule: Metric | None = None  # the metric whose rule needs this finer breakdown
    shared: int = 1  # what means of month-ends were multiplied by, to be whole


def compile_query(
    query: Query, scope: Scope, asked: tuple[Slot, ...], as_of: int | None = None
) -> tuple[Statement, ...]:
    """One statement per fact the metrics draw on, and one per fact of each rule.

    Raises QueryError or AccessDenied, in words, for what cannot be asked.
    """
    rights.require(query, scope)
    asked_plainly = (metric.read if metric.rule is None else metric.beside for metric in query.metrics)
    plain = dict.fromkeys(measure for measures in asked_plainly for measure in measures)
    statements = [
        _statement(query, fact, tuple(m for m in plain if m.fact is fact), scope, asked, as_of)
        for fact in dict.fromkeys(m.fact for m in plain)
    ]
    for metric in query.metrics:
        if metric.rule is not None:
            for fact in dict.fromkeys(m.fact for m in metric.rule.measures):
                measures = tuple(m for m in metric.rule.measures if m.fact is fact)
                statements.append(_statement(query, fact, measures, scope, asked, as_of, metric))
    return tuple(statements)


def _statement(
    query: Query,
    fact: Fact,
    measures: tuple[Measure, ...],
    scope: Scope,
    asked: tuple[Slot, ...],
    as_of: int | None,
    rule_of: Metric | None = None,
) -> Statement:
    groups = (*query.groups, *((rule_of.rule.at,) if rule_of and rule_of.rule else ()))
    domains = {metric.domain for metric in query.metrics if fact in metric.facts}
    where = (*query.where, *rights.rows_allowed(scope, domains))
    period = rows(asked)
    dimensions = (*groups, *(f.dimension for f in where))
    wanted = measures
    fact, measures = lighter(fact, wanted, dimensions, asked, as_of)
    known = known_at(fact.table, as_of) if "loaded_by" in fact.table.c else true()
    source, kept = _in_period(fact, measures, period, known)
    own_year = _own_contract_year(fact, period, asked)
    keys = [key_of(fact, dimension).label(f"g{n}") for n, dimension in enumerate(groups)]
    read = [column_of(fact, d) for d in dimensions] + [c for m in measures for c in m.columns]
    if own_year:
        read.append(column_of(fact, DISPOSITIF))
    source = joined(source, fact, read)
    numbers = [
        _aggregate(m, kept[m], _value(m, period, asked)).label(f"m{n}") for n, m in enumerate(measures)
    ]
    needed = [] if fact.time is Time.FLOW else [or_(*dict.fromkeys(kept.values()))]
    level = _level(fact, groups, where)
    statement = (
        select(period.c.side, period.c.step, *keys, *numbers)
        .select_from(source)
        .where(
            known,
            *own_year,
            *needed,
            *level,
            *_possible(measures, keys),
            *(_predicate(fact, f) for f in where),
        )
        .group_by(period.c.side, period.c.step, *keys)
    )
    return Statement(statement, groups, wanted, rule_of, common(asked))


def _in_period(
    fact: Fact, measures: tuple[Measure, ...], period: CTE, known: ColumnElement[bool]
) -> tuple[FromClause, dict[Measure, ColumnElement[bool]]]:
    """The fact joined to the periods, and for each measure the condition that keeps its rows."""
    if fact.time is Time.SPAN:
        alike = {_read(m): _span_condition(m, period) for m in measures}  # written once, an index serves it
        return fact.table.join(period, true()), {m: alike[_read(m)] for m in measures}
    within = and_(fact.day >= period.c.start, fact.day < period.c.stop)
    source = fact.table.join(period, within)
    if fact.time is Time.FLOW:
        return source, {m: true() for m in measures}
    last = _last_snapshots(fact, period, known)
    bounds = and_(last.c.start == period.c.start, last.c.stop == period.c.stop)
    every = any(measure.when is not When.LAST for measure in measures)
    source = source.join(last, and_(bounds, last.c.day == fact.day), isouter=every)
    is_last = last.c.day.is_not(None)
    return source, {m: is_last if m.when is When.LAST else true() for m in measures}


def _own_contract_year(fact: Fact, period: CTE, asked: tuple[Slot, ...]) -> list[ColumnElement[bool]]:
    """For contract years, each row meets the period of its own dispositif only."""
    if all(slot.first_month is None for slot in asked):
        return []
    if not DISPOSITIF.reached_from(fact):
        raise QueryError(
            f"« {fact.label} » ne se lit pas par exercice de marché : il ne dépend d'aucun dispositif."
        )
    own = key_of(fact, DISPOSITIF) == period.c.dispositif
    everyone = any(slot.first_month is None for slot in asked)
    return [or_(period.c.dispositif.is_(None), own) if everyone else own]


def _read(measure: Measure) -> tuple[bool, Column[Any] | None]:
    """What tells the rows that measures of one fact read for a period."""
    return measure.when is When.AT_END, measure.dated


def _span_condition(measure: Measure, period: CTE) -> ColumnElement[bool]:
    if measure.dated is not None:
        return and_(measure.dated >= period.c.start, measure.dated < period.c.stop)
    begun, end = measure.fact.day < period.c.stop, measure.fact.end
    still = end >= period.c.stop if measure.when is When.AT_END else end > period.c.start
    return and_(begun, or_(end.is_(None), still))


def _last_snapshots(fact: Fact, period: CTE, known: ColumnElement[bool]) -> Subquery:
    """The last day with data, per asked period: contract years may start together and stop apart.

    Unfiltered on purpose: a filter must never move the day a stock is read on.
    """
    bounds = select(period.c.start, period.c.stop).distinct().subquery("bounds")
    within = and_(fact.day >= bounds.c.start, fact.day < bounds.c.stop)
    last = select(func.max(fact.day)).where(known, within).scalar_subquery()
    return select(bounds.c.start, bounds.c.stop, last.label("day")).subquery("last_snapshot")


def _level(fact: Fact, groups: tuple[Dimension, ...], where: tuple[Filter, ...]) -> list[ColumnElement[bool]]:
    """Which stored level answers, for a fact whose rows never add up."""
    if fact.level is None:
        return []
    agencies = [set(f.values) for f in where if f.dimension is AGENCY]
    if AGENCY in groups:
        return [fact.level.is_not(None)]
    if not agencies:
        return [fact.level.is_(None)]
    if len(set.intersection(*agencies)) > 1:
        raise QueryError(f"« {fact.label} » ne s'additionne pas : choisissez une seule agence, ou aucune.")
    return [fact.level.is_not(None)]


def _value(measure: Measure, period: CTE, asked: tuple[Slot, ...]) -> ColumnElement[Any]:
    """What is added up of each row."""
    if measure.when is When.MONTH_ENDS:
        return measure.value * share_open(measure.fact, period, asked)
    return measure.value


def _aggregate(measure: Measure, kept: ColumnElement[bool], value: ColumnElement[Any]) -> ColumnElement[Any]:
    """The conditions go inside the aggregate, so that measures with different ones share a SELECT."""
    conditions = [c for c in (kept, measure.where) if c is not None and c is not true()]
    value = case((and_(*conditions), value)) if conditions else value
    match measure.aggregate:
        case Aggregate.SUM:
            return func.sum(value)
        case Aggregate.COUNT:
            return func.count(value)
        case Aggregate.ROWS:
            return func.coalesce(func.sum(value), 0)
        case Aggregate.DISTINCT:
            return func.count(distinct(value))
        case Aggregate.MAXIMUM:
            return func.max(value)


def _possible(measures: tuple[Measure, ...], keys: Iterable[Any]) -> list[ColumnElement[bool]]:
    """The conditions of the measures, when the groups alone decide: income has no line of expenses."""
    grouped = {label.element for label in keys}
    conditions = [m.where for m in measures if m.where is not None and grouped.issuperset(m.condition)]
    return [or_(*conditions)] if len(conditions) == len(measures) else []


def _predicate(fact: Fact, f: Filter) -> ColumnElement[bool]:
    key = key_of(fact, f.dimension)
    values = [value for value in f.values if value is not None]
    kept = key.in_(values) if values else false()
    return or_(kept, key.is_(None)) if None in f.values else kept
