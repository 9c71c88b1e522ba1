"""The apprentices' training centre: who came, sat, passed and left, year by year and since it opened."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from metrics.badges import Badges
from metrics.catalogue.cfa import CFA_SINCE, PASS_RATE
from metrics.catalogue.dimensions import EMPLOYER, PROGRAMME, YEAR
from metrics.model import Metric
from metrics.period import Kind, Period
from metrics.present.blocks import Block, Framed, note, nothing
from metrics.present.charts.rates import rates
from metrics.query import NO_COMPARISON
from metrics.views.ask import Ask
from metrics.views.parts import answering, breakdown, comparison, listed, years
from metrics.views.parts.pictures import picture

_ENTERED = (
    "Un parcours compte dans chaque année qu'il touche. Les seules entrées d'une année sont masquées "
    "quand, avec les parcours et les candidats, elles diraient combien ont interrompu l'année d'avant, "
    "trop peu de personnes. Toutes années réunies, les parcours sont tous ceux que le CFA a accueillis."
)
_NOT_CROSSED = (
    "Par titre et par employeur : lecture pour toute l'association seulement ; avec une agence, un chiffre "
    "désignerait quelqu'un."
)


def since(ask: Ask) -> Ask:
    """The same questions since the centre opened, up to the end of the year that the period ends in."""
    stop = date(max(ask.period.last_day.year, CFA_SINCE) + 1, 1, 1)
    span = Period(Kind.FREE, date(CFA_SINCE, 1, 1), stop)
    return replace(ask, period=span, versus=NO_COMPARISON)


def by_year(ask: Ask, badges: Badges, *metrics: Metric) -> Iterator[Block]:
    """The pass rate of each year, then all that is known of the years, and of all together."""
    every = since(ask)
    answer, total = every(*metrics, by=(YEAR,)), every(*metrics)
    yield from picture(every, "reussite", rates(answer, PASS_RATE), answer, PASS_RATE)
    told = comparison.table("Le CFA année par année", answer, total, badges=badges)
    yield Framed("serre-cfa", told)
    yield note(_ENTERED)


def outcomes(ask: Ask, badges: Badges, *metrics: Metric) -> Iterator[Block]:
    """What became of all those who came since the centre opened."""
    yield from listed.table(since(ask), "Toutes années réunies", badges, *metrics)


def titles(ask: Ask, badges: Badges, *metrics: Metric, length: Metric) -> Iterator[Block]:
    """Each title with its length, then each type of employer: of whole years, and of all agencies."""
    told = _crossed(ask, badges, *metrics, length=length)
    yield from years.whole(ask, "Par titre et par employeur", told)


def _crossed(ask: Ask, badges: Badges, *metrics: Metric, length: Metric) -> Iterator[Block]:
    if isinstance(answering.by(ask, (PROGRAMME,), metrics[0]), str):
        yield nothing(_NOT_CROSSED)
        return
    yield from breakdown.table(ask, "Par titre préparé", PROGRAMME, badges, *metrics, length)
    yield from breakdown.table(ask, "Par type d'employeur", EMPLOYER, badges, *metrics)
