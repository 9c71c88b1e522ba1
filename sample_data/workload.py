"""How the interventions of each dispositif spread over real days and hours, before any row is made."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from random import Random

from sample_data.activity_plan import BLOCKS, Block
from sample_data.apportion import apportion
from sample_data.schedules import SCHEDULES

# days when the whole country had restless nights
_RESTLESS = (date(2023, 6, 28), date(2023, 7, 4), 150)
_EASE = 100  # per cent
Hours = dict[int, int]  # hour of a real day -> how busy


@dataclass(frozen=True)
class DayLoad:
    """What one dispositif does on one real day."""

    dispositif: str
    day: date
    interventions: int
    people_met: int
    hours: tuple[int, ...]
    cumulated: tuple[int, ...]


@cache
def loads(scale: int) -> dict[date, list[DayLoad]]:
    """Gives the loads of every day of the sample years, dispositif by dispositif."""
    by_day: dict[date, list[DayLoad]] = defaultdict(list)
    for block in BLOCKS:
        for load in _block_loads(block, scale):
            by_day[load.day].append(load)
    return by_day


def _block_loads(block: Block, scale: int) -> Iterator[DayLoad]:
    days = {day: hours for day, hours in busy_hours(block.dispositif).items() if _within(block, day)}
    counts = apportion(block.interventions * scale, [sum(hours.values()) for hours in days.values()])
    noise = Random(f"people/{block.dispositif}/{block.first}")
    people = apportion(block.people_met * scale, [count * noise.randint(80, 120) for count in counts])
    for (day, hours), count, met in zip(days.items(), counts, people, strict=True):
        if count:
            cumulated = tuple(accumulate(hours.values()))
            yield DayLoad(block.dispositif, day, count, met, tuple(hours), cumulated)


def _within(block: Block, day: date) -> bool:
    return block.first <= day <= block.last


@cache
def busy_hours(dispositif: str) -> dict[date, Hours]:
    """Gives how busy each hour of each real day is: what follows midnight counts on the next day."""
    schedule = SCHEDULES[dispositif]
    noise = Random(f"days/{dispositif}")
    found: dict[date, Hours] = defaultdict(lambda: defaultdict(int))
    week = 0, _EASE
    for day in schedule.days_worked():
        if day.isocalendar().week != week[0]:
            week = day.isocalendar().week, noise.randint(88, 112)
        ease = schedule.months[day.month - 1] * week[1] * noise.randint(78, 122) * _unrest(dispositif, day)
        for shift in schedule.shifts_of(day):
            for hour, busy in shift.hours.items():
                real_day = day + timedelta(hour // 24)
                found[real_day][hour % 24] += ease * shift.weekdays[day.isoweekday()] * busy
    return {day: dict(sorted(hours.items())) for day, hours in sorted(found.items())}


def _unrest(dispositif: str, day: date) -> int:
    first, last, per_cent = _RESTLESS
    concerned = dispositif in {"NANTES-QUARTIER", "RENNES-JOUR", "RENNES-BINOMES", "ANGERS-NUIT"}
    return per_cent if concerned and first <= day <= last else _EASE
