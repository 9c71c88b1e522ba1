"""What moved and why: the exact contribution of each part to the change of a figure.

Parts are asked for like any figure, so rights and small cells hold; what may not be told of a part is
told of the others together, and everything adds up to the change. The change of the whole association
is told to those who read some agencies only, the other agencies in one line.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from data_access import schema as s
from data_access.access import Scope
from data_access.engine import reading_engine
from data_access.errors import QueryError
from metrics.catalogue.dimensions import AGENCY, DISPOSITIF
from metrics.context import Context, context, context_like
from metrics.decompose import ZERO, of_rate, of_sum, whole
from metrics.joins import path_to
from metrics.kinds import Aggregate
from metrics.model import Dimension, Measure, Metric
from metrics.query import Query, Value
from metrics.result import Cell, Result, Row, State
from metrics.run import ask
from metrics.steady import steady_dispositifs, without
from metrics.told import Groups, ratio_of, told_parts
from metrics.ways import column_of

Asker = Callable[[Query, Scope], Result]
MOVED = "Marchés ouverts ou fermés entre les deux périodes"
OTHERS, OTHER_AGENCIES = "Autres", "Les autres agences"


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


@dataclass(frozen=True, eq=False, kw_only=True)
class Explanation:
    """A change and its parts; ``others`` is what no part shown explains, secret or out of reach.

    At constant perimeter, ``steady`` is the figure without what is set apart, which is the last part.
    """

    metric: Metric
    cell: Cell
    versus_label: str
    change: Fraction
    parts: tuple[Part, ...]
    others: Fraction
    others_label: str = OTHERS
    steady: Cell | None = None

    @property
    def effects(self) -> tuple[Fraction, Fraction] | None:
        """What all parts told add by their own rates and by their weights, for a ratio."""
        told = [(part.rate, part.mix) for part in self.parts if part.rate is not None]
        if not told:
            return None
        return sum((rate or ZERO for rate, _ in told), ZERO), sum((mix or ZERO for _, mix in told), ZERO)


def explain(
    url: str,
    query: Query,
    scope: Scope,
    known: Context | None = None,
    *,
    steady: bool = False,
    wide: bool = False,
) -> Explanation:
    """The contributions to the change of one metric, by the only breakdown of the question.

    ``steady`` sets apart, in one line, the dispositifs whose markets opened or closed between the two
    periods. ``wide`` explains the change of the whole association to someone who reads some agencies.
    ``known`` is as for ``ask``.
    Raises QueryError, in words, for a change that does not exist or does not split.
    """
    _require_split(query)
    known = known or context(url)
    kept = _steady(url, query, known) if steady else None
    return explained(
        lambda asked, rights: ask(url, asked, rights, known=known), query, scope, kept, wide=wide
    )


def explained(
    asker: Asker, query: Query, scope: Scope, kept: frozenset[str] | None = None, *, wide: bool = False
) -> Explanation:
    """The same, of a store that is asked in any way; ``kept`` is the constant perimeter, if it is asked."""
    metric = _require_split(query)
    total = _whole(asker, query, scope) if wide else asker(query.total(), scope)
    cell = total.cell(metric)
    before, after = cell.reference.value, cell.figure.value
    if before is None or after is None or not cell.is_compared:
        because = _because(cell)
        raise QueryError(f"« {metric.label} » n'a pas d'évolution à expliquer sur ces périodes{because}.")
    asked = query if kept is None else replace(query, by=tuple(dict.fromkeys((*query.by, DISPOSITIF))))
    groups, change = _groups(asker(asked, scope), kept), after - before
    constant = None if kept is None or wide else without(metric, cell, groups.get((MOVED, MOVED), ()))
    parts = _parts(metric, cell, groups) if constant is None else _apart(metric, constant, groups, change)
    return Explanation(
        metric=metric,
        cell=cell,
        versus_label=total.versus_label,
        change=change,
        parts=tuple(sorted(parts, key=lambda p: (p.key == MOVED, -abs(p.contribution), p.label))),
        others=change - sum((part.contribution for part in parts), ZERO),
        others_label=OTHER_AGENCIES if wide else OTHERS,
        steady=constant,
    )


def splits(metric: Metric, by: Dimension = AGENCY) -> bool:
    """Whether its changes are the sum of those of its parts: of a distinct count, when no value has two."""
    if metric.rule is not None and not metric.rule.adds_up:
        return False
    return metric.allows(by) and all(_is_split(measure, by) for measure in metric.measures)


def _is_split(measure: Measure, by: Dimension) -> bool:
    if measure.fact.level is not None or measure.aggregate is Aggregate.MAXIMUM:
        return False
    column, value = column_of(measure.fact, by), measure.value
    way = path_to(measure.fact.table, column) or ()
    is_of_the_value = column is value or any(hop.parent is value for hop in way[:1])
    is_home = by is AGENCY and value.references(s.dispositif.c.id)  # files that give a second one are refused
    return measure.aggregate is not Aggregate.DISTINCT or is_of_the_value or is_home


def widens(query: Query, scope: Scope) -> bool:
    """Whether someone reads some agencies only, and the association's total as a comparison."""
    right = scope.right(query.metrics[0].domain)
    narrowed = any(f.dimension.territorial and f.dimension is not AGENCY for f in query.where)
    return bool(right.agencies) and right.compare and not narrowed


