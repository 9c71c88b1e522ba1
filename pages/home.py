"""Tableau de bord : les chiffres du mois pour la direction, l'année à un clic."""

from metrics.catalogue.activity import FIELD_HOURS_DONE, INTERVENTIONS_COUNT, PEOPLE_MET
from metrics.catalogue.dimensions import AGENCY
from metrics.catalogue.dispositifs import FIELD_DISPOSITIFS
from metrics.catalogue.financing import REVENUE
from metrics.catalogue.workforce import HEADCOUNT
from metrics.reconcile import badges
from pages.ui import comparison, filters, layout, news, tiles, views

KEY_FIGURES = (REVENUE, INTERVENTIONS_COUNT, PEOPLE_MET, FIELD_HOURS_DONE, HEADCOUNT, FIELD_DISPOSITIFS)
BY_AGENCY = (REVENUE, INTERVENTIONS_COUNT, PEOPLE_MET, FIELD_HOURS_DONE, HEADCOUNT)

visit = layout.open_page(views.HOME)
ask = filters.bar(visit, *KEY_FIGURES, counted=INTERVENTIONS_COUNT)

# What we want to know
headline = ask(*KEY_FIGURES)
goals = ask.targets(*KEY_FIGURES)
history = ask.history(*KEY_FIGURES)
agencies = ask(*BY_AGENCY, by=(AGENCY,))
total = ask(*BY_AGENCY)

# What we show
tiles.grid(ask, headline, goals, history, badges(visit.url))
news.show(ask, *KEY_FIGURES)
comparison.table("Les agences", agencies, total)
layout.notes(headline)
