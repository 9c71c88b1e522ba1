"""Financement : les sources, les financeurs, les marchés et ce qui reste à renouveler."""

from metrics.views import financing
from pages.ui import show

show.page(financing.PAGE)
