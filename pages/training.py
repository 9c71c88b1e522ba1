"""Formation : qui est formé, à quoi, avec quels résultats."""

from metrics.catalogue.training import LEARNERS, TRAINEE_HOURS_FOLLOWED
from metrics.reconcile import badges
from pages.ui import filters, layout, tiles, views

KEY_FIGURES = (LEARNERS, TRAINEE_HOURS_FOLLOWED)

visit = layout.open_page(views.TRAINING)
ask = filters.bar(visit, *KEY_FIGURES, counted=KEY_FIGURES[0])

# What we want to know
headline = ask(*KEY_FIGURES)
goals = ask.targets(*KEY_FIGURES)
history = ask.history(*KEY_FIGURES)

# What we show
tiles.grid(ask, headline, goals, history, badges(visit.url, visit.known))

# What can be taken away
layout.notes(headline)
