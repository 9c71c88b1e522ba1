"""French numbers, changes and dates: the only place that rounds and formats.

Rounding is half-up, away from zero, on exact fractions, and happens here only. Spaces inside
numbers are narrow no-break (U+202F), before units no-break (U+00A0); the minus is U+2212.
"""

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction

from data_access.words import MONTHS
from metrics.kinds import Polarity
from metrics.model import Metric
from metrics.result import Cell, Figure, State
from metrics.unit import Unit

NARROW, NO_BREAK, MINUS = "\u202f", "\u00a0", "\u2212"
MARKS = {
    State.MISSING: "n.d.",
    State.HIDDEN: "s",
    State.NOT_COMPUTABLE: "n.c.",
    State.NOT_APPLICABLE: "–",
}
MARK_LABELS = {
    "n.d.": "non disponible : période non chargée, ou pas entièrement",
    "s": "secret statistique : trop peu de personnes",
    "n.c.": "non calculable : base nulle ou insuffisante",
    "–": "sans objet",
}
_UNBROKEN = re.compile(r"(?<=«) | (?=[:;?!%»])")
_REPORT_UNITS = {
    "count": "",
    "people": "pers.",
    "FTE": "ETP",
    "hours": "h",
    "trainee-hours": "h-stagiaires",
    "days": "j",
    "per 1000 h": "j pour 1 000 h",
}
_SHORT_MONTHS = (
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
)  # fmt: skip


def french(text: str) -> str:
    """The same sentences, where no line breaks before « : ; ? ! % » nor inside the quotation marks."""
    return _UNBROKEN.sub(NO_BREAK, text)


def rounded(value: Fraction, decimals: int) -> Decimal:
    """The value rounded half-up, away from zero, to so many decimals."""
    scaled = abs(value) * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(-whole if value < 0 else whole).scaleb(-decimals)


def number(value: Fraction, decimals: int = 0) -> str:
    """« 1 234 567,8 » and « −12 », with no-break spaces."""
    exact = rounded(value, decimals)
    digits = f"{abs(exact):,.{decimals}f}".replace(",", NARROW).replace(".", ",")
    return f"{MINUS}{digits}" if exact < 0 else digits


def is_whole(value: Fraction, decimals: int) -> bool:
    """Whether so many decimals write it exactly."""
    return bool((value * 10**decimals).denominator == 1)


def with_unit(text: str, symbol: str) -> str:
    """A number and its unit, never parted by a line break."""
    return f"{text}{NO_BREAK}{symbol}" if symbol else text


def exact(figure: Figure, unit: Unit) -> str:
    """A figure at the full precision of its unit, or the mark of its state."""
    if figure.value is None:
        return MARKS[figure.state]
    return with_unit(number(figure.value, unit.decimals), unit.symbol)


def on_tile(figure: Figure, unit: Unit) -> tuple[str, str]:
    """The number and the unit of a tile, in the larger display unit when the metric has one."""
    if figure.value is None:
        return MARKS[figure.state], ""
    if unit.tile is None:
        return number(figure.value, unit.decimals), unit.symbol
    symbol, divisor, decimals = unit.tile
    return number(figure.value / divisor, decimals), symbol


def as_printed(value: Fraction, decimals: int, unit: str, precision: str = "exact") -> str:
    """A figure of the published register, in the unit of the report: « > 11 000 pers. »."""
    more = {"more_than": f">{NO_BREAK}", "about": f"≈{NO_BREAK}"}.get(precision, "")
    return more + with_unit(number(value, decimals), _REPORT_UNITS.get(unit, unit))


def signed(value: Fraction, decimals: int) -> str:
    """A variance always shows its sign; zero after rounding has none."""
    text = number(value, decimals)
    return f"+{text}" if rounded(value, decimals) > 0 else text


def change(cell: Cell, metric: Metric) -> str:
    """« +12 (+3,1 %) » or « +2,1 pt », or the mark that says why there is none."""
    figure = cell.change
    if figure.value is None:
        return MARKS[figure.state]
    if metric.unit.change_in_points:
        return with_unit(signed(figure.value, 1), "pt")
    percent = with_unit(signed(figure.value, 1), "%")
    if figure.numerator is None:
        return percent
    return f"{_difference(figure.numerator, metric.unit)} ({percent})"


def percent_change(cell: Cell, metric: Metric) -> str:
    """« +3,1 % » or « +2,1 pt », or nothing when there is no change to tell."""
    if cell.change.value is None:
        return ""
    return with_unit(signed(cell.change.value, 1), "pt" if metric.unit.change_in_points else "%")


def _difference(value: Fraction, unit: Unit) -> str:
    if unit.tile is None:
        return with_unit(signed(value, unit.decimals), unit.symbol)
    symbol, divisor, decimals = unit.tile
    return with_unit(signed(value / divisor, decimals), symbol)


def trend(cell: Cell, metric: Metric) -> str:
    """« en hausse », « en baisse », « stable » inside the neutral band, or nothing when unknown."""
    if cell.change.value is None:
        return ""
    if abs(cell.change.value) <= metric.neutral:
        return "stable"
    return "en hausse" if cell.change.value > 0 else "en baisse"


def tone(cell: Cell, metric: Metric) -> str:
    """« good », « bad » or « neutral »: a colour only where the metric has a polarity and moved."""
    if cell.change.value is None or metric.polarity is Polarity.NONE:
        return "neutral"
    if abs(cell.change.value) <= metric.neutral:
        return "neutral"
    return "good" if (cell.change.value > 0) == (metric.polarity is Polarity.MORE) else "bad"


def day(value: date) -> str:
    """« 1er mars 2024 »."""
    return f"{'1er' if value.day == 1 else value.day} {MONTHS[value.month - 1]} {value.year}"


def short_month(value: date) -> str:
    """« janv. 2024 », as axes write it."""
    return f"{_SHORT_MONTHS[value.month - 1]} {value.year}"
