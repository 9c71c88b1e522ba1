"""Formation : qui est formé, à quoi, avec quels résultats."""

from metrics.views import training
from pages.ui import show

show.page(training.PAGE)
