"""Rules over month-ends: means, turnover, legal headcount. Their members are months."""

from fractions import Fraction

from metrics.model import Members, Ruled
from metrics.rules import ZERO, column

_MONTHS_A_YEAR = 12


def mean(members: Members) -> Ruled:
    """Averages a stock over the month-ends that were loaded."""
    heads = _known(members, 0)
    return (_mean(heads) if heads else ZERO), None


def leavers_rate(members: Members) -> Ruled:
    """Divides those who left over the period by the mean of the month-ends, which comes second."""
    heads = _known(members, 1)
    return sum(column(members, 0), ZERO), _mean(heads) if heads else ZERO


def renewal_rate(members: Members) -> Ruled:
    """Averages the rates of entries and of exits, over the mean of the month-ends, which comes third."""
    heads = _known(members, 2)
    moved = sum(column(members, 0), ZERO) + sum(column(members, 1), ZERO)
    return moved / 2, _mean(heads) if heads else ZERO


def legal_headcount(members: Members) -> Ruled:
    """Adds those on roll on the last month-end, in full, to twelfths of those who came and went.

    Not computable unless the period is made of twelve consecutive month-ends.
    """
    numbers = sorted(month.year * _MONTHS_A_YEAR + month.month for month in members)
    if len(numbers) != _MONTHS_A_YEAR or numbers[-1] - numbers[0] != _MONTHS_A_YEAR - 1:
        return ZERO, ZERO
    permanent = members[max(members)][0] or ZERO
    return permanent + sum(column(members, 1), ZERO) / _MONTHS_A_YEAR, None


def _known(members: Members, position: int) -> list[Fraction]:
    """The numbers of one measure, for the months that have one."""
    return [number for numbers in members.values() if (number := numbers[position]) is not None]


def _mean(numbers: list[Fraction]) -> Fraction:
    return sum(numbers, ZERO) / len(numbers)
