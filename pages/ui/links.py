"""Links from one view to another that keep what is asked: period, comparison and filters."""

from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

import streamlit as st

from metrics import address
from metrics.catalogue.dimensions import DISPOSITIF
from metrics.model import Metric
from metrics.present.leads import Definition, Dispositif, Elsewhere, Member, To
from metrics.query import Filter
from metrics.views.ask import Ask
from metrics.views.views import DEFINITIONS, HOME, View
from metrics.views.views import DISPOSITIF as DISPOSITIF_VIEW
from pages.ui import html
from pages.ui.html import Element, el
from pages.ui.kept import ASKED, WRITTEN, Kept

INDICATOR = "indicateur"  # what the address of the definitions names one by
SECTION = "vue"  # what the address of Dispositifs names a section by


def link(ask: Ask | None, to: To, said: str) -> Element:
    """Words that lead somewhere; only the meaning of figures is found without asking for anything."""
    if isinstance(to, Definition):
        return definition(to.metric, said)
    if ask is None:
        raise ValueError("a link keeps what is asked: it needs to know what is")
    return el("a", said, href=href(ask, to), target="_self")


def href(ask: Ask, to: Member | Dispositif | Elsewhere) -> str:
    """The address of a member of this page, of a dispositif or of another view, with what is asked here."""
    kept = _kept()
    match to:
        case Member(dimension, value):
            own = {name: said for name, said in st.query_params.items() if name not in address.NAMES}
            return f"?{urlencode(_asked(ask, kept.only(dimension, value).where) | own)}"
        case Dispositif(value):
            asked = _asked(ask, kept.only(DISPOSITIF, value).where) | _section()
            return f"/{DISPOSITIF_VIEW.url}?{urlencode(asked)}"
        case Elsewhere(url, None, section):
            return _to(url, st.session_state.get(WRITTEN, {}) | _named(section))
        case Elsewhere(url, period, section):
            asked = address.write(period, ask.versus, kept.where, ask.visit.known.names)
            return _to(url, asked | _named(section))


def to_view(view: View) -> str:
    """The address of another view, with what is asked."""
    return _to(view.url, st.session_state.get(WRITTEN, {}))


def definition(metric: Metric, said: str) -> Element:
    """The name of a figure, which leads to what it means: sums of one, to what that one means."""
    known = st.session_state.get(WRITTEN, {})
    href = f"/{DEFINITIONS.url}?{urlencode({INDICATOR: (metric.summed or metric).id, **known})}"
    told = f"{said} : voir la définition"
    return el("a", said, href=href, target="_self", title=told, class_="vers-definition")


def trail(ask: Ask, *before: View, here: str) -> None:
    """Where this page stands: the views above it as links that keep the filters, then its own name.

    The last leads back to the section it was left at.
    """
    asked = _asked(ask, (f for f in _kept().where if f.dimension is not DISPOSITIF))
    steps: list[Element] = []
    for view in before:
        own = asked | (_section() if view is before[-1] else {})
        path = "" if view is HOME else view.url
        steps += [
            el("a", view.title, href=f"/{path}?{urlencode(own)}", target="_self"),
            el("span", "›", aria_hidden="true"),
        ]
    steps.append(el("span", here, aria_current="page"))
    with st.container(key="fil"):
        html.show(el("div", *steps, role="navigation", aria_label="Fil d'Ariane"))


def _to(url: str, asked: Mapping[str, str]) -> str:
    return f"/{url}" + (f"?{urlencode(asked)}" if asked else "")


def _named(section: str) -> dict[str, str]:
    return {SECTION: section} if section else {}


def _section() -> dict[str, str]:
    """The section that the address says: of this page, or of the one it was left for."""
    return {SECTION: st.query_params[SECTION]} if SECTION in st.query_params else {}


def _kept() -> Kept:
    """What is asked, whatever the page."""
    kept: Kept = st.session_state[ASKED]
    return kept


def _asked(ask: Ask, where: Iterable[Filter]) -> dict[str, str]:
    return address.write(ask.period, ask.versus, where, ask.visit.known.names)
