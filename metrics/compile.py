"""From a question to SQL: one SELECT per fact table. Every value is a bound parameter."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Select,
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
from metrics import rights
from metrics.asked import Slot, read_until, rows
from metrics.catalogue.dimensions import AGENCY, DISPOSITIF
from metrics.coverage import NOTHING_LOADED, Coverage, known_until
from metrics.in_period import in_period, known_rows
from metrics.kinds import Aggregate, Time, When
from metrics.lighter import lighter
from metrics.model import Dimension, Fact, Measure, Metric
from metrics.month_ends import At, divisors, each_end, over_ends, share_open
from metrics.query import Filter, Query
from metrics.ways import column_of, joined, key_of


@dataclass(frozen=True, eq=False)
class Statement:
    """One SELECT: ``side``, ``step``, one column per group, then one per measure."""

    select: Select[Any]
    groups: tuple[Dimension, ...]
    measures: tuple[Measure, ...]
    shared: Mapping[At, int]  # what divides means of month-ends, by side and step
    rule: Metric | None = None  # the metric whose rule needs this finer breakdown


def compile_query(
    query: Query,
    scope: Scope,
    asked: tuple[Slot, ...],
    as_of: int | None = None,
    coverage: Coverage = NOTHING_LOADED,
) -> tuple[Statement, ...]:
    """One statement per fact the metrics draw on, and one per fact of each rule.

    Registers are read no later than the ``coverage`` tells of.
    Raises QueryError or AccessDenied, in words, for what cannot be asked.
    """
    rights.require(query, scope)
    asked_plainly = (metric.read if metric.rule is None else metric.beside for metric in query.metrics)
    plain = dict.fromkeys(measure for measures in asked_plainly for measure in measures)
    wanted: list[tuple[Metric | None, Iterable[Measure]]] = [(None, plain)]
    wanted += [(metric, metric.rule.measures) for metric in query.metrics if metric.rule is not None]
    return tuple(
        _statement(query, measures, scope, _known(measures[0].fact, asked, coverage), as_of, rule_of)
        for rule_of, every in wanted
        for measures in _together(every)
    )


def _together(measures: Iterable[Measure]) -> list[tuple[Measure, ...]]:
    """The measures that one SELECT reads: of one fact, and at each month-end in turn or not."""
    found: dict[tuple[Fact, bool], list[Measure]] = {}
    for measure in measures:
        found.setdefault((measure.fact, measure.each_end), []).append(measure)
    return [tuple(each) for each in found.values()]


def _known(fact: Fact, asked: tuple[Slot, ...], coverage: Coverage) -> tuple[Slot, ...]:
    """The periods, as far as a register is known."""
    until = known_until(fact, coverage)
    return asked if until is None else read_until(asked, until)


def _statement(
    query: Query,
    measures: tuple[Measure, ...],
    scope: Scope,
    asked: tuple[Slot, ...],
    as_of: int | None,
    rule_of: Metric | None,
) -> Statement:
    fact, by_end = measures[0].fact, measures[0].each_end
    groups = (*query.groups, *((rule_of.rule.at,) if rule_of and rule_of.rule else ()))
    domains = {metric.domain for metric in query.metrics if fact in metric.facts}
    where = (*query.where, *rights.rows_allowed(scope, domains))
    shared = divisors(asked, by_end=by_end)
    asked = each_end(asked) if by_end else asked
    period = rows(asked)
    dimensions = (*groups, *(f.dimension for f in where))
    wanted = measures
    fact, measures = lighter(fact, wanted, dimensions, asked, as_of)
    known = known_rows(fact.table, as_of)
    source, kept = in_period(fact, measures, period, as_of)
    own_year = _own_contract_year(fact, period, asked)
    keys = [key_of(fact, dimension).label(f"g{n}") for n, dimension in enumerate(groups)]
    read = [column_of(fact, d) for d in dimensions] + [c for m in measures for c in m.columns]
    if own_year:
        read.append(column_of(fact, DISPOSITIF))
    source = joined(source, fact, read)
    numbers = [
        _aggregate(m, kept[m], _value(m, period, asked)).label(f"m{n}") for n, m in enumerate(measures)
    ]
    at = (period.c.side, period.c.step)
    needed = [] if fact.time is Time.FLOW else [or_(*dict.fromkeys(kept.values()))]
    level = _level(fact, groups, where)
    statement = (
        select(*at, *keys, *numbers)
        .select_from(source)
        .where(
            known,
            *own_year,
            *needed,
            *level,
            *_possible(measures, keys),
            *(_predicate(fact, f) for f in where),
        )
        .group_by(*at, *keys)
    )
    if by_end:
        statement = over_ends(statement, period, len(keys))
    return Statement(statement, groups, wanted, shared, rule_of)


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
    if measure.when is When.MONTH_ENDS and not measure.each_end:
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
