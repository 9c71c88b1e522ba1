"""Dispositifs : ce qu'ils font, où, quand et avec quels moyens."""

from metrics.badges import badges
from metrics.catalogue.activity import (
    FIELD_HOURS_DONE,
    INCIVILITIES,
    INCIVILITIES_PER_HOUR,
    INTERVENTIONS_COUNT,
    INTERVENTIONS_PER_HOUR,
    MEETINGS_ATTENDED,
    PEOPLE_MET,
    PRESENCE_RATE,
    PREVENTION_CHILDREN,
    PREVENTION_MODULES,
)
from metrics.catalogue.dimensions import AGENCY, DISPOSITIF, FAMILY, INTERVENTION_FAMILY, SECTOR
from metrics.catalogue.dispositifs import POSTS_AUTHORISED
from metrics.catalogue.financing import REVENUE
from metrics.catalogue.listings import MARKETS_HELD
from metrics.catalogue.normalised import INTERVENTIONS_PER_FTE, MEAN_FIELD_FTE
from metrics.catalogue.orders import (
    MEDIAN_ORDER_DELAY,
    ORDERS_ANSWERED_PROMPTLY,
    ORDERS_ANSWERED_SHARE,
    ORDERS_RECEIVED,
    ORDERS_WAITING,
)
from pages.ui import choice, filters, layout, partnership, portfolio, records, sector_map, tiles, views, work

COUNT = INTERVENTIONS_COUNT
KEY_FIGURES = (COUNT, PEOPLE_MET, FIELD_HOURS_DONE, INTERVENTIONS_PER_HOUR, PRESENCE_RATE, MEETINGS_ATTENDED)
MEANS = (POSTS_AUTHORISED, MEAN_FIELD_FTE, FIELD_HOURS_DONE)
RESULTS = (COUNT, PEOPLE_MET, INTERVENTIONS_PER_HOUR, INTERVENTIONS_PER_FTE, REVENUE)
ORDERS = (ORDERS_RECEIVED, MEDIAN_ORDER_DELAY, ORDERS_ANSWERED_SHARE, ORDERS_ANSWERED_PROMPTLY)
SECTIONS = {
    "activite": "Activité",
    "incivilites": "Incivilités",
    "portefeuille": "Portefeuille",
    "partenariat": "Partenariat",
}

visit = layout.open_page(views.ACTIVITY)
by = (AGENCY, FAMILY, DISPOSITIF, SECTOR, INTERVENTION_FAMILY)
ask = filters.bar(visit, *KEY_FIGURES, by=by, counted=COUNT)

# What we want to know
headline = ask(*KEY_FIGURES)
goals = ask.targets(*KEY_FIGURES)
history = ask.history(*KEY_FIGURES)

# What we show
tiles.grid(ask, headline, goals, history, badges(visit.url, visit.known))
match choice.choose("Voir", "vue", SECTIONS):
    case "activite":
        work.months(ask, COUNT)
        work.kinds(ask, COUNT)
        work.hours(ask, COUNT)
        records.under(ask, COUNT)
    case "incivilites":
        sector_map.draw(ask, "Incivilités", INCIVILITIES, INCIVILITIES_PER_HOUR)
        records.under(ask, INCIVILITIES)
    case "portefeuille":
        portfolio.table(ask, *MEANS, *RESULTS)
        records.under(ask, MARKETS_HELD)
        records.under(ask, REVENUE)
    case "partenariat":
        partnership.meetings(ask, MEETINGS_ATTENDED)
        partnership.prevention(ask, PREVENTION_CHILDREN, PREVENTION_MODULES)
        partnership.orders(ask, *ORDERS, ORDERS_WAITING)
        records.under(ask, MEETINGS_ATTENDED)
layout.notes(headline)
