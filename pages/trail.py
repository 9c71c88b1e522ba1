"""Journal : qui a fait quoi, quand, et qui a lu des chiffres du personnel."""

from metrics.views import views
from pages.ui import layout, trail

visit = layout.open_page(views.TRAIL)

# What we want to know
page = trail.asked(visit)

# What we show
trail.table(page)
trail.turn(page)
trail.proof(visit)

# What can be taken away
layout.notes("Le journal se garde un an au moins, ne se modifie pas, et se vérifie aussi hors de la suite.")
