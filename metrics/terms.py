"""What moved a rate that places do not split: the counts it is made of, and what they are set against."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from data_access.errors import QueryError
from metrics.catalogue.headcounts import MEAN_HEADCOUNT
from metrics.catalogue.movements import ENTRIES, EXITS, STAFF_TURNOVER
from metrics.decompose import ZERO, of_quotient
from metrics.explain import Explanation, Part
from metrics.model import Metric
from metrics.result import Result


@dataclass(frozen=True, slots=True)
class Terms:
    """A rate as the catalogue tells its own terms: some counts, each with the same weight, over a number."""

    counts: tuple[Metric, ...]
    weight: Fraction
    over: Metric

    @property
    def read(self) -> tuple[Metric, ...]:
        """All that is asked for to explain the rate, but the rate."""
        return (*self.counts, self.over)


TERMS: Mapping[Metric, Terms] = MappingProxyType(
    {STAFF_TURNOVER: Terms(counts=(ENTRIES, EXITS), weight=Fraction(1, 2), over=MEAN_HEADCOUNT)}
)


def explained(metric: Metric, answer: Result) -> Explanation:
    """The contribution of each term to the change of a rate, from an answer that tells all of them.

    Raises QueryError, in words, when one of them has no change to tell.
    """
    terms, cell = TERMS[metric], answer.cell(metric)
    cells = {each: answer.cell(each) for each in terms.read}
    if not all(each.is_compared for each in (cell, *cells.values())):
        raise QueryError(f"« {metric.label} » n'a pas d'évolution à expliquer sur ces périodes.")
    before = {each: own.reference.value or ZERO for each, own in cells.items()}
    after = {each: own.figure.value or ZERO for each, own in cells.items()}
    old, new = ({each: side[each] * terms.weight for each in terms.counts} for side in (before, after))
    moved, number = of_quotient(old, new, (before[terms.over], after[terms.over]))
    parts = sorted({**moved, terms.over: number}.items(), key=lambda part: -abs(part[1]))
    return Explanation(
        metric=metric,
        cell=cell,
        versus_label=answer.versus_label,
        change=(cell.figure.value or ZERO) - (cell.reference.value or ZERO),
        parts=tuple(Part(each.id, each.label, added * metric.unit.factor) for each, added in parts),
        others=ZERO,
    )
