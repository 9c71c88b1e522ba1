"""The Wilson interval: how far a rate over few people could be from the one it estimates."""

from decimal import Decimal, localcontext
from fractions import Fraction

from metrics.parameters.legal import WILSON_Z

_DIGITS = 40  # of the square root, which is the only step that is not exact


def wilson(numerator: Fraction, denominator: Fraction) -> tuple[Fraction, Fraction]:
    """The 95 % interval of a proportion of people, from 0 to 1.

    Unlike the usual one it never leaves these bounds, and a rate of 0 or 100 % keeps some width. Exact
    but for the square root, taken to 40 digits; no rate over nobody, hence no interval.
    """
    if not 0 <= numerator <= denominator or denominator == 0:
        raise ValueError(f"no proportion: {numerator} of {denominator}")
    square = WILSON_Z.value**2
    width = denominator + square
    middle = numerator + square / 2
    missed = denominator - numerator
    half = WILSON_Z.value * _root(numerator * missed / denominator + square / 4)
    low = Fraction(0) if numerator == 0 else (middle - half) / width
    high = Fraction(1) if missed == 0 else (middle + half) / width
    return low, high


def _root(value: Fraction) -> Fraction:
    """The square root to 40 digits."""
    with localcontext(prec=_DIGITS):
        return Fraction((Decimal(value.numerator) / value.denominator).sqrt())
