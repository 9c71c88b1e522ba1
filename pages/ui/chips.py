"""What is filtered, as chips to take away one by one, with the records kept and the way back to all."""

import streamlit as st

from metrics.model import Metric
from metrics.present import words
from metrics.query import NO_COMPARISON
from pages.ui import html
from pages.ui.asking import Ask
from pages.ui.html import el
from pages.ui.kept import Kept, change


def show(ask: Ask, kept: Kept, start: Kept, counted: Metric | None) -> None:
    """Draws a chip per value kept, the records they keep, then what goes back to the start of the page.

    The number is said aloud each time it changes, whether filters are in use or not.
    """
    said = _kept(ask, counted) if counted is not None else ""
    html.show(el("p", said, class_="annonce", role="status"))
    if not ask.where:
        return
    names = ask.session.known.names
    with st.container(key="puces", horizontal=True, vertical_alignment="center", gap="xsmall"):
        for each in ask.where:
            for value in each.values:
                name = each.dimension.missing if value is None else names[each.dimension.id][value]
                st.button(
                    html.unmarked(f"✕ {each.dimension.label} : {name}"),
                    key=f"puce-{each.dimension.id}-{value}",
                    help="Retirer ce filtre",
                    on_click=change,
                    args=(kept.without(each.dimension, value),),
                )
        html.show(el("p", said, class_="retenues", aria_hidden="true"))
        if not kept.same(start):
            reset(start)


def reset(start: Kept) -> None:
    """Draws the button that goes back to what a first visit shows."""
    st.button("Réinitialiser", key="reinitialiser", type="tertiary", on_click=change, args=(start,))


def _kept(ask: Ask, counted: Metric) -> str:
    figure = ask(counted, versus=NO_COMPARISON).rows[0].cells[0].figure
    return f"{words.exact(figure, counted.unit)} {counted.label.lower()} retenues"
