"""The star: facts, what they are told by, and the tables that may be published of those about people.

Declarations only: nothing here reads data. Identity is the object itself (``eq=False``): comparing two
SQL expressions with ``==`` builds a third one.
"""

from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

from sqlalchemy import Column, ColumnElement, Table

from metrics.joins import path_to
from metrics.kinds import Grain, Time
from metrics.source import Source


@dataclass(frozen=True, eq=False, kw_only=True)
class Fact:
    """One table measured at one grain.

    ``day`` dates a flow or a stock, and opens a span that ``until`` closes (excluded). ``kind`` is
    the contract whose coverage says where an absent figure is 0. ``level`` marks a fact stored once
    per agency and once, with an empty level, for the whole association: its rows never add up.
    ``monthly``: a flow whose months are written whole: a part of one is not known. ``known_with``: a
    register, which covers all days, is known since the first month of this kind. ``published``: it is about
    people, of whom these tables and no other are told.
    """

    id: str
    label: str
    table: Table
    time: Time
    day: Column[Any]
    kind: str
    source: Source
    until: Column[Any] | None = None
    level: Column[Any] | None = None
    monthly: bool = False
    known_with: str = ""
    planned: bool = False  # read as it is written, what is to come included
    day_after: bool = False  # a span that opens the day after its day, as lateness does
    within: tuple[Column[Any], Column[Any]] | None = None  # open while the row named in another register is
    published: "Published | None" = None

    def __post_init__(self) -> None:
        parents = {key.column.table for key in self.table.foreign_keys}
        if len(parents) < len(self.table.foreign_keys):
            raise ValueError(f"{self.table}: two foreign keys lead to one table: the join is ambiguous")
        if (self.time is Time.SPAN) != (self.until is not None):
            raise ValueError(f"{self.id}: a span, and only a span, has an end")

    @property
    def end(self) -> Column[Any]:
        """The column that closes a span."""
        if self.until is None:
            raise ValueError(f"{self.id} is no span")
        return self.until


@dataclass(frozen=True, eq=False, kw_only=True)
class Dimension:
    """Something to group and filter by: ``key`` is compared, its label is read.

    ``names`` labels the codes of a closed list; a dimension keyed by the primary key of a table is
    labelled by that table's ``name``. ``also`` lists the columns that hold the same values in other
    tables. ``grain`` makes it a step of time. ``territorial`` says that it tells agencies or places
    apart, which some roles may not see.
    """

    id: str
    label: str
    key: Column[Any]
    also: tuple[Column[Any], ...] = ()
    names: Mapping[Any, str] = field(default_factory=dict)
    missing: str = "Non affecté"
    grain: Grain | None = None
    territorial: bool = False
    ordered: bool = False  # its members follow each other, as bands of age do
    flows_only: bool = False  # a weekday means nothing for a month-end snapshot
    numeric: bool = False  # nobody asks for it: rules and the parts of measures alone read it

    def column_from(self, fact: Fact) -> Column[Any] | None:
        """The column that holds its values nearest to the fact, or None when no foreign key leads to one."""
        ways = {column: path_to(fact.table, column) for column in (self.key, *self.also)}
        lengths = [(len(way), column) for column, way in ways.items() if way is not None]
        return min(lengths, key=itemgetter(0))[1] if lengths else None

    def reached_from(self, fact: Fact) -> bool:
        """Whether figures of this fact can be broken down by it."""
        if self.flows_only and fact.time is not Time.FLOW:
            return False
        return self.grain is not None or self.column_from(fact) is not None


@dataclass(frozen=True, eq=False)
class Part:
    """Some members of a dimension, that a measure keeps by itself: its condition is made of nothing else."""

    dimension: Dimension
    members: tuple[Any, ...]

    def keeps(self, fact: Fact) -> ColumnElement[bool]:
        """The condition, over the column nearest to the fact."""
        far = self.dimension.column_from(fact)
        if far is None:
            raise ValueError(f"{fact.id} is not told by {self.dimension.id}")
        column = next((key.parent for key in fact.table.foreign_keys if key.column is far), far)
        return column == self.members[0] if len(self.members) == 1 else column.in_(self.members)


def all_of(dimension: Dimension, *left_out: Any) -> Part:
    """Every member of a closed list but some."""
    return Part(dimension, tuple(member for member in dimension.names if member not in left_out))


@dataclass(frozen=True, eq=False)
class Axis:
    """What a published table is told by. ``together`` are members told as one, each time.

    ``once_past``: a row has one of the members ``then`` from this day of its own on, and none before.
    """

    dimension: Dimension
    together: tuple[tuple[Any, ...], ...] = ()
    once_past: Column[Any] | None = None
    then: tuple[Any, ...] = ()

    def class_of(self, member: Hashable) -> Hashable:
        """The class a member is counted in: the first of those told with it."""
        return next((together[0] for together in self.together if member in together), member)

    def classes(self, members: Collection[Hashable]) -> frozenset[Hashable] | None:
        """The classes that make exactly these members, or None when they cut one."""
        cut = any(0 < len(set(together) & set(members)) < len(together) for together in self.together)
        return None if cut else frozenset(map(self.class_of, members))


@dataclass(frozen=True, eq=False, kw_only=True)
class Crossing:
    """One table that is published: the people of ``among`` by its axes, with all its totals.

    ``least``: fewer people are never shown; 0 when it counts nobody of the staff and hides nothing.
    ``yearly``: told of whole calendar years only. ``joined`` names the tables that tell of one another by
    more than a total: they are judged together. ``printed_only``: nothing is told of it but what the reports
    print.
    """

    axes: tuple[Axis, ...] = ()
    among: tuple[Part, ...] = ()
    least: int
    yearly: bool = False
    joined: str = ""
    printed_only: bool = False

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        """All it is told by, those it keeps some members of first."""
        return (*(part.dimension for part in self.among), *(axis.dimension for axis in self.axes))

    def axis_for(self, dimension: Dimension) -> Dimension | None:
        """The dimension itself when the table is told by it, or the one whose members it gathers."""
        if dimension in self.dimensions:
            return dimension
        table = dimension.key.table
        return next((d for d in self.dimensions if d.key.primary_key and d.key.table is table), None)

    def crosses(self, dimensions: Iterable[Dimension]) -> bool:
        """Whether it is told by all of these."""
        return all(self.axis_for(dimension) is not None for dimension in dimensions)

    def is_among(self, asked: Mapping[Dimension, Collection[Any]]) -> bool:
        """Whether a question is about the people that this table is about."""
        return all(set(asked.get(part.dimension, ())) == set(part.members) for part in self.among)


@dataclass(frozen=True, eq=False, kw_only=True)
class Published:
    """The only tables told of a fact about people.

    ``people`` says how many people a row counts, one when it is None. ``like``: the fact counts nobody; its
    tables are shown and hidden as its like are, of the people of this other fact. ``moves``: they come to
    and leave the people of this other fact, whose two year-ends tell of them together.
    """

    crossings: tuple[Crossing, ...]
    people: Column[Any] | None = None
    like: Fact | None = None
    moves: Fact | None = None

    @property
    def axes(self) -> dict[Dimension, Axis]:
        """Every axis of its tables, by dimension."""
        return {axis.dimension: axis for crossing in self.crossings for axis in crossing.axes}

    def tell(self, dimension: Dimension, kept: Collection[Dimension]) -> bool:
        """Whether one of its tables is told by a dimension, and by those a measure keeps members of."""
        return any(
            crossing.axis_for(dimension) in [axis.dimension for axis in crossing.axes]
            and crossing.crosses(kept)
            for crossing in self.crossings
        )
