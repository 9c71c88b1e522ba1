"""The periods that can be chosen: kinds of period, and those of each kind that hold loaded months."""

from collections.abc import Callable, Sequence
from datetime import date

from metrics import period as periods
from metrics.period import Kind, Period, add_months

INTERVAL = "Intervalle"
KINDS: dict[str, Kind] = {
    "Mois": Kind.MONTH,
    "Trimestre": Kind.QUARTER,
    "Cumul annuel": Kind.YEAR_TO_DATE,
    "Année": Kind.YEAR,
    "12 mois": Kind.ROLLING_YEAR,
    "Année scolaire": Kind.SCHOOL_YEAR,
    "Exercice de marché": Kind.CONTRACT_YEAR,
    INTERVAL: Kind.FREE,
}
_OF_MONTH: dict[Kind, Callable[[Period], Period]] = {
    Kind.MONTH: lambda month: month,
    Kind.QUARTER: lambda month: periods.quarter(month.start.year, (month.start.month + 2) // 3),
    Kind.YEAR_TO_DATE: periods.year_to_date,
    Kind.YEAR: lambda month: periods.year(month.start.year),
    Kind.ROLLING_YEAR: periods.rolling_year,
    Kind.SCHOOL_YEAR: lambda month: periods.school_year(month.start.year - (month.start.month < 9)),
    Kind.CONTRACT_YEAR: lambda month: periods.contract_year(month.start.year),
}


def months(first: date, last: date) -> list[date]:
    """The first days of the months between two, the latest first."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return [add_months(last, -back) for back in range(max(1, count))]


def of_kind(kind: Kind, loaded: Sequence[date]) -> list[Period]:
    """The periods of a kind that hold a loaded month, the latest first."""
    made = _OF_MONTH[kind]
    return list(dict.fromkeys(made(periods.month(day.year, day.month)) for day in loaded))


def moved_to(kind: Kind, period: Period, loaded: Sequence[date]) -> Period:
    """The period of another kind nearest to the end of a period: the last one that misses no month."""
    last = min(max(period.last_day.replace(day=1), loaded[-1]), loaded[0])
    if kind is Kind.FREE:
        return interval(max(period.start.replace(day=1), loaded[-1]), last)
    made = _OF_MONTH[kind](periods.month(last.year, last.month))
    whole = [each for each in of_kind(kind, loaded) if _is_whole(each, loaded)]
    over = [each for each in whole if each.stop <= made.stop]
    return next(iter(over or whole[-1:]), made)


def _is_whole(period: Period, loaded: Sequence[date]) -> bool:
    """Whether all its months are loaded."""
    return set(months(period.start, period.last_day.replace(day=1))) <= set(loaded)


def interval(first: date, last: date) -> Period:
    """The months from one to another, in whichever order they were chosen."""
    start, stop = sorted((first, last))
    return Period(Kind.FREE, start, add_months(stop, 1))


def kind_label(period: Period) -> str:
    """The name of the kind a period is of."""
    return next(name for name, kind in KINDS.items() if kind is period.kind)
