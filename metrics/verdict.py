"""What to think of a printed figure beside the one that was found."""

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from metrics import counts
from metrics.present.words import rounded

_MORE_THAN = Fraction(105, 100)


class Verdict(StrEnum):
    """What the comparison says, in the words people read."""

    SAME = "identique"
    SAME_ROUNDED = "identique à l'arrondi"
    COMPATIBLE = "compatible"
    DECLARED = "déclaré"
    UNREACHABLE = "non atteignable"
    GAP = "écart"
    COMING = "à venir dans le catalogue"


def compared(printed: Decimal, precision: str, computed: Fraction | None, base: Fraction | None) -> Verdict:
    """Equal after half-up rounding at the printed precision; « plus de x » means up to 5 % above.

    Out of reach only while no count of the base gives what was printed: then it is a share like another.
    """
    if computed is None:
        return Verdict.GAP
    if precision == "unreachable" and base and not counts.fits(printed, int(base)):
        return Verdict.UNREACHABLE
    match precision:
        case "more_than":
            held = Fraction(printed) < computed <= Fraction(printed) * _MORE_THAN
            return Verdict.COMPATIBLE if held else Verdict.GAP
        case "about":
            return Verdict.COMPATIBLE if rounded(computed, 0) == printed else Verdict.GAP
    if rounded(computed, max(0, -int(printed.as_tuple().exponent))) != printed:
        return Verdict.GAP
    return Verdict.SAME if precision == "exact" else Verdict.SAME_ROUNDED
