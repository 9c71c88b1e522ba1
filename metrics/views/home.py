"""Tableau de bord : les chiffres du mois pour la direction, l'année à un clic."""

from collections.abc import Iterator

from metrics.catalogue.accidents import ACCIDENT_SEVERITY
from metrics.catalogue.activity import (
    FIELD_HOURS_DONE,
    INTERVENTIONS_COUNT,
    INTERVENTIONS_PER_HOUR,
    MEETINGS_ATTENDED,
    PEOPLE_MET,
    PRESENCE_RATE,
)
from metrics.catalogue.budget import BUDGET_GAP_SHARE, NET_RESULT
from metrics.catalogue.carbon import KILOMETRES
from metrics.catalogue.cfa import PASS_RATE
from metrics.catalogue.dimensions import AGENCY
from metrics.catalogue.dispositifs import FIELD_DISPOSITIFS, QPV_INHABITANTS
from metrics.catalogue.financing import REVENUE, SALES_SHARE
from metrics.catalogue.funders import FIRST_FUNDER_SHARE
from metrics.catalogue.rse import CERTIFICATIONS_IN_FORCE
from metrics.catalogue.rse_actions import RSE_ACTION_COMPLETION, RSE_ACTIONS_LATE
from metrics.catalogue.training import LEARNERS, SATISFACTION_RATE, TRAINEE_HOURS_FOLLOWED
from metrics.catalogue.workforce import FTE_ON_ROLL, HEADCOUNT, PERMANENT_SHARE
from metrics.catalogue.working_time import ABSENCE_RATE
from metrics.present.blocks import Block
from metrics.present.leads import MemberOf
from metrics.query import Against, Comparison
from metrics.views import views
from metrics.views.ask import Ask
from metrics.views.page import Page, foot, tiles
from metrics.views.parts import comparison, domains, news
from metrics.views.parts.domains import Line

KEY_FIGURES = (REVENUE, INTERVENTIONS_COUNT, PEOPLE_MET, FIELD_HOURS_DONE, HEADCOUNT, FIELD_DISPOSITIFS)
BY_AGENCY = KEY_FIGURES[:5]  # their totals are those of the headline
DOMAINS = (
    Line((INTERVENTIONS_PER_HOUR, PRESENCE_RATE, MEETINGS_ATTENDED, QPV_INHABITANTS)),
    Line((FTE_ON_ROLL, PERMANENT_SHARE, ABSENCE_RATE, ACCIDENT_SEVERITY)),
    Line((LEARNERS, TRAINEE_HOURS_FOLLOWED, PASS_RATE, SATISFACTION_RATE)),
    Line((RSE_ACTION_COMPLETION, RSE_ACTIONS_LATE, KILOMETRES, CERTIFICATIONS_IN_FORCE)),
    Line((NET_RESULT, BUDGET_GAP_SHARE, SALES_SHARE, FIRST_FUNDER_SHARE)),
)
YEAR_AGO = Comparison(Against.PREVIOUS_YEAR)  # months are asked as alerts read them


def contents(ask: Ask) -> Iterator[Block]:
    """What changed, the key figures, then a line per domain and one per agency."""
    headline = ask(*KEY_FIGURES)
    lines = domains.asked(ask, *DOMAINS)
    agencies = ask(*ask.readable(*BY_AGENCY, by=(AGENCY,)), by=(AGENCY,))
    found = news.asked(ask, headline, *domains.answers(lines))
    yield news.brief(found)
    yield tiles(ask, headline, versus=YEAR_AGO)
    yield news.in_full(ask, found)
    yield from domains.told(ask, lines, found.alerts)
    yield from comparison.table("Les agences", agencies, headline, MemberOf(AGENCY))
    yield foot(headline, agencies)


PAGE = Page(view=views.HOME, figures=KEY_FIGURES, contents=contents, counted=INTERVENTIONS_COUNT)
