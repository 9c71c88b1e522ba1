"""The index: points over the points that could be had, and what follows from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from metrics.egapro.counts import Leave, raised_on_return, top_ten
from metrics.egapro.pay import Classification, PayGroup, pay_gap
from metrics.egapro.raises import CategoryRates, Raises, promotions, raises, raises_and_promotions
from metrics.egapro.scales import LABELS, MAXIMA, Indicator, InvalidDeclaration, Regime
from metrics.parameters.legal import CORRECTION_BELOW, INDEX_BASE, INDEX_LARGE, INDEX_SMALLEST, PROGRESS_BELOW
from metrics.present.words import rounded


@dataclass(frozen=True, kw_only=True)
class Common:
    """What both regimes declare: pay by group, returns from leave, women and men of the ten highest pays.

    ``by_category`` are the same people by category, for groups by level that are not computable.
    """

    groups: Sequence[PayGroup]
    classification: Classification = Classification.CATEGORIES
    by_category: Sequence[PayGroup] = ()
    leave: Leave
    top_women: int
    top_men: int

    @property
    def pay(self) -> Indicator:
        """Indicator 1, which the gaps in raises are set against."""
        return pay_gap(self.groups, self.classification, self.by_category)

    @property
    def last(self) -> tuple[Indicator, Indicator]:
        """Indicators 4 and 5."""
        return raised_on_return(self.leave), top_ten(self.top_women, self.top_men)


@dataclass(frozen=True)
class Index:
    """The indicators of a year; the score is never shown without its base."""

    indicators: tuple[Indicator, ...]

    @property
    def points(self) -> int:
        """The points obtained."""
        return sum(each.points or 0 for each in self.indicators)

    @property
    def base(self) -> int:
        """The points that could be had: those of computable indicators."""
        return sum(each.maximum for each in self.indicators if each.computable)

    @property
    def computable(self) -> bool:
        """Whether its base is large enough: 65 points out of 65 make no index."""
        return self.base >= INDEX_BASE.value

    @property
    def score(self) -> int | None:
        """The index out of 100, half-up, or None."""
        return int(rounded(Fraction(100 * self.points, self.base), 0)) if self.computable else None

    @property
    def sentence(self) -> str:
        """The index in words, with its base."""
        if self.score is None:
            return (
                f"Index non calculable : {self.base} points possibles, il en faut au moins "
                f"{INDEX_BASE.value}."
            )
        return f"{self.score} points sur 100, soit {self.points} points sur {self.base} possibles."

    def __getitem__(self, name: str) -> Indicator:
        """One of its indicators, by id."""
        return {each.id: each for each in self.indicators}[name]


def regime(legal_headcount: Fraction) -> Regime | None:
    """The regime of an employer, by its legal headcount (L1111-2); None: no index is due."""
    if legal_headcount < INDEX_SMALLEST.value:
        return None
    return Regime.SMALL if legal_headcount < INDEX_LARGE.value else Regime.LARGE


def small_index(common: Common, raised: Raises) -> Index:
    """The index of an employer of 50 to 250: four indicators."""
    pay = common.pay
    return Index((pay, raises_and_promotions(raised, pay), *common.last))


def large_index(
    common: Common,
    raised: Sequence[CategoryRates],
    promoted: Sequence[CategoryRates],
    *,
    any_raise: bool,
    any_promotion: bool,
) -> Index:
    """The index of an employer of more than 250: five indicators.

    No figure of the catalogue reads it: the definition, and the vectors that check it, cover both regimes.
    """
    pay = common.pay
    return Index(
        (pay, raises(raised, any_raise, pay), promotions(promoted, any_promotion, pay), *common.last)
    )


def from_points(which: Regime, points: Mapping[str, int | None]) -> Index:
    """The index of points already known; an indicator without points is not computable."""
    maxima = MAXIMA[which]
    strange = [name for name in points if name not in maxima]
    beyond = [name for name in maxima if not 0 <= (points.get(name) or 0) <= maxima[name]]
    if strange or beyond:
        named = ", ".join(f"« {LABELS.get(name, name)} »" for name in (*strange, *beyond))
        raise InvalidDeclaration(
            f"Index, régime {which} : indicateur inconnu ou points impossibles ({named})."
        )
    return Index(tuple(Indicator(id=name, maximum=maxima[name], points=points.get(name)) for name in maxima))


def duties(index: Index) -> tuple[str, ...]:
    """What the employer must do after the score, in French.

    No figure of the catalogue reads it: the definition covers what follows from the score.
    """
    computed = [each for each in index.indicators if each.computable]
    if index.score is None:
        return ("Publier les indicateurs calculables et les transmettre au CSE et au ministère.",)
    due = ["Publier l'index et ses indicateurs, les transmettre au CSE et au ministère."]
    if index.score < CORRECTION_BELOW.value:
        due.append(
            f"Prendre des mesures de correction : {CORRECTION_BELOW.value} points au moins sous trois ans."
        )
    if index.score < PROGRESS_BELOW.value:
        below = [each.label for each in computed if (each.points or 0) < each.maximum]
        due.append(f"Fixer des objectifs de progression : {' ; '.join(below)}.")
    return tuple(due)
