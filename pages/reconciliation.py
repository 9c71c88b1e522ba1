"""Rapprochement : chaque chiffre des deux rapports 2024, à côté de celui que donnent les enregistrements."""

from metrics.reconcile import reconcile
from metrics.views import views
from pages.ui import layout, register

visit = layout.open_page(views.RECONCILIATION)

# What we want to know
found = reconcile(visit.url, visit.scope, visit.known.as_of)

# What we show
kept = register.bar(found)
register.summary(found)
register.table(kept)
layout.notes(
    "Un chiffre publié sort quand le chiffre calculé lui est égal une fois arrondi comme il a été imprimé. "
    "Un chiffre déclaré est comparé à la valeur chargée avec sa preuve."
)
