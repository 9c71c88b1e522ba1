"""Financement : les sources, les financeurs, les marchés et ce qui reste à renouveler."""

from metrics.catalogue.financing import REVENUE, SALES_SHARE
from metrics.reconcile import badges
from pages.ui import filters, layout, tiles, views

KEY_FIGURES = (REVENUE, SALES_SHARE)

visit = layout.open_page(views.FINANCING)
ask = filters.bar(visit, *KEY_FIGURES, counted=KEY_FIGURES[0])

# What we want to know
headline = ask(*KEY_FIGURES)
goals = ask.targets(*KEY_FIGURES)
history = ask.history(*KEY_FIGURES)

# What we show
tiles.grid(ask, headline, goals, history, badges(visit.url, visit.known))

# What can be taken away
layout.notes(headline)
