"""Données : ce qui est chargé, depuis quand, et ce qui manque."""

from metrics.views import views
from pages.ui import layout, loaded

visit = layout.open_page(views.DATA)

# What we want to know
store = loaded.read(visit)

# What we show
loaded.late(visit)
loaded.covered(store)
loaded.imports(store)

# What can be taken away
layout.notes("Les fichiers se vérifient avec « python -m data_access check » et se chargent avec « load ».")
