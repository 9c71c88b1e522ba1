"""Exact splits of a change between its parts: nothing is left over, nothing is approximated.

A sum moves by what each part moves. A rate moves because the parts' own rates move (rate effect) and
because their weights do (mix effect); the split is the symmetric one, at the midpoint of both periods.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

Member = TypeVar("Member", bound=Hashable)
ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Ratio:
    """The two sums of a part in one period."""

    numerator: Fraction
    denominator: Fraction

    @property
    def rate(self) -> Fraction | None:
        """The part's own rate, or None when there is nothing to divide by."""
        return self.numerator / self.denominator if self.denominator else None


@dataclass(frozen=True, slots=True)
class Effects:
    """What a part adds to the change of a rate, in the unit of the rate."""

    rate: Fraction
    mix: Fraction

    @property
    def both(self) -> Fraction:
        """Its whole contribution."""
        return self.rate + self.mix


def of_sum(before: Mapping[Member, Fraction], after: Mapping[Member, Fraction]) -> dict[Member, Fraction]:
    """What each part adds to the change of a sum; a part absent from a period counts 0 there."""
    members = dict.fromkeys((*after, *before))
    return {member: after.get(member, ZERO) - before.get(member, ZERO) for member in members}


def of_rate(
    before: Mapping[Member, Ratio], after: Mapping[Member, Ratio], wholes: tuple[Ratio, Ratio]
) -> dict[Member, Effects] | None:
    """What each part adds to the change of a rate, or None when either period has no rate.

    ``wholes`` are the sums of all parts before and after, those not given included. With w a part's share
    of the denominator and r its rate, the rate effect is mean(w)·Δr and the mix effect what remains of
    Δ(w·r) once the mean of the whole rate, times Δw, is taken off. A part without a denominator in one
    period has no rate there: all it adds is mix.
    """
    if wholes[0].rate is None or wholes[1].rate is None:
        return None
    middle = (wholes[0].rate + wholes[1].rate) / 2
    nothing = Ratio(ZERO, ZERO)
    return {
        member: _effects((before.get(member, nothing), after.get(member, nothing)), wholes, middle)
        for member in dict.fromkeys((*after, *before))
    }


def _effects(part: tuple[Ratio, Ratio], wholes: tuple[Ratio, Ratio], middle: Fraction) -> Effects:
    shares = [each.numerator / whole.denominator for each, whole in zip(part, wholes, strict=True)]
    weights = [each.denominator / whole.denominator for each, whole in zip(part, wholes, strict=True)]
    old, new = part[0].rate, part[1].rate
    rate = ZERO if old is None or new is None else (weights[0] + weights[1]) / 2 * (new - old)
    return Effects(rate, shares[1] - shares[0] - rate - middle * (weights[1] - weights[0]))


def of_quotient(
    before: Mapping[Member, Fraction], after: Mapping[Member, Fraction], under: tuple[Fraction, Fraction]
) -> tuple[dict[Member, Fraction], Fraction]:
    """What each term of a sum adds to the change of that sum over a number, and what the number adds.

    A term adds its own change over the number, in mean of both periods; the number adds the change of its
    inverse, times the sum in mean. Neither number is 0.
    """
    inverses = [1 / each for each in under]
    middle = sum(before.values(), ZERO) + sum(after.values(), ZERO)
    terms = {term: moved * sum(inverses, ZERO) / 2 for term, moved in of_sum(before, after).items()}
    return terms, middle / 2 * (inverses[1] - inverses[0])


def whole(parts: Iterable[Ratio]) -> Ratio:
    """The ratio of the sums of parts."""
    numerator, denominator = ZERO, ZERO
    for part in parts:
        numerator, denominator = numerator + part.numerator, denominator + part.denominator
    return Ratio(numerator, denominator)


def minus(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    """The difference of two sums, not known as soon as one of them is not."""
    return None if one is None or other is None else one - other
