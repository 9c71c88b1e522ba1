"""Hours of presence in the field, planned from the posts and the schedules, done a little less."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache, partial
from random import Random

from sample_data.days import MONTHS, month_days
from sample_data.posts import field_fte
from sample_data.schedules import SCHEDULES
from sample_data.write import Row, Sheet

_QUARTER = 15  # minutes: time sheets are kept by the quarter of an hour
# presence lost to illness and training, per cent of what is planned, month by month
_ABSENT = (9, 10, 8, 6, 5, 5, 6, 6, 5, 6, 8, 10)


def hours(month: date) -> Iterator[Row]:
    """Gives one line per dispositif and day of presence of a month."""
    for day in month_days(month):
        for dispositif in SCHEDULES:
            planned = _planned(dispositif).get(day, 0)
            if planned:
                yield {
                    "day": day,
                    "dispositif_id": dispositif,
                    "planned_minutes": planned,
                    "done_minutes": _done(dispositif, day, planned),
                }


@cache
def _planned(dispositif: str) -> dict[date, int]:
    """Gives the minutes planned on each real day: what follows midnight counts on the next day."""
    schedule = SCHEDULES[dispositif]
    present, of = schedule.team_share()
    minutes: dict[date, int] = defaultdict(int)
    for day in schedule.days_worked():
        fte = field_fte(dispositif, day)
        for shift in schedule.shifts_of(day):
            for hour in shift.hours:
                minutes[day + timedelta(hour // 24)] += shift.minutes(hour) * fte
    return {day: _rounded(total * present, of * 100) for day, total in minutes.items()}


def _done(dispositif: str, day: date, planned: int) -> int:
    chance = Random(f"hours/{dispositif}/{day}")
    lost = _ABSENT[day.month - 1] + chance.randint(-5, 5)
    return min(planned, _rounded(planned * (100 - lost), 100))


def _rounded(numerator: int, denominator: int) -> int:
    """Divides, to the nearest quarter of an hour."""
    return (2 * numerator + denominator * _QUARTER) // (2 * denominator * _QUARTER) * _QUARTER


def sheets() -> Iterable[Sheet]:
    """Gives one file a month."""
    for month in MONTHS:
        yield Sheet(
            name=f"optimedia_heures_terrain_{month:%Y-%m}.csv",
            kind="heures de terrain",
            period=f"{month:%Y-%m}",
            rows=partial(hours, month),
        )
