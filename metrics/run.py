"""Ask the store, divide last, make it safe, and hand back figures that know their own definitions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache

from sqlalchemy import Connection

from data_access.access import Scope
from data_access.engine import reading_engine
from data_access.errors import AccessDenied
from data_access.row_rights import let_read
from metrics import reference, rights, sums
from metrics.askable import require_published
from metrics.asked import CURRENT, REFERENCE, Slot, slots
from metrics.catalogue.dimensions import AGENCY
from metrics.compile import compile_query
from metrics.context import Context, context, context_within
from metrics.coverage import last_day_read
from metrics.disclosure import Secrecy
from metrics.figures import dispositifs, figure_at, is_complete, set_against, slots_of, within_reach
from metrics.kinds import When
from metrics.lines import Place, Slots, keys, labels, lines, perimeter, versus_label
from metrics.model import Measure, Metric
from metrics.period import add_months
from metrics.query import NO_COMPARISON, Against, Filter, Query
from metrics.result import MISSING, NOT_APPLICABLE, NOT_COMPUTABLE, Cell, Figure, Result, Row, State
from metrics.sums import Sums


def ask(
    url: str, query: Query, scope: Scope, as_of: int | None = None, *, known: Context | None = None
) -> Result:
    """The answer to a question, from memory when the same was asked since the last import.

    Equal questions, scopes, as-of and last import give the same frozen answer to everyone. ``known``
    is a context of the same store, for those who ask many questions: it is read once, and all their
    answers are of its import, whatever is loaded meanwhile.
    """
    known = known or context(url, as_of)
    return _remembered(url, query, scope, known.as_of, known.import_number)


@lru_cache(maxsize=1024)
def _remembered(url: str, query: Query, scope: Scope, as_of: int | None, number: int) -> Result:
    with reading_engine(url).connect() as connection:
        return answer(connection, query, scope, context_within(connection, url, as_of, number))


def answer(connection: Connection, query: Query, scope: Scope, known: Context) -> Result:
    """Compiles, runs and assembles one question; see ``ask``."""
    reading = _reading(connection, query, scope, known)
    columns = [reading.cells(metric) for metric in query.metrics]
    return Result(
        query=query,
        rows=tuple(
            Row(keys(query, place), labels(query, place, known), tuple(column[n] for column in columns))
            for n, place in enumerate(reading.places)
        ),
        perimeter=perimeter(query, scope, known),
        versus_label=versus_label(query.versus, query.period),
        data_dates=tuple(map(reading.data_date, query.metrics)),
        partial=tuple(map(reading.is_partial, query.metrics)),
        as_of=known.as_of,
        import_number=known.import_number,
    )


@dataclass(frozen=True, eq=False)
class _Reading:
    """One question being answered: what was asked, what was read, and the lines to fill."""

    connection: Connection
    query: Query
    scope: Scope
    known: Context
    slots: Slots
    sums: Sums
    places: Sequence[Place]

    def cells(self, metric: Metric) -> list[Cell]:
        """Each line's figure of one metric beside what it is set against, both made safe."""
        pairs = zip(self.places, self.figures(metric, CURRENT), self._references(metric), strict=True)
        cells = [self._beside(metric, *each) for each in pairs]
        if self.query.step is None:
            return cells
        return [
            replace(cell, partial=True) if self._is_partial_step(metric, place, cell) else cell
            for place, cell in zip(self.places, cells, strict=True)
        ]

    def _is_partial_step(self, metric: Metric, place: Place, cell: Cell) -> bool:
        """Whether a step has a figure that more days would change: some were not asked for, or not loaded."""
        if cell.figure.value is None:
            return False
        flows = any(measure.when is When.EVENT for measure in metric.read)
        steps = self.slots.get((CURRENT, place[0]), [])
        return (flows and any(map(self._is_cut, steps))) or not self._is_whole(metric, place, CURRENT)

    def _is_cut(self, slot: Slot) -> bool:
        """Whether the period begins or ends within a step of time."""
        grain = self.query.step.grain if self.query.step else None
        whole = None if grain is None else (slot.step, add_months(slot.step, grain.months))
        return whole is not None and (slot.start, slot.stop) != whole

    def data_date(self, metric: Metric) -> date | None:
        """The last day its facts are all loaded up to, within the period."""
        days = [last_day_read(fact, self.known.coverage, *self._asked(metric)) for fact in metric.facts]
        loaded = [day for day in days if day is not None]
        return min(loaded) if loaded else None

    def is_partial(self, metric: Metric) -> bool:
        """Whether some month that the period reads has not been loaded for one of its facts."""
        start, stop, own = self._asked(metric)
        loaded = all(is_complete(m, start, stop, own, self.known.coverage) for m in metric.read)
        return not loaded or any(self._misses_begun(measure, start) for measure in metric.read)

    def _misses_begun(self, measure: Measure, start: date) -> bool:
        """Whether spans begun before the first month ever loaded, and still open, are not known."""
        first = self.known.coverage.first_month([measure.fact.kind])
        open_ones = measure.when in (When.OVERLAP, When.AT_END, When.MONTH_ENDS)
        return open_ones and first is not None and start <= first

    def _beside(self, metric: Metric, place: Place, current: Figure, other: Figure) -> Cell:
        """A figure and its reference; a period is never set against one of which months are missing."""
        if self.query.versus.against is Against.MEDIAN and reference.is_size(metric):
            return Cell(current, other)
        if not self._is_compared or State.NOT_APPLICABLE in (current.state, other.state):
            return set_against(metric, current, other)
        if not self._is_whole(metric, place, REFERENCE):
            return Cell(current, MISSING, MISSING)
        cell = set_against(metric, current, other)
        if not self._is_whole(metric, place, CURRENT):
            return replace(cell, change=MISSING)
        uneven = self._is_uneven and reference.grows(metric)
        return replace(cell, change=NOT_COMPUTABLE) if uneven else cell

    @cached_property
    def _is_compared(self) -> bool:
        """Whether the question sets a period against another."""
        return self.query.versus.reference(self.query.period) is not None

    @cached_property
    def _is_uneven(self) -> bool:
        """Whether the question, not cut into steps, sets a period against a longer or a shorter one."""
        return self.query.step is None and self.query.versus.lengths(self.query.period) is not None

    def _is_whole(self, metric: Metric, place: Place, side: int) -> bool:
        query, groups = self._own(metric), place[1]
        own = dispositifs(query, groups, self.known)
        coverage = self.known.coverage
        mine = slots_of(query, self.slots, (side, *place), self.known)
        return all(
            is_complete(measure, slot.start, slot.stop, own, coverage)
            for measure in metric.read
            for slot in mine
        )

    def _references(self, metric: Metric) -> list[Figure]:
        match self.query.versus.against:
            case Against.NONE:
                return [NOT_APPLICABLE] * len(self.places)
            case Against.TARGET:
                return self._targets(metric)
            case Against.MEDIAN:
                return self._medians(metric)
        return self.figures(metric, REFERENCE)

    def figures(self, metric: Metric, side: int) -> list[Figure]:
        """The safe figures of one side."""
        query, secrecy = self._own(metric), Secrecy(self.connection, self.known)
        require_published(metric, query)
        safe = []
        for step, groups in self.places:
            spot = (side, step, groups)
            raw = figure_at(spot, metric, query, self.slots, self.sums, self.known)
            mine = slots_of(query, self.slots, spot, self.known)
            safe.append(secrecy.protect(metric, query, groups, mine, raw))
        return safe

    def _own(self, metric: Metric) -> Query:
        """The question about one metric, where the person's own agencies are a filter like another."""
        return self._each[metric]

    @cached_property
    def _each(self) -> dict[Metric, Query]:
        """That question for each of the metrics: every line needs it, several times."""
        found = {}
        for metric in self.query.metrics:
            limit = rights.own_agencies(metric.domain, self.scope, self.query.where)
            found[metric] = replace(self.query, metrics=(metric,), where=(*self.query.where, *limit))
        return found

    def _targets(self, metric: Metric) -> list[Figure]:
        query = self._own(metric)
        if not rights.is_about_own(query, self.scope, self.known.home_agencies):
            return [NOT_APPLICABLE] * len(self.places)
        promised = reference.targets(self.connection, metric, self.known.as_of)
        found = []
        for step, groups in self.places:
            mine = slots_of(query, self.slots, (CURRENT, step, groups), self.known)
            days = {(slot.start, slot.stop) for slot in mine}
            found.append(reference.target_figure(metric, query, groups, days, promised))
        return found

    def _medians(self, metric: Metric) -> list[Figure]:
        """The median of the other agencies, asked with the right to compare and shown as one number."""
        query = self._own(metric)
        reference.require_one_agency(query)
        if not self.scope.right(metric.domain).compare:
            raise AccessDenied("La comparaison avec les autres agences n'est pas ouverte à votre rôle.")
        kept = tuple(f for f in query.where if f.dimension is not AGENCY)
        every = replace(
            query,
            by=tuple(dict.fromkeys((*query.by, AGENCY))),
            where=(*kept, Filter(AGENCY, self.known.territories)),
            versus=NO_COMPARISON,
        )
        others = {
            place: reference.elsewhere(query, place, within_reach(query, place[1], self.known))
            for place in self.places
        }
        asked = tuple(dict.fromkeys(place for places in others.values() for place in places))
        reading = _reading(self.connection, every, self.scope.everywhere(), self.known)
        let_read(self.connection, self.scope, totals=True)  # the others were read for this number only
        found = dict(zip(asked, replace(reading, places=asked).figures(metric, CURRENT), strict=True))
        at, own = every.groups.index(AGENCY), self.scope.right(metric.domain).agencies
        by_place = ({str(p[1][at]): found[p] for p in others[place]} for place in self.places)
        return [reference.median_figure(each, own) for each in by_place]

    def _asked(self, metric: Metric) -> tuple[date, date, frozenset[str] | None]:
        """The bounds of what is asked, and the dispositifs it is about when it is not about all."""
        own = dispositifs(self._own(metric), (), self.known)
        parts = [slot for (side, _), slots in self.slots.items() if side == CURRENT for slot in slots]
        mine = [slot for slot in parts if slot.is_about(own)] or parts  # about nothing: as far as it could be
        return min(slot.start for slot in mine), max(slot.stop for slot in mine), own


def _reading(connection: Connection, query: Query, scope: Scope, known: Context) -> _Reading:
    """Compiles and runs the question."""
    asked = slots(query, known.first_months)
    statements = compile_query(query, scope, asked, known.as_of, known.coverage)
    let_read(connection, scope, totals=True)
    read = sums.read(connection, statements)
    by_side: Slots = {}
    for slot in asked:
        by_side.setdefault((slot.side, slot.step), []).append(slot)
    places = lines(query, scope, known, by_side, read, Secrecy(connection, known).members(query, asked))
    return _Reading(connection, query, scope, known, by_side, read, places)
