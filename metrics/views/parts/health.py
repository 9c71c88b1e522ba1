"""Absences and accidents: counts beside the rates they make, for a rate alone says nothing of few people."""

from collections.abc import Iterator

from metrics.badges import Badges
from metrics.catalogue.accidents import (
    ACCIDENT_FREQUENCY,
    ACCIDENT_SEVERITY,
    ACCIDENTS_WITH_STOP,
    COMMUTE_ACCIDENTS,
    LOST_DAYS,
    VSME_ACCIDENT_RATE,
)
from metrics.catalogue.dimensions import AGENCY
from metrics.catalogue.working_time import ABSENCE_DAYS, ABSENCE_RATE, HOURS_WORKED_BY_STAFF
from metrics.present.blocks import Block
from metrics.present.charts.over_time import over_time
from metrics.views.ask import Ask
from metrics.views.parts import breakdown, listed, years
from metrics.views.parts.pictures import picture

_COUNTS = (ACCIDENTS_WITH_STOP, LOST_DAYS, COMMUTE_ACCIDENTS)
_RATES = (ACCIDENT_FREQUENCY, ACCIDENT_SEVERITY, VSME_ACCIDENT_RATE)


def absences(ask: Ask, badges: Badges) -> Iterator[Block]:
    """The rate month by month, what it is made of, and the agencies, of whole years."""
    months = ask.months(ABSENCE_RATE)
    chart = over_time(months, ABSENCE_RATE, ask.events(months), dimension="month")
    yield from picture(ask, "mois-absence", chart, months, ABSENCE_RATE)
    made_of = (ABSENCE_RATE, ABSENCE_DAYS, HOURS_WORKED_BY_STAFF)
    yield from listed.table(ask, "Les absences", badges, *made_of)
    if ask.period.is_years:
        yield from breakdown.table(ask, "Les absences par agence", AGENCY, badges, ABSENCE_RATE)


def accidents(ask: Ask, badges: Badges) -> Iterator[Block]:
    """How many accidents and days, then the rates that set them against hours worked."""
    told = listed.table(ask, "Les accidents du travail", badges, *_COUNTS, *_RATES)
    yield from years.whole(ask, "Accidents du travail", told)
