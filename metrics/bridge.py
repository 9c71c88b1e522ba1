"""From one count of the staff to another, step by step: what each part adds, down to nothing left.

People, contracts and posts are three records of the same work. Both ends are asked for; a step is what one
part has more, or less, of the second than of the first. Parts that may not be told are told together.
"""

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

from metrics.model import Metric
from metrics.present.text import row_labels
from metrics.result import Figure, Result, Row

ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Step:
    """What one part adds on the way from an end to the other."""

    label: str
    amount: Fraction


@dataclass(frozen=True, eq=False, kw_only=True)
class Bridge:
    """Two figures and the steps between them: the first and all the steps add up to the last."""

    start: Metric
    end: Metric
    first: Fraction
    last: Fraction
    steps: tuple[Step, ...]


def bridge(parts: Result, whole: Result, start: Metric, end: Metric) -> Bridge | None:
    """The steps from one figure to another by the breakdown of ``parts``; None when an end is not known.

    ``whole`` tells both ends. A part hidden alone would be found again by taking the others away: the
    smallest told is then told with it.
    """
    first, last = (whole.cell(metric).figure.value for metric in (start, end))
    if first is None or last is None:
        return None
    pairs = {row: (parts.cell(start, row).figure, parts.cell(end, row).figure) for row in parts.rows}
    told = _told(pairs)
    steps = [
        Step(row_labels(parts, row)[0], (after.value or ZERO) - (before.value or ZERO))
        for row, (before, after) in told.items()
    ]
    left = last - first - sum((step.amount for step in steps), ZERO)
    if left:
        steps.append(Step(_together(parts, told), left))
    return Bridge(start=start, end=end, first=first, last=last, steps=tuple(s for s in steps if s.amount))


def _together(parts: Result, told: Collection[Row]) -> str:
    """The names of the parts that are told as one."""
    names = [row_labels(parts, row)[0] for row in parts.rows if row not in told]
    return ", ".join(names)


def further(found: Bridge, end: Metric, last: Fraction | None, label: str) -> Bridge:
    """The same bridge, with one more step to a figure beyond its end, when that one is known."""
    if last is None:
        return found
    more = Step(label, last - found.last)
    steps = (*found.steps, *((more,) if more.amount else ()))
    return Bridge(start=found.start, end=end, first=found.first, last=last, steps=steps)


def _told(pairs: dict[Row, tuple[Figure, Figure]]) -> dict[Row, tuple[Figure, Figure]]:
    known = {row: both for row, both in pairs.items() if all(each.value is not None for each in both)}
    if len(pairs) - len(known) == 1 and known:
        counting = [row for row in known if known[row][0].value] or list(known)  # nobody hides nobody
        del known[min(counting, key=lambda row: known[row][0].value or ZERO)]
    return known
