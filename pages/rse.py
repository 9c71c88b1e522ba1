"""RSE : les engagements, leur avancement, leurs preuves."""

from metrics.catalogue.rse_actions import RSE_ACTION_COMPLETION, RSE_ACTIONS_LATE
from metrics.reconcile import badges
from pages.ui import filters, layout, tiles, views

KEY_FIGURES = (RSE_ACTION_COMPLETION, RSE_ACTIONS_LATE)

visit = layout.open_page(views.RSE)
ask = filters.bar(visit, *KEY_FIGURES, counted=KEY_FIGURES[0])

# What we want to know
headline = ask(*KEY_FIGURES)
goals = ask.targets(*KEY_FIGURES)
history = ask.history(*KEY_FIGURES)

# What we show
tiles.grid(ask, headline, goals, history, badges(visit.url, visit.known))

# What can be taken away
layout.notes(headline)
