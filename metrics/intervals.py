"""What the visible cells of a table tell of the hidden ones, by linear programming. Pure.

A table is its cells and the equations between them, margins included. Whoever sees some cells and knows the
equations knows, of each other cell, the least and the most that it can be.
"""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from typing import Any

import numpy as np
from scipy.optimize import Bounds as Limits
from scipy.optimize import LinearConstraint, milp
from scipy.sparse import csr_array

Key = Any  # whatever names a cell
Bounds = tuple[float, float]
Vector = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
Spot = tuple[int, Key]  # a table by its number, and a key
Line = tuple[tuple[Key, float], ...]  # keys and what each weighs: together they come to nothing
ALL = "*"  # the place of a dimension in the key of a total
_MOST = 1e6  # more people than there are: what has no most is as good as that
_NEAR = 1e-6  # a bound of linear programming is no exact number


def name(key: Key) -> str:
    """What a key is sorted by: the same in every process, which the order of a set is not."""
    return repr(sorted(map(repr, key))) if isinstance(key, frozenset) else repr(key)


@dataclass(frozen=True, eq=False)
class Table:
    """Counts by key, totals included, and the lines between them.

    ``ranks`` says how much of a total each key is: a total is hidden last. ``public`` keys are known to
    everyone in this table. ``open`` ones are told nowhere, and nobody asks for them: they only link lines.
    """

    counts: Mapping[Key, int]
    lines: tuple[Line, ...]
    ranks: Mapping[Key, int] = field(default_factory=dict)
    public: frozenset[Key] = frozenset()
    open: frozenset[Key] = frozenset()

    @cached_property
    def sums(self) -> list[tuple[Key, frozenset[Key]]]:
        """The lines that say that parts make a total."""
        totals = [[key for key, weight in line if weight < 0] for line in self.lines]
        return [
            (total[0], frozenset(key for key, _ in line) - {total[0]})
            for line, total in zip(self.lines, totals, strict=True)
            if len(total) == 1
        ]

    def unknown(self, hidden: Collection[Key]) -> set[Key]:
        """The keys whose count is not told when some are hidden."""
        return {key for key in hidden if key in self.counts and key not in self.public} | self.open


def total_of(total: Key, parts: Iterable[Key]) -> Line:
    """The line that says that parts make a total."""
    return ((total, -1.0), *((part, 1.0) for part in parts))


def crossed(counts: Mapping[Key, int], members: Sequence[Sequence[Hashable]]) -> Table:
    """The table of every combination of the members of its dimensions, 0 where absent, with every total."""
    cells: dict[tuple[Hashable, ...], int] = {key: counts.get(key, 0) for key in product(*members)}
    lines = []
    for axis in range(len(members)):
        spread: dict[tuple[Hashable, ...], list[tuple[Hashable, ...]]] = {}
        for key in cells:
            spread.setdefault((*key[:axis], ALL, *key[axis + 1 :]), []).append(key)
        cells |= {total: sum(cells[key] for key in parts) for total, parts in spread.items()}
        lines += [total_of(total, parts) for total, parts in spread.items()]
    ranks: dict[Key, int] = {key: key.count(ALL) for key in cells}
    return Table(cells, tuple(lines), ranks)


