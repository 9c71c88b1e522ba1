"""The vocabulary of the catalogue: facts, dimensions, measures, rules and metrics.

Declarations only: nothing here reads data, draws a chart or knows Streamlit. Identity is the
object itself (``eq=False``): comparing two SQL expressions with ``==`` builds a third one.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from operator import itemgetter
from typing import Any

from sqlalchemy import Column, ColumnElement, Table
from sqlalchemy.sql.visitors import iterate

from data_access.access import Domain
from metrics.joins import path_to
from metrics.kinds import Aggregate, Grain, Polarity, Time, When
from metrics.source import Source
from metrics.unit import Unit

Members = Mapping[Any, tuple[Fraction | None, ...]]
Ruled = tuple[Fraction, Fraction | None] | None


@dataclass(frozen=True, eq=False, kw_only=True)
class Fact:
    """One table measured at one grain.

    ``day`` dates a flow or a stock, and opens a span that ``until`` closes (excluded). ``kind`` is
    the contract whose coverage says where an absent figure is 0. ``level`` marks a fact stored once
    per agency and once, with an empty level, for the whole association: its rows never add up.
    ``monthly``: a flow whose months are written whole: a part of one is not known. ``known_with``: a
    register, which covers all days, is known since the first month of this kind.
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
    apart, which some roles may not see. ``hidden_below`` raises the threshold of the counts of people
    it breaks down or filters, for it tells something sensitive about them.
    """

    id: str
    label: str
    key: Column[Any]
    also: tuple[Column[Any], ...] = ()
    names: Mapping[Any, str] = field(default_factory=dict)
    missing: str = "Non affecté"
    grain: Grain | None = None
    territorial: bool = False
    flows_only: bool = False  # a weekday means nothing for a month-end snapshot
    hidden_below: int = 0
    numeric: bool = False  # its values are written in the records, without a name; rules alone read it

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


@dataclass(frozen=True, eq=False, kw_only=True)
class Measure:
    """An aggregate of one fact over the rows kept by ``where``; ``scale`` turns it into its unit."""

    fact: Fact
    aggregate: Aggregate
    value: Column[Any]
    where: ColumnElement[bool] | None = None
    when: When
    dated: Column[Any] | None = None
    scale: Fraction = Fraction(1)
    label: str = ""

    def __post_init__(self) -> None:
        allowed = {
            Time.FLOW: {When.EVENT},
            Time.STOCK: {When.LAST, When.EVERY},
            Time.SPAN: {When.OVERLAP, When.AT_END, When.MONTH_ENDS, When.DATED},
        }
        if any(path_to(self.fact.table, column) is None for column in self.columns):
            raise ValueError(f"{self.fact.id}: a column of {self.label} cannot be reached")
        suits = self.when in allowed[self.fact.time] and (self.when is When.DATED) == (self.dated is not None)
        if not suits or (self.when is When.MONTH_ENDS and not self.aggregate.has_mean):
            raise ValueError(f"{self.fact.id}: {self.when} does not suit a {self.fact.time}")

    def reads_from(self, start: date, stop: date) -> date:
        """The first day that must be loaded for the answer to be whole: a stock reads its last month."""
        return (stop - timedelta(days=1)).replace(day=1) if self.when is When.LAST else start

    @property
    def each_end(self) -> bool:
        """Whether month-ends are read in turn, for the greatest value of each, then averaged."""
        return self.when is When.MONTH_ENDS and self.aggregate is Aggregate.MAXIMUM

    @property
    def columns(self) -> tuple[Column[Any], ...]:
        """The columns its value and its condition read, of the fact or of the tables it leads to."""
        return tuple(dict.fromkeys((self.value, *self.condition)))

    @property
    def condition(self) -> tuple[Column[Any], ...]:
        """The columns its condition reads."""
        read = () if self.where is None else iterate(self.where)
        return tuple(dict.fromkeys(element for element in read if isinstance(element, Column)))


@dataclass(frozen=True, eq=False, kw_only=True)
class Rule:
    """One named pure function over measures asked at a declared breakdown.

    The function receives, by member of ``at``, a number per measure (None where absent), and returns
    the numerator and the denominator (None: not a ratio; 0: not computable), or None: not known.
    ``formula`` says it in French; ``{0}`` stands for the first measure, ``{1}`` for the second.
    ``reading`` says in French how a period follows from its months, where the measures do not.
    ``adds_up``: the function is linear, so that disjoint periods of flows add up.
    """

    function: Callable[[Members], Ruled]
    measures: tuple[Measure, ...]
    at: Dimension
    formula: str
    reading: str = ""
    adds_up: bool = False


@dataclass(frozen=True, eq=False, kw_only=True)
class Metric:
    """A figure with a name, a meaning and a source: a measure, one over another, or a rule.

    A ratio is a sum over a sum. It is never stored, averaged or added up: the two sums travel
    together and are divided last. ``min_cohort``: a ratio over fewer is not computable.
    ``hidden_below``: a count of people between 1 and this number, excluded, is hidden. ``base``
    counts the people or events a figure rests on when its own sums are no counts, as days over hours:
    both thresholds then judge it, and it is shown unless ``base_shown`` is false. ``whole`` counts those
    a count is part of: the rest is judged too. ``interval``: a rate shown with its 95 % interval.
    ``yearly``: asked for whole calendar years only, because the difference of two windows would tell a month.
    ``by_contract_year``: false for what would mean nothing without the head office, which has no such year.
    """

    id: str
    label: str
    domain: Domain
    unit: Unit
    definition: str
    measure: Measure | None = None
    over: Measure | None = None
    rule: Rule | None = None
    base: Measure | None = None
    whole: Measure | None = None
    by: tuple[Dimension, ...] | None = None  # None: every dimension its facts reach
    polarity: Polarity = Polarity.NONE
    neutral: Fraction = Fraction(2)  # changes within it, in % or in points, are "stable"
    min_cohort: int = 0
    hidden_below: int = 0
    base_shown: bool = True
    interval: bool = False
    yearly: bool = False
    by_contract_year: bool = True
    version: int = 1
    since: date = date(2023, 1, 1)

    def __post_init__(self) -> None:
        if (self.measure is None) == (self.rule is None) or (self.over is not None and self.rule is not None):
            raise ValueError(f"{self.id}: a metric is a measure, a measure over another, or a rule")
        if self.whole is not None and (self.over or self.rule or self.base) is not None:
            raise ValueError(f"{self.id}: only a plain count is part of a whole")

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The measures it needs, numerator first."""
        if self.rule is not None:
            return self.rule.measures
        return tuple(m for m in (self.measure, self.over) if m is not None)

    @property
    def beside(self) -> tuple[Measure, ...]:
        """The measures that judge it: its base, or the whole it is part of."""
        return tuple(m for m in (self.base, self.whole) if m is not None)

    @property
    def read(self) -> tuple[Measure, ...]:
        """The measures to ask for: those of its formula, and those that judge it."""
        return (*self.measures, *self.beside)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts it draws on, without repetition."""
        return tuple(dict.fromkeys(m.fact for m in self.read))

    @property
    def is_ratio(self) -> bool:
        """Whether it is divided, so that months and agencies never add up to it."""
        return self.over is not None or self.unit.change_in_points

    @property
    def adds_up(self) -> bool:
        """Whether its values over disjoint periods add up, as a flow's do and a stock's do not."""
        linear = (self.rule is None or self.rule.adds_up) and not self.is_ratio
        flows = (m.when is When.EVENT and m.aggregate is not Aggregate.DISTINCT for m in self.measures)
        return linear and all(flows)

    def allows(self, dimension: Dimension) -> bool:
        """Whether it can be broken down and filtered by the dimension."""
        if dimension.grain is not None:
            return dimension.grain is Grain.YEAR or not self.yearly
        declared = self.by is None or any(dimension is each for each in self.by)
        return declared and all(dimension.reached_from(fact) for fact in self.facts)
