"""The raw answers of the store, side by side: sums by period, step, group and measure."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from sqlalchemy import Connection

from metrics.compile import Statement
from metrics.kinds import When
from metrics.measures import ONE
from metrics.model import Measure, Metric
from metrics.query import Value

Spot = tuple[int, date, tuple[Value, ...]]  # side, step, groups


@dataclass(frozen=True, eq=False)
class Sums:
    """What was read: a number per spot and measure; for rules, one per member of their breakdown."""

    plain: dict[Spot, dict[Measure, Fraction]] = field(default_factory=dict)
    members: dict[tuple[Metric, Spot], dict[Value, dict[Measure, Fraction]]] = field(default_factory=dict)

    def spots(self) -> Iterable[Spot]:
        """Every spot something was read for."""
        return dict.fromkeys([*self.plain, *(spot for _, spot in self.members)])


def read(connection: Connection, statements: Iterable[Statement]) -> Sums:
    """Runs each statement once and files its numbers, scaled to their units."""
    sums = Sums()
    for statement in statements:
        for row in connection.execute(statement.select):
            _file(sums, statement, tuple(row))
    return sums


def _file(sums: Sums, statement: Statement, row: tuple[Any, ...]) -> None:
    side, step, *rest = row
    groups = tuple(rest[: len(statement.groups)])
    read_numbers = zip(statement.measures, rest[len(groups) :], strict=True)
    shared = statement.shared[side, step]
    numbers = {m: _scaled(m, int(value), shared) for m, value in read_numbers if value is not None}
    if statement.rule is None:
        sums.plain.setdefault((side, step, groups), {}).update(numbers)
        return
    *outer, member = groups
    members = sums.members.setdefault((statement.rule, (side, step, tuple(outer))), {})
    members.setdefault(member, {}).update(numbers)


def _scaled(measure: Measure, value: int, shared: int) -> Fraction:
    number = Fraction(value) if measure.scale is ONE else value * measure.scale
    return number / shared if measure.when is When.MONTH_ENDS else number
