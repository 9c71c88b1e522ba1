"""Half-open periods of days, what people call them, and the period each is compared with."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from data_access.errors import QueryError
from metrics.days import interval_name, length, month_name


class Kind(StrEnum):
    """The kinds of period people ask for."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    YEAR_TO_DATE = "year_to_date"
    ROLLING_YEAR = "rolling_year"
    SCHOOL_YEAR = "school_year"
    CONTRACT_YEAR = "contract_year"  # each dispositif has its own start and stop
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``start`` (included) to ``stop`` (excluded).

    For a contract year these are the widest bounds: ``window`` gives those of a dispositif.
    """

    kind: Kind
    start: date
    stop: date

    def __post_init__(self) -> None:
        if self.start >= self.stop:
            raise QueryError("La période demandée est vide : sa fin précède son début.")

    @property
    def last_day(self) -> date:
        """Its last day, included."""
        return self.stop - timedelta(days=1)

    def window(self, first_month: int) -> tuple[date, date]:
        """The bounds of a contract year that starts on the first of ``first_month``."""
        if self.kind is not Kind.CONTRACT_YEAR:
            return self.start, self.stop
        stop = date(self.last_day.year + (first_month == 1), first_month, 1)
        return add_months(stop, -12), stop

    def shifted(self, months: int) -> "Period":
        """The same period some months away: both ends move, so a year to date stays one.

        Whole months stay whole; otherwise the last day moves, for the day after it may be a 29 February.
        """
        start = add_months(self.start, months)
        if self.start.day == 1 and self.stop.day == 1:
            return Period(self.kind, start, add_months(self.stop, months))
        return Period(self.kind, start, add_months(self.last_day, months) + timedelta(days=1))

    def previous_year(self) -> "Period":
        """The same period one year earlier."""
        return self.shifted(-12)

    def previous(self) -> "Period":
        """The period just before, of the same length; a year to date is set against last year's."""
        if self.kind in (Kind.YEAR_TO_DATE, Kind.CONTRACT_YEAR):
            return self.previous_year()
        if self.start.day == 1 and self.stop.day == 1:
            return self.shifted(-self.months)
        return Period(self.kind, self.start - (self.stop - self.start), self.start)

    @property
    def months(self) -> int:
        """How many months it spans, for a period of whole months."""
        return (self.stop.year - self.start.year) * 12 + self.stop.month - self.start.month

    @property
    def length(self) -> str:
        """How long it lasts: « 11 mois », « 22 jours »."""
        return "12 mois" if self.kind is Kind.CONTRACT_YEAR else length(self.start, self.stop)

    @property
    def is_years(self) -> bool:
        """Whether it is made of whole calendar years."""
        bounds = (self.start, self.stop)
        return self.kind is not Kind.CONTRACT_YEAR and all((d.month, d.day) == (1, 1) for d in bounds)

    @property
    def label(self) -> str:
        """How it is called in French, without capital."""
        return _label(self)

    def __str__(self) -> str:
        """Its notation, as the commands and addresses write it."""
        return _notation(self)


def add_months(day: date, months: int) -> date:
    """The same day of another month, or the last one when that month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month(year: int, number: int) -> Period:
    """One calendar month."""
    start = date(year, number, 1)
    return Period(Kind.MONTH, start, add_months(start, 1))


def year(number: int) -> Period:
    """One calendar year."""
    return Period(Kind.YEAR, date(number, 1, 1), date(number + 1, 1, 1))


def quarter(number_of_year: int, number: int) -> Period:
    """One quarter, numbered from 1 to 4."""
    start = date(number_of_year, 3 * number - 2, 1)
    return Period(Kind.QUARTER, start, add_months(start, 3))


def year_to_date(last: Period) -> Period:
    """From the first of January to the end of a month."""
    return Period(Kind.YEAR_TO_DATE, date(last.start.year, 1, 1), last.stop)


def rolling_year(last: Period) -> Period:
    """The twelve months that end with a month."""
    return Period(Kind.ROLLING_YEAR, add_months(last.stop, -12), last.stop)


def school_year(september: int) -> Period:
    """From the first of September to the end of August, named by its September."""
    return Period(Kind.SCHOOL_YEAR, date(september, 9, 1), date(september + 1, 9, 1))


def contract_year(ends_in: int) -> Period:
    """The contract year that ends in a year, whatever the dispositif's own first month."""
    return Period(Kind.CONTRACT_YEAR, date(ends_in - 1, 2, 1), date(ends_in + 1, 1, 1))


