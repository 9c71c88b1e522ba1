"""Links from one view to another that keep what is asked: period, comparison and filters."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

import streamlit as st

from metrics.catalogue.dimensions import DISPOSITIF
from metrics.model import Dimension, Metric
from metrics.query import Filter, Value
from pages.ui import address, html
from pages.ui.asking import Ask
from pages.ui.html import Element, el
from pages.ui.kept import ASKED, WRITTEN, Kept
from pages.ui.views import DEFINITIONS, HOME, View
from pages.ui.views import DISPOSITIF as DISPOSITIF_VIEW

INDICATOR = "indicateur"  # what the address of the definitions names one by
SECTION = "vue"  # what the address of Dispositifs names a section by


@dataclass(frozen=True, slots=True)
class ToDispositif:
    """The address of the page of a dispositif, with what this page is asked and the section it is left at."""

    ask: Ask

    def __call__(self, value: Value) -> str:
        asked = _asked(self.ask, _kept().only(DISPOSITIF, value).where) | _section()
        return f"/{DISPOSITIF_VIEW.url}?{urlencode(asked)}"


@dataclass(frozen=True, slots=True)
class ToMember:
    """The address of this same page kept to one member of a dimension, with all else it is asked."""

    ask: Ask
    dimension: Dimension

    def __call__(self, value: Value) -> str:
        own = {name: said for name, said in st.query_params.items() if name not in address.NAMES}
        return f"?{urlencode(_asked(self.ask, _kept().only(self.dimension, value).where) | own)}"


def definition(metric: Metric, said: str) -> Element:
    """The name of a figure, which leads to what it means."""
    known = st.session_state.get(WRITTEN, {})
    href = f"/{DEFINITIONS.url}?{urlencode({INDICATOR: metric.id, **known})}"
    told = f"{said} : voir la définition"
    return el("a", said, href=href, target="_self", title=told, class_="vers-definition")


def to_view(view: View) -> str:
    """The address of a view, with what was asked last."""
    known = st.session_state.get(WRITTEN, {})
    return f"/{view.url}" + (f"?{urlencode(known)}" if known else "")


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


def _section() -> dict[str, str]:
    """The section that the address says: of this page, or of the one it was left for."""
    return {SECTION: st.query_params[SECTION]} if SECTION in st.query_params else {}


def _kept() -> Kept:
    """What is asked, whatever the page."""
    kept: Kept = st.session_state[ASKED]
    return kept


def _asked(ask: Ask, where: Iterable[Filter]) -> dict[str, str]:
    return address.write(ask.period, ask.versus, where, ask.session.known.names)
