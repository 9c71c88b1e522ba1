"""Administration : qui peut ouvrir la suite, et pour y lire quoi."""

from metrics.views import views
from pages.ui import admin, admin_change, layout

visit = layout.open_page(views.ADMINISTRATION)

# What we want to know
people = admin.register(visit)
chosen = admin.choose(people)

# What we show
admin_change.draw(visit, chosen)
admin.table(visit, people)
admin.history(visit, chosen)

# What can be taken away
layout.notes(
    "Chaque changement est une ligne du journal, qui reste. Un droit retiré cesse en moins d'une minute."
)
