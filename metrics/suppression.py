"""Which cells of a table to hide so that its totals do not give the small ones back.

Pure. A small cell is hidden first (primary), then cheap neighbours (secondary), until linear programming,
which knows every visible cell and every equation, cannot tell any hidden cell within fewer units than the
threshold.
Method: primary and complementary suppression with an audit, as in the French statistical manual.
"""

from collections.abc import Collection, Mapping, Sequence

from metrics.intervals import Audit, Key, Table, intervals, is_told, name, needed

Costs = Mapping[Key, tuple[int, bool, bool, int, str]]


def mask(
    tables: Sequence[Table], least: int, public: Collection[Key] = (), forced: Collection[Key] = ()
) -> frozenset[Key]:
    """The keys to hide in every one of these tables, alike in all: they are one table at several dates.

    Hidden alike, their differences tell nothing more. ``public`` keys are known to everyone anyway: they
    stay visible and hide nothing; ``forced`` ones are hidden whatever they count. All but the public keys
    are hidden when nothing less is safe. What is told even then cannot be kept, and is not judged.
    """
    costs = _costs(tables, public)
    hidden = {key for key in forced if key in costs}
    hidden |= {
        key for table in tables for key in costs
        if 0 < table.counts.get(key, 0) < least and key not in table.public
    }  # fmt: skip
    audit = Audit(tables, least)
    while True:
        for table in tables:
            _leave_none_alone(table, hidden, costs)
        spot = audit.told(hidden)
        if spot is None:
            return frozenset(hidden)
        if _is_lost(tables[spot[0]], spot[1], set(costs), least):
            audit.lost.add(spot)
        elif (near := _beside(tables, spot[1], hidden, costs)) is not None:
            hidden.add(near)
        else:
            return frozenset(costs)


def _is_lost(table: Table, key: Key, hidden: Collection[Key], least: int) -> bool:
    """Whether what is public tells a cell by itself, when all else is hidden: then it cannot be kept."""
    if not table.public:
        return False
    unknown = table.unknown(hidden)
    least = needed(table, key, unknown, least)
    return any(is_told(bounds, least) for _, bounds in intervals(table, hidden, [key]))


def _leave_none_alone(table: Table, hidden: set[Key], costs: Costs) -> None:
    """Hides a second cell of every line where one alone is hidden, for the others would give it back."""
    alone = True
    while alone:
        alone = False
        unknown = table.unknown(hidden)
        for line in table.lines:
            keys = [key for key, _ in line]
            mine = [key for key in keys if key in unknown]
            others = [key for key in keys if key in costs and key not in unknown and key not in hidden]
            if len(mine) == 1 and mine[0] not in table.open and others:
                hidden.add(min(others, key=costs.__getitem__))
                unknown = table.unknown(hidden)
                alone = True


def _beside(tables: Sequence[Table], key: Key, hidden: set[Key], costs: Costs) -> Key | None:
    """The cheapest cell still visible on a line of a key, or anywhere when its lines are all hidden."""
    lines = {frozenset(each for each, _ in line) for table in tables for line in table.lines}
    near = {each for line in lines if key in line for each in line}
    for among in (near, set(costs)):
        visible = [each for each in among if each in costs and each not in hidden]
        if visible:
            return min(visible, key=costs.__getitem__)
    return None


def _costs(tables: Sequence[Table], public: Collection[Key]) -> Costs:
    """What hiding each cell costs: totals cost most, what is public once hides the rest of the time only,
    empty cells protect nothing, then small is cheap."""
    ever = {key for table in tables for key in table.public}
    known: dict[Key, tuple[int, int]] = {}
    for table in tables:
        for key, count in table.counts.items():
            if key not in public and key not in table.public and key not in table.open:
                known[key] = (table.ranks.get(key, 0), max(count, known.get(key, (0, 0))[1]))
    return {key: (rank, key in ever, most == 0, most, name(key)) for key, (rank, most) in known.items()}
