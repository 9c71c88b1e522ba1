"""Small cells: the single place where figures about people are made safe.

Of people, only fixed tables are told (``catalogue/partitions.py``): a question is a sum of cells of one of
them, and its figure is shown when each of these cells is (``masks.py``). Whatever is asked, in whatever
order and by whomever, is thus made of cells that are shown, and of what reports print.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from metrics.askable import weight
from metrics.asked import Slot
from metrics.cells import Classes, People, cells_of, conditions, crossing_of
from metrics.context import Context
from metrics.kinds import Aggregate, When
from metrics.masks import mask_of
from metrics.model import Dimension, Measure, Metric
from metrics.printed import kept, printed
from metrics.query import Query, Value
from metrics.result import HIDDEN, NOT_COMPUTABLE, Figure, State
from metrics.star import Crossing, Published
from metrics.tables import Mask

_MOST_FOUND = 50_000
About = Mapping[Dimension, frozenset[Value]]
Asked = dict[Dimension, set[Value]]


@dataclass(frozen=True, eq=False)
class Secrecy:
    """What may be told of people, of a store as known to a context."""

    connection: Connection
    known: Context

    def protect(
        self, metric: Metric, query: Query, groups: Sequence[Value], slots: Sequence[Slot], raw: Figure
    ) -> Figure:
        """The same figure when it may be told, hidden otherwise.

        What a report prints is told whatever it counts, without those of its sums that are hidden.
        """
        if raw.state not in (State.PRESENT, State.NOT_COMPUTABLE):
            return raw
        about = kept(query, tuple(groups))
        judged = [each for each in metric.read if each is not metric.whole]
        hidden = [each for each in judged if not self._may_tell(each, about, slots)]
        known = not hidden or self._gives(metric, hidden, about, slots)
        if known and not _is_small(metric, raw):
            return _without_sums(metric, raw)
        if not self._is_printed(metric, about, slots):
            return HIDDEN
        if metric.over in hidden and not self._is_printed(metric.over, about, slots):
            return Figure(raw.value, raw.state)
        return replace(raw, base=None, whole=None)

    def members(self, query: Query, slots: Sequence[Slot]) -> dict[Dimension, set[Value]]:
        """The members met of each breakdown of a question about people, whatever it keeps of them."""
        told = [fact for fact in query.facts if fact.published is not None] if query.groups else []
        years = {year for slot in slots for year in _years(slot)} if told else set()
        masks = [mask_of(self.connection, self.known, fact, year) for fact in told for year in sorted(years)]
        people = [each for mask in masks for each in mask.people.values()]
        return {d: set().union(*(self._met(each, d) for each in people)) for d in query.groups if people}

    def _met(self, people: People, dimension: Dimension) -> set[Any]:
        """The members of a breakdown that some people have, or that gather those they have."""
        for place, own in enumerate(people.dimensions):
            mine = {row[place] for row in people.rows} - {None}
            if own is dimension:
                return mine
            if own.key.primary_key and own.key.table is dimension.key.table:
                gathered = self._gatherer(own, dimension)
                return {gathered[member] for member in mine}
        return set()

    def _is_printed(self, told: Metric | Measure, about: About, slots: Sequence[Slot]) -> bool:
        """Whether a report prints a figure, or a count by itself."""
        if "register" not in self.known.kept:
            lines = printed(self.connection, self.known)
            counts = {
                (each.metric.measure, *each.key[1:])
                for each in lines
                if each.metric.measure and each.metric.over is None
            }
            self.known.kept["register"] = counts | {each.key for each in lines}
        key = (told, frozenset(about.items()), slots[0].start, slots[0].stop)
        return len(slots) == 1 and key in self.known.kept["register"]

    def _gives(self, metric: Metric, hidden: Sequence[Measure], about: About, slots: Sequence[Slot]) -> bool:
        """Whether reports print each hidden sum of a rate by itself: both sums then give it anyway."""
        return metric.over is not None and all(self._is_printed(each, about, slots) for each in hidden)

    def _may_tell(self, measure: Measure, about: About, slots: Sequence[Slot]) -> bool:
        """Whether all the cells that a measure adds up are shown, as found once."""
        published = measure.fact.published
        if published is None:
            return True
        found: dict[Any, bool] = self.known.kept.setdefault("found", {})
        key = (measure, frozenset(about.items()), tuple(slots))
        if key not in found:
            if len(found) >= _MOST_FOUND:
                found.clear()
            found[key] = self._shows(published, measure, about, slots)
        return found[key]

    def _shows(self, published: Published, measure: Measure, about: About, slots: Sequence[Slot]) -> bool:
        asked = conditions(about, measure)
        by = weight(measure)
        crossing = crossing_of(published, asked if by is None else {by: (), **asked})
        if crossing is None or not crossing.least:
            return crossing is not None
        if crossing.printed_only or not all(_suits(measure, crossing, asked, slot) for slot in slots):
            return False
        told = self._gathered(crossing, asked)
        cells = (
            (mask, cells_of(crossing, each, mask.classes))
            for mask in self._masks(measure, slots)
            for each in _weighed(measure, told, mask.classes)
        )
        shown = all(each is not None and mask.shows(each) for mask, each in cells)
        return shown and self._tells_what_became(published, measure, asked, slots)

    def _tells_what_became(
        self, published: Published, measure: Measure, asked: Asked, slots: Sequence[Slot]
    ) -> bool:
        """Whether those who come may be told: taken from all those of a year, they leave who stayed.

        So nothing of what became of the year before may be hidden.
        """
        ends = next((axis.dimension for axis in published.axes.values() if axis.once_past is not None), None)
        if ends is None or measure.dated is not measure.fact.day:
            return True
        crossing = crossing_of(published, {ends: set(), **asked})
        if crossing is None:
            return False
        told = self._gathered(crossing, asked)
        for year in sorted({year - 1 for slot in slots for year in _years(slot)}):
            mask = mask_of(self.connection, self.known, measure.fact, year)
            cells = cells_of(crossing, told, mask.classes)
            outcomes = mask.classes.get(ends, ())
            if cells is None or not mask.shows(c | {(ends.id, each)} for c in cells for each in outcomes):
                return False
        return True

    def _masks(self, measure: Measure, slots: Sequence[Slot]) -> Iterator[Mask]:
        """The masks of the years that are read: of a stock's last month, only the year that it is in."""
        for slot in slots:
            masks = [mask_of(self.connection, self.known, measure.fact, year) for year in _years(slot)]
            loaded = [mask for mask in masks if mask.people]
            yield from loaded[-1:] if measure.when is When.LAST else loaded

    def _gathered(self, crossing: Crossing, asked: Asked) -> Asked:
        """What is asked by the dimensions of a table: a kind of agency is some agencies."""
        told: Asked = {}
        for dimension, members in asked.items():
            axis = crossing.axis_for(dimension) or dimension
            mine = members if axis is dimension else self._members(axis, dimension, members)
            told[axis] = told.get(axis, mine) & mine
        return told

    def _members(self, axis: Dimension, dimension: Dimension, members: set[Value]) -> set[Value]:
        gathered = self._gatherer(axis, dimension)
        return {member for member, each in gathered.items() if each in members}

    def _gatherer(self, axis: Dimension, dimension: Dimension) -> dict[Any, Any]:
        """The member of a dimension that each member of an axis is gathered in."""
        key = ("gathered", axis, dimension)
        if key not in self.known.kept:
            rows = self.connection.execute(select(axis.key, dimension.key)).all()
            self.known.kept[key] = {row[0]: row[1] for row in rows}
        found: dict[Any, Any] = self.known.kept[key]
        return found


