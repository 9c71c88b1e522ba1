"""The rules to come (directive EU 2023/970): seven indicators, as a version whose dates are data.

The French law was not final when these were read: a later reading is another version, not other code.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction


@dataclass(frozen=True)
class Tier:
    """Employers of so many people and more, who owe something every so many years from a first one.

    No first year: the duty is older than this version (the present index is a yearly one).
    """

    at_least: int
    every: int
    since: int | None = None

    def asks(self, workforce: int, year: int) -> bool:
        """Whether it binds an employer of this size in this year."""
        if workforce < self.at_least:
            return False
        if self.since is None:
            return True
        return year >= self.since and (year - self.since) % self.every == 0


@dataclass(frozen=True, kw_only=True)
class Version:
    """One reading of the rules: thresholds, who owes what and when, where it was read, what is doubtful."""

    id: str
    source: str
    checked_on: date
    alert_percent: Fraction
    alert_both_ways: bool
    balanced: tuple[Fraction, Fraction]
    declaration: tuple[Tier, ...]
    indicator_g: tuple[Tier, ...]
    doubts: tuple[str, ...]


class Balance(StrEnum):
    """The sex with too few people among the best paid quarter."""

    WOMEN = "women"
    MEN = "men"
    BALANCED = "balanced"


INDICATORS = {
    "A": "Écart de rémunération moyenne",
    "B": "Écart de rémunération variable moyenne",
    "C": "Écart de rémunération médiane",
    "D": "Écart de rémunération variable médiane",
    "E": "Part des femmes et des hommes qui reçoivent une rémunération variable",
    "F": "Femmes et hommes par quart de rémunération",
    "G": "Écart de rémunération par catégorie de salariés",
}
EXPECTED_2027 = Version(
    id="2026-07",
    source="directive (UE) 2023/970, projet de loi du 6 mars 2026, service de déclaration en préparation",
    checked_on=date(2026, 11, 22),
    alert_percent=Fraction(5),
    alert_both_ways=False,
    balanced=(Fraction(45, 100), Fraction(55, 100)),
    declaration=(Tier(100, every=1), Tier(50, every=3, since=2027)),
    indicator_g=(Tier(250, every=1), Tier(150, every=3, since=2027), Tier(50, every=3, since=2030)),
    doubts=(
        "La loi n'était pas définitive dans les pages lues.",
        "De 50 à 99 salariés, une source dit chaque année, une autre tous les trois ans (retenu).",
        "Un écart en faveur des femmes ne déclenche pas d'alerte dans la version lue ; ce point est discuté.",
    ),
)


def gap(women: Fraction, men: Fraction) -> Fraction | None:
    """The gap in percent of men's pay, below 0 when women earn more; None when men's is 0."""
    return None if men == 0 else 100 * Fraction(men - women) / men


def alert(found: Fraction | None, version: Version = EXPECTED_2027) -> bool:
    """Whether a gap is large enough to have to be justified."""
    if found is None:
        return False
    return (abs(found) if version.alert_both_ways else found) >= version.alert_percent


def balance(women_share: Fraction, version: Version = EXPECTED_2027) -> Balance:
    """The sex with too few people among the best paid quarter, by the share of women in it."""
    low, high = version.balanced
    if women_share < low:
        return Balance.WOMEN
    return Balance.MEN if women_share > high else Balance.BALANCED


def declaration_due(workforce: int, year: int, version: Version = EXPECTED_2027) -> bool:
    """Whether an employer of this legal headcount declares in the year."""
    return any(tier.asks(workforce, year) for tier in version.declaration)


def indicator_g_required(workforce: int, year: int, version: Version = EXPECTED_2027) -> bool:
    """Whether the declaration of the year has its seventh indicator, which the employer computes."""
    return any(tier.asks(workforce, year) for tier in version.indicator_g)


def indicators(workforce: int, year: int, version: Version = EXPECTED_2027) -> tuple[str, ...]:
    """The letters of the indicators that a declaration of the year carries."""
    required = indicator_g_required(workforce, year, version)
    return tuple(letter for letter in INDICATORS if letter != "G" or required)
