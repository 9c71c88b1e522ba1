"""The frame of every page: style, banner, title, notes, refusals."""

from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data_access.access import ROLE_LABELS
from metrics.views.views import View
from metrics.views.visit import Visit
from pages.ui import html, session
from pages.ui.examples import EXAMPLES, PATH, Example
from pages.ui.html import Element, el
from pages.ui.settings import LOGOUT

_SEPARATOR = "\u00a0; "
_STYLE = Path(__file__).parent / "style.css"


def style() -> None:
    """Adds the style sheet; drawn before anything else."""
    html.style(_STYLE)


def refuse(sentence: str) -> None:
    """Shows why nothing is shown."""
    html.show(el("h1", "Optima"), el("p", sentence, class_="refus", role="alert"))


def fail(_error: Exception) -> bool:
    """Says that something broke, which the log tells in full; True: Streamlit adds nothing."""
    refuse("Cette page n'a pas pu être affichée. Réessayez ; si cela dure, prévenez l'administrateur.")
    return True


def open_page(view: View) -> Visit:
    """Draws the banner, the title and the question of a view, and gives who reads it."""
    html.show(_banner(session.here()), _titled(view))
    return session.current(view.url)


def open_below(view: View) -> tuple[Visit, DeltaGenerator]:
    """The same for a view under others, with the place of the way back, between the banner and the title."""
    html.show(_banner(session.here()))
    above = st.container()
    html.show(_titled(view))
    return session.current(view.url), above


def entitle(name: str) -> None:
    """Names the window after what the page is about, so that windows and bookmarks are told apart."""
    st.set_page_config(page_title=f"{name} · Optima")


def _banner(who: session.Here) -> Element:
    """Who is here: a person and the way out, or an example and the others one may be."""
    if who.example:
        return _demonstration(who.example)
    role = ROLE_LABELS[who.scope.role]
    leave = el("a", "Se déconnecter", href=LOGOUT, target="_self", data_person="")
    return el("p", el("strong", who.person), f" · {role} · ", leave, class_="bandeau identite")


def _demonstration(current: str) -> Element:
    people = [_example(each, each.id == current) for each in EXAMPLES]
    return el(
        "div",
        el("p", el("strong", "Mode démonstration"), " : données d'exemple, aucune donnée réelle."),
        el("p", "Vu par :", *people),
        class_="bandeau exemples",
        role="note",
    )


def _example(example: Example, is_current: bool) -> Element:
    """One of the people of the demonstration: the current one is no link, for it leads nowhere."""
    if is_current:
        return el("strong", example.label, aria_current="true")
    return el("a", example.label, href=f"{PATH}/{example.id}", target="_self", data_person=example.id)


def _titled(view: View) -> Element:
    return el("header", el("h1", view.title), el("p", view.question), class_="titre")


def notes(*lines: str) -> None:
    """The last words of a page, and whether its figures are examples."""
    html.show(el("footer", *(el("p", line) for line in lines), el("p", _origin()), class_="notes"))


def _origin() -> str:
    return "Données d'exemple." if session.is_demonstration() else ""