def _years(slot: Slot) -> range:
    """The calendar years that a period touches."""
    return range(slot.start.year, (slot.stop - date.resolution).year + 1)


def _suits(measure: Measure, crossing: Crossing, asked: Asked, slot: Slot) -> bool:
    """Whether a table is told of a period: what comes and goes, of whole calendar years only."""
    if slot.first_month is not None:
        return False
    past = [axis for axis in crossing.axes if axis.once_past is not None and axis.dimension in asked]
    if any(axis.once_past is not measure.dated for axis in past):
        return False  # an outcome of another year
    years = {(day.month, day.day) for day in (slot.start, slot.stop)} == {(1, 1)}
    alone = measure.when is When.OVERLAP or measure.aggregate is Aggregate.DISTINCT
    if alone and (not years or slot.stop.year - slot.start.year > 1):
        return False  # who is in two years is in neither count
    return years or not crossing.yearly


def _weighed(measure: Measure, told: Asked, classes: Classes) -> tuple[Asked, ...]:
    """What a sum tells of: known lengths give back how many there are of each, which must all be shown."""
    by = weight(measure)
    if by is None:
        return (told,)
    met: Collection[Any] = classes.get(by, ())
    return tuple({**told, by: {each}} for each in told.get(by, met))


def _is_small(metric: Metric, figure: Figure) -> bool:
    """Whether it counts few people, or rests on few: days lost by nobody are still someone's."""
    if figure.numerator is None:
        return False
    if figure.base is not None:
        return figure.base < metric.hidden_below and bool(figure.base or figure.numerator)
    return not metric.is_ratio and 0 < figure.numerator < metric.hidden_below


def _without_sums(metric: Metric, figure: Figure) -> Figure:
    """A rate over fewer people than its minimum loses its sums; one over nobody has none to tell."""
    too_few = metric.min_cohort and figure.state is State.NOT_COMPUTABLE and figure.denominator
    return NOT_COMPUTABLE if too_few else figure
