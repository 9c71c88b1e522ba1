"""Dispositifs : ce qu'ils font, où, quand et avec quels moyens."""

from metrics.views import activity
from pages.ui import show

show.page(activity.PAGE)
