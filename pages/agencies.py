"""Agences : où elles sont, ce qu'elles font, à moyens ou à population comparables."""

from metrics.views import agencies
from pages.ui import show

show.page(agencies.PAGE)
