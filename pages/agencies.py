"""Agences : où elles sont, ce qu'elles font, à moyens ou à population comparables."""

from metrics.views import agencies
from pages.ui import comment, show

ask = show.page(agencies.PAGE)
comment.of_agency(ask)
