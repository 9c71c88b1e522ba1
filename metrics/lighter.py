"""The smallest table that answers exactly: an aggregate kept by the loader when one can, else the fact.

An aggregate answers about today, for whole months, sums and counts without a condition of their
own, broken down and filtered by what it was added up by. Anything else reads the fact.
"""

from collections.abc import Sequence
from dataclasses import replace

from data_access import schema as s
from data_access.aggregates import AGGREGATES
from data_access.aggregates import Aggregate as Kept
from metrics.asked import Slot
from metrics.kinds import Aggregate, When
from metrics.model import Dimension, Fact, Measure

Reading = tuple[Fact, tuple[Measure, ...]]


def lighter(
    fact: Fact,
    measures: tuple[Measure, ...],
    dimensions: Sequence[Dimension],
    asked: Sequence[Slot],
    as_of: int | None,
) -> Reading:
    """The fact and its measures, or the same asked of the first aggregate that answers exactly."""
    whole_months = all(slot.start.day == slot.stop.day == 1 for slot in asked)
    for kept in AGGREGATES if whole_months and as_of is None else ():
        if kept.fact is fact.table and all(_has(kept, measure) for measure in measures):
            light = replace(fact, table=kept.table, day=kept.table.c.day)
            if all(_tells_apart(light, dimension) for dimension in dimensions):
                return light, tuple(_of(light, kept, measure) for measure in measures)
    return fact, measures


def _has(kept: Kept, measure: Measure) -> bool:
    if measure.where is not None:
        return False
    if measure.aggregate is Aggregate.COUNT:
        return True
    own = measure.value.table is kept.fact and measure.value.name in kept.sums
    return measure.aggregate is Aggregate.SUM and own


def _tells_apart(light: Fact, dimension: Dimension) -> bool:
    """Whether the aggregate still knows it; its days are the first of months, so weekdays are lost."""
    column = dimension.column_from(light)
    return column is not None and column.table is not s.calendar


def _of(light: Fact, kept: Kept, measure: Measure) -> Measure:
    name = "rows" if measure.aggregate is Aggregate.COUNT else measure.value.name
    return Measure(
        fact=light,
        aggregate=Aggregate.SUM,
        value=kept.table.c[name],
        when=When.EVENT,
        scale=measure.scale,
        label=measure.label,
    )
