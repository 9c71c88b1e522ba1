"""Exact splits of a change between its parts: nothing is left over, nothing is approximated.

A sum moves by what each part moves. A rate moves because the parts' own rates move (rate effect) and
because their weights do (mix effect); the split is the symmetric one, at the midpoint of both periods.
"""

from collections.abc import Hashable, Mapping
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


def of_rate(before: Mapping[Member, Ratio], after: Mapping[Member, Ratio]) -> dict[Member, Effects] | None:
    """What each part adds to the change of a rate, or None when either period has no rate.

    With w a part's share of the denominator and r its rate, the rate effect is mean(w)·Δr and the mix
    effect what remains of Δ(w·r) once the mean rate is taken off: (mean(r) - mean(R))·Δw. Parts without a
    denominator in one period have no rate there: all they add is mix.
    """
    whole_before, whole_after = _whole(before), _whole(after)
    if whole_before.rate is None or whole_after.rate is None:
        return None
    middle = (whole_before.rate + whole_after.rate) / 2
    nothing = Ratio(ZERO, ZERO)
    return {
        member: _effects(
            before.get(member, nothing), after.get(member, nothing), whole_before, whole_after, middle
        )
        for member in dict.fromkeys((*after, *before))
    }


def _whole(parts: Mapping[Member, Ratio]) -> Ratio:
    values = parts.values()
    return Ratio(sum((p.numerator for p in values), ZERO), sum((p.denominator for p in values), ZERO))


def _effects(old: Ratio, new: Ratio, whole_old: Ratio, whole_new: Ratio, middle: Fraction) -> Effects:
    moved = new.numerator / whole_new.denominator - old.numerator / whole_old.denominator
    weights = old.denominator / whole_old.denominator, new.denominator / whole_new.denominator
    rate = ZERO
    if old.rate is not None and new.rate is not None:
        rate = (weights[0] + weights[1]) / 2 * (new.rate - old.rate)
    return Effects(rate, moved - rate - middle * (weights[1] - weights[0]))
