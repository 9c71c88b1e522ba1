"""The apprentices' training centre: who came, sat, passed and left, year by year and since it opened."""

from dataclasses import replace
from datetime import date

import streamlit as st

from metrics.badges import Badges
from metrics.catalogue.cfa import CFA_SINCE, PASS_RATE
from metrics.catalogue.dimensions import EMPLOYER, PROGRAMME, YEAR
from metrics.model import Metric
from metrics.period import Kind, Period
from metrics.present.charts.rates import rates
from metrics.query import NO_COMPARISON
from metrics.views.ask import Ask
from pages.ui import answering, breakdown, charts, comparison, html, listed, years
from pages.ui.html import el

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


def by_year(ask: Ask, badges: Badges, *metrics: Metric) -> None:
    """Draws the pass rate of each year, then all that is known of the years, and of all together."""
    every = since(ask)
    answer, total = every(*metrics, by=(YEAR,)), every(*metrics)
    charts.draw(every, "reussite", rates(answer, PASS_RATE), answer, PASS_RATE)
    with st.container(key="serre-cfa"):
        comparison.table("Le CFA année par année", answer, total, badges=badges)
    html.show(el("p", _ENTERED, class_="phrase"))


def outcomes(ask: Ask, badges: Badges, *metrics: Metric) -> None:
    """Draws what became of all those who came since the centre opened."""
    listed.table(since(ask), "Toutes années réunies", badges, *metrics)


def titles(ask: Ask, badges: Badges, *metrics: Metric, length: Metric) -> None:
    """Draws each title with its length, then each type of employer: of whole years, and of all agencies."""
    if not years.whole(ask, "Par titre et par employeur"):
        return
    if isinstance(answering.by(ask, (PROGRAMME,), metrics[0]), str):
        breakdown.refused(_NOT_CROSSED)
    else:
        breakdown.table(ask, "Par titre préparé", PROGRAMME, badges, *metrics, length)
        breakdown.table(ask, "Par type d'employeur", EMPLOYER, badges, *metrics)
