"""What is filtered, as chips to take away one by one, with the records kept and the way back to all."""

import streamlit as st

from metrics.model import Metric
from metrics.present import words
from metrics.query import NO_COMPARISON
from pages.ui import html
from pages.ui.asking import Ask
from pages.ui.kept import Kept, change


def show(ask: Ask, kept: Kept, default: Kept, counted: Metric | None) -> None:
    """Draws a chip per value kept, then the button that goes back to the default of the page."""
    if kept == default:
        return
    names = ask.session.known.names
    with st.container(key="puces", horizontal=True, vertical_alignment="center"):
        for each in ask.where:
            for value in each.values:
                said = each.dimension.missing if value is None else names[each.dimension.id][value]
                st.button(
                    html.unmarked(f"✕ {each.dimension.label} : {said}"),
                    key=f"puce-{each.dimension.id}-{value}",
                    help="Retirer ce filtre",
                    on_click=change,
                    args=(kept.without(each.dimension, value),),
                )
        st.button("Réinitialiser", key="reinitialiser", type="tertiary", on_click=change, args=(default,))
        if counted is not None and ask.where:
            figure = ask(counted, versus=NO_COMPARISON).rows[0].cells[0].figure
            st.caption(f"{words.exact(figure, counted.unit)} {counted.label.lower()} retenues")
