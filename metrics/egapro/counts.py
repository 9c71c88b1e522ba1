"""Indicators 4 and 5: women raised on their return from leave, and who earns the ten highest pays."""

from dataclasses import dataclass
from fractions import Fraction

from metrics.egapro.scales import (
    LEAVE_POINTS,
    TOP_TEN_POINTS,
    Favours,
    Indicator,
    InvalidDeclaration,
    Reason,
    check_counts,
    favoured,
)

TOP = 10


@dataclass(frozen=True, kw_only=True)
class Leave:
    """Women back from maternity or adoption leave.

    ``during`` counts those whose company or category was raised while they were away; ``raised`` those
    of them raised on return; ``returns`` everyone back, when known, tells why nothing is computable.
    """

    during: int
    raised: int
    returns: int | None = None

    def __post_init__(self) -> None:
        check_counts(
            "Retours de congé", retours=self.returns or 0, concernées=self.during, augmentées=self.raised
        )
        if self.raised > self.during or (self.returns is not None and self.during > self.returns):
            raise InvalidDeclaration(
                f"Retours de congé : {self.raised} salariées augmentées sur {self.during} concernées"
                + (f" et {self.returns} retours" if self.returns is not None else "")
                + " ; chaque nombre doit être compris dans le suivant."
            )


def raised_on_return(leave: Leave) -> Indicator:
    """Indicator 4: all of them, or nothing."""
    if not leave.during:
        reason = Reason.NO_RETURN if leave.returns == 0 else Reason.NO_RAISE_DURING_LEAVE
        return Indicator(id="ind4", maximum=LEAVE_POINTS, reason=reason)
    share = raised_share(leave)
    points = leave_points(share)
    return Indicator(id="ind4", maximum=LEAVE_POINTS, points=points, scaled=points, result=share)


def raised_share(leave: Leave) -> Fraction:
    """The share of women raised on return, in percent."""
    return Fraction(100 * leave.raised, leave.during)


def leave_points(share: Fraction) -> int:
    """Every point at exactly 100 %, none below: 99.96 % is not rounded up."""
    if not 0 <= share <= 100:
        raise InvalidDeclaration(
            "Retours de congé : la part de salariées augmentées doit aller de 0 à 100 %."
        )
    return LEAVE_POINTS if share == 100 else 0


def top_ten(women: int, men: int) -> Indicator:
    """Indicator 5: the sex with fewer people among the ten highest pays."""
    check_counts("Dix plus hautes rémunérations", femmes=women, hommes=men)
    if women + men != TOP:
        raise InvalidDeclaration(
            f"Dix plus hautes rémunérations : {women} femmes et {men} hommes ne font pas {TOP} personnes."
        )
    fewer = under_represented(women, men)
    points = top_ten_points(fewer)
    return Indicator(
        id="ind5",
        maximum=TOP_TEN_POINTS[-1],
        points=points,
        scaled=points,
        result=Fraction(fewer),
        favours=over_represented(women, men),
    )


def under_represented(women: int, men: int) -> int:
    """How many people the sex with fewer has."""
    return min(women, men)


def over_represented(women: int, men: int) -> Favours:
    """The sex with more people, or equality."""
    return favoured(Fraction(men - women))


def top_ten_points(fewer: int) -> int:
    """The points of a number of people of the sex with fewer, from 0 to 5."""
    if not 0 <= fewer < len(TOP_TEN_POINTS):
        raise InvalidDeclaration(
            "Dix plus hautes rémunérations : le sexe sous-représenté compte de 0 à "
            f"{len(TOP_TEN_POINTS) - 1} personnes, pas {fewer}."
        )
    return TOP_TEN_POINTS[fewer]
