"""What moved and why: the exact contribution of each part to the change of a figure.

Parts are asked for like any figure, so rights and small cells hold; what may not be told of a part is
told of the others together, and everything adds up to the change.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from data_access.access import Scope
from data_access.engine import reading_engine
from data_access.errors import QueryError
from metrics.catalogue.dimensions import DISPOSITIF
from metrics.context import context
from metrics.decompose import ZERO, Ratio, of_rate, of_sum, whole
from metrics.kinds import Aggregate
from metrics.model import Metric
from metrics.query import Query, Value
from metrics.result import Cell, Figure, Result, State
from metrics.run import ask
from metrics.steady import steady_dispositifs

Named = tuple[Value | date, str]  # key and label
MOVED = "marchés ouverts ou fermés entre les deux périodes"


@dataclass(frozen=True, slots=True)
class Part:
    """One part and what it adds to the change, in the unit of the metric.

    A rate says how much comes from the part's own rate and how much from its weight (mix); a sum does not.
    """

    key: Value | date
    label: str
    contribution: Fraction
    rate: Fraction | None = None
    mix: Fraction | None = None


@dataclass(frozen=True, kw_only=True)
class Explanation:
    """A change and its parts; ``others`` is what no part shown explains, secret or out of reach."""

    metric: Metric
    cell: Cell
    versus_label: str
    change: Fraction
    parts: tuple[Part, ...]
    others: Fraction


def explain(
    url: str, query: Query, scope: Scope, as_of: int | None = None, *, steady: bool = False
) -> Explanation:
    """The contributions to the change of one metric, by the only breakdown of the question.

    ``steady`` sets apart, in one line, the dispositifs whose markets opened or closed between the two
    periods. Raises QueryError, in words, for a change that does not exist or does not split.
    """
    metric = _explainable(query)
    total = ask(url, query.total(), scope, as_of)
    cell = total.rows[0].cells[0]
    before, after = cell.reference.value, cell.figure.value
    if before is None or after is None or cell.change.value is None:
        raise QueryError(f"« {metric.label} » n'a pas d'évolution à expliquer sur ces périodes.")
    asked = replace(query, by=tuple(dict.fromkeys((*query.by, DISPOSITIF)))) if steady else query
    answer = ask(url, asked, scope, as_of)
    kept = _steady(url, query, as_of) if steady else None
    parts = _parts(metric, cell, _groups(answer, kept))
    change = after - before
    others = change - sum((part.contribution for part in parts), ZERO)
    return Explanation(
        metric=metric,
        cell=cell,
        versus_label=total.versus_label,
        change=change,
        parts=tuple(sorted(parts, key=lambda part: (-abs(part.contribution), part.label))),
        others=others,
    )


def splits(metric: Metric) -> bool:
    """Whether its changes are the sum of those of its parts: a rule or a distinct count is not."""
    return metric.rule is None and all(m.aggregate is not Aggregate.DISTINCT for m in metric.measures)


def _explainable(query: Query) -> Metric:
    metric, *more = query.metrics
    if more or len(query.by) != 1 or query.by[0].grain is not None:
        raise QueryError("Une évolution s'explique un indicateur et une ventilation à la fois.")
    if query.versus.reference(query.period) is None:
        raise QueryError("Une évolution s'explique entre deux périodes : choisissez une comparaison.")
    if not splits(metric):
        raise QueryError(f"« {metric.label} » ne se décompose pas : ses parties ne s'additionnent pas.")
    return metric


def _steady(url: str, query: Query, as_of: int | None) -> frozenset[str]:
    """The constant perimeter of the two periods, for figures that any dispositif may show."""
    metric, reference = query.metrics[0], query.versus.reference(query.period)
    if metric.hidden_below or not metric.allows(DISPOSITIF) or reference is None:
        raise QueryError(f"« {metric.label} » ne se lit pas à périmètre constant.")
    with reading_engine(url).connect() as connection:
        return steady_dispositifs(connection, context(url, as_of), query.period, reference)


def _groups(answer: Result, kept: frozenset[str] | None) -> dict[Named, list[Cell]]:
    """The cells of each part; what is out of the constant perimeter makes one part."""
    groups: dict[Named, list[Cell]] = {}
    for row in answer.rows:
        dispositif = row.keys[-1]
        apart = kept is not None and dispositif is not None and dispositif not in kept
        part = (MOVED, MOVED) if apart else (row.keys[0], row.labels[0])
        groups.setdefault(part, []).append(row.cells[0])
    return groups


def _parts(metric: Metric, cell: Cell, groups: Mapping[Named, Sequence[Cell]]) -> list[Part]:
    """The parts whose both figures may be told."""
    told = {part: cells for part, cells in groups.items() if all(map(_is_told, cells))}
    before = {part: whole(_ratio(each.reference) for each in cells) for part, cells in told.items()}
    after = {part: whole(_ratio(each.figure) for each in cells) for part, cells in told.items()}
    if not metric.is_ratio:
        moved = of_sum(
            {part: ratio.numerator for part, ratio in before.items()},
            {part: ratio.numerator for part, ratio in after.items()},
        )
        return [Part(*part, contribution) for part, contribution in moved.items()]
    effects = of_rate(before, after, (_ratio(cell.reference), _ratio(cell.figure))) or {}
    factor = metric.unit.factor
    return [
        Part(*part, each.both * factor, each.rate * factor, each.mix * factor)
        for part, each in effects.items()
    ]


def _ratio(figure: Figure) -> Ratio:
    return Ratio(figure.numerator or ZERO, figure.denominator or ZERO)


def _is_told(cell: Cell) -> bool:
    """Whether both sums are known; nothing to divide by in one period is known, too few are not."""
    known = (State.PRESENT, State.NOT_COMPUTABLE)
    return all(each.state in known and each.numerator is not None for each in (cell.figure, cell.reference))
