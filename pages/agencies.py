"""Agences : où elles sont, ce qu'elles font, à moyens ou à population comparables."""

from metrics.catalogue.activity import (
    FIELD_HOURS_DONE,
    INTERVENTIONS_COUNT,
    INTERVENTIONS_PER_HOUR,
    MEETINGS_ATTENDED,
    PEOPLE_MET,
    PEOPLE_MET_PER_HOUR,
    PRESENCE_RATE,
    QPV_INTERVENTIONS_SHARE,
)
from metrics.catalogue.dimensions import AGENCY
from metrics.catalogue.dispositifs import FIELD_DISPOSITIFS
from metrics.catalogue.financing import REVENUE, REVENUE_PER_FIELD_HOUR
from metrics.catalogue.normalised import (
    INTERVENTIONS_PER_FTE,
    INTERVENTIONS_PER_QPV_INHABITANT,
    MEAN_FIELD_FTE,
    MEETINGS_PER_FTE,
    PEOPLE_MET_PER_FTE,
    PEOPLE_MET_PER_QPV_INHABITANT,
    REVENUE_PER_FTE,
)
from metrics.catalogue.workforce import FTE_ON_ROLL, HEADCOUNT
from metrics.present.charts.territory import territory
from metrics.views import views
from pages.ui import charts, choice, filters, layout, multiples, side, standing

SIZES = (INTERVENTIONS_COUNT, PEOPLE_MET, MEETINGS_ATTENDED, REVENUE)
FIGURES = {
    "absolu": (*SIZES, PRESENCE_RATE, QPV_INTERVENTIONS_SHARE),
    "etp": (INTERVENTIONS_PER_FTE, PEOPLE_MET_PER_FTE, MEETINGS_PER_FTE, REVENUE_PER_FTE),
    "heure": (INTERVENTIONS_PER_HOUR, PEOPLE_MET_PER_HOUR, REVENUE_PER_FIELD_HOUR),
    "qpv": (INTERVENTIONS_PER_QPV_INHABITANT, PEOPLE_MET_PER_QPV_INHABITANT),
}
BASES = {
    "absolu": "En valeur",
    "etp": "Par ETP terrain",
    "heure": "Par heure de terrain",
    "qpv": "Pour 1 000 habitants de QPV",
}
MEANS = (FIELD_DISPOSITIFS, FIELD_HOURS_DONE, MEAN_FIELD_FTE, HEADCOUNT, FTE_ON_ROLL)

visit = layout.open_page(views.AGENCIES)
every = (*(each for figures in FIGURES.values() for each in figures), *MEANS)
ask = filters.bar(visit, *every, by=(AGENCY,), counted=INTERVENTIONS_COUNT)
figures = FIGURES[choice.choose("Rapporter les chiffres", "base", BASES)]

# What we want to know
agencies = ask(*figures, by=(AGENCY,))

# What we show
left, right = side.by_side(1, 2)
with left:
    picture = territory(agencies, figures[0], tuple(visit.known.names[AGENCY.id]))
    charts.draw(ask, "carte", picture, agencies, *figures)
with right:
    standing.table(ask, *figures)
    standing.means(ask, *MEANS)
multiples.by_agency(ask, *figures, *MEANS)

# What can be taken away
layout.notes(agencies)
