"""From kilometres to kgCO2e: each kind of vehicle by its own factor, and nothing when a factor is missing."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from metrics.model import Members, Ruled

ZERO = Fraction(0)
Factors = Mapping[str, Fraction]  # kind of vehicle -> kgCO2e of one kilometre
_NOT_COMPUTABLE = ZERO, ZERO


def emitted(factors: Factors) -> Callable[[Members], Ruled]:
    """The rule that adds the kilometres of each kind of vehicle, times its factor.

    Not computable as soon as a kind that drove has no factor: leaving it out would read as clean.
    """

    def of(members: Members) -> Ruled:
        driven = _driven(members)
        if driven.keys() - factors.keys():
            return _NOT_COMPUTABLE
        return _emissions(driven, factors), None

    return of


def emitted_per_kilometre(factors: Factors) -> Callable[[Members], Ruled]:
    """The rule that divides those emissions by the kilometres: how clean they are, however many."""

    def of(members: Members) -> Ruled:
        driven = _driven(members)
        if driven.keys() - factors.keys():
            return _NOT_COMPUTABLE
        return _emissions(driven, factors), sum(driven.values(), ZERO)

    return of


def _driven(members: Members) -> dict[str, Fraction]:
    """The kilometres of the kinds of vehicle that drove."""
    return {str(kind): numbers[0] for kind, numbers in members.items() if numbers[0]}


def _emissions(driven: Mapping[str, Fraction], factors: Factors) -> Fraction:
    return sum((kilometres * factors[kind] for kind, kilometres in driven.items()), ZERO)
