"""Rules of the trade that are more than a measure over another, as pure functions.

Each receives, by member of the breakdown its rule declares, a number per measure (None where absent).
"""

from fractions import Fraction

from metrics.model import Members, Ruled

ZERO = Fraction(0)


def column(members: Members, position: int) -> list[Fraction]:
    """The numbers of one measure, 0 where a member has none."""
    return [numbers[position] or ZERO for numbers in members.values()]


def total(members: Members) -> Ruled:
    """Adds a number over distinct members, each counted once whatever the rows that name it."""
    return sum(column(members, 0), ZERO), None


def added(members: Members) -> Ruled:
    """Adds numbers of several facts, over all members."""
    return sum((number or ZERO for numbers in members.values() for number in numbers), ZERO), None


def share(members: Members) -> Ruled:
    """Divides the sum of a first number by the sum of a second, each distinct member counted once."""
    return sum(column(members, 0), ZERO), sum(column(members, 1), ZERO)


def share_among(members: Members) -> Ruled:
    """Divides the sum of a first number by that of a second, over the members that have the second."""
    having = {member: numbers for member, numbers in members.items() if numbers[1]}
    return share(having)


def gap(members: Members) -> Ruled:
    """Takes the sum of a second number from the sum of a first."""
    return sum(column(members, 0), ZERO) - sum(column(members, 1), ZERO), None


def gap_share(members: Members) -> Ruled:
    """Divides the gap of a first number to a second by the size of the second.

    What is promised may be negative: doing better than it is still a gap above 0.
    """
    promised = sum(column(members, 1), ZERO)
    return sum(column(members, 0), ZERO) - promised, abs(promised)


def share_of_either(members: Members) -> Ruled:
    """Divides the sum of a first number by that of the members that have it or a second, each once."""
    either = (max(first or ZERO, second or ZERO) for first, second, *_ in members.values())
    return sum(column(members, 0), ZERO), sum(either, ZERO)


def share_having(members: Members) -> Ruled:
    """Divides the members that have both numbers by those that have the second."""
    having = [first for first, second, *_ in members.values() if second]
    return Fraction(sum(bool(first) for first in having)), Fraction(len(having))


def known(members: Members) -> Ruled:
    """Gives the number that was declared, and nothing when none was."""
    said = [first for first, *_ in members.values() if first is not None]
    return (sum(said, ZERO), None) if said else None


def only(members: Members) -> Ruled:
    """Gives the one number that was declared; nothing when none was, or several, which never add up."""
    said = [first for first, *_ in members.values() if first is not None]
    return (said[0], None) if len(said) == 1 else None


def middle(members: Members) -> Ruled:
    """Finds the median of the members themselves, which are whole numbers, each weighed by a count."""
    counted = sorted(
        (Fraction(member), numbers[0] or ZERO) for member, numbers in members.items() if member is not None
    )
    whole = sum((count for _, count in counted), ZERO)
    if not whole:
        return ZERO, ZERO
    low, high = (_at(counted, rank) for rank in ((whole + 1) // 2, whole // 2 + 1))
    return (low + high) / 2, None


def middle_in_years(members: Members) -> Ruled:
    """Finds the median of members that are months, in years."""
    found = middle(members)
    return None if found is None else (found[0] / 12, found[1])


def _at(counted: list[tuple[Fraction, Fraction]], rank: int) -> Fraction:
    """The value of the member that holds a rank, the first being 1."""
    passed = ZERO
    for value, count in counted:
        passed += count
        if passed >= rank:
            return value
    raise ValueError(rank)
