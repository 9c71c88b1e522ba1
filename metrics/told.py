"""Which parts of a change may be told: those whose sums are known, and never all but one secret."""

from datetime import date
from fractions import Fraction

from metrics.decompose import ZERO, Ratio
from metrics.model import Metric
from metrics.query import Value
from metrics.result import Cell, Figure, State

Named = tuple[Value | date, str]  # key and label
Groups = dict[Named, list[Cell]]  # the cells of each part


def told_parts(metric: Metric, groups: Groups) -> Groups:
    """The parts that may be told; a secret one is never alone among the others."""
    told = {part: cells for part, cells in groups.items() if all(map(is_told, cells))}
    if metric.hidden_below and len(groups) - len(told) == 1:
        sizes = {part: sum(map(_size, cells), ZERO) for part, cells in told.items()}
        some = [part for part in told if sizes[part]]
        for part in sorted(some, key=lambda part: sizes[part])[:1]:
            del told[part]
    return told


def _size(cell: Cell) -> Fraction:
    """How much a part weighs in both periods."""
    sums = (side for each in (cell.figure, cell.reference) for side in (each.numerator, each.denominator))
    return sum((each for each in sums if each is not None), ZERO)


def ratio_of(figure: Figure) -> Ratio:
    """The two sums of a figure, unknown ones as nothing."""
    return Ratio(figure.numerator or ZERO, figure.denominator or ZERO)


def is_told(cell: Cell) -> bool:
    """Whether both sums are known; nothing to divide by in one period is known, too few are not."""
    known = (State.PRESENT, State.NOT_COMPUTABLE)
    return all(each.state in known and each.numerator is not None for each in (cell.figure, cell.reference))
