"""From sums to figures: coverage decides between 0 and not known, ratios are divided last."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from functools import partial

from metrics.asked import Slot
from metrics.catalogue.dimensions import AGENCY, DISPOSITIF
from metrics.context import Context
from metrics.coverage import Coverage, known_until
from metrics.kinds import When
from metrics.model import Dimension, Measure, Metric
from metrics.month_ends import held
from metrics.period import Period
from metrics.query import Query, Value
from metrics.result import MISSING, NOT_APPLICABLE, NOT_COMPUTABLE, Cell, Figure, State
from metrics.sums import Spot, Sums

_MONTH_ENDS = (When.LAST, When.EVERY, When.MONTH_ENDS)
Absent = Callable[[], Figure | None]  # what a figure is without its sums, None for 0; asked when they miss


def figure_at(
    spot: Spot,
    metric: Metric,
    query: Query,
    slots: Mapping[tuple[int, date], list[Slot]],
    sums: Sums,
    known: Context,
) -> Figure:
    """The figure of a metric at a spot, as far as the days asked for and the files loaded tell it."""
    mine = slots_of(query, slots, spot, known)
    if _is_torn(metric, mine) or _is_between_ends(metric, mine) or _is_ahead(metric, mine, known.coverage):
        return MISSING
    return figure(metric, spot, sums, partial(absence, metric, query, slots, spot, known))


def figure(metric: Metric, spot: Spot, sums: Sums, absent: Absent) -> Figure:
    """The figure of a metric at a spot, from its sums."""
    numbers = sums.plain.get(spot, {})
    base, whole = (None if m is None else numbers.get(m, Fraction(0)) for m in (metric.base, metric.whole))
    if metric.rule is not None:
        return _ruled(metric, sums.members.get((metric, spot), {}), absent, base)
    if not all(m in numbers for m in metric.measures) and (without := absent()) is not None:
        return without
    numerator, *over = (numbers.get(m, Fraction(0)) for m in metric.measures)
    found = _divided(metric, numerator, over[0] if over else None, base)
    return found if whole is None else replace(found, whole=whole)


def _ruled(
    metric: Metric,
    members: Mapping[Value, Mapping[Measure, Fraction]],
    absent: Absent,
    base: Fraction | None,
) -> Figure:
    read = {measure for numbers in members.values() for measure in numbers}
    if not read.issuperset(metric.measures) and (without := absent()) is not None:
        return without
    if metric.rule is None:
        return MISSING
    by_member = {
        member: tuple(numbers.get(m) for m in metric.measures) for member, numbers in members.items()
    }
    found = metric.rule.function(by_member)
    return MISSING if found is None else _divided(metric, *found, base)


def _divided(
    metric: Metric, numerator: Fraction, denominator: Fraction | None, base: Fraction | None
) -> Figure:
    cohort = denominator if base is None else base
    if denominator == 0 or (cohort is not None and cohort < metric.min_cohort):
        return Figure(None, State.NOT_COMPUTABLE, numerator, denominator, base)
    if denominator is None:
        value = numerator if metric.unit.factor == 1 else numerator * metric.unit.factor
        return Figure(value, State.PRESENT, numerator, base=base)
    return Figure(numerator / denominator * metric.unit.factor, State.PRESENT, numerator, denominator, base)


def set_against(metric: Metric, current: Figure, reference: Figure) -> Cell:
    """A figure beside its reference, with the change between them."""
    return Cell(current, reference, _change(metric, current, reference))


def _change(metric: Metric, current: Figure, reference: Figure) -> Figure:
    """In points for a percentage, in percent of the reference otherwise; nothing of a state without value."""
    for each in (reference, current):
        if each.state is State.NOT_APPLICABLE:
            return NOT_APPLICABLE
    for each in (current, reference):
        if each.value is None:
            return Figure(None, each.state)
    before, after = reference.value or Fraction(0), current.value or Fraction(0)
    if metric.unit.change_in_points:
        return Figure(after - before)
    if before == 0:
        return NOT_COMPUTABLE
    return Figure((after - before) / abs(before) * 100, State.PRESENT, after - before, abs(before))


def absence(
    metric: Metric, query: Query, slots: Mapping[tuple[int, date], list[Slot]], spot: Spot, known: Context
) -> Figure | None:
    """What an absent sum means: out of the question, not known, or 0 (None) when some days were loaded."""
    mine = slots_of(query, slots, spot, known)
    if not mine:
        return NOT_APPLICABLE
    own = dispositifs(query, spot[2], known)
    covers = known.coverage.covers
    loaded = (any(covers(fact.kind, slot.start, slot.stop, own) for slot in mine) for fact in metric.facts)
    return None if all(loaded) else MISSING


def _is_between_ends(metric: Metric, slots: Sequence[Slot]) -> bool:
    """Whether it reads month-ends and is asked for days that hold none."""
    at_ends = any(measure.when in _MONTH_ENDS for measure in metric.read)
    return at_ends and bool(slots) and not any(held(slot.start, slot.stop) for slot in slots)


def tears(metric: Metric, start: date, stop: date) -> bool:
    """Whether a figure written month by month is asked for a part of a month.

    Nothing tells what part of the month's row, dated on one of its days, these days are worth.
    """
    return any(fact.monthly for fact in metric.facts) and (start.day != 1 or stop.day != 1)


def is_by_month(metric: Metric, period: Period) -> bool:
    """Whether a figure that is known month by month is asked for days that are not months."""
    start, stop = period.start, period.stop
    at_ends = any(measure.when in _MONTH_ENDS for measure in metric.read)
    return tears(metric, start, stop) or (at_ends and not held(start, stop))


def _is_torn(metric: Metric, slots: Iterable[Slot]) -> bool:
    return any(tears(metric, slot.start, slot.stop) for slot in slots)


def _is_ahead(metric: Metric, slots: Iterable[Slot], coverage: Coverage) -> bool:
    """Whether it reads a register of days that nothing loaded tells of: what is open then is only planned."""
    starts = [slot.start for slot in slots]
    days = [day for fact in metric.facts if (day := known_until(fact, coverage)) is not None]
    return bool(starts and days) and min(days) <= min(starts)


def is_complete(
    measure: Measure, start: date, stop: date, among: frozenset[str] | None, coverage: Coverage
) -> bool:
    """Whether all that a measure reads within bounds is known, for some dispositifs if told.

    A register covers all days, but what was over before the association's first files is not in it, and
    what will be after the last ones is only planned.
    """
    register = measure.fact.known_with
    until = known_until(measure.fact, coverage)
    if until is not None and stop > until:
        return False
    first = coverage.first_month([register]) if register else None
    looks_at = stop - timedelta(days=1) if measure.when is When.AT_END else start
    if first is not None and looks_at < first:
        return False
    return coverage.complete(measure.fact.kind, measure.reads_from(start, stop), stop, among)


def slots_of(
    query: Query, slots: Mapping[tuple[int, date], list[Slot]], spot: Spot, known: Context
) -> list[Slot]:
    """The asked periods a spot is about: for contract years, those of its dispositifs."""
    side, step, groups = spot
    own = dispositifs(query, groups, known)
    return [s for s in slots.get((side, step), []) if s.is_about(own)]


def dispositifs(query: Query, groups: tuple[Value, ...], known: Context) -> frozenset[str] | None:
    """The dispositifs a line, or the whole answer, is about, by its agencies if need be.

    None when it is not restricted; the empty set when it is about no dispositif, as the head office.
    """
    asked = _members(query, groups)
    if DISPOSITIF in asked:
        return frozenset(str(value) for value in asked[DISPOSITIF] if value is not None)
    if AGENCY not in asked:
        return None
    homes = known.home_agencies
    return frozenset(each for each in homes if homes[each] in asked[AGENCY])


def within_reach(query: Query, groups: tuple[Value, ...], known: Context) -> tuple[str, ...]:
    """The territorial agencies a line may tell about: those of its dispositifs when it names some."""
    named = _members(query, groups).get(DISPOSITIF, (None,))
    if None in named:
        return known.territories
    homes = {known.home_agencies.get(str(value)) for value in named}
    return tuple(agency for agency in known.territories if agency in homes)


def _members(query: Query, groups: tuple[Value, ...]) -> dict[Dimension, tuple[Value, ...]]:
    """The values a line keeps of each dimension, by the filters and by its own members."""
    asked = {f.dimension: f.values for f in query.where}
    return asked | {
        dimension: (value,) for dimension, value in zip(query.groups, groups, strict=bool(groups))
    }
