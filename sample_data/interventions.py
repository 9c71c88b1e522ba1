"""The interventions, one file a month, made day by day so that memory does not grow with the scale."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, partial
from itertools import accumulate
from operator import itemgetter
from random import Random

from sample_data.days import MONTHS, month_days
from sample_data.kinds import MIXES, Mix
from sample_data.sectors import BUSY_MONTHS, SECTOR_MIX
from sample_data.workload import DayLoad, loads
from sample_data.write import Sheet

Cells = tuple[str | int, ...]  # date, hour, dispositif, sector, kind, people met


def cells(month: date, scale: int) -> Iterator[Cells]:
    """Gives the lines of one month, in the order of time."""
    for day in month_days(month):
        of_the_day = [line for load in loads(scale).get(day, ()) for line in _lines(load)]
        of_the_day.sort(key=itemgetter(1))
        yield from of_the_day


def _lines(load: DayLoad) -> Iterator[Cells]:
    chance = Random(f"interventions/{load.dispositif}/{load.day}")
    mix = MIXES[load.dispositif]
    kinds = chance.choices(mix.kinds, cum_weights=mix.cumulated, k=load.interventions)
    hours = chance.choices(load.hours, cum_weights=load.cumulated, k=load.interventions)
    sectors, weights = _sectors(load.dispositif, load.day.year, load.day.month)
    places = chance.choices(sectors, cum_weights=weights, k=load.interventions)
    people = _people(chance, mix, kinds, load.people_met)
    text = f"{load.day:%d/%m/%Y}"
    for hour, kind, place, met in zip(hours, kinds, places, people, strict=True):
        told = "N2" if kind == "N1" and not 7 <= hour < 22 else kind
        yield text, hour, load.dispositif, place, told, met


@cache
def _sectors(dispositif: str, year: int, month: int) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Gives the sectors with their weights of the month; no sector where teams work inside places."""
    shares = SECTOR_MIX.get(dispositif, {"": 1})
    noise = Random(f"sectors/{dispositif}/{year}/{month}")
    weights = [
        share * noise.randint(82, 118) * BUSY_MONTHS.get((sector, year, month), 100)
        for sector, share in shares.items()
    ]
    return tuple(shares), tuple(accumulate(weights))


def _people(chance: Random, mix: Mix, kinds: list[str], total: int) -> list[int]:
    """Draws the people met at each intervention, then adds or takes single persons up to the day's total."""
    cases = [mix.people[kind] for kind in kinds]
    met = [case[int(chance.random() * len(case))] for case in cases]
    gap = total - sum(met)
    while gap:
        some = int(chance.random() * len(met))
        if gap > 0 or met[some]:
            step = 1 if gap > 0 else -1
            met[some] += step
            gap -= step
    return met


def sheets(scale: int) -> Iterable[Sheet]:
    """Gives one file a month."""
    for month in MONTHS:
        yield Sheet(
            name=f"optimedia_interventions_{month:%Y-%m}.csv",
            kind="interventions",
            period=f"{month:%Y-%m}",
            rows=partial(cells, month, scale),
            ready=True,
        )
