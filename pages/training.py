"""Formation : qui est formé, à quoi, avec quels résultats."""

from metrics.badges import badges
from metrics.catalogue.cfa import (
    AMIS_SHARE,
    APPRENTICES_IN_TRAINING,
    CANDIDATES,
    CFA_ENTRIES,
    GRADUATES,
    INTERRUPTIONS,
    MSADS_SHARE,
    PARTIAL_TITLES,
    PASS_RATE,
    TITLE_HOURS,
)
from metrics.catalogue.dimensions import AGENCY, PROGRAMME, PROGRAMME_FAMILY
from metrics.catalogue.training import (
    DELIVERED_HOURS,
    LEARNERS,
    LEARNERS_OUTSIDE_CFA,
    PRISONS,
    PRIVATE_EMPLOYEES,
    SATISFACTION_ANSWERS,
    SATISFACTION_RATE,
    TRAINEE_HOURS_FOLLOWED,
    TRAINING_SITES,
)
from metrics.views import views
from pages.ui import bpf, breakdown, choice, cohorts, filters, layout, learners, qualiopi, tiles, years

VOLUMES = (LEARNERS, TRAINEE_HOURS_FOLLOWED, DELIVERED_HOURS)
KEY_FIGURES = (*VOLUMES, APPRENTICES_IN_TRAINING, PASS_RATE, SATISFACTION_RATE)
COHORTS = (APPRENTICES_IN_TRAINING, CANDIDATES, GRADUATES)
SECTIONS = {
    "publics": "Publics",
    "cfa": "CFA",
    "satisfaction": "Satisfaction",
    "lieux": "Lieux",
    "bpf": "Bilan pédagogique et financier",
    "qualiopi": "Fiche Qualiopi",
}

visit = layout.open_page(views.TRAINING)
by = (PROGRAMME_FAMILY, PROGRAMME, AGENCY)
bar = filters.bar(visit, *KEY_FIGURES, by=by, counted=TRAINEE_HOURS_FOLLOWED)
ask = years.civil(bar, "L'organisme de formation")
printed = badges(visit.url, visit.known)
told = ask.readable(*KEY_FIGURES)

# What we want to know
headline = ask(*told)
goals = ask.targets(*told)
history = ask.history(*told)

# What we show
tiles.grid(ask, headline, goals, history, printed)
breakdown.refusals(ask, *KEY_FIGURES)
years.whole(ask, "Stagiaires, parcours et réussite au CFA")
match choice.choose("Voir", "vue", SECTIONS):
    case "publics":
        learners.hours(ask, TRAINEE_HOURS_FOLLOWED)
        learners.families(ask, printed, *VOLUMES)
        learners.trainees(ask, printed, PRIVATE_EMPLOYEES, LEARNERS_OUTSIDE_CFA, TRAINEE_HOURS_FOLLOWED)
    case "cfa":
        cohorts.by_year(ask, printed, CFA_ENTRIES, *COHORTS, PARTIAL_TITLES, INTERRUPTIONS, PASS_RATE)
        cohorts.outcomes(ask, printed, APPRENTICES_IN_TRAINING, GRADUATES, MSADS_SHARE, AMIS_SHARE)
        cohorts.titles(ask, printed, *COHORTS, length=TITLE_HOURS)
    case "satisfaction":
        learners.satisfaction(ask, printed, SATISFACTION_RATE, SATISFACTION_ANSWERS)
    case "lieux":
        learners.places(ask, printed, DELIVERED_HOURS, TRAINING_SITES, PRISONS)
    case "bpf":
        bpf.draw(ask)
    case "qualiopi":
        qualiopi.draw(ask, printed)

# What can be taken away
layout.notes(headline)
