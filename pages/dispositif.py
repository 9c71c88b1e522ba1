"""Un dispositif : son marché, son équipe, ses lieux, son année, ses enregistrements."""

from metrics.views import dispositif, views
from metrics.views.parts import portrait
from pages.ui import comment, dispositifs, filters, layout, links, show

visit, top = layout.open_below(views.DISPOSITIF)
ask = filters.bar(visit, dispositif.PAGE)
who = portrait.asked(ask)
with top:
    links.trail(ask, views.HOME, views.ACTIVITY, here=who.name if who else "Un dispositif")
if who is None:
    dispositifs.choose(ask)
else:
    layout.entitle(who.name)
    show.show(ask, dispositif.contents(ask))
    comment.of_dispositif(ask)
