"""A figure opened from the reference that a file or a printed page gives of it."""

from urllib.parse import urlencode

from data_access.errors import UserError
from metrics import address, figure_id
from metrics.figure_id import FigureId
from metrics.present import words
from metrics.query import Against, Comparison
from metrics.recalled import Recalled, recall
from metrics.result import Figure
from metrics.views.views import BY_DOMAIN, opens
from metrics.views.visit import Visit
from pages.ui import html, links, seen
from pages.ui.html import Element, el

_SIGN = "/"  # between the parts of a reference, and in no name of a figure


def is_one(text: str) -> bool:
    """Whether a text is meant as a reference."""
    return _SIGN in text


def show(visit: Visit, text: str) -> None:
    """Draws the figure as it was written and as it is today, and the way to its view, filters included."""
    try:
        of = figure_id.read(text, visit.known)
        found = recall(visit.url, of, visit.scope, visit.known)
    except UserError as refusal:
        html.show(el("p", str(refusal), class_="vide", role="status"))
        return
    seen.noted(found.answer)
    said = el("p", *_told(of, found), class_="ensemble", role="status")
    html.show(said, _since(of, found), *_view(visit, of))


def _told(of: FigureId, found: Recalled) -> tuple[Element | str, ...]:
    """« Interventions, décembre 2024, Agence : Rennes : 1 234 »."""
    of_step = f" ({of.step.label})" if of.step else ""
    place = f", {of.period.label}{of_step}, {found.perimeter} : "
    return links.definition(of.metric, of.metric.label), place, el("strong", _exact(of, found.then))


def _since(of: FigureId, found: Recalled) -> Element:
    """Whether it still is what it was, under the same definition."""
    changed = f" Aujourd'hui : {_exact(of, found.now)} (import n° {found.number})."
    said = f"Chiffre de l'import n° {of.number}." + (
        " Il n'a pas changé depuis." if found.is_same else changed
    )
    if of.version != of.metric.version:
        said += f" Sa définition a changé depuis : v{of.version} alors, v{of.metric.version} aujourd'hui."
    return el("p", words.french(said), class_="phrase")


def _exact(of: FigureId, figure: Figure) -> str:
    return words.exact(figure, of.metric.unit)


def _view(visit: Visit, of: FigureId) -> tuple[Element, ...]:
    """The link to the view of the figure, kept to what the reference is about as far as the view filters."""
    view = BY_DOMAIN[of.metric.domain]
    if not opens(view, visit.scope):
        return ()
    where = [each for each in of.where if each.dimension in address.SLUGS.values()]
    asked = address.write(of.period, Comparison(Against.PREVIOUS_YEAR), where, visit.known.names)
    link = el("a", f"Ouvrir la vue {view.title}", href=f"/{view.url}?{urlencode(asked)}", target="_self")
    return (el("p", link, class_="phrase"),)
