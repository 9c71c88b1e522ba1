"""The smallest table that answers exactly: an aggregate kept by the loader when one can, else the fact.

An aggregate answers about today and for whole months. It knows what it was added up by and what that
leads to by foreign key: breakdowns, filters, conditions and distinct counts may read nothing else.
Anything more reads the fact.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Column, ColumnElement
from sqlalchemy.sql.visitors import iterate, replacement_traverse

from data_access import schema as s
from data_access.aggregates import AGGREGATES
from data_access.aggregates import Aggregate as Kept
from metrics.asked import Slot
from metrics.joins import path_to
from metrics.kinds import Aggregate
from metrics.model import Dimension, Fact, Measure

Reading = tuple[Fact, tuple[Measure, ...]]


def lighter(
    fact: Fact,
    measures: tuple[Measure, ...],
    dimensions: Sequence[Dimension],
    asked: Sequence[Slot],
    as_of: int | None,
) -> Reading:
    """The fact and its measures, or the same asked of the smallest aggregate that answers exactly."""
    whole_months = all(slot.start.day == slot.stop.day == 1 for slot in asked)
    for kept in AGGREGATES if whole_months and as_of is None else ():
        if kept.fact is fact.table and all(_has(kept, measure) for measure in measures):
            light = replace(fact, table=kept.table, day=kept.table.c.day)
            if all(_tells_apart(light, dimension) for dimension in dimensions):
                return light, tuple(_of(light, kept, measure) for measure in measures)
    return fact, measures


def _has(kept: Kept, measure: Measure) -> bool:
    """Whether the sums it keeps, and the columns it keeps them by, say all that the measure reads."""
    value = measure.value
    conditions = () if measure.where is None else iterate(measure.where)
    if not all(_knows(kept, part) for part in conditions if isinstance(part, Column)):
        return False
    match measure.aggregate:
        case Aggregate.COUNT:
            return value is kept.fact.c.id
        case Aggregate.SUM:
            return value.table is kept.fact and value.name in kept.sums
        case Aggregate.DISTINCT:
            return _knows(kept, value)
    return False


def _knows(kept: Kept, column: Column[Any]) -> bool:
    """Its own days are the first of months: of the calendar it has forgotten the rest."""
    if column.table is kept.fact:
        return column.name in kept.by
    return column.table is not s.calendar and path_to(kept.table, column) is not None


def _tells_apart(light: Fact, dimension: Dimension) -> bool:
    column = dimension.column_from(light)
    return column is not None and column.table is not s.calendar


def _of(light: Fact, kept: Kept, measure: Measure) -> Measure:
    """The measure read from the aggregate: the rows it counted are added up."""
    value, aggregate = measure.value, measure.aggregate
    if aggregate is Aggregate.COUNT:
        value, aggregate = kept.table.c.rows, Aggregate.ROWS
    elif value.table is kept.fact:
        value = kept.table.c[value.name]
    return Measure(
        fact=light,
        aggregate=aggregate,
        value=value,
        where=None if measure.where is None else _moved(measure.where, kept),
        when=measure.when,
        scale=measure.scale,
        label=measure.label,
    )


def _moved(condition: ColumnElement[bool], kept: Kept) -> ColumnElement[bool]:
    """The same condition over the columns of the aggregate."""

    def own(element: object, **_: Any) -> Column[Any] | None:
        if isinstance(element, Column) and element.table is kept.fact:
            return kept.table.c[element.name]
        return None

    return replacement_traverse(condition, {}, own)
