"""Parts of 100 that add up to 100: each is rounded down, then the largest remainders are rounded up.

It is the method of the largest remainder (Hamilton; Hare quota): no part is further than one unit of the
last decimal from its exact value. Where remainders are equal, the larger amount is rounded up first, then
the one that comes first.
"""

from collections.abc import Sequence
from fractions import Fraction

HUNDRED = 100


def parts_of_100(amounts: Sequence[Fraction], decimals: int = 2) -> tuple[Fraction, ...] | None:
    """The part of each amount in the whole, which add up to exactly 100; None when parts mean nothing.

    They mean nothing of a whole of nothing, nor when an amount is below zero: credit notes beyond invoices.
    """
    whole = sum(amounts, Fraction(0))
    if whole <= 0 or any(amount < 0 for amount in amounts):
        return None
    units = HUNDRED * 10**decimals
    exact = [amount * units / whole for amount in amounts]
    floors = [quota.numerator // quota.denominator for quota in exact]
    first = sorted(range(len(amounts)), key=lambda n: (floors[n] - exact[n], -amounts[n], n))
    raised = frozenset(first[: units - sum(floors)])
    return tuple(Fraction(floor + (n in raised), 10**decimals) for n, floor in enumerate(floors))
