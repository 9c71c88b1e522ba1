"""How much an amount rests on a few members: the share of the first one, and the Herfindahl index.

Shares are of the whole. What is assigned to no member (None) is part of the whole and no member: a
large « non affecté » lowers both figures, it never stands for a funder.
"""

from fractions import Fraction

from metrics.model import Members, Ruled

ZERO = Fraction(0)


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
