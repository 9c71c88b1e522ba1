"""Dispositifs : ce qu'ils font, où, quand et avec quels moyens."""

from metrics.catalogue.activity import (
    FIELD_HOURS_DONE,
    INTERVENTIONS_COUNT,
    INTERVENTIONS_PER_HOUR,
    MEETINGS_ATTENDED,
    PEOPLE_MET,
    PRESENCE_RATE,
)
from metrics.catalogue.dimensions import (
    AGENCY,
    DISPOSITIF,
    FAMILY,
    HOUR,
    INTERVENTION_FAMILY,
    SECTOR,
    WEEKDAY,
)
from metrics.catalogue.dispositifs import FIELD_FTE, POSTS_AUTHORISED
from metrics.catalogue.financing import REVENUE
from metrics.present.charts.bars import bars
from metrics.present.charts.heat import heat
from metrics.present.charts.over_time import over_time
from metrics.reconcile import badges
from pages.ui import charts, comparison, filters, layout, links, records, sector_map, tiles, views

KEY_FIGURES = (
    INTERVENTIONS_COUNT,
    PEOPLE_MET,
    FIELD_HOURS_DONE,
    INTERVENTIONS_PER_HOUR,
    PRESENCE_RATE,
    MEETINGS_ATTENDED,
)
PORTFOLIO = (
    INTERVENTIONS_COUNT,
    PEOPLE_MET,
    FIELD_HOURS_DONE,
    INTERVENTIONS_PER_HOUR,
    POSTS_AUTHORISED,
    FIELD_FTE,
    REVENUE,
)
INCIVILITIES = ("N", "O", "C", "D", "I", "T")  # families of interventions: nuisances to traffic

visit = layout.open_page(views.ACTIVITY)
ask = filters.bar(
    visit,
    *KEY_FIGURES,
    by=(AGENCY, FAMILY, DISPOSITIF, SECTOR, INTERVENTION_FAMILY),
    counted=INTERVENTIONS_COUNT,
)

# What we want to know
headline = ask(*KEY_FIGURES)
goals = ask.targets(*KEY_FIGURES)
history = ask.history(*KEY_FIGURES)
months = ask.months(INTERVENTIONS_COUNT)
kinds = ask(INTERVENTIONS_COUNT, by=(INTERVENTION_FAMILY,))
hours = ask(INTERVENTIONS_COUNT, by=(WEEKDAY, HOUR))
dispositifs = ask(*PORTFOLIO, by=(DISPOSITIF,))
total = ask(*PORTFOLIO)

# What we show
tiles.grid(ask, headline, goals, history, badges(visit.url))
figure = INTERVENTIONS_COUNT
charts.draw(ask, "mois", over_time(months, figure, ask.events(months), dimension="month"), months, figure)
charts.draw(ask, "natures", bars(kinds, figure, clickable=True), kinds, figure)
charts.draw(ask, "heures", heat(hours, figure, across=HOUR, down=WEEKDAY), hours, figure)
sector_map.draw(ask, "Incivilités", INCIVILITIES)
comparison.table("Les dispositifs", dispositifs, total, links.to_dispositif(ask))
records.under(ask, figure)
records.under(ask, MEETINGS_ATTENDED)
layout.notes(headline)
