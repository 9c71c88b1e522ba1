"""French numbers, changes and dates: the only place that rounds and formats.

Rounding is half-up, away from zero, on exact fractions, and happens here only. Spaces inside
numbers are narrow no-break (U+202F), before units no-break (U+00A0); the minus is U+2212.
"""

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction

from data_access.words import MONTHS
from metrics.goals import reach
from metrics.kinds import Polarity
from metrics.model import Dimension, Metric
from metrics.present.percent import has_percent
from metrics.query import Against, Comparison
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
    "s": "secret statistique : trop peu de personnes, ou une période qui les désignerait",
    "n.c.": "non calculable : base nulle ou insuffisante",
    "–": "sans objet",
}
_NEARLY = Fraction(999, 10)
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
_MOVED = ("en baisse", "stable", "en hausse")
_PLACED = ("en dessous", "proche", "au-dessus")
_ARTICLES = {
    "année": "à l'", "exercice": "à l'", "objectif": "à l'", "médiane": "à la ", "journée": "à la ",
    "années": "aux ", "12": "aux ", "cumul": "au ", "1er": "au ", "2e": "au ", "3e": "au ", "4e": "au ",
    "du": "à la période ",
}  # fmt: skip
_FEMININE = {
    "action", "agence", "ancienneté", "année", "branche", "commune", "famille", "formation", "heure",
    "instance", "issue", "nature", "orientation", "source", "spécialité", "tranche", "zone",
}  # fmt: skip
_SHORT_MONTHS = (
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
)  # fmt: skip


def french(text: str) -> str:
    """The same sentences, where no line breaks before « : ; ? ! % » nor inside the quotation marks."""
    return _UNBROKEN.sub(NO_BREAK, text)


def ended(sentence: str) -> str:
    """The same sentence with its full stop, which that of « pers. » already is."""
    return sentence if sentence.endswith(".") else f"{sentence}."


def every(dimension: Dimension) -> str:
    """« Toutes » for agencies, « Tous » for sectors: what no filter keeps."""
    return "Toutes" if dimension.label.split()[0].lower() in _FEMININE else "Tous"


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
    return more + with_unit(number(value, decimals), printed_unit(unit))


def printed_unit(unit: str) -> str:
    """A unit of the published register, as the reports write it."""
    return _REPORT_UNITS.get(unit, unit)


def signed(value: Fraction, decimals: int) -> str:
    """A variance always shows its sign; zero after rounding has none."""
    text = number(value, decimals)
    return f"+{text}" if rounded(value, decimals) > 0 else text


def change(cell: Cell, metric: Metric, *, exactly: bool = False) -> str:
    """« +12 (+3,1 %) » or « +2,1 pt », or the mark that says why there is none.

    From nothing, from a handful, or from a loss to a gain, a percentage would mean nothing: the amount stands
    alone, in the unit of tiles, or ``exactly``.
    """
    after, before, figure = cell.figure.value, cell.reference.value, cell.change
    if figure.state is State.NOT_APPLICABLE:
        return MARKS[figure.state]
    if metric.unit.change_in_points or after is None or before is None:
        return percent_change(cell, metric) or MARKS[figure.state]
    difference = _difference(after - before, metric.unit, exactly=exactly)
    if cell.is_compared and not has_percent(cell, metric):
        return difference
    return MARKS[figure.state] if figure.value is None else f"{difference} ({percent_change(cell, metric)})"


def percent_change(cell: Cell, metric: Metric) -> str:
    """« +3,1 % » or « +2,1 pt », the amount alone as in ``change``, or nothing when no change is to tell."""
    figure, after = cell.change, cell.figure.value
    if metric.unit.change_in_points:
        return "" if figure.value is None else with_unit(signed(figure.value, 1), "pt")
    if figure.value is None:
        return _difference(after, metric.unit) if after and cell.reference.value == 0 else ""
    if figure.numerator is not None and not has_percent(cell, metric):
        return _difference(figure.numerator, metric.unit) if figure.numerator else _MOVED[1]
    return with_unit(signed(figure.value, 1), "%")


