"""RSE : les engagements, leur avancement, leurs preuves."""

from metrics.badges import badges
from metrics.catalogue.carbon import EMISSIONS_PER_KILOMETRE, KILOMETRES, TRAVEL_EMISSIONS
from metrics.catalogue.dimensions import AGENCY
from metrics.catalogue.rse import (
    ALTERNATIVE_FLEET,
    CERTIFICATIONS_ENDING,
    CERTIFICATIONS_IN_FORCE,
    RSE_ATTENDANCE,
    RSE_COMMITTEES,
    RSE_INDICATORS_DECLARED,
    RSE_WORKSHOP_SHARE,
    RSE_WORKSHOPS,
    STAKEHOLDER_MEETINGS,
    VEHICLES_HELD,
)
from metrics.catalogue.rse_actions import (
    RSE_ACTION_COMPLETION,
    RSE_ACTIONS_DONE,
    RSE_ACTIONS_LATE,
    RSE_ACTIONS_RUNNING,
)
from metrics.views import views
from pages.ui import audit, breakdown, choice, commitments, filters, layout, tiles, travel, years

KEY_FIGURES = (
    RSE_ACTION_COMPLETION,
    RSE_ACTIONS_LATE,
    CERTIFICATIONS_IN_FORCE,
    ALTERNATIVE_FLEET,
    KILOMETRES,
    EMISSIONS_PER_KILOMETRE,
)
TRAVEL = (KILOMETRES, TRAVEL_EMISSIONS, EMISSIONS_PER_KILOMETRE)
EVENTS = (STAKEHOLDER_MEETINGS, RSE_WORKSHOPS, RSE_WORKSHOP_SHARE, RSE_ATTENDANCE, RSE_COMMITTEES)
SECTIONS = {
    audit.TABLE: "Tableau d'audit",
    commitments.PLAN: "Plan d'actions",
    commitments.LABELS: "Labels et certifications",
    "deplacements": "Déplacements et carbone",
    "rencontres": "Rencontres",
}

visit = layout.open_page(views.RSE)
ask = years.civil(filters.bar(visit, *KEY_FIGURES, by=(AGENCY,)), "La démarche RSE")
figures = ask.readable(*KEY_FIGURES)

# What we want to know
headline = ask(*figures)
goals = ask.targets(*figures)
history = ask.history(*figures)
printed = badges(visit.url, visit.known)

# What we show
tiles.grid(ask, headline, goals, history, printed)
breakdown.refusals(ask, *KEY_FIGURES)
match choice.choose("Voir", "vue", audit.readable_first(SECTIONS, visit.scope)):
    case audit.TABLE:
        audit.show(ask, printed, RSE_INDICATORS_DECLARED)
    case commitments.PLAN:
        commitments.plan(ask, RSE_ACTION_COMPLETION, RSE_ACTIONS_DONE, RSE_ACTIONS_RUNNING, RSE_ACTIONS_LATE)
    case commitments.LABELS:
        commitments.labels(ask, printed, CERTIFICATIONS_IN_FORCE, CERTIFICATIONS_ENDING)
    case "deplacements":
        travel.show(ask, printed, *TRAVEL, VEHICLES_HELD, ALTERNATIVE_FLEET)
    case "rencontres":
        commitments.meetings(ask, printed, *EVENTS)

# What can be taken away
layout.notes(headline)