_DAY = r"(\d{4})-(\d{2})-(\d{2})"
NOTATIONS = (
    "Une période s'écrit 2024, 2024-12, 2024-T3, 2023-10..2024-09, 2019..2024, ytd:2024-09, 12m:2024-12, "
    "scolaire:2023 ou marche:2024."
)


def parse(text: str) -> Period:
    """The period a notation means, or a sentence that lists the notations."""
    try:
        return _plausible(_parse(text.strip()))
    except (ValueError, OverflowError):
        raise QueryError(f"Période non reconnue : « {text} ». {NOTATIONS}") from None


def _plausible(found: Period) -> Period:
    """Refuses years no calendar can move by twelve months."""
    if not 1900 <= found.start.year <= found.stop.year <= 2200:
        raise ValueError(found)
    return found


def _parse(text: str) -> Period:
    prefix, _, rest = text.rpartition(":")
    match prefix:
        case "ytd":
            return year_to_date(_month(rest))
        case "12m":
            return rolling_year(_month(rest))
        case "scolaire":
            return school_year(_year(rest))
        case "marche":
            return contract_year(_year(rest))
        case "":
            return _interval(rest) if ".." in rest else _simple(rest)
    raise ValueError(text)


def _simple(text: str) -> Period:
    if found := re.fullmatch(r"(\d{4})-T([1-4])", text):
        return quarter(int(found[1]), int(found[2]))
    if re.fullmatch(_DAY, text):
        day = date.fromisoformat(text)
        return Period(Kind.FREE, day, day + timedelta(days=1))
    if re.fullmatch(r"\d{4}", text):
        return year(int(text))
    return _month(text)


def _year(text: str) -> int:
    if not re.fullmatch(r"\d{4}", text):
        raise ValueError(text)
    return int(text)


def _month(text: str) -> Period:
    found = re.fullmatch(r"(\d{4})-(\d{2})", text)
    if not found:
        raise ValueError(text)
    return month(int(found[1]), int(found[2]))


def _interval(text: str) -> Period:
    first, last = text.split("..")
    start, stop = _simple(first).start, _simple(last).stop
    whole_year = start.month == 1 and start.day == 1 and stop == date(start.year + 1, 1, 1)
    return Period(Kind.YEAR if whole_year else Kind.FREE, start, stop)


def _notation(period: Period) -> str:
    start, last = period.start, period.last_day
    match period.kind:
        case Kind.MONTH:
            return f"{start:%Y-%m}"
        case Kind.QUARTER:
            return f"{start.year}-T{(start.month + 2) // 3}"
        case Kind.YEAR:
            return f"{start.year}"
        case Kind.YEAR_TO_DATE:
            return f"ytd:{last:%Y-%m}"
        case Kind.ROLLING_YEAR:
            return f"12m:{last:%Y-%m}"
        case Kind.SCHOOL_YEAR:
            return f"scolaire:{start.year}"
        case Kind.CONTRACT_YEAR:
            return f"marche:{last.year}"
    whole_months = start.day == 1 and period.stop.day == 1
    return f"{start:%Y-%m}..{last:%Y-%m}" if whole_months else f"{start}..{last}"


def _label(period: Period) -> str:
    start, last = period.start, period.last_day
    rank = (start.month + 2) // 3
    labels = {
        Kind.MONTH: month_name(start),
        Kind.QUARTER: f"{rank}{'er' if rank == 1 else 'e'} trimestre {start.year}",
        Kind.YEAR: f"année {start.year}",
        Kind.YEAR_TO_DATE: f"cumul à fin {month_name(last)}",
        Kind.ROLLING_YEAR: f"12 mois à fin {month_name(last)}",
        Kind.SCHOOL_YEAR: f"année scolaire {start.year}-{last.year}",
        Kind.CONTRACT_YEAR: f"exercice de marché {last.year}",
        Kind.FREE: interval_name(start, last),
    }
    return labels[period.kind]
