"""What a figure rests on: how many people or events, and the interval of a rate; nothing once hidden."""

from dataclasses import dataclass
from fractions import Fraction

from metrics.interval import wilson
from metrics.model import Metric
from metrics.present import words
from metrics.result import Figure


@dataclass(frozen=True, slots=True)
class Certainty:
    """How many a figure rests on, and its 95 % interval in the unit of the figure, when it has one."""

    n: Fraction
    interval: tuple[Fraction, Fraction] | None = None


def certainty(figure: Figure, metric: Metric) -> Certainty | None:
    """What a figure rests on, for the metrics that say so, or None when the figure has no value."""
    if figure.value is None:
        return None
    if metric.interval and figure.numerator is not None and figure.denominator is not None:
        low, high = wilson(figure.numerator, figure.denominator)
        factor = metric.unit.factor
        return Certainty(figure.denominator, (low * factor, high * factor))
    return Certainty(figure.base) if figure.base is not None and metric.base_shown else None


def exact(figure: Figure, metric: Metric) -> str:
    """« 78,3 % (n = 23 ; 58 à 90 %) », « 0,42 (n = 3) », or the figure alone when its metric says no more."""
    shown = words.exact(figure, metric.unit)
    known = certainty(figure, metric)
    if known is None:
        return shown
    return f"{shown} ({sentence(known, metric)})"


def sentence(known: Certainty, metric: Metric) -> str:
    """« n = 23 ; 58 à 90 % »: bounds without decimals, for they are no more certain than that."""
    n = f"n{words.NO_BREAK}={words.NO_BREAK}{words.number(known.n)}"
    if known.interval is None:
        return n
    low, high = (words.number(bound) for bound in known.interval)
    return f"{n}{words.NO_BREAK}; {low} à {words.with_unit(high, metric.unit.symbol)}"
