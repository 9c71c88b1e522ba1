"""Indicator 1: the pay gap, by group of age and category."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from metrics.egapro.scales import (
    PAY_SCALE,
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
from metrics.parameters.legal import CATEGORY_THRESHOLD, LEVEL_THRESHOLD

LEAST = 3  # women, and men, of a group retained


class Classification(StrEnum):
    """How groups are made, beside age: it decides how small a gap is not relevant."""

    CATEGORIES = "csp"
    LEVELS = "levels"


THRESHOLDS = {
    Classification.CATEGORIES: CATEGORY_THRESHOLD.value / 100,
    Classification.LEVELS: LEVEL_THRESHOLD.value / 100,
}


@dataclass(frozen=True, kw_only=True)
class PayGroup:
    """People of one age band and one category, and their mean yearly pay, as if full time."""

    name: str
    women: int
    men: int
    women_pay: Fraction | None = None
    men_pay: Fraction | None = None

    def __post_init__(self) -> None:
        check_counts(f"Groupe « {self.name} »", femmes=self.women, hommes=self.men)

    @property
    def headcount(self) -> int:
        """Its women and men."""
        return self.women + self.men

    @property
    def retained(self) -> bool:
        """Whether it counts enough of both."""
        return large_enough(self.women, self.men, LEAST)

    @property
    def gap(self) -> Fraction:
        """Its gap; a group retained must have both means."""
        gap = pay_ratio(self.women_pay, self.men_pay)
        if gap is None:
            raise InvalidDeclaration(
                f"Groupe « {self.name} » : il compte au moins {LEAST} femmes et {LEAST} hommes, "
                "indiquez leurs deux rémunérations moyennes, supérieures à 0."
            )
        return gap


def pay_ratio(women_pay: Fraction | None, men_pay: Fraction | None) -> Fraction | None:
    """The gap of men's mean pay over women's, as a share of men's; None unless both are above 0."""
    if women_pay is None or men_pay is None or women_pay <= 0 or men_pay <= 0:
        return None
    return Fraction(men_pay - women_pay) / men_pay


def beyond(gap: Fraction, threshold: Fraction) -> Fraction:
    """What exceeds the threshold, on the same side: a threshold never turns a gap over."""
    kept = max(abs(gap) - threshold, Fraction(0))
    return kept if gap > 0 else -kept


def pay_gap(
    groups: Sequence[PayGroup], classification: Classification, by_category: Sequence[PayGroup] = ()
) -> Indicator:
    """Indicator 1; groups by level that do not make it computable give way to those by category."""
    found = _pay_gap(groups, THRESHOLDS[classification])
    if found.computable or classification is Classification.CATEGORIES or not by_category:
        return found
    return _pay_gap(by_category, THRESHOLDS[Classification.CATEGORIES])


def _pay_gap(groups: Sequence[PayGroup], threshold: Fraction) -> Indicator:
    kept = [group for group in groups if group.retained]
    retained = sum(group.headcount for group in kept)
    if not enough_retained(retained, sum(group.headcount for group in groups)):
        return Indicator(id="ind1", maximum=PAY_SCALE.maximum, reason=Reason.RETAINED, retained=retained)
    parts = (weighted(beyond(group.gap, threshold), group.headcount, retained) for group in kept)
    overall = sum(parts, Fraction(0))
    result = one_decimal(percent(abs(overall)))
    points = PAY_SCALE.points(result)
    return Indicator(
        id="ind1",
        maximum=PAY_SCALE.maximum,
        points=points,
        scaled=points,
        result=result,
        favours=favoured(overall) if result else Favours.EQUALITY,
        retained=retained,
    )
