"""The name of one figure that stands for good: figure, period, definition, import, and who it is about.

« interventions/2024-12/v1/57/agency=RENNES » is written in every file and typed back from paper: it asks
the same question of the same import again. A step of a period that is no period of its own, as a month of a
contract year, is written after it: « marche:2024@2024-03 ».
"""

import re
from dataclasses import dataclass
from datetime import date

from data_access.errors import QueryError
from metrics import catalogue, notation
from metrics import period as periods
from metrics.context import Context
from metrics.kinds import Grain
from metrics.model import Metric
from metrics.period import Kind, Period
from metrics.query import Filter, Value
from metrics.result import Result, Row

_BETWEEN = re.compile(r"\s*/\s*")
_NUMBERS = re.compile(r"[vV]?(\d{1,9})")
_UNREADABLE = (
    "Référence non reconnue : « {} ». Une référence s'écrit comme interventions/2024-12/v1/57, "
    "suivie au besoin de /agency=RENNES."
)
_NO_STEP = "« {} » n'est ni un mois, ni un trimestre, ni une année de la période : {}."
_NO_VERSION = "« {} » n'a pas de définition v{} : la dernière est la v{}."
_STEPS = (Kind.MONTH, Kind.QUARTER, Kind.YEAR)
_SHOWN = 80  # characters: enough to recognise what was typed
_APART = {"%": "%25", "/": "%2F"}  # what a code may hold and a reference is cut by


@dataclass(frozen=True, slots=True)
class FigureId:
    """What a reference names; ``version`` is that of the definition, ``number`` the import.

    ``step`` is the part of the period that the figure is of, where it is of one.
    """

    metric: Metric
    period: Period
    version: int
    number: int
    where: tuple[Filter, ...] = ()
    step: Period | None = None


def written(answer: Result, metric: Metric, row: Row | None = None) -> str:
    """The reference of a figure of an answer."""
    number = answer.import_number if answer.as_of is None else answer.as_of
    parts = (metric.id, _span(answer, row), f"v{metric.version}", str(number))
    return "/".join((*parts, *_conditions(answer, metric, row)))


def read(text: str, known: Context) -> FigureId:
    """What a reference names; raises QueryError with a sentence when it names nothing."""
    name, *others = _BETWEEN.split(text.strip())
    try:
        span, version, number, *conditions = others
        metric, (period, step) = catalogue.metric(name.lower()), _span_read(span)
        return FigureId(
            metric,
            period,
            _version(version, metric),
            _number(number),
            tuple(notation.condition(_whole(each), known.names) for each in conditions),
            step,
        )
    except ValueError:
        raise QueryError(_UNREADABLE.format(text.strip()[:_SHOWN])) from None


def _span_read(text: str) -> tuple[Period, Period | None]:
    """A period, and the step of it that is told, if any."""
    whole, _, part = text.partition("@")
    period, step = periods.parse(whole), periods.parse(part) if part else None
    if step and (step.kind not in _STEPS or step.stop <= period.start or period.stop <= step.start):
        raise QueryError(_NO_STEP.format(step.label, period.label))
    return period, step


def _version(text: str, of: Metric) -> int:
    found = _number(text)
    if not 0 < found <= of.version:
        raise QueryError(_NO_VERSION.format(of.label, found, of.version))
    return found


def _number(text: str) -> int:
    found = _NUMBERS.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return int(found[1])


def _span(answer: Result, row: Row | None) -> str:
    """The period of a figure: that of the answer, or the step of time of its line."""
    period, grain = answer.query.period, answer.query.step.grain if answer.query.step else None
    begins = next((key for key in row.keys if isinstance(key, date)), None) if row is not None else None
    if begins is None or grain is None:
        return str(period)
    step = _step(grain, begins)
    if period.kind is Kind.CONTRACT_YEAR:
        return f"{period}@{step}"
    start, stop = max(step.start, period.start), min(step.stop, period.stop)
    return str(step if (start, stop) == (step.start, step.stop) else Period(Kind.FREE, start, stop))


def _step(grain: Grain, begins: date) -> Period:
    """The whole step of time that a day is in."""
    match grain:
        case Grain.MONTH:
            return periods.month(begins.year, begins.month)
        case Grain.QUARTER:
            return periods.quarter(begins.year, (begins.month + 2) // 3)
        case Grain.YEAR:
            return periods.year(begins.year)


def _conditions(answer: Result, metric: Metric, row: Row | None) -> list[str]:
    """The members that a figure is about, those of its filters and of its line, in one order for all."""
    kept: dict[str, tuple[Value, ...]] = {f.dimension.id: f.values for f in answer.kept(metric) if f.values}
    if row is not None:
        members = zip(answer.query.by, row.keys, strict=True)
        kept |= {by.id: (member,) for by, member in members if not isinstance(member, date)}
    return [f"{name}={'|'.join(sorted(map(_code, values)))}" for name, values in sorted(kept.items())]


def _code(value: Value) -> str:
    text = "" if value is None else str(value)
    return "".join(_APART.get(letter, letter) for letter in text)


def _whole(condition: str) -> str:
    """A condition as it is written where nothing cuts it."""
    return condition.replace(_APART["/"], "/").replace(_APART["%"], "%")
