"""How much an amount rests on a few members: the share of the first one, and the Herfindahl index.

Shares are of the whole. What is assigned to no member (None) is part of the whole and no member: a
large « non affecté » lowers both figures, it never stands for a funder.

The index is read on the scale of the European Commission's guidelines on horizontal mergers (2004/C 31/03,
points 19 and 20), written there out of 10 000 : it was made for the sellers of a market, and is a mark here.
"""

from enum import StrEnum
from fractions import Fraction

from metrics.model import Members, Ruled

ZERO = Fraction(0)
LOW, HIGH = Fraction(1000, 10_000), Fraction(2000, 10_000)
REFERENCE = (
    "Commission européenne, lignes directrices sur les concentrations horizontales (2004/C 31/03), points 19 "
    "et 20"
)


class Level(StrEnum):
    """How concentrated an index says that an amount is."""

    LOW = "peu concentrés"
    MODERATE = "moyennement concentrés"
    HIGH = "très concentrés"


def level(index: Fraction) -> Level:
    """How an index is read: below the first mark, up to the second one, beyond it."""
    if index < LOW:
        return Level.LOW
    return Level.MODERATE if index <= HIGH else Level.HIGH


def as_many_alike(index: Fraction) -> Fraction:
    """How many members giving as much as one another would make the same index: its inverse."""
    return 1 / index


def first_share(amounts: Members) -> Ruled:
    """The largest member's amount over the whole."""
    whole = _whole(amounts)
    return max(_named(amounts), default=ZERO), whole


def herfindahl(amounts: Members) -> Ruled:
    """The sum of the squared shares: 1 when one member gives all, 1/n when n give as much."""
    whole = _whole(amounts)
    return sum((amount**2 for amount in _named(amounts)), ZERO), whole**2


def _named(amounts: Members) -> list[Fraction]:
    return [numbers[0] or ZERO for member, numbers in amounts.items() if member is not None]


def _whole(amounts: Members) -> Fraction:
    """The sum of all amounts; 0, over which nothing is computable, when a share would have no meaning.

    Credit notes larger than a member's invoices make its share negative, and the others' too large.
    """
    each = [numbers[0] or ZERO for numbers in amounts.values()]
    if any(amount < 0 for amount in each) or not any(_named(amounts)):
        return ZERO
    return sum(each, ZERO)
