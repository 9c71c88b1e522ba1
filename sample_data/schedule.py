"""When each dispositif is in the field: days, hours, seasons, and how busy each of them is.

A shift that ends after midnight is written with hours above 23: hour 25 is 1 a.m. of the next day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sample_data.days import FIRST_DAY, LAST_DAY, PUBLIC_HOLIDAYS, between, in_term, is_working_day

_CLOSED_ANYWAY = ((1, 1), (5, 1), (12, 25))
_WEEK = 35 * 60  # minutes that a full-time equivalent owes


@dataclass(frozen=True, kw_only=True)
class Shift:
    """The same hours on some days of the week, all year or between two dates of each year."""

    weekdays: dict[int, int]  # ISO weekday -> how busy, 100 being ordinary
    hours: dict[int, int]  # hour -> how busy
    halves: tuple[int, ...] = ()  # hours of which only half is worked
    opens: tuple[int, int] = (1, 1)  # month and day
    closes: tuple[int, int] = (12, 31)

    def holds(self, day: date) -> bool:
        """Tells whether the shift starts on that day."""
        return day.isoweekday() in self.weekdays and self.opens <= (day.month, day.day) <= self.closes

    def minutes(self, hour: int) -> int:
        """Gives the minutes worked within an hour."""
        return 30 if hour in self.halves else 60


@dataclass(frozen=True, kw_only=True)
class Schedule:
    """The presence of one dispositif."""

    text: str
    shifts: tuple[Shift, ...]
    days: str = "all"  # all, but few holidays | open, but public holidays | offices | term B | term C
    months: tuple[int, ...] = (100,) * 12  # how busy each month is
    first: date = FIRST_DAY
    last: date = LAST_DAY

    def works(self, day: date) -> bool:
        """Tells whether teams go out on that day."""
        return self.first <= day <= self.last and _is_open(self.days, day)

    def shifts_of(self, day: date) -> list[Shift]:
        """Gives the shifts that start on that day."""
        return [shift for shift in self.shifts if shift.holds(day)] if self.works(day) else []

    def team_share(self) -> tuple[int, int]:
        """Gives the share of the team present at once, so that each full-time equivalent works its week."""
        year_round = [shift for shift in self.shifts if (shift.opens, shift.closes) == ((1, 1), (12, 31))]
        counted = year_round or self.shifts
        week = sum(shift.minutes(hour) * len(shift.weekdays) for shift in counted for hour in shift.hours)
        return min(_WEEK, week), week

    def days_worked(self) -> Iterator[date]:
        """Gives every day on which a shift starts."""
        return (day for day in between(self.first, self.last) if self.shifts_of(day))


def _is_open(days: str, day: date) -> bool:
    if days == "all":
        return (day.month, day.day) not in _CLOSED_ANYWAY
    if days == "open":
        return day not in PUBLIC_HOLIDAYS
    if days == "offices":
        return is_working_day(day)
    return in_term(day, days.removeprefix("term "))
