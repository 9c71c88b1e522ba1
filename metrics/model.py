"""The vocabulary of the catalogue: facts, dimensions, measures, rules and metrics.

Declarations only: nothing here reads data, draws a chart or knows Streamlit. Identity is the
object itself (``eq=False``): comparing two SQL expressions with ``==`` builds a third one.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from sqlalchemy import Column, ColumnElement
from sqlalchemy.sql.visitors import iterate

from data_access.access import Domain
from metrics.joins import path_to
from metrics.kinds import Aggregate, Grain, Polarity, Time, When
from metrics.star import Dimension as Dimension
from metrics.star import Fact as Fact
from metrics.star import Part as Part
from metrics.unit import Unit

Members = Mapping[Any, tuple[Fraction | None, ...]]
Ruled = tuple[Fraction, Fraction | None] | None


@dataclass(frozen=True, eq=False, kw_only=True)
class Measure:
    """An aggregate of one fact over the rows kept by ``where``; ``scale`` turns it into its unit.

    ``parts`` says by which members of which dimensions ``where`` keeps rows: of a fact about people it
    says all, so that what is asked is one of the tables that are published.
    """

    fact: Fact
    aggregate: Aggregate
    value: Column[Any]
    where: ColumnElement[bool] | None = None
    parts: tuple[Part, ...] = ()
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

    def is_told_by(self, dimension: Dimension) -> bool:
        """Whether a table published of its fact crosses a dimension with those of its own parts."""
        tables = self.fact.published
        return tables is None or tables.tell(dimension, [part.dimension for part in self.parts])

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
    ``apart``: the dimensions that are never asked together, because they would tell of a few people.
    ``by_contract_year``: false for what would mean nothing without the head office, which has no such year.
    ``summed``: of a series of sums, the figure summed up, which alone is asked for and defined.
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
    apart: tuple[tuple[Dimension, Dimension], ...] = ()
    by_contract_year: bool = True
    summed: "Metric | None" = None
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

    @property
    def is_of_events(self) -> bool:
        """Whether each step of time has events of its own, as terms that fall in it: bars tell it."""
        dated = all(measure.when is When.DATED for measure in self.measures)
        return self.adds_up or (dated and self.rule is None and not self.is_ratio)

    def too_near(self, dimensions: Collection[Dimension]) -> tuple[Dimension, Dimension] | None:
        """Two of some dimensions that it is never asked by together, if there are any."""
        return next((pair for pair in self.apart if set(pair) <= set(dimensions)), None)

    def allows(self, dimension: Dimension) -> bool:
        """Whether it can be broken down and filtered by the dimension."""
        if dimension.grain is not None:
            return dimension.grain is Grain.YEAR or not self.yearly
        declared = self.by is None or any(dimension is each for each in self.by)
        reached = declared and all(dimension.reached_from(fact) for fact in self.facts)
        return reached and all(measure.is_told_by(dimension) for measure in self.read)
