"""Which cells of a table to hide so that its totals do not give the small ones back.

Pure: a table is its cells and the equations between them, margins included. A small cell is hidden
first (primary), then cheap neighbours (secondary), until linear programming, which knows every visible
cell and every equation, cannot tell any small cell within fewer units than the threshold.
Method: primary and complementary suppression with an audit, as in the French statistical manual.
"""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from scipy.optimize import linprog

Key = tuple[Hashable, ...]
Bounds = tuple[float, float]
Costs = Mapping[Key, tuple[int, bool, int, str]]
Matrix = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
ALL = "*"  # the place of a dimension in the key of a total
_UNBOUNDED = 3  # the status of a linear program without a most
_NEAR = 1e-6  # a bound of linear programming is no exact number


@dataclass(frozen=True, eq=False)
class Table:
    """Counts by key, totals included; each line is a total and the keys it is the sum of."""

    counts: Mapping[Key, int]
    lines: tuple[tuple[Key, tuple[Key, ...]], ...]


def crossed(counts: Mapping[Key, int], members: Sequence[Sequence[Hashable]]) -> Table:
    """The table of every combination of the members of its dimensions, 0 where absent, with every total."""
    cells = {key: counts.get(key, 0) for key in product(*members)}
    lines = []
    for axis in range(len(members)):
        spread: dict[Key, list[Key]] = {}
        for key in cells:
            spread.setdefault((*key[:axis], ALL, *key[axis + 1 :]), []).append(key)
        cells |= {total: sum(cells[key] for key in parts) for total, parts in spread.items()}
        lines += [(total, tuple(parts)) for total, parts in spread.items()]
    return Table(cells, tuple(lines))


def mask(tables: Sequence[Table], least: int, public: Collection[Key] = ()) -> frozenset[Key]:
    """The keys to hide in every one of these tables, alike in all: they are one table at several dates.

    Hidden alike, their differences tell nothing more. ``public`` keys are known to everyone anyway: they
    stay visible and hide nothing. All but the public keys are hidden when nothing less is safe.
    """
    small = frozenset(
        key for table in tables for key, n in table.counts.items() if 0 < n < least and key not in public
    )
    costs = _costs(tables, public)
    hidden = set(small)
    while True:
        _leave_none_alone(tables, hidden, costs)
        told = _told(tables, hidden, small, least)
        if not told:
            return frozenset(hidden)
        near = _beside(tables, told[0], hidden, costs)
        if near is None:
            return frozenset(costs)
        hidden.add(near)


def intervals(table: Table, hidden: Collection[Key], keys: Iterable[Key]) -> Iterator[tuple[Key, Bounds]]:
    """What the visible cells and the totals tell of hidden ones: the least and the most each can be."""
    place = {key: n for n, key in enumerate(sorted(hidden, key=repr))}
    matrix, right = _equations(table, place)
    for key in keys:
        aim = np.zeros(len(place))
        aim[place[key]] = 1
        low, high = (linprog(sign * aim, A_eq=matrix, b_eq=right) for sign in (1, -1))
        yield key, (float(low.fun), float("inf") if high.status == _UNBOUNDED else -float(high.fun))


def is_told(bounds: Bounds, least: int) -> bool:
    """Whether an interval tells a count within fewer units than the threshold."""
    low, high = bounds
    return high - low < least - _NEAR or high < least - _NEAR


def _equations(table: Table, place: Mapping[Key, int]) -> tuple[Matrix | None, Matrix | None]:
    """The lines that hold an unknown: their unknowns, and what their visible cells come to."""
    rows, right = [], []
    for total, parts in table.lines:
        signed = [(total, -1), *((part, 1) for part in parts)]
        row = np.zeros(len(place))
        for key, sign in signed:
            if key in place:
                row[place[key]] = sign
        if row.any():
            rows.append(row)
            right.append(-sum(sign * table.counts[key] for key, sign in signed if key not in place))
    return (np.array(rows), np.array(right)) if rows else (None, None)


def _told(tables: Sequence[Table], hidden: set[Key], small: Collection[Key], least: int) -> list[Key]:
    """The small cells that some table tells too closely, the closest first."""
    closest: dict[Key, float] = {}
    for table in tables:
        mine = [key for key in small if 0 < table.counts[key] < least]
        for key, bounds in intervals(table, hidden, mine):
            if is_told(bounds, least):
                closest[key] = min(bounds[1] - bounds[0], closest.get(key, bounds[1]))
    return sorted(closest, key=lambda key: (closest[key], repr(key)))


def _leave_none_alone(tables: Sequence[Table], hidden: set[Key], costs: Costs) -> None:
    """Hides a second cell of every line where one alone is hidden, for the others would give it back."""
    lines = tables[0].lines if tables else ()
    alone = True
    while alone:
        alone = False
        for total, parts in lines:
            mine = [key for key in (total, *parts) if key in hidden]
            others = [key for key in (total, *parts) if key in costs and key not in hidden]
            if len(mine) == 1 and others:
                hidden.add(min(others, key=costs.__getitem__))
                alone = True


def _beside(tables: Sequence[Table], key: Key, hidden: set[Key], costs: Costs) -> Key | None:
    """The cheapest cell still visible on a line of a key, or anywhere when its lines are all hidden."""
    near = {each for total, parts in tables[0].lines if key in (total, *parts) for each in (total, *parts)}
    for among in (near, set(costs)):
        visible = [each for each in among if each in costs and each not in hidden]
        if visible:
            return min(visible, key=costs.__getitem__)
    return None


def _costs(tables: Sequence[Table], public: Collection[Key]) -> Costs:
    """What hiding each cell costs: totals cost most, empty cells protect nothing, then small is cheap."""
    keys = {key for table in tables for key in table.counts if key not in public}
    most = {key: max(table.counts[key] for table in tables) for key in keys}
    return {key: (key.count(ALL), most[key] == 0, most[key], repr(key)) for key in keys}
