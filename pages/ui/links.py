"""Links from one view to another that keep what is asked: period, comparison and filters."""

from collections.abc import Callable
from urllib.parse import urlencode

import streamlit as st

from metrics.catalogue.dimensions import DISPOSITIF
from metrics.query import Filter, Value
from pages.ui import address, html
from pages.ui.asking import Ask
from pages.ui.kept import ASKED, Kept
from pages.ui.views import DISPOSITIF as DISPOSITIF_VIEW
from pages.ui.views import View


def to_dispositif(ask: Ask) -> Callable[[Value], str]:
    """The address of the page of a dispositif, with what this page is asked."""

    def address_of(value: Value) -> str:
        return f"/{DISPOSITIF_VIEW.url}?{urlencode(_asked(ask, Filter(DISPOSITIF, (value,))))}"

    return address_of


def trail(ask: Ask, *before: View, here: str) -> None:
    """Where this page stands: the views above it as links that keep the filters, then its own name."""
    asked = _asked(ask)
    with st.container(key="fil", horizontal=True, vertical_alignment="center", gap="xsmall"):
        for view in before:
            st.page_link(view.file, label=view.title, query_params=asked)
            html.show(html.el("span", "›", aria_hidden="true"))
        html.show(html.el("span", here, aria_current="page"))


def _asked(ask: Ask, *own: Filter) -> dict[str, str]:
    """What is asked, whatever the page, with these dispositifs in place of those kept."""
    kept: Kept = st.session_state[ASKED]
    others = (f for f in kept.where if f.dimension is not DISPOSITIF)
    return address.write(ask.period, ask.versus, (*others, *own), ask.session.known.names)
