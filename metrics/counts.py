"""Which whole numbers of a base give a printed percentage: none, for some that were printed."""

from decimal import Decimal
from fractions import Fraction

from metrics.present.words import number, rounded


def fits(printed: Decimal, base: int) -> bool:
    """Whether some whole number of the base is the printed percentage, once rounded as it was."""
    return any(_as_printed(count, base, printed) == printed for count in range(base + 1))


def nearest(printed: Decimal, base: int) -> tuple[int, int]:
    """The whole numbers of the base just under and just over the printed percentage."""
    under = int(Fraction(printed) * base / 100)
    return under, min(under + 1, base)


def sentence(printed: Decimal, base: int) -> str:
    """« Aucun nombre entier sur 63 ne donne 64 % : 40 font 63 %, 41 font 65 %. »"""
    decimals = _decimals(printed)
    near = ", ".join(
        f"{count} font {number(Fraction(_as_printed(count, base, printed)), decimals)}\u00a0%"
        for count in nearest(printed, base)
    )
    wanted = number(Fraction(printed), decimals)
    return f"Aucun nombre entier sur {number(Fraction(base))} ne donne {wanted}\u00a0% : {near}."


def _as_printed(count: int, base: int, printed: Decimal) -> Decimal:
    return rounded(Fraction(100 * count, base), _decimals(printed))


def _decimals(printed: Decimal) -> int:
    return max(0, -int(printed.as_tuple().exponent))
