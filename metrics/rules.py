"""Rules of the trade that are more than a measure over another, as pure functions."""

from collections.abc import Sequence
from fractions import Fraction


def total(members: Sequence[tuple[Fraction | None, ...]]) -> tuple[Fraction, Fraction | None]:
    """Adds a number over distinct members, each counted once whatever the rows that name it."""
    return sum((first or Fraction(0) for first, *_ in members), Fraction(0)), None


def share(members: Sequence[tuple[Fraction | None, ...]]) -> tuple[Fraction, Fraction | None]:
    """Divides the sum of a first number by the sum of a second, each distinct member counted once."""
    part = sum((first or Fraction(0) for first, *_ in members), Fraction(0))
    whole = sum((second or Fraction(0) for _, second, *_ in members), Fraction(0))
    return part, whole
