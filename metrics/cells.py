"""The cells of the tables that are published of people, and the equations between them. Pure.

A cell is what it is told by: a set of conditions, each a dimension and a class of its members. The same
people told by two tables are thus one cell, and a total is a cell of fewer conditions.
"""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, combinations, product
from typing import Any

from metrics.intervals import Line, total_of
from metrics.model import Measure
from metrics.star import Axis, Crossing, Dimension, Published

Condition = tuple[str, Hashable]
Cell = frozenset[Condition]
Asked = Mapping[Dimension, Collection[Hashable]]
Classes = Mapping[Dimension, Collection[Hashable]]
Rows = Mapping[tuple[Hashable, ...], int]  # people by their member of each dimension
TOTAL: Cell = frozenset()


@dataclass(frozen=True, eq=False)
class People:
    """Those that a fact counts at one date, by their member of each dimension of its tables."""

    dimensions: tuple[Dimension, ...]
    rows: Rows

    def classes(self, axis: Axis) -> set[Hashable]:
        """The classes met on an axis."""
        place = self.dimensions.index(axis.dimension)
        return {axis.class_of(row[place]) for row in self.rows}

    def counts(self, crossing: Crossing, classes: Classes) -> dict[Cell, int]:
        """Every cell of a table with its totals, 0 where nobody is."""
        places = [self.dimensions.index(axis.dimension) for axis in crossing.axes]
        among = [(self.dimensions.index(part.dimension), part.members) for part in crossing.among]
        found: Counter[Cell] = Counter()
        finest: Counter[tuple[Condition, ...]] = Counter()
        around = base(crossing)
        axes = list(zip(crossing.axes, places, strict=True))
        for row, people in self.rows.items():
            if all(row[place] in members for place, members in among):
                told = tuple((axis.dimension.id, axis.class_of(row[place])) for axis, place in axes)
                finest[told] += people
        for told, people in finest.items():
            for some in subsets(told):
                found[around | frozenset(some)] += people
        return {cell: found[cell] for cell in every(crossing, classes)}

    def sum(self, crossing: Crossing, cells: Iterable[Cell], classes: Classes) -> int:
        """How many people some cells of a table hold."""
        counts = self.counts(crossing, classes)
        return sum(counts[cell] for cell in cells)


def base(crossing: Crossing) -> Cell:
    """The people a table is about: everyone, or those of some members."""
    return frozenset(
        (part.dimension.id, part.members[0] if len(part.members) == 1 else part.members)
        for part in crossing.among
    )


def subsets(conditions: Collection[Condition]) -> Iterable[tuple[Condition, ...]]:
    """Some of the conditions, in every way: none to all."""
    return chain.from_iterable(combinations(conditions, size) for size in range(len(conditions) + 1))


def every(crossing: Crossing, classes: Classes) -> list[Cell]:
    """Every cell of a table, totals included."""
    own = [[(a.dimension.id, each) for each in classes[a.dimension]] for a in crossing.axes]
    around: Cell = base(crossing)
    return [around | frozenset(cell) for some in _some(own) for cell in product(*some)]


def lines(crossing: Crossing, classes: Classes) -> list[Line]:
    """Every total of a table with the cells that make it."""
    return [
        total_of(cell, [cell | {(axis.dimension.id, each)} for each in classes[axis.dimension]])
        for cell in every(crossing, classes)
        for axis in crossing.axes
        if axis.dimension.id not in {name for name, _ in cell}
    ]


def _some(own: list[list[Condition]]) -> Iterable[tuple[list[Condition], ...]]:
    return chain.from_iterable(combinations(own, size) for size in range(len(own) + 1))


def conditions(kept: Asked, measure: Measure) -> dict[Dimension, set[Any]]:
    """What a question and a measure keep together of each dimension.

    A span read by the day it ends on is one of those that have ended.
    """
    asked = {dimension: set(members) for dimension, members in kept.items()}
    for part in measure.parts:
        asked[part.dimension] = asked.get(part.dimension, set(part.members)) & set(part.members)
    published = measure.fact.published if measure.dated is not None else None
    for axis in published.axes.values() if published is not None else ():
        if axis.once_past is measure.dated:
            asked[axis.dimension] = asked.get(axis.dimension, set(axis.then)) & set(axis.then)
    return asked


def crossing_of(published: Published, asked: Asked) -> Crossing | None:
    """The table that tells what is asked: that which reports print comes last, for it says less."""
    fitting = [each for each in published.crossings if _fits(each, asked)]
    return min(fitting, key=lambda each: (each.printed_only, len(each.axes)), default=None)


def _fits(crossing: Crossing, asked: Asked) -> bool:
    gathered = [crossing.axis_for(dimension) for dimension in asked]
    kept = {part.dimension for part in crossing.among}
    mine = {axis.dimension for axis in crossing.axes}
    beside = all(each in mine or each in kept for each in gathered if each is not None)
    return None not in gathered and beside and crossing.is_among(asked)


def cells_of(crossing: Crossing, asked: Asked, classes: Classes) -> list[Cell] | None:
    """The cells that a question adds up, or None when it cuts one.

    All the classes of an axis are its total; a member that nobody has is in no cell.
    """
    conditions = []
    for axis in crossing.axes:
        if axis.dimension in asked:
            met = set(classes.get(axis.dimension, ()))
            wanted = axis.classes(set(asked[axis.dimension]))
            if wanted is None:
                return None
            if not met or not wanted >= met:
                conditions.append([(axis.dimension.id, each) for each in sorted(wanted & met, key=repr)])
    return [base(crossing) | frozenset(cell) for cell in product(*conditions)]
