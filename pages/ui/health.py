"""Absences and accidents: counts beside the rates they make, for a rate alone says nothing of few people."""

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
from metrics.present.charts.over_time import over_time
from metrics.views.ask import Ask
from pages.ui import breakdown, charts, listed, years

_COUNTS = (ACCIDENTS_WITH_STOP, LOST_DAYS, COMMUTE_ACCIDENTS)
_RATES = (ACCIDENT_FREQUENCY, ACCIDENT_SEVERITY, VSME_ACCIDENT_RATE)


def absences(ask: Ask, badges: Badges) -> None:
    """Draws the rate month by month, what it is made of, and the agencies, of whole years."""
    months = ask.months(ABSENCE_RATE)
    chart = over_time(months, ABSENCE_RATE, ask.events(months), dimension="month")
    charts.draw(ask, "mois-absence", chart, months, ABSENCE_RATE)
    listed.table(ask, "Les absences", badges, ABSENCE_RATE, ABSENCE_DAYS, HOURS_WORKED_BY_STAFF)
    if ask.period.is_years:
        breakdown.table(ask, "Les absences par agence", AGENCY, badges, ABSENCE_RATE)


def accidents(ask: Ask, badges: Badges) -> None:
    """Draws how many accidents and days, then the rates that set them against hours worked."""
    if years.whole(ask, "Accidents du travail"):
        listed.table(ask, "Les accidents du travail", badges, *_COUNTS, *_RATES)
