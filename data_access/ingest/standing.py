"""Which imports still stand: what was undone, what would have to be undone first."""

from collections.abc import Iterable

from data_access.ingest.extent import Extent
from data_access.status import Import


def extent_of(done: Import) -> Extent:
    """What an import replaced."""
    return Extent(done.first_month, done.last_month, done.dispositif)


def in_force(imports: Iterable[Import]) -> set[int]:
    """The numbers of the imports that no import in force undoes; an undoing can be undone too."""
    standing: set[int] = set()
    undone: set[int] = set()
    for done in sorted(imports, key=lambda one: one.number, reverse=True):
        if done.number not in undone:
            standing.add(done.number)
            if done.undoes is not None:
                undone.add(done.undoes)
    return standing


def latest_load(imports: Iterable[Import], extent: Extent) -> Import | None:
    """The last file of one kind that still stands somewhere in this extent."""
    known = list(imports)
    standing = in_force(known)
    loads = [
        done
        for done in known
        if done.undoes is None and done.number in standing and extent_of(done).overlaps(extent)
    ]
    return loads[-1] if loads else None


def to_undo_first(imports: Iterable[Import], undone: Import) -> list[int]:
    """The later imports of the kind that stand in the extent of this one.

    A later undoing of a still later import changes nothing to what this one left, so it is no hindrance.
    """
    known = list(imports)
    standing = in_force(known)
    return [
        done.number
        for done in known
        if done.number > undone.number
        and done.number in standing
        and (done.undoes is None or done.undoes <= undone.number)
        and extent_of(done).overlaps(extent_of(undone))
    ]
