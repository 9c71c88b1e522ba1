"""What happened to a figure, in a sentence: up, down or stable, from what to what; never why.

A percentage is told of no count that begins from fewer than the smallest cohort: both numbers are, instead.
"""

from decimal import Decimal
from fractions import Fraction

from metrics.model import Metric
from metrics.present import phrases, words
from metrics.present.percent import has_percent
from metrics.present.phrases import Subject
from metrics.query import Comparison
from metrics.result import Cell, Figure, Result
from metrics.unit import Unit

Scale = tuple[str, int, int]  # a symbol, what divides, decimals
_IS_NOT, _AMOUNTS = ("n'est", "ne sont"), ("s'établit", "s'établissent")
_BESIDE = {"au-dessus": "au-dessus de", "en dessous": "en dessous de", "proche": "proche de"}


def told(answer: Result, metric: Metric, split: str = "") -> str:
    """« Les produits sont en hausse de 233 k€ (+37,0 %) : 862 k€, contre 629 k€ en 2023. »

    ``split`` says how much of the change is whose: « , dont +3 k€ à Rennes ».
    """
    called, cell = answer.called(metric), answer.cell(metric)
    subject = phrases.subject(called, metric.unit.symbol)
    if subject is None:
        said = f"{_neutral(called, metric, cell)}{split}"
    else:
        said = _of(subject, metric, cell, answer.query.versus, answer.versus_label, split)
    return words.french(words.ended(phrases.opened(said)))


def _of(subject: Subject, metric: Metric, cell: Cell, versus: Comparison, label: str, split: str) -> str:
    value, name = _written(cell.figure, metric), _closed(subject.text)
    if cell.figure.value is None:
        return f"{name} {subject.verb(*_IS_NOT)} pas disponible{'s' * subject.is_plural} ({value})"
    trend = words.trend(cell, metric, versus)
    if trend in _BESIDE:
        gap = words.percent_change(cell, metric)
        side = f"{subject.verb('est', 'sont')} {_BESIDE[trend]} la {label}"
        return f"{name} {side} : {value}, contre {_written(cell.reference, metric)} ({gap})"
    if not label or words.is_gap(versus) or not cell.is_compared:
        return f"{name} {subject.verb(*_AMOUNTS)} à {value}"
    return f"{name} {_moved(subject, metric, cell, trend, label, split)}"


def _moved(subject: Subject, metric: Metric, cell: Cell, trend: str, label: str, split: str) -> str:
    """From what to what, and which way."""
    scale, since = _scale(metric.unit, cell), phrases.when(label)
    value, before = _scaled(_value(cell.figure), scale), _scaled(_value(cell.reference), scale)
    if cell.figure.value == cell.reference.value:
        return f"{subject.verb('reste', 'restent')} à {value}, comme {since}"
    if not _has_percent(metric, cell) or not trend:
        whole = f" ({words.change(cell, metric)}{split})" if split else ""
        return f"{subject.verb('passe', 'passent')} de {before} {since} à {value}{whole}"
    beside = f"contre {before} {since}" if value != before else f"comme {since} à l'arrondi"
    if trend == "stable":
        gap = words.gap(cell, metric)
        percent = f" ({gap})" if gap and value != before else ""
        return f"{subject.verb('reste stable', 'restent stables')} : {value}, {beside}{percent}"
    amount = _amount(metric, cell, scale)
    return f"{subject.verb('est', 'sont')} {trend} de {amount}{split} : {value}, {beside}"


def _scale(unit: Unit, cell: Cell) -> Scale:
    """The unit of tiles, or the figure's own where the other would not tell the two apart."""
    own = (unit.symbol, 1, unit.decimals)
    if unit.tile is None:
        return own
    after, before = _value(cell.figure), _value(cell.reference)
    is_alike = _scaled(after, unit.tile) == _scaled(before, unit.tile)
    return own if is_alike or not _rounded(after - before, unit.tile) else unit.tile


def _value(figure: Figure) -> Fraction:
    return figure.value or Fraction(0)


def _rounded(value: Fraction, scale: Scale) -> Decimal:
    _, divisor, decimals = scale
    return words.rounded(value / divisor, decimals)


def _scaled(value: Fraction, scale: Scale) -> str:
    symbol, divisor, decimals = scale
    return words.with_unit(words.number(value / divisor, decimals), symbol)


def _has_percent(metric: Metric, cell: Cell) -> bool:
    """Whether the change may be told in percent or in points."""
    if metric.unit.change_in_points:
        return True
    return has_percent(cell, metric) and not metric.unit.intensive


def _amount(metric: Metric, cell: Cell, scale: Scale) -> str:
    """« 233 k€ (+37,0 %) » or « 2,1 points » : by how much, its sign being said by the words around it."""
    moved = abs(_value(cell.change))
    if metric.unit.change_in_points:
        points = words.rounded(moved, 1)
        return words.with_unit(words.number(moved, 1), "points" if points >= 2 else "point")
    size = abs(_value(cell.figure) - _value(cell.reference))
    if not _rounded(size, scale):
        return words.with_unit(words.number(moved, 1), "%")
    return f"{_scaled(size, scale)} ({words.percent_change(cell, metric)})"


def _neutral(called: str, metric: Metric, cell: Cell) -> str:
    """The figure after its name, where no article goes before it."""
    value = _written(cell.figure, metric)
    return f"{called} : {value}, {words.change(cell, metric)}" if cell.is_compared else f"{called} : {value}"


def _written(figure: Figure, metric: Metric) -> str:
    return words.with_unit(*words.on_tile(figure, metric.unit))


def _closed(name: str) -> str:
    """A name that holds a comma is closed by another one."""
    return f"{name}," if "," in name else name
