"""« Ce qui a bougé » : the greatest changes of a period, each with the part that made most of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from data_access.access import Scope
from data_access.errors import QueryError
from metrics.catalogue.dimensions import AGENCY
from metrics.explain import Part, explain, splits
from metrics.follow import ask_each
from metrics.model import Metric
from metrics.period import Period
from metrics.present import words
from metrics.query import Comparison, Filter, Query
from metrics.result import Cell
from metrics.unit import Unit

MOST = 5


@dataclass(frozen=True, slots=True)
class Moves:
    """What moved, the furthest first; ``known`` counts the figures whose change is known."""

    sentences: tuple[str, ...] = ()
    known: int = 0


def moved(
    url: str,
    metrics: Sequence[Metric],
    period: Period,
    versus: Comparison,
    scope: Scope,
    where: tuple[Filter, ...] = (),
    as_of: int | None = None,
) -> Moves:
    """A sentence for each of the changes that stand furthest out of their neutral band."""
    if versus.reference(period) is None:
        return Moves()
    query = Query(metrics=tuple(metrics), period=period, versus=versus)
    answer = ask_each(url, query, where, scope, as_of)
    cells = {metric: answer.cell(metric) for metric in metrics}
    known = [metric for metric in metrics if cells[metric].change.value is not None]
    out = sorted((m for m in known if _size(m, cells[m]) > 1), key=lambda m: -_size(m, cells[m]))
    return Moves(
        tuple(
            sentence(metric, cells[metric], _first_part(url, metric, query, scope, where, as_of))
            for metric in out[:MOST]
        ),
        len(known),
    )


def sentence(metric: Metric, cell: Cell, part: Part | None) -> str:
    """A change in words, every amount of it in the unit of tiles; ``part`` made most of it."""
    told = words.with_unit(*words.on_tile(cell.figure, metric.unit))
    said = f"{metric.label} : {told}, {words.change(cell, metric)}"
    amount = _amount(metric.unit, part.contribution) if part else ""
    if part and amount:
        said += f", dont {part.label} {amount}"
    return f"{said.rstrip('.')}."


def _size(metric: Metric, cell: Cell) -> Fraction:
    """How far a change goes, its neutral band being one."""
    return abs(cell.change.value or Fraction(0)) / (metric.neutral or Fraction(1, 1000))


def _first_part(
    url: str, metric: Metric, query: Query, scope: Scope, where: tuple[Filter, ...], as_of: int | None
) -> Part | None:
    """The agency that went furthest the same way, when the change splits and more than one is looked at."""
    kept = tuple(each for each in where if metric.allows(each.dimension))
    if not splits(metric) or any(f.dimension is AGENCY and len(f.values) == 1 for f in kept):
        return None
    asked = Query(metrics=(metric,), period=query.period, by=(AGENCY,), where=kept, versus=query.versus)
    try:
        found = explain(url, asked, scope, as_of)
    except QueryError:
        return None  # the change is told all the same
    same_way = (part for part in found.parts if (part.contribution > 0) is (found.change > 0))
    return next(same_way, None)


def _amount(unit: Unit, value: Fraction) -> str:
    """A contribution as precise as the change it is part of; nothing when it rounds to nothing."""
    symbol, divisor, decimals = unit.tile or (unit.symbol, 1, unit.decimals)
    if unit.change_in_points:
        symbol, divisor, decimals = "pt", 1, 1
    if not words.rounded(value / divisor, decimals):
        return ""
    return words.with_unit(words.signed(value / divisor, decimals), symbol)
