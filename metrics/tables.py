"""The masks of the tables of one fact and one year, from the people they count at each date. Pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from metrics.cells import TOTAL, Cell, Classes, People, base, lines
from metrics.intervals import Key, Line, Table
from metrics.star import Axis, Crossing, Dimension, Published
from metrics.suppression import mask

Group = tuple[Crossing, ...]


@dataclass(frozen=True, eq=False)
class Told:
    """What is known besides the tables: cells, each with its weight, come to a count, or to no more."""

    weights: Mapping[Cell, Fraction]
    count: int
    at_most: bool = False

    @property
    def only(self) -> Cell | None:
        """The one cell that it tells, if it tells one."""
        return next(iter(self.weights)) if list(self.weights.values()) == [1] and not self.at_most else None


@dataclass(frozen=True, eq=False)
class Mask:
    """The cells of a year that are not shown, with what they were judged on."""

    people: Mapping[date, People]  # of each month-end, or of the year
    classes: Classes
    hidden: frozenset[Key]
    told: tuple[tuple[date, Told], ...] = ()

    def shows(self, cells: Iterable[Cell]) -> bool:
        """Whether every one of some cells is shown."""
        return TOTAL not in self.hidden and self.hidden.isdisjoint(cells)


def masked(
    published: Published,
    people: Mapping[date, People],
    classes: Classes,
    told: Collection[tuple[date, Told]] = (),
    secret: Collection[Cell] = (),
) -> Mask:
    """The mask of every table: margins first, which the others then take as they are.

    ``secret`` cells are hidden whatever they count.
    """
    hidden: set[Any] = set(secret)
    shown: set[Any] = set()
    for group in groups(published, classes):
        tables = [table(group, classes, people[day], [t for d, t in told if d == day]) for day in people]
        met = {key for each in tables for key in each.ranks}
        forced = {key for key in met if any(each <= key for each in hidden)}
        hides = mask(tables, group[0].least, public=shown - forced, forced=forced)
        hidden |= hides
        shown |= met - hides
    return Mask(people, classes, frozenset(hidden), tuple(told))


def groups(published: Published, classes: Classes) -> list[Group]:
    """The margins of each axis, then the tables, those that are joined together."""
    found = [each for each in published.crossings if each.least and all(d in classes for d in _told_by(each))]
    joined: dict[object, list[Crossing]] = {}
    for crossing in found:
        joined.setdefault(crossing.joined or crossing, []).append(crossing)
    return [*((margin,) for margin in _margins(found)), *map(tuple, joined.values())]


def _margins(crossings: Sequence[Crossing]) -> list[Crossing]:
    """What is told by one axis alone: of everyone, or else of those that the only tables are about."""
    found: dict[Dimension, Crossing] = {}
    for crossing in sorted(crossings, key=lambda each: len(each.among)):
        for axis in () if crossing.printed_only or len(crossing.axes) == 1 else crossing.axes:
            before = found.get(axis.dimension)
            if before is None or before.among == crossing.among:
                least = min(crossing.least, before.least if before else crossing.least)
                found[axis.dimension] = Crossing(axes=(axis,), among=crossing.among, least=least)
    return list(found.values())


def _told_by(crossing: Crossing) -> Iterable[Dimension]:
    return (axis.dimension for axis in crossing.axes)


def table(group: Group, classes: Classes, people: People, told: Sequence[Told]) -> Table:
    """Some tables at one date as one: their cells, the lines between them, and what is known besides."""
    counts, linked = _crossed([each for each in group if not each.printed_only], classes, people)
    ranks = _ranks(group, counts)
    wider = [each for each in group if each.printed_only]
    cube = Crossing(axes=_axes(group), least=0)
    inside = people.counts(cube, classes) if wider else {}
    aside = {cell for each in told for cell in each.weights} - set(counts)
    if aside & set(inside):  # what is printed crosses tables: they are linked by the people themselves
        linked += lines(cube, classes)
    else:
        inside = {}
    mine = [each for each in told if set(each.weights) <= set(counts) | set(inside)]
    public: set[Key] = {each.only for each in mine if each.only is not None}
    known: dict[Key, int] = {}
    slack: dict[Key, int] = {}
    for n, each in enumerate(each for each in mine if each.only is None):
        known["told", n] = each.count
        line: list[tuple[Key, float]] = [(key, float(weight)) for key, weight in each.weights.items()]
        if each.at_most:
            slack["slack", n] = each.count - sum(({**inside, **counts})[cell] for cell in each.weights)
            line.append((("slack", n), 1.0))
        linked.append((*line, (("told", n), -1.0)))
    opened = (set(inside) - set(counts) - public) | set(slack)
    everything: dict[Key, int] = {}
    for some in (inside, counts, known, slack):
        everything.update(some)
    return Table(
        everything,
        tuple(linked),
        ranks,
        frozenset(public | set(known)),
        frozenset(opened),
    )


def _crossed(
    group: Iterable[Crossing], classes: Classes, people: People
) -> tuple[dict[Cell, int], list[Line]]:
    """The cells of some tables and the lines of each, what they share once."""
    counts: dict[Cell, int] = {}
    linked: dict[Line, None] = {}
    for crossing in group:
        counts |= people.counts(crossing, classes)
        linked |= dict.fromkeys(lines(crossing, classes))
    return counts, list(linked)


def _ranks(group: Group, counts: Iterable[Cell]) -> dict[Key, int]:
    """How much of a total each cell is: by how many axes of a table it is not told."""
    told = [(base(each), {axis.dimension.id for axis in each.axes}) for each in group]
    return {
        cell: max(len(axes - {name for name, _ in cell}) for around, axes in told if around <= cell)
        for cell in counts
    }


def _axes(group: Group) -> tuple[Axis, ...]:
    """Every axis of the tables about everyone, once."""
    return tuple({axis.dimension: axis for each in group if not each.among for axis in each.axes}.values())