def gap(cell: Cell, metric: Metric) -> str:
    """The same, or nothing when it rounds to nothing."""
    value = cell.change.value
    return percent_change(cell, metric) if value is not None and rounded(value, 1) else ""


def _difference(value: Fraction, unit: Unit, *, exactly: bool = False) -> str:
    if unit.tile is None or exactly:
        return with_unit(signed(value, unit.decimals), unit.symbol)
    symbol, divisor, decimals = unit.tile
    return with_unit(signed(value / divisor, decimals), symbol)


def is_gap(versus: Comparison) -> bool:
    """Whether figures are set against a target or other agencies, which is no movement."""
    return versus.against in (Against.TARGET, Against.MEDIAN)


def set_against(versus: Comparison, label: str) -> str:
    """« évolution par rapport à : année 2023 », « écart par rapport à : objectif », « face à : médiane »."""
    if versus.against is Against.MEDIAN:
        return f"face à : {label}"
    return f"{'écart' if is_gap(versus) else 'évolution'} par rapport à : {label}"


def median(cell: Cell, metric: Metric) -> str:
    """« médiane 30 958 » : what stands under the figure of an agency."""
    return with_unit("médiane", on_tile(cell.reference, metric.unit)[0])


def without_gap(cell: Cell, metric: Metric, versus: Comparison, label: str) -> str:
    """What a figure without a gap says of what it is set against: nothing promised, or the median alone."""
    if cell.reference.value is not None:
        return f"{label.capitalize()} : {with_unit(*on_tile(cell.reference, metric.unit))}"
    if versus.against is Against.TARGET:
        return "Sans objectif"
    return f"{MARKS[cell.reference.state]} {set_against(versus, label)}"


def compared_to(label: str) -> str:
    """« à l'année 2023 », « au 4e trimestre 2023 », « à décembre 2023 » : what a sentence compares with."""
    article = _ARTICLES.get(label.split()[0], "à la période " if " à " in label else "à ")
    return f"{article}{label}"


def trend(cell: Cell, metric: Metric, versus: Comparison) -> str:
    """« en hausse », « en baisse », « stable » inside the neutral band, or nothing when unknown.

    Against other agencies, which side a figure is on: « au-dessus », « en dessous », « proche » ; against a
    target, whether it is reached.
    """
    if versus.against is Against.TARGET:
        stands = reach(metric, cell)
        return stands.value if stands else ""
    if cell.change.value is None:
        return ""
    below, near, above = _PLACED if is_gap(versus) else _MOVED
    if abs(cell.change.value) <= metric.neutral:
        return near
    return above if cell.change.value > 0 else below


def tone(cell: Cell, metric: Metric) -> str:
    """« good », « bad » or « neutral »: a colour only where the metric has a polarity and moved."""
    if cell.change.value is None or metric.polarity is Polarity.NONE:
        return "neutral"
    if abs(cell.change.value) <= metric.neutral:
        return "neutral"
    return "good" if (cell.change.value > 0) == (metric.polarity is Polarity.MORE) else "bad"


def reached(share: Fraction) -> str:
    """« 101 % » of a target; one just missed is never said to be reached « à 100 % », however near."""
    just_missed = share < 1 and rounded(share * 100, 0) == 100
    return with_unit(number(min(share * 100, _NEARLY), 1) if just_missed else number(share * 100), "%")


def day(value: date) -> str:
    """« 1er mars 2024 »."""
    return f"{'1er' if value.day == 1 else value.day} {MONTHS[value.month - 1]} {value.year}"


def short_month(value: date) -> str:
    """« janv. 2024 », as axes write it."""
    return f"{_SHORT_MONTHS[value.month - 1]} {value.year}"
