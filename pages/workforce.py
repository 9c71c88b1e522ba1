"""Effectifs et diversité : qui travaille ici, sous quels contrats, et ce qui change."""

from metrics.views import workforce
from pages.ui import show

show.page(workforce.PAGE)
