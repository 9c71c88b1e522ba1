"""The dispositifs that a person may read, to choose the one that a page is about."""

from metrics import portrait
from metrics.present.leads import Dispositif
from metrics.views.ask import Ask
from metrics.views.dispositif import NONE_CHOSEN
from pages.ui import html, layout, links
from pages.ui.html import el


def choose(ask: Ask) -> None:
    """Says that a dispositif must be chosen, and lists those that may be read as links."""
    names = portrait.readable(ask.visit.known, ask.visit.scope)
    listed = (
        el("li", el("a", name, href=links.href(ask, Dispositif(value)), target="_self"))
        for value, name in names.items()
    )
    html.show(el("p", NONE_CHOSEN, class_="vide", role="status"), el("ul", *listed, class_="liste-liens"))
    layout.notes("Les chiffres se montrent une fois le dispositif choisi.")
