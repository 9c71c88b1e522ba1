"""Définitions : ce que chaque chiffre veut dire, d'où il vient, où il a été publié."""

from metrics.reconcile import printed_by_metric
from pages.ui import definitions, layout, views

visit = layout.open_page(views.DEFINITIONS)

# What we want to know
found = definitions.search()
printed = printed_by_metric(visit.url)

# What we show
definitions.listed(found, printed, visit.scope)
layout.closing("Chaque définition porte une version : un changement se lit dans le journal des changements.")
