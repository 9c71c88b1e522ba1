"""Effectifs et diversité : qui travaille ici, sous quels contrats, et ce qui change."""

from metrics.catalogue.workforce import FTE_ON_ROLL, HEADCOUNT
from metrics.reconcile import badges
from pages.ui import filters, layout, tiles, views

KEY_FIGURES = (FTE_ON_ROLL, HEADCOUNT)

visit = layout.open_page(views.WORKFORCE)
ask = filters.bar(visit, *KEY_FIGURES, counted=KEY_FIGURES[0])

# What we want to know
headline = ask(*KEY_FIGURES)
goals = ask.targets(*KEY_FIGURES)
history = ask.history(*KEY_FIGURES)

# What we show
tiles.grid(ask, headline, goals, history, badges(visit.url, visit.known))

# What can be taken away
layout.notes(headline)
