"""What all indicators share: regimes, scales, the sex a gap favours, the result and why there is none."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from data_access.errors import UserError
from metrics.parameters.legal import RETAINED_SHARE
from metrics.present.words import rounded


class InvalidDeclaration(UserError):
    """The numbers of an index contradict each other."""


class Regime(StrEnum):
    """Which indicators an employer owes, by its legal headcount."""

    SMALL = "50-250"
    LARGE = ">250"


class Favours(StrEnum):
    """The sex a gap is in favour of."""

    WOMEN = "women"
    MEN = "men"
    EQUALITY = "equality"


class Reason(StrEnum):
    """Why an indicator is not computable, by the code of the ministry's form."""

    NO_RAISE = "absaugi"
    TOO_FEW = "etsno5f5h"
    NO_RAISE_DURING_LEAVE = "absaugpdtcm"
    NO_RETURN = "absrcm"
    RETAINED = "egvi40pcet"
    NO_PROMOTION = "absprom"


REASONS = {
    Reason.NO_RAISE: "Aucune augmentation individuelle pendant la période.",
    Reason.TOO_FEW: "L'effectif compte moins de 5 femmes ou moins de 5 hommes.",
    Reason.NO_RAISE_DURING_LEAVE: "Aucune augmentation pendant les congés maternité ou d'adoption.",
    Reason.NO_RETURN: "Aucun retour de congé maternité ou d'adoption pendant la période.",
    Reason.RETAINED: "Les groupes retenus représentent moins de 40 % de l'effectif pris en compte.",
    Reason.NO_PROMOTION: "Aucune promotion pendant la période.",
}


@dataclass(frozen=True)
class Scale:
    """Points by result: so many up to each bound, included; none beyond the last."""

    steps: tuple[tuple[int, int], ...]

    @property
    def maximum(self) -> int:
        """The points of a null result."""
        return self.steps[0][1]

    def points(self, result: Fraction) -> int:
        """The points of a result, which counts with one decimal: 2.04 is 2.0, 2.05 is 2.1."""
        counted = one_decimal(result)
        return next((points for bound, points in self.steps if counted <= bound), 0)


PAY_SCALE = Scale(
    tuple(enumerate((40, 39, 38, 37, 36, 35, 34, 33, 31, 29, 27, 25, 23, 21, 19, 17, 14, 11, 8, 5, 2)))
)
RAISES_AND_PROMOTIONS_SCALE = Scale(((2, 35), (5, 25), (10, 15)))
RAISES_SCALE = Scale(((2, 20), (5, 10), (10, 5)))
PROMOTIONS_SCALE = Scale(((2, 15), (5, 10), (10, 5)))
LEAVE_POINTS = 15  # every woman raised, or none of the points
TOP_TEN_POINTS = (0, 0, 5, 5, 10, 10)  # by number of people of the sex with fewer
MAXIMA: Mapping[Regime, Mapping[str, int]] = {
    Regime.SMALL: {
        "ind1": PAY_SCALE.maximum,
        "ind2_3": RAISES_AND_PROMOTIONS_SCALE.maximum,
        "ind4": LEAVE_POINTS,
        "ind5": TOP_TEN_POINTS[-1],
    },
    Regime.LARGE: {
        "ind1": PAY_SCALE.maximum,
        "ind2": RAISES_SCALE.maximum,
        "ind3": PROMOTIONS_SCALE.maximum,
        "ind4": LEAVE_POINTS,
        "ind5": TOP_TEN_POINTS[-1],
    },
}
LABELS = {
    "ind1": "Écart de rémunération",
    "ind2_3": "Écart de taux d'augmentations individuelles, promotions comprises",
    "ind2": "Écart de taux d'augmentations individuelles, hors promotions",
    "ind3": "Écart de taux de promotions",
    "ind4": "Salariées augmentées au retour de congé maternité ou d'adoption",
    "ind5": "Sexe sous-représenté parmi les dix plus hautes rémunérations",
}


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """What an indicator comes to: its points, or the reason why there are none.

    ``result`` is what the scale reads (a gap in %, a share in %, a number of people); ``retained`` the
    headcount of the groups retained; ``scaled`` the points of the scale, before any catching up.
    """

    id: str
    maximum: int
    points: int | None = None
    reason: Reason | None = None
    result: Fraction | None = None
    favours: Favours | None = None
    retained: int | None = None
    scaled: int | None = None
    caught_up: bool = False

    @property
    def computable(self) -> bool:
        """Whether it counts in the index."""
        return self.points is not None

    @property
    def label(self) -> str:
        """Its name, in French."""
        return LABELS[self.id]

    @property
    def why_not(self) -> str:
        """Why it is not computable, in French; nothing when it is."""
        return REASONS[self.reason] if self.reason else ""


def one_decimal(value: Fraction) -> Fraction:
    """The value with one decimal, half-up, as the law counts it before any scale."""
    return Fraction(rounded(value, 1))


def percent(ratio: Fraction) -> Fraction:
    """A ratio as a percentage."""
    return 100 * ratio


def favoured(gap: Fraction) -> Favours:
    """The sex favoured by a gap of men over women."""
    if gap == 0:
        return Favours.EQUALITY
    return Favours.MEN if gap > 0 else Favours.WOMEN


def enough_retained(retained: int, total: int) -> bool:
    """Whether the groups retained stand for enough of the headcount."""
    return total > 0 and percent(Fraction(retained, total)) >= RETAINED_SHARE.value


def large_enough(women: int, men: int, least: int) -> bool:
    """Whether a group counts enough women and enough men."""
    return min(women, men) >= least


def weighted(gap: Fraction, headcount: int, retained: int) -> Fraction:
    """The part of a group in the overall gap."""
    return gap * headcount / retained


def check_counts(what: str, **counts: int) -> None:
    """Refuses counts of people below zero."""
    below = [f"{name} = {count}" for name, count in counts.items() if count < 0]
    if below:
        raise InvalidDeclaration(f"{what} : un effectif ne peut pas être négatif ({', '.join(below)}).")
