"""What figures are set against and how far they are from it, in columns of numbers."""

from collections.abc import Sequence

from metrics.model import Metric
from metrics.present import words
from metrics.present.datum import NOTHING, Datum, Head, number
from metrics.present.percent import has_percent
from metrics.present.table import Ref
from metrics.result import Cell, Figure, State
from metrics.unit import Unit

CHANGE = "Évolution"
_REFERENCE, _AMOUNT = "Référence", "Écart"
_PERCENT, _POINTS = Unit(symbol="%", decimals=1), Unit(symbol="pt", decimals=1)
_Columns = list[tuple[Head, list[Datum]]]


def compared(before: str, refs: Sequence[Ref | None], *, has_reference: bool = True) -> _Columns:
    """What figures are set against, and how far they are from it, when they are set against something.

    As on a page, what has no value of its own is set against nothing: what is hidden is hidden whole.
    Without a reference, that is told in another column.
    """
    told = list(filter(_is_set_against, filter(None, refs)))
    if not told:
        return []
    against = next((ref.answer.versus_label for ref in told if ref.answer.versus_label), _REFERENCE)
    references = [number(_reference(ref.cell), ref.metric.unit) if ref else NOTHING for ref in refs]
    changes = [_moved(ref.cell, ref.metric) if ref else NOTHING for ref in refs]
    signs = dict.fromkeys(map(_sign, told))
    unit = f" ({next(iter(signs))})" if len(signs) == 1 else ""
    found = [(Head(f"{before}{against}", is_number=True, is_reference=True), references)]
    found = found if has_reference else []
    found.append((Head(f"{before}{CHANGE}{unit}", is_number=True), changes))
    if any(map(_has_amount_alone, told)):
        amounts = [_amount(ref.cell, ref.metric) if ref else NOTHING for ref in refs]
        found.append((Head(f"{before}{_AMOUNT}", is_number=True), amounts))
    if len(signs) > 1:
        own = [_sign(ref) if ref else "" for ref in refs]
        found.append((Head("Unité de l'évolution"), [Datum(each) for each in own]))
    return found


def are_told(refs: Sequence[Ref | None], others: Sequence[Ref | None]) -> bool:
    """Whether all that some figures are set against is in another column, line by line."""
    pairs = [(ref, other) for ref, other in zip(refs, others, strict=True) if ref and _is_set_against(ref)]
    return bool(pairs) and all(other is not None and _is_reference(ref, other) for ref, other in pairs)


def _is_reference(ref: Ref, other: Ref) -> bool:
    known = _reference(ref.cell), other.cell.figure
    before, told = ((figure.value, figure.state) for figure in known)
    return ref.metric is other.metric and before == told


def _is_set_against(ref: Ref) -> bool:
    return ref.cell.reference.state is not State.NOT_APPLICABLE


def _reference(cell: Cell) -> Figure:
    """What a figure is set against, or its own mark when it has no value."""
    return cell.reference if cell.figure.value is not None else cell.figure


def _sign(ref: Ref) -> str:
    """How the change of a figure is told: in points for a percentage."""
    return "pt" if ref.metric.unit.change_in_points else "%"


def _moved(cell: Cell, metric: Metric) -> Datum:
    """A change in percent or in points; a mark where a percentage would mean nothing."""
    unit, figure = (_POINTS if metric.unit.change_in_points else _PERCENT), cell.change
    if figure.value is not None and (unit is _POINTS or has_percent(cell, metric)):
        text, tone = words.percent_change(cell, metric), words.tone(cell, metric)
        return Datum(text, figure.value, unit, is_change=True, tone=tone)
    state = figure.state if figure.value is None else State.NOT_COMPUTABLE
    return Datum(words.MARKS[state], unit=unit, state=state)


def _has_amount_alone(ref: Ref) -> bool:
    """Whether a change is told in its own unit, for want of a percentage."""
    after, before = ref.cell.figure.value, ref.cell.reference.value
    told = after is not None and before is not None and not ref.metric.unit.change_in_points
    return told and ref.cell.is_compared and not has_percent(ref.cell, ref.metric)


def _amount(cell: Cell, metric: Metric) -> Datum:
    """By how much a figure changed, in its own unit, as far as its change may be told."""
    after, before = cell.figure.value, cell.reference.value
    if after is None or before is None or not cell.is_compared:
        state = cell.change.state
        return Datum(words.MARKS.get(state, words.MARKS[State.MISSING]), state=state)
    moved = Figure(after - before)
    unit = metric.unit.of_changes
    text, tone = words.exact(moved, unit), words.tone(cell, metric)
    return Datum(text, moved.value, unit, is_change=True, tone=tone)