class Audit:
    """What can be known of tables while more and more of them is hidden.

    What was possible for a cell stays so when others are hidden too: every solution found is kept.
    """

    def __init__(self, tables: Sequence[Table], least: int) -> None:
        """Nothing is known yet of how far a cell can be from what it is."""
        self.tables, self.least = tables, least
        self.seen: dict[Spot, Bounds] = {}
        self.lost: set[Spot] = set()  # those that cannot be kept are not judged

    def told(self, hidden: Collection[Key]) -> Spot | None:
        """A hidden cell that its table tells within too few units, or None."""
        unknown = [table.unknown(hidden) for table in self.tables]
        least = {
            (n, key): needed(self.tables[n], key, unknown[n], self.least) for n, key in self._judged(unknown)
        }
        narrow = {spot: each for spot, each in least.items() if is_told(self._bounds(spot), each)}
        program = Program(self.tables, unknown) if narrow else None
        while program is not None and narrow:
            first = next(iter(narrow))
            for sign in (1, -1):
                if first in narrow:
                    self._widen(narrow, program, program.extreme(first[1], sign))
            if first in narrow:
                return first
        return None

    def _judged(self, unknown: Sequence[Collection[Key]]) -> list[Spot]:
        """The hidden cells, the smallest first; those that nobody asks for are not judged."""
        spots = [
            (n, key)
            for n, table in enumerate(self.tables)
            for key in unknown[n]
            if key not in table.open and (n, key) not in self.lost
        ]
        return sorted(spots, key=lambda spot: (self.tables[spot[0]].counts[spot[1]], name(spot[1])))

    def _bounds(self, spot: Spot) -> Bounds:
        count = self.tables[spot[0]].counts[spot[1]]
        return self.seen.get(spot, (count, count))

    def _widen(self, narrow: dict[Spot, int], program: "Program", solution: Vector | None) -> None:
        """Notes how far each cell went, and forgets those that went far enough."""
        if solution is None:
            return
        for spot, least in list(narrow.items()):
            (low, high), reached = self._bounds(spot), float(solution[program.place[spot]])
            self.seen[spot] = (min(low, reached), max(high, reached))
            if not is_told(self.seen[spot], least):
                del narrow[spot]


class Program:
    """The linear program of what some tables leave possible, each by itself: solved at once."""

    def __init__(self, tables: Sequence[Table], unknown: Sequence[Collection[Key]]) -> None:
        """Writes the lines that hold an unknown, and what their visible cells come to."""
        self.spots = [(n, key) for n, mine in enumerate(unknown) for key in sorted(mine, key=name)]
        self.place = {spot: n for n, spot in enumerate(self.spots)}
        rows: list[int] = []
        columns: list[int] = []
        weights: list[float] = []
        right: list[float] = []
        for n, table in enumerate(tables):
            for line in table.lines:
                mine = [(place, w) for key, w in line if (place := self.place.get((n, key))) is not None]
                if mine:
                    rows += [len(right)] * len(mine)
                    columns += [place for place, _ in mine]
                    weights += [weight for _, weight in mine]
                    right.append(-sum(w * table.counts[key] for key, w in line if (n, key) not in self.place))
        shape = (len(right), len(self.spots))
        matrix = csr_array((weights, (rows, columns)), shape=shape)
        self.equations = [LinearConstraint(matrix, right, right)] if right else []

    def extreme(self, key: Key, sign: int) -> Vector | None:
        """Every cell when one of them is the least (1) or the most (-1) it can be, in each table."""
        aim = np.array([float(sign) if each == key else 0.0 for _, each in self.spots])
        solution: Vector | None = milp(aim, constraints=self.equations, bounds=Limits(0, _MOST)).x
        return solution


def intervals(table: Table, hidden: Collection[Key], keys: Iterable[Key]) -> Iterator[tuple[Key, Bounds]]:
    """What the visible cells and the totals tell of hidden ones: the least and the most each can be."""
    program = Program([table], [table.unknown(hidden)])
    for key in keys:
        low, high = (program.extreme(key, sign) for sign in (1, -1))
        if low is not None and high is not None:
            place = program.place[0, key]
            yield key, (float(low[place]), float(high[place]))


def is_told(bounds: Bounds, least: int) -> bool:
    """Whether an interval tells a count within fewer units than the threshold."""
    low, high = bounds
    return high - low < least - _NEAR or high < least - _NEAR


def needed(table: Table, key: Key, unknown: Collection[Key], least: int) -> int:
    """How wide the interval of a cell must be: a visible total tells by itself that it is no more than it."""
    totals = [total for total, parts in table.sums if key in parts and total not in unknown]
    return min([least, *(table.counts[each] for each in totals)])
