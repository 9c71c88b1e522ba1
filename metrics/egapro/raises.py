"""Indicators 2-3, 2 and 3: gaps in the rates of raises and promotions, and the catching up they may be."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from metrics.egapro.scales import (
    PAY_SCALE,
    PROMOTIONS_SCALE,
    RAISES_AND_PROMOTIONS_SCALE,
    RAISES_SCALE,
    Favours,
    Indicator,
    InvalidDeclaration,
    Reason,
    check_counts,
    enough_retained,
    favoured,
    large_enough,
    one_decimal,
    percent,
    weighted,
)

LEAST = 5  # women, and men, of an employer of 50 to 250
LEAST_BY_CATEGORY = 10  # women, and men, of a category retained beyond
FULL_PAY_POINTS = PAY_SCALE.maximum
SCALES = {"ind2_3": RAISES_AND_PROMOTIONS_SCALE, "ind2": RAISES_SCALE, "ind3": PROMOTIONS_SCALE}


class Reading(StrEnum):
    """What an indicator in favour of nobody says about catching up.

    The ministry's form asks for two favoured sexes; its simulator takes equality for a third one. An
    equality of rates already has every point of its scale: the points are the same by both readings.
    """

    FORM = "form"
    SIMULATOR = "simulator"


@dataclass(frozen=True, kw_only=True)
class Raises:
    """People on the payroll of an employer of 50 to 250, and those whose own base salary was raised."""

    women: int
    men: int
    women_raised: int
    men_raised: int

    def __post_init__(self) -> None:
        counts = {"femmes": self.women, "hommes": self.men}
        raised = {"femmes augmentées": self.women_raised, "hommes augmentés": self.men_raised}
        check_counts("Augmentations individuelles", **counts, **raised)
        if self.women_raised > self.women or self.men_raised > self.men:
            raise InvalidDeclaration(
                f"Augmentations individuelles : {self.women_raised} femmes sur {self.women} et "
                f"{self.men_raised} hommes sur {self.men} ; les augmentés dépassent l'effectif."
            )


@dataclass(frozen=True, kw_only=True)
class RaisesIndicator(Indicator):
    """Indicator 2-3: it keeps the better of two readings, in points of rate and in people."""

    people: Fraction | None = None
    points_by_rate: int | None = None
    points_by_people: int | None = None


@dataclass(frozen=True, kw_only=True)
class CategoryRates:
    """People of a category of a larger employer, and the share of each sex raised or promoted."""

    name: str
    women: int
    men: int
    women_rate: Fraction | None = None
    men_rate: Fraction | None = None

    def __post_init__(self) -> None:
        check_counts(f"Catégorie « {self.name} »", femmes=self.women, hommes=self.men)

    @property
    def headcount(self) -> int:
        """Its women and men."""
        return self.women + self.men

    @property
    def rates(self) -> tuple[Fraction, Fraction]:
        """The rates of women and men; a category retained must have both."""
        if self.women_rate is None or self.men_rate is None:
            raise InvalidDeclaration(
                f"Catégorie « {self.name} » : elle compte au moins {LEAST_BY_CATEGORY} femmes et "
                f"{LEAST_BY_CATEGORY} hommes, indiquez leurs deux taux."
            )
        return self.women_rate, self.men_rate


def caught_up(
    pay_points: int | None,
    pay_favours: Favours | None,
    favours: Favours | None,
    reading: Reading = Reading.FORM,
) -> bool:
    """Whether a gap makes up for the pay gap: that one loses points, and favours the other sex."""
    known = pay_points is not None and pay_favours is not None and favours is not None
    if not known or pay_points == FULL_PAY_POINTS or pay_favours is favours:
        return False
    return reading is Reading.SIMULATOR or Favours.EQUALITY not in (pay_favours, favours)


def rate_gap(women_rate: Fraction, men_rate: Fraction) -> Fraction:
    """The gap of men's rate over women's."""
    if min(women_rate, men_rate) < 0:
        raise InvalidDeclaration("Taux d'augmentation ou de promotion : un taux ne peut pas être négatif.")
    return men_rate - women_rate


def raises_and_promotions(raises: Raises, pay: Indicator) -> RaisesIndicator:
    """Indicator 2-3, of an employer of 50 to 250."""
    maximum = RAISES_AND_PROMOTIONS_SCALE.maximum
    if not raises.women_raised + raises.men_raised:
        return RaisesIndicator(id="ind2_3", maximum=maximum, reason=Reason.NO_RAISE)
    if not large_enough(raises.women, raises.men, LEAST):
        return RaisesIndicator(id="ind2_3", maximum=maximum, reason=Reason.TOO_FEW)
    gap = rate_gap(Fraction(raises.women_raised, raises.women), Fraction(raises.men_raised, raises.men))
    result = one_decimal(percent(abs(gap)))
    people = one_decimal(abs(gap) * min(raises.women, raises.men))
    return from_gaps(result, people, favoured(gap), pay)


def from_gaps(result: Fraction, people: Fraction, favours: Favours | None, pay: Indicator) -> RaisesIndicator:
    """Indicator 2-3 from its two gaps: in points of rate, and in people of the less numerous sex."""
    by_rate, by_people = map(RAISES_AND_PROMOTIONS_SCALE.points, (result, people))
    scaled = max(by_rate, by_people)
    catching_up = caught_up(pay.points, pay.favours, favours)
    return RaisesIndicator(
        id="ind2_3",
        maximum=RAISES_AND_PROMOTIONS_SCALE.maximum,
        points=RAISES_AND_PROMOTIONS_SCALE.maximum if catching_up else scaled,
        result=result,
        favours=favours,
        scaled=scaled,
        caught_up=catching_up,
        people=people,
        points_by_rate=by_rate,
        points_by_people=by_people,
    )


def raises(categories: Sequence[CategoryRates], any_raise: bool, pay: Indicator) -> Indicator:
    """Indicator 2, of an employer of more than 250: raises, promotions left out."""
    return _by_category("ind2", Reason.NO_RAISE, categories, any_raise, pay)


def promotions(categories: Sequence[CategoryRates], any_promotion: bool, pay: Indicator) -> Indicator:
    """Indicator 3, of an employer of more than 250."""
    return _by_category("ind3", Reason.NO_PROMOTION, categories, any_promotion, pay)


def rates_computable(any_in_period: bool, retained: int, total: int, rates: Sequence[Fraction]) -> bool:
    """Whether rates by category can be compared: there are some, above 0, for enough people."""
    return any_in_period and enough_retained(retained, total) and any(rate > 0 for rate in rates)


def from_gap(
    name: str,
    result: Fraction,
    favours: Favours | None,
    pay: Indicator,
    retained: int | None = None,
) -> Indicator:
    """Indicator 2 or 3 from its gap in percent."""
    scale = SCALES[name]
    scaled = scale.points(result)
    catching_up = caught_up(pay.points, pay.favours, favours)
    return Indicator(
        id=name,
        maximum=scale.maximum,
        points=scale.maximum if catching_up else scaled,
        result=result,
        favours=favours,
        retained=retained,
        scaled=scaled,
        caught_up=catching_up,
    )


def _by_category(
    name: str,
    none: Reason,
    categories: Sequence[CategoryRates],
    any_in_period: bool,
    pay: Indicator,
) -> Indicator:
    kept = [each for each in categories if large_enough(each.women, each.men, LEAST_BY_CATEGORY)]
    retained, total = (sum(each.headcount for each in some) for some in (kept, categories))
    rates = [rate for each in kept for rate in each.rates] if any_in_period else []
    if not rates_computable(any_in_period, retained, total, rates):
        reason = none if enough_retained(retained, total) or not any_in_period else Reason.RETAINED
        return Indicator(id=name, maximum=SCALES[name].maximum, reason=reason, retained=retained)
    gap = sum((weighted(rate_gap(*each.rates), each.headcount, retained) for each in kept), Fraction(0))
    result = one_decimal(percent(abs(gap)))
    return from_gap(name, result, favoured(gap) if result else Favours.EQUALITY, pay, retained)
