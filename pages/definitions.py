"""Définitions : ce que chaque chiffre veut dire, d'où il vient, où il a été publié."""

from metrics.reconcile import printed_by_metric
from metrics.views import views
from pages.ui import definitions, exceptions, layout, opening

visit = layout.open_page(views.DEFINITIONS)
opening.keep(visit)

# What we want to know
found = definitions.asked()
printed = printed_by_metric(visit.url, visit.known)

# What we show
definitions.show(found, printed, visit)
exceptions.show(found, printed, visit.scope)

# What can be taken away
layout.notes("Chaque définition porte une version : un changement se lit dans le journal des changements.")
