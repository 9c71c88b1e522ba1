"""What a question gets back: figures with their state, never a bare number."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction

from metrics.model import Metric
from metrics.query import Filter, Query, Value


class State(StrEnum):
    """Why a figure has a value, or has none. Zero is a value."""

    PRESENT = "present"
    MISSING = "missing"  # n.d.: nothing was loaded for it
    HIDDEN = "hidden"  # s: statistical secrecy
    NOT_COMPUTABLE = "not_computable"  # n.c.: nothing to divide by, or too few
    NOT_APPLICABLE = "not_applicable"  # –: the question does not arise


@dataclass(frozen=True, slots=True)
class Figure:
    """An exact value in the unit of its metric, with the two sums it comes from.

    ``base`` is how many people or events it rests on, ``whole`` how many it is part of, for metrics
    that say so.
    """

    value: Fraction | None
    state: State = State.PRESENT
    numerator: Fraction | None = None
    denominator: Fraction | None = None
    base: Fraction | None = None
    whole: Fraction | None = None


MISSING = Figure(None, State.MISSING)
HIDDEN = Figure(None, State.HIDDEN)
NOT_COMPUTABLE = Figure(None, State.NOT_COMPUTABLE)
NOT_APPLICABLE = Figure(None, State.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure, what it is set against, and the change between them.

    The change is in percent of the reference, or in points for a percentage. ``partial``: the figure of
    a step of time of which some days were not asked for, or not loaded for all.
    """

    figure: Figure
    reference: Figure = NOT_APPLICABLE
    change: Figure = NOT_APPLICABLE
    partial: bool = False

    @property
    def is_compared(self) -> bool:
        """Whether the change may be told: from nothing it can, though it has no percentage."""
        if self.figure.value is None or self.reference.value is None:
            return False
        from_nothing = self.reference.value == 0 and self.change.state is State.NOT_COMPUTABLE
        return self.change.value is not None or from_nothing


@dataclass(frozen=True, slots=True)
class Row:
    """One line of an answer: a member per breakdown, a cell per metric, in the order asked."""

    keys: tuple[Value | date, ...]
    labels: tuple[str, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, eq=False, kw_only=True)
class Result:
    """The answer to a question, with everything a reader needs to trust it."""

    query: Query
    rows: tuple[Row, ...]
    perimeter: str
    versus_label: str
    data_dates: tuple[date | None, ...]  # per metric: last day covered, None when it has no time
    partial: tuple[bool, ...]  # per metric: some months of the period have not been loaded
    as_of: int | None
    import_number: int
    left_out: tuple[tuple[str, ...], ...] = ()  # per metric: the filters asked for that it cannot follow
    followed: tuple[tuple[Filter, ...], ...] = ()  # per metric: those that it follows, own agencies included

    @property
    def data_date(self) -> date | None:
        """The last day every metric is covered up to."""
        known = [day for day in self.data_dates if day is not None]
        return min(known) if known else None

    def cell(self, metric: Metric, row: Row | None = None) -> Cell:
        """The cell of a metric, in a row or in the only one."""
        position = self.query.metrics.index(metric)
        return (row or self.rows[0]).cells[position]

    def is_partial(self, metric: Metric) -> bool:
        """Whether some months of the period, or some steps of time, are not all there for a metric."""
        position = self.query.metrics.index(metric)
        return self.partial[position] or any(cell.partial for _, cell in self.column(metric))

    def outside(self, metric: Metric) -> str:
        """« hors filtre secteur » : the filters asked for that a figure cannot follow, or nothing."""
        position = self.query.metrics.index(metric)
        names = self.left_out[position] if self.left_out else ()
        return f"hors {', '.join(f'filtre {name.lower()}' for name in names)}" if names else ""

    def kept(self, metric: Metric) -> tuple[Filter, ...]:
        """The filters that a figure follows: those of the question, unless it was asked with others."""
        position = self.query.metrics.index(metric)
        return self.followed[position] if self.followed else self.query.where

    def called(self, metric: Metric) -> str:
        """« Index égalité (hors filtre agence) » : what a sentence that stands alone calls a figure."""
        outside = self.outside(metric)
        return f"{metric.label} ({outside})" if outside else metric.label

    def only(self, metric: Metric) -> "Result":
        """The same answer about one of its figures."""
        place = self.query.metrics.index(metric)
        one = slice(place, place + 1)
        return replace(
            self,
            query=replace(self.query, metrics=(metric,)),
            rows=tuple(replace(row, cells=row.cells[one]) for row in self.rows),
            data_dates=self.data_dates[one],
            partial=self.partial[one],
            left_out=self.left_out[one],
            followed=self.followed[one],
        )

    def column(self, metric: Metric) -> Iterator[tuple[Row, Cell]]:
        """Each row with its cell of a metric."""
        return ((row, self.cell(metric, row)) for row in self.rows)
