"""What is told of people whatever it counts, because a report printed it: all of it in one list."""

from collections.abc import Mapping, Sequence

from data_access.access import Scope
from data_access.words import counted
from metrics.catalogue import METRICS
from metrics.reconcile import Published
from pages.ui import html, sheet
from pages.ui.definitions import Found
from pages.ui.html import el

_SAID = (
    "Ces chiffres de personnes sont imprimés dans les rapports : ils se lisent tels qu'imprimés, pour ce "
    "périmètre et cette période seulement, même quand le secret les masquerait. Le masque des autres "
    "cases en tient compte."
)


def show(found: Found, printed: Mapping[str, Sequence[Published]], scope: Scope) -> None:
    """Draws the list under all definitions, folded; values are for those who may read them."""
    of_people = (name for name in printed if name in METRICS and sheet.is_about_people(METRICS[name]))
    lines = sorted((each for name in of_people for each in printed[name]), key=_place)
    if lines and not found.is_alone:
        told = (el("li", f"{each.chapter} · ", sheet.printed_line(each, scope)) for each in lines)
        title = el("summary", f"Exceptions au secret statistique : {counted(len(lines), 'chiffre')}")
        html.show(el("details", title, el("p", _SAID), el("ul", *told), class_="exceptions"))


def _place(each: Published) -> tuple[str, int, str]:
    return each.document, int(each.section.rpartition(" p.")[2]), each.id
