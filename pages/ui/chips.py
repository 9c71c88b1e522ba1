"""What is filtered, as chips to take away one by one, with the records kept and the way back to all."""

from dataclasses import replace

import streamlit as st

from metrics.catalogue.dimensions import AGENCY
from metrics.model import Metric
from metrics.present import words
from metrics.query import NO_COMPARISON, Filter
from metrics.views.ask import Ask
from metrics.views.parts import answering
from pages.ui import focus, html
from pages.ui.html import el
from pages.ui.kept import Kept, before_narrow, change

_NOT_FOLLOWED = "Non suivi sur cette page : "


def show(ask: Ask, kept: Kept, start: Kept, counted: Metric | None) -> None:
    """Draws a chip per value kept, the records they keep, then what goes back to the start of the page.

    The number is said aloud each time it changes, whether filters are in use or not.
    """
    said = _kept(ask, counted) if counted is not None else ""
    html.show(el("p", said, class_="annonce", role="status"))
    if not has_some(kept):
        return
    with st.container(key="puces", horizontal=True, vertical_alignment="center", gap="xsmall"):
        _period(kept)
        _values(ask, kept, tuple(f for f in kept.where if f.dimension in ask.dimensions))
        html.show(el("p", said, class_="retenues", aria_hidden="true"))
        _values(ask, kept, tuple(f for f in kept.where if f.dimension not in ask.dimensions), _NOT_FOLLOWED)
        if not kept.same(start):
            reset(start)


def has_some(kept: Kept) -> bool:
    """Whether something is shown as a chip: a filter, or a period that a mark was clicked for."""
    return bool(kept.where) or before_narrow(kept) is not None


def _period(kept: Kept) -> None:
    """The period that a mark was clicked for, which gives way to the one asked before."""
    before = before_narrow(kept)
    if before is not None:
        st.button(
            html.unmarked(f"✕ Période : {kept.period.label}"),
            key="puce-periode",
            help=f"Revenir à : {before.label}",
            on_click=_ask,
            args=(replace(kept, period=before),),
        )


def _values(ask: Ask, kept: Kept, where: tuple[Filter, ...], first: str = "") -> None:
    """A chip per value of some filters, which begins with what is said of them."""
    names = ask.visit.known.names
    for each in where:
        for value in each.values:
            name = each.dimension.missing if value is None else names[each.dimension.id][value]
            st.button(
                html.unmarked(f"✕ {first}{each.dimension.label} : {name}"),
                key=f"puce-{each.dimension.id}-{value}",
                help="Retirer ce filtre",
                on_click=_ask,
                args=(kept.without(each.dimension, value),),
            )


def reset(start: Kept) -> None:
    """Draws the button that goes back to what a first visit shows."""
    st.button("Réinitialiser les filtres", key="reinitialiser", type="tertiary", on_click=_ask, args=(start,))


def _ask(kept: Kept) -> None:
    """Asks for something else; the button that was pressed may go, and the focus goes to the bar."""
    change(kept)
    focus.to("filtres")


def _is_off_field(ask: Ask) -> bool:
    """Whether the bar keeps agencies of which none is a territory: the head office."""
    kept = next((f.values for f in ask.where if f.dimension is AGENCY), ())
    return bool(kept) and not set(kept) & set(ask.visit.known.territories)


def _kept(ask: Ask, counted: Metric) -> str:
    """How many records the filters keep; nothing when they do not reach what the person reads whole only.

    Nor over contract years for what has none: the page says what it shows instead.
    """
    answer = answering.each(replace(ask, versus=NO_COMPARISON), counted)[0]
    if isinstance(answer, str) or answer.outside(counted):
        return ""
    figure = answer.rows[0].cells[0].figure
    if figure.value == 0 and _is_off_field(ask):
        return f"{counted.label} : sans objet pour le siège"
    many, number = f"{counted.label} retenues", words.exact(figure, counted.unit)
    if figure.value is None:
        return f"{many} : {number}"
    few = " ".join(word.removesuffix("s") for word in many.split())
    return f"{number} {(many if figure.value >= 2 else few).lower()}"
