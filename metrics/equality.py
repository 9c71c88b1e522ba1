"""Rules of the equality index: what payroll declares, line by line, then the index and its indicators.

Members are the groups of pay and the counts; their numbers are the women, men and both mean pays of a group,
then the women and men of a count.
"""

from collections.abc import Callable
from fractions import Fraction

from data_access.codes import EQUALITY, PAY_GROUP
from metrics.egapro.counts import Leave
from metrics.egapro.index import Common, Index, small_index
from metrics.egapro.pay import PayGroup
from metrics.egapro.raises import Raises
from metrics.egapro.scales import InvalidDeclaration
from metrics.model import Members, Ruled
from metrics.rules import ZERO


def index(members: Members) -> Ruled:
    """Divides the points by those that could be had; not computable on too small a base."""
    found = _declared(members)
    if found is None:
        return None
    return Fraction(found.points), Fraction(found.base) if found.computable else ZERO


def points(name: str) -> Callable[[Members], Ruled]:
    """Gives the rule that reads the points of an indicator."""

    def read(members: Members) -> Ruled:
        found = _declared(members)
        if found is None:
            return None
        own = found[name].points
        return (ZERO, ZERO) if own is None else (Fraction(own), None)

    return read


def result(name: str, scale: int = 1) -> Callable[[Members], Ruled]:
    """Gives the rule that reads what the scale of an indicator reads; ``scale`` turns it into its unit."""

    def read(members: Members) -> Ruled:
        found = _declared(members)
        if found is None:
            return None
        own = found[name].result
        return (ZERO, ZERO) if own is None else (own / scale, None)

    return read


def _declared(members: Members) -> Index | None:
    """The index of what was declared, or None when a part of it was not, or contradicts another."""
    groups = [_group(name, members[name]) for name in PAY_GROUP if name in members]
    if not groups or any(item not in members for item in EQUALITY):
        return None
    try:
        return _index(groups, members)
    except InvalidDeclaration:
        return None


def _index(groups: list[PayGroup], members: Members) -> Index:
    women_raised, men_raised = _count(members, "raised")
    returns, raised = (_count(members, item)[0] for item in ("returns", "returns_raised"))
    top_women, top_men = _count(members, "top_ten")
    women, men = (sum(counted) for counted in zip(*((g.women, g.men) for g in groups), strict=True))
    common = Common(
        groups=groups, leave=Leave(during=returns, raised=raised), top_women=top_women, top_men=top_men
    )
    return small_index(common, Raises(women=women, men=men, women_raised=women_raised, men_raised=men_raised))


def _group(name: str, numbers: tuple[Fraction | None, ...]) -> PayGroup:
    women, men, women_pay, men_pay, *_ = numbers
    return PayGroup(
        name=PAY_GROUP.labels[name],
        women=int(women or 0),
        men=int(men or 0),
        women_pay=women_pay,
        men_pay=men_pay,
    )


def _count(members: Members, item: str) -> tuple[int, int]:
    """The women and men of a count."""
    *_, women, men = members[item]
    return int(women or 0), int(men or 0)
