"""« Ce qui a bougé » : the greatest changes of a period, each with the part that made most of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from data_access.access import Scope
from data_access.errors import QueryError, UserError
from metrics import rights
from metrics.catalogue.dimensions import AGENCY, DISPOSITIF
from metrics.context import Context, context
from metrics.explain import Part, explained, splits
from metrics.follow import ask_sets, is_one_agency
from metrics.model import Metric
from metrics.present import phrases, sentences, words
from metrics.query import Filter, Query
from metrics.result import Cell, Result
from metrics.unit import Unit

MOST = 5


@dataclass(frozen=True, slots=True)
class Moves:
    """What moved, the furthest first, of the figures looked at; the change of ``known`` of them is known."""

    sentences: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()  # the same in a few words: « Produits +7,0 % »
    known: int = 0
    looked_at: int = 0
    figures: tuple[Metric, ...] = ()  # those that moved, in the order of the sentences


def moved(
    url: str,
    totals: Sequence[Result],
    scope: Scope,
    where: tuple[Filter, ...] = (),
    known: Context | None = None,
) -> Moves:
    """A sentence for each of the changes of some answers that stand furthest out of their neutral band.

    The answers are those of the whole, for one period and one comparison; ``known`` is as for ``ask``.
    """
    asked = totals[0].query
    if asked.versus.reference(asked.period) is None:
        return Moves()
    known = known or context(url)
    of = {metric: total for total in totals for metric in total.query.metrics}
    cells = {metric: total.cell(metric) for metric, total in of.items()}
    told = [metric for metric in of if cells[metric].change.value is not None]
    out = sorted((m for m in told if _size(m, cells[m]) > 1), key=lambda m: -_size(m, cells[m]))[:MOST]
    parts = _by_agency(url, [m for m in out if _has_parts(m, where, scope)], asked, where, scope, known)
    called = {m: of[m].called(m) for m in out}
    firsts = {m: _first_part(of[m], parts.get(m), scope) for m in out}
    told_so = (sentence(of[m], m, firsts[m]) for m in out)
    changes = (f"{called[m]} {words.percent_change(cells[m], m)}" for m in out)
    return Moves(tuple(told_so), tuple(changes), len(told), len(cells), tuple(out))


def sentence(total: Result, metric: Metric, part: Part | None) -> str:
    """A change in words, every amount of it in the unit of tiles; ``part`` made most of it."""
    cell = total.cell(metric)
    split = _made_by(metric.unit, part, _moved(metric, cell)) if part else ""
    return sentences.told(total, metric, split)


def _moved(metric: Metric, cell: Cell) -> Fraction:
    """How much a figure moved, in its unit or in points."""
    if metric.unit.change_in_points:
        return cell.change.value or Fraction(0)
    return (cell.figure.value or Fraction(0)) - (cell.reference.value or Fraction(0))


def _made_by(unit: Unit, part: Part, whole: Fraction) -> str:
    """« , dont +3 à Paris » or, when it went further, « , soit +11 à Paris et −3 ailleurs »."""
    own, others = _amount(unit, part.contribution), _amount(unit, whole - part.contribution)
    there = f"{own} {phrases.at(part.label)}"
    if own and others and abs(part.contribution) > abs(whole):
        return f", soit {there} et {others} ailleurs"
    return f", dont {there}" if own else ""


def _size(metric: Metric, cell: Cell) -> Fraction:
    """How far a change goes, its neutral band being one."""
    return abs(cell.change.value or Fraction(0)) / (metric.neutral or Fraction(1, 1000))


def _has_parts(metric: Metric, where: tuple[Filter, ...], scope: Scope) -> bool:
    """Whether its change splits, and more than one agency is looked at by someone who reads agencies."""
    one = is_one_agency(where) or any(f.dimension is DISPOSITIF and len(f.values) == 1 for f in where)
    return splits(metric) and not one and rights.may_ask(metric, scope, (AGENCY,))


def _by_agency(
    url: str,
    metrics: Sequence[Metric],
    query: Query,
    where: tuple[Filter, ...],
    scope: Scope,
    known: Context,
) -> dict[Metric, Result]:
    """The agencies of each figure, all asked at once; none when one of them cannot be asked."""
    if not metrics:
        return {}
    asked = replace(query, metrics=tuple(metrics), by=(AGENCY,), where=())
    try:
        answers = ask_sets(url, asked, [(metric,) for metric in metrics], where, scope, known)
    except UserError:
        return {}  # the changes are told all the same
    return dict(zip(metrics, answers, strict=True))


def _first_part(total: Result, agencies: Result | None, scope: Scope) -> Part | None:
    """The agency that went furthest the same way, when agencies make the change."""
    if agencies is None:
        return None
    try:
        found = explained(lambda asked, _: agencies if asked.by else total, agencies.query, scope)
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
