"""Tableau de bord : les chiffres du mois pour la direction, l'année à un clic."""

from metrics.views import home
from pages.ui import show

show.page(home.PAGE)
