"""Whether a change may be told in percent: never of a handful of people or things."""

from fractions import Fraction

from metrics.model import Metric
from metrics.present.phrases import COUNTED
from metrics.result import Cell

FEWEST = 20  # of what is counted one by one: from fewer, a percentage says too much


def has_percent(cell: Cell, metric: Metric) -> bool:
    """Whether it begins from something on the same side of zero, and from enough of what is counted."""
    after, before = cell.figure.value or Fraction(0), cell.reference.value or Fraction(0)
    return before != 0 and after * before >= 0 and not (_is_counted(metric) and before < FEWEST)


def _is_counted(metric: Metric) -> bool:
    unit = metric.unit
    return unit.symbol in COUNTED and not metric.is_ratio and not unit.intensive
