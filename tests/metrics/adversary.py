"""Someone who asks all they may, writes down what they are shown, and finds out what that leaves possible.

What is shown is an equation over the people of each finest cell, which are not shown. Linear programming
then gives the least and the most that any cell can be. Nothing here reads how masks are made.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array
from sqlalchemy import Connection

from data_access.access import Scope
from data_access.errors import QueryError, UserError
from metrics import period
from metrics.catalogue import dimension, metric
from metrics.catalogue.dimensions import DIMENSIONS
from metrics.context import Context
from metrics.model import Metric
from metrics.query import Filter, Query
from metrics.result import Figure, Result, State
from metrics.run import answer

Members = Mapping[str, Collection[str]]  # by dimension, those kept
Cell = tuple[tuple[str, str], ...]  # what a cell of a published table is told by
NEAR = 1e-6
ENOUGH = 1e5


@dataclass(frozen=True)
class Meaning:
    """What a figure counts, as its definition says it: the people above the line, and those below."""

    above: Members
    below: Members | None = None


@dataclass(frozen=True)
class Book:
    """What may be asked, and what is published: written from the issue and not from the code.

    ``dates`` gives, for each period asked, the dates of the people it is about. ``says`` are the figures that
    say whether a cell is hidden, but when told by the dimensions given with them.
    """

    meanings: Mapping[str, Meaning]
    members: Mapping[str, Sequence[str]]  # of each dimension, those of a question
    dates: Mapping[str, Collection[str]]
    tables: Sequence[tuple[tuple[str, ...], int]]
    says: Mapping[str, Collection[str]]
    sums: Collection[str] = ()  # the periods that add others up: asked, and made of no cell of their own
    several: Collection[str] = ()  # the dimensions that are filtered by several members too
    more: Sequence[Query] = ()  # questions besides, as those of the register

    def questions(self, text: str) -> Iterator[Query]:
        """Those of a period that mean something: the others are refused as they are written."""
        return filter(None, self._written(text))

    def _written(self, text: str) -> Iterator[Query | None]:
        """Every figure of a period by up to two breakdowns, by one and one filter, by a filter of two."""
        for name in self.meanings:
            known = [each for each in self.members if each in DIMENSIONS]  # the others are never asked for
            allowed = [each for each in known if metric(name).allows(dimension(each))]
            for size in range(3):
                for by in combinations(allowed, size):
                    yield _query(metric(name), text, by, {})
                    for kept in self._filters(set(allowed) - set(by), 2 - size):
                        yield _query(metric(name), text, by, kept)

    def _filters(self, names: Collection[str], most: int) -> Iterator[Members]:
        for name in sorted(names):
            for size in range(1, most + 1 if name in self.several else min(most, 1) + 1):
                yield from ({name: some} for some in combinations(self.members[name], size))

    def cells(self) -> Iterator[tuple[str, Cell, int]]:
        """Every cell and margin of every table, for each period, with the least of its thresholds."""
        found: dict[tuple[str, Cell], int] = {}
        for text, (names, least) in product(set(self.dates) - set(self.sums), self.tables):
            for size in range(1, len(names) + 1):
                for some in combinations(names, size):
                    for members in product(*(self.members[name] for name in some)):
                        key = text, tuple(sorted(zip(some, members, strict=True)))
                        found[key] = min(least, found.get(key, least))
        return ((*key, least) for key, least in found.items())


def _query(asked: Metric, text: str, by: tuple[str, ...], kept: Members) -> Query | None:
    where = tuple(Filter(dimension(name), tuple(members)) for name, members in kept.items())
    try:
        return Query(metrics=(asked,), period=period.parse(text), by=tuple(map(dimension, by)), where=where)
    except QueryError:
        return None


@dataclass
class Attacker:
    """What has been written down: equations over the finest cells, each with a member of each dimension."""

    book: Book
    finest: Sequence[Mapping[str, str]]
    rows: list[np.ndarray] = field(default_factory=list)
    right: list[float] = field(default_factory=list)
    secret: set[tuple[str, Cell]] = field(default_factory=set)
    known: set[bytes] = field(default_factory=set)

    def ask_all(self, connection: Connection, context: Context, scope: Scope) -> None:
        """Asks every question that a role may ask; a refusal tells nothing."""
        asked = [(text, query) for text in self.book.dates for query in self.book.questions(text)]
        asked += [(str(query.period), query) for query in self.book.more]
        for text, query in asked:
            try:
                result = answer(connection, query, scope, context)
            except UserError:
                continue
            self.read(text, result, scope)

    def read(self, text: str, result: Result, scope: Scope) -> None:
        """Writes down what an answer shows, and notes what it hides."""
        (about,) = result.query.metrics
        self._learn_of_absence(text, result, scope)
        for row in result.rows:
            kept = _kept(result, row.keys, scope)
            figure, meaning = row.cells[0].figure, self.book.meanings[about.id]
            self._learn(figure, meaning, {**kept, "date": self.book.dates[text]})
            told = _both(kept, meaning.above)
            says = about.id in self.book.says and not set(self.book.says[about.id]) & set(kept)
            if figure.state is State.HIDDEN and says:
                one = all(len(members) == 1 for members in told.values())
                cell = tuple(sorted((name, *members) for name, members in told.items()) if one else ())
                self.secret.add((text, cell))

    def _learn_of_absence(self, text: str, result: Result, scope: Scope) -> None:
        """A member that has no line has nobody, wherever lines are those that are met."""
        (about,) = result.query.metrics
        names = [by.id for by in result.query.by]
        if {"birth_area", "outcome"} & set(names):
            return  # told together, or of another year
        met = {tuple(map(str, row.keys)) for row in result.rows}
        for keys in product(*(self.book.members[name] for name in names)):
            kept = _kept(result, keys, scope)
            if names and keys not in met and all(kept.values()):
                above = _both(kept, {**self.book.meanings[about.id].above, "date": self.book.dates[text]})
                self.learn(self.holding(above), 0.0)

    def _learn(self, figure: Figure, meaning: Meaning, kept: Members) -> None:
        """A count, or a ratio with the sums that come with it."""
        if figure.value is None:
            return
        above = self.holding(_both(kept, meaning.above))
        if meaning.below is None:
            self.learn(above, float(figure.value))
            return
        below = self.holding(_both(kept, meaning.below))
        self.learn(above - float(figure.value / 100) * below, 0.0)
        for row, told in ((above, figure.numerator), (below, figure.denominator)):
            if told is not None:
                self.learn(row, float(told))

    def holding(self, kept: Members) -> np.ndarray:
        """1 for each finest cell that some members hold."""
        mine = (all(cell[name] in members for name, members in kept.items()) for cell in self.finest)
        return np.fromiter(map(float, mine), float, len(self.finest))

    def learn(self, row: np.ndarray, right: float) -> None:
        """Writes an equation down, once."""
        key = row.tobytes()
        if key not in self.known:
            self.known.add(key)
            self.rows.append(row)
            self.right.append(right)

    def holes(self, people: Counter[tuple[str, ...]]) -> list[str]:
        """The cells told within too few units, of those that are small or shown as hidden.

        ``people`` are the true counts of the finest cells, by their members in order.
        """
        true = np.array([float(people[tuple(cell.values())]) for cell in self.finest])
        found = []
        for text, cell, least in self.book.cells():
            aim = self.holding({"date": self.book.dates[text], **{name: [member] for name, member in cell}})
            if aim.any() and (0 < aim @ true < least or (text, cell) in self.secret):
                low, high = self.bounds(aim)
                if high - low < least - NEAR or high < least - NEAR:
                    named = ", ".join(f"{name}={member}" for name, member in cell)
                    found.append(f"{text} {named}: {low:g} to {high:g}")
        return found

    def bounds(self, aim: np.ndarray) -> tuple[float, float]:
        """The least and the most of a sum of finest cells."""
        known = LinearConstraint(csr_array(np.array(self.rows)), self.right, self.right)
        low, high = (milp(sign * aim, constraints=known, bounds=Bounds(0, ENOUGH)) for sign in (1, -1))
        assert low.x is not None, "what is shown contradicts itself"
        assert high.x is not None
        return float(low.fun), -float(high.fun)


def _both(kept: Members, own: Members) -> dict[str, Collection[str]]:
    """The members kept by the question and by the figure."""
    both = dict(kept)
    for name, members in own.items():
        both[name] = set(both.get(name, members)) & set(members)
    return both


def _kept(result: Result, row_keys: Iterable[object], scope: Scope) -> dict[str, Collection[str]]:
    """The members that a line of an answer is about, those that the role alone reads included."""
    own = scope.right(result.query.metrics[0].domain).agencies
    kept: dict[str, Collection[str]] = {"agency": set(own)} if own else {}
    kept |= {each.dimension.id: {str(value) for value in each.values} for each in result.query.where}
    for by, key in zip(result.query.by, row_keys, strict=True):
        kept[by.id] = set(kept.get(by.id, {str(key)})) & {str(key)}
    return kept