def _whole(asker: Asker, query: Query, scope: Scope) -> Result:
    """The total of the association, as long as taking one's own from it tells of enough people."""
    metric = query.metrics[0]
    if not widens(query, scope):
        raise QueryError(f"« {metric.label} » ne se compare pas à toute l'association sous ces filtres.")
    every = scope.everywhere()
    kept = tuple(f for f in query.where if f.dimension is not AGENCY)
    total, own = asker(replace(query.total(), where=kept), every), asker(query.total(), scope)
    mine = own.rows[0].cells[0]
    if State.HIDDEN in (mine.figure.state, mine.reference.state):
        raise QueryError(f"« {metric.label} » compte trop peu de personnes pour être décomposé.")
    if len(_others(asker(replace(query, by=(AGENCY,), where=kept), every), scope)) == 1:
        raise QueryError(f"« {metric.label} » ne concerne qu'une autre agence, que le total désignerait.")
    return total


def _others(agencies: Result, scope: Scope) -> list[Row]:
    """The agencies out of reach that have something in one of the two periods."""
    own = scope.right(agencies.query.metrics[0].domain).agencies or frozenset()
    sides = ((row, side) for row in agencies.rows for side in (row.cells[0].figure, row.cells[0].reference))
    told = (row for row, side in sides if side.state is State.HIDDEN or side.numerator or side.denominator)
    return [row for row in dict.fromkeys(told) if row.keys[0] not in own]


def _require_split(query: Query) -> Metric:
    metric, *more = query.metrics
    if more or len(query.by) != 1 or query.by[0].grain is not None:
        raise QueryError("Une évolution s'explique un indicateur et une ventilation à la fois.")
    if query.versus.reference(query.period) is None:
        raise QueryError("Une évolution s'explique entre deux périodes : choisissez une comparaison.")
    if not splits(metric, query.by[0]):
        raise QueryError(f"« {metric.label} » ne se décompose pas : ses parties ne s'additionnent pas.")
    return metric


def _steady(url: str, query: Query, known: Context) -> frozenset[str]:
    """The constant perimeter of the two periods, for figures that any dispositif may show."""
    metric, reference = query.metrics[0], query.versus.reference(query.period)
    if not keeps_steady(metric) or reference is None:
        raise QueryError(f"« {metric.label} » ne se lit pas à périmètre constant.")
    with reading_engine(url).connect() as connection:
        seen = context_like(connection, url, known)
        return steady_dispositifs(connection, seen, query.period, reference)


def keeps_steady(metric: Metric) -> bool:
    """Whether its parts may be told market by market: never of people."""
    return not metric.hidden_below and splits(metric, DISPOSITIF)


def _groups(answer: Result, kept: frozenset[str] | None) -> Groups:
    """The cells of each part; what is out of the constant perimeter makes one part."""
    groups: Groups = {}
    for row in answer.rows:
        dispositif = row.keys[-1]
        apart = kept is not None and dispositif is not None and dispositif not in kept
        part = (MOVED, MOVED) if apart else (row.keys[0], row.labels[0])
        groups.setdefault(part, []).append(row.cells[0])
    return groups


def _because(cell: Cell) -> str:
    """Why two known figures are not set against each other, as the end of a sentence."""
    if cell.figure.value is None or cell.reference.value is None:
        return ""
    missing = cell.change.state is State.MISSING
    return ", dont des mois ne sont pas chargés" if missing else ", qui ne durent pas autant"


def _apart(metric: Metric, constant: Cell, groups: Groups, change: Fraction) -> list[Part]:
    """The parts of the change at constant perimeter, then, without effects, what the rest adds to it."""
    kept = {part: cells for part, cells in groups.items() if part[0] != MOVED}
    before, after = constant.reference.value, constant.figure.value
    if before is None or after is None:
        return [Part(MOVED, MOVED, change)]
    parts = _parts(metric, constant, kept)
    return [*parts, Part(MOVED, MOVED, change - (after - before))] if len(kept) < len(groups) else parts


def _parts(metric: Metric, cell: Cell, groups: Groups) -> list[Part]:
    """The parts whose both figures may be told."""
    told = told_parts(metric, groups)
    before = {part: whole(ratio_of(each.reference) for each in cells) for part, cells in told.items()}
    after = {part: whole(ratio_of(each.figure) for each in cells) for part, cells in told.items()}
    factor = metric.unit.factor
    if not metric.is_ratio:
        moved = of_sum(
            {part: ratio.numerator for part, ratio in before.items()},
            {part: ratio.numerator for part, ratio in after.items()},
        )
        return [Part(*part, contribution * factor) for part, contribution in moved.items()]
    effects = of_rate(before, after, (ratio_of(cell.reference), ratio_of(cell.figure))) or {}
    return [
        Part(*part, each.both * factor, each.rate * factor, each.mix * factor)
        for part, each in effects.items()
    ]
