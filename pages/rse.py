"""RSE : les engagements, leur avancement, leurs preuves."""

from metrics.views import rse
from pages.ui import show

show.page(rse.PAGE)
