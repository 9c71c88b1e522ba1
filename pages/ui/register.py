"""The bar of the register of published figures: its filters, and what can be taken away."""

from collections.abc import Sequence

import streamlit as st

from data_access.access import Domain
from metrics.reconcile import Reconciled
from metrics.views.asked import asked
from metrics.views.parts import register
from metrics.views.reconciliation import PAGE
from metrics.views.visit import Visit
from pages.ui import choice, export, seen

_WIDTHS = {"rapport": 220, "domaine": 180, "verdict": 230}


def bar(visit: Visit, found: Sequence[Reconciled]) -> list[Reconciled]:
    """Draws the filters and gives the lines they keep, of which those about the staff count as seen."""
    with st.container(key="filtres", horizontal=True, vertical_alignment="bottom"):
        chosen = {
            name: choice.select(label, name, {each: each for each in options}, width=_WIDTHS[name])
            for name, (label, options) in register.FILTERS.items()
        }
        chosen[register.SEARCH] = st.text_input(
            register.SEARCHED,
            key=register.SEARCH,
            live=True,
            bind="query-params",
            persist_state="session",
            width=240,
        )
        written = {name: option for name, option in chosen.items() if option not in ("", register.ALL)}
        export.menu(PAGE, asked(visit, PAGE), written)
    kept = register.kept(found, chosen)
    staff = (each for each in kept if each.published.domain is Domain.WORKFORCE)
    seen.add(sum(each.computed is not None for each in staff))
    return kept
