"""Tableau de bord : les chiffres du mois pour la direction, l'année à un clic."""

from metrics.badges import badges
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
from metrics.query import Against, Comparison
from metrics.views import views
from pages.ui import comparison, domains, filters, layout, links, news, tiles
from pages.ui.domains import Line

KEY_FIGURES = (REVENUE, INTERVENTIONS_COUNT, PEOPLE_MET, FIELD_HOURS_DONE, HEADCOUNT, FIELD_DISPOSITIFS)
BY_AGENCY = KEY_FIGURES[:5]  # their totals are those of the headline
DOMAINS = (
    Line((INTERVENTIONS_PER_HOUR, PRESENCE_RATE, MEETINGS_ATTENDED, QPV_INHABITANTS)),
    Line((FTE_ON_ROLL, PERMANENT_SHARE, ABSENCE_RATE, ACCIDENT_SEVERITY)),
    Line((LEARNERS, TRAINEE_HOURS_FOLLOWED, PASS_RATE, SATISFACTION_RATE)),
    Line((RSE_ACTION_COMPLETION, RSE_ACTIONS_LATE, KILOMETRES, CERTIFICATIONS_IN_FORCE)),
    Line((NET_RESULT, BUDGET_GAP_SHARE, SALES_SHARE, FIRST_FUNDER_SHARE)),
)

visit = layout.open_page(views.HOME)
ask = filters.bar(visit, *KEY_FIGURES, counted=INTERVENTIONS_COUNT)

# What we want to know
headline = ask(*KEY_FIGURES)
goals = ask.targets(*KEY_FIGURES)
history = ask.history(*KEY_FIGURES, versus=Comparison(Against.PREVIOUS_YEAR))  # as alerts read them
lines = domains.asked(ask, *DOMAINS)
agencies = ask(*ask.readable(*BY_AGENCY, by=(AGENCY,)), by=(AGENCY,))
told = news.asked(ask, headline, *domains.answers(lines))

# What we show
news.brief(told)
tiles.grid(ask, headline, goals, history, badges(visit.url, visit.known))
news.show(ask, told)
domains.show(ask, lines, told.alerts)
comparison.table("Les agences", agencies, headline, links.ToMember(ask, AGENCY))

# What can be taken away
layout.notes(headline, agencies)
