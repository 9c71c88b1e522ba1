"""What the annual reports print of people: known to everyone, so shown here too, whatever it counts.

An exemption is a line of the register of published figures: a metric, a perimeter and a period. What it
tells is known to whoever looks for a hidden cell, and is written into the masks as such.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from sqlalchemy import Connection, select

from data_access import schema as s
from data_access.errors import QueryError
from data_access.versions import known_at
from metrics import notation
from metrics.context import Context
from metrics.model import Dimension, Metric
from metrics.period import Kind
from metrics.query import Query, Value

Perimeter = frozenset[tuple[Dimension, frozenset[Value]]]


@dataclass(frozen=True, eq=False)
class Printed:
    """A figure that a report prints."""

    id: str
    document: str
    metric: Metric
    kept: Mapping[Dimension, frozenset[Value]]
    start: date
    stop: date
    value: Fraction

    @property
    def key(self) -> tuple[Metric, Perimeter, date, date]:
        """What a question must be about to ask for it."""
        return self.metric, frozenset(self.kept.items()), self.start, self.stop


def printed(connection: Connection, known: Context) -> tuple[Printed, ...]:
    """The figures about people that the register holds, as known to a context."""
    if "printed" not in known.kept:
        table = s.published_figure
        rows = connection.execute(
            select(table).where(known_at(table, known.as_of), table.c.part == "value").order_by(table.c.id)
        )
        read = (_read(row, known) for row in rows if row.metric is not None)
        known.kept["printed"] = tuple(each for each in read if each is not None)
    found: tuple[Printed, ...] = known.kept["printed"]
    return found


def _read(row: Any, known: Context) -> Printed | None:
    """A line of the register, or None when it is about nobody or in words that mean nothing here."""
    where = [text for text in (row.conditions or "").split(",") if text]
    try:
        query = notation.query([row.metric], known.names, period_text=row.period, where=where)
    except QueryError:
        return None
    (metric,) = query.metrics
    if not any(fact.published for fact in metric.facts) or query.period.kind is Kind.CONTRACT_YEAR:
        return None
    bounds = query.period.start, query.period.stop
    return Printed(row.figure, row.document, metric, kept(query, ()), *bounds, Fraction(row.value))


def kept(query: Query, groups: tuple[Value, ...]) -> dict[Dimension, frozenset[Value]]:
    """The members that a line of an answer keeps of each dimension, by the filters and by its own."""
    asked = {f.dimension: frozenset(f.values) for f in query.where}
    for dimension, value in zip(query.groups, groups, strict=bool(groups)):
        asked[dimension] = asked.get(dimension, frozenset({value})) & {value}
    return asked
