"""Rapprochement : chaque chiffre des deux rapports 2024, à côté de celui que donnent les enregistrements."""

from metrics.views import reconciliation, views
from pages.ui import layout, register, show

visit = layout.open_page(views.RECONCILIATION)
found = reconciliation.found(visit)
show.show(None, reconciliation.told(found, register.bar(visit, found)))
