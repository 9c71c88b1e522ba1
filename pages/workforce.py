"""Effectifs et diversité : qui travaille ici, sous quels contrats, et ce qui change."""

from metrics.badges import badges
from metrics.catalogue.dispositifs import POSTS_AUTHORISED
from metrics.catalogue.staff_profile import WOMEN_SHARE
from metrics.catalogue.workforce import APPRENTICES, FTE_ON_ROLL, HEADCOUNT, PERMANENT_SHARE
from metrics.views import views
from pages.ui import (
    choice,
    courses,
    equality,
    filters,
    health,
    layout,
    moves,
    profile,
    staff,
    tiles,
    work,
)

KEY_FIGURES = (HEADCOUNT, FTE_ON_ROLL, POSTS_AUTHORISED, PERMANENT_SHARE, APPRENTICES, WOMEN_SHARE)
SECTIONS = {
    "effectif": "Effectif",
    "mouvements": "Entrées et sorties",
    "profil": "Âges et diversité",
    "formation": "Formations et titres",
    "sante": "Absences et accidents",
    "index": "Index égalité",
}

visit = layout.open_page(views.WORKFORCE)
ask = filters.bar(visit, *KEY_FIGURES, counted=HEADCOUNT)

# What we want to know
headline = ask(*KEY_FIGURES)
goals = ask.targets(*KEY_FIGURES)
history = ask.history(*KEY_FIGURES)
published = badges(visit.url, visit.known)

# What we show
tiles.grid(ask, headline, goals, history, published)
match choice.choose("Voir", "vue", SECTIONS):
    case "effectif":
        staff.bridges(ask)
        staff.contracts(ask, published)
        staff.jobs(ask, published)
        staff.agencies(ask, published)
    case "mouvements":
        work.months(ask, HEADCOUNT)
        moves.turnover(ask, published)
    case "profil":
        profile.pictures(ask)
        profile.figures(ask, published)
    case "formation":
        courses.held(ask, published)
        courses.followed(ask, published)
    case "sante":
        health.absences(ask, published)
        health.accidents(ask, published)
    case "index":
        equality.show(ask, published)

# What can be taken away
layout.notes(headline)
