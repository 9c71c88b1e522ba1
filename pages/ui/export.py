"""What can be taken away of a page: one menu of ordinary links, each to a file of what is on the screen."""

from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st

from metrics.views.files import FORMATS
from metrics.views.page import Page
from pages.ui import choice, downloads, examples, html, session
from pages.ui.html import Element, el

_SAID = "Toute la vue, avec la période, les filtres, la comparaison et les droits de cette page."


def menu(page: Page, written: Mapping[str, str]) -> None:
    """Draws the kinds of file; ``written`` is what the bar asks, as parameters of an address."""
    with st.popover("Exporter", key="exporter"):
        links = (el("li", link(form.label, page, form.ending, written)) for form in FORMATS.values())
        html.show(
            el("p", _SAID, class_="retenues"),
            el("div", el("ul", *links, class_="vues"), el("p", role="status"), data_fichiers=""),
        )


def link(said: str, page: Page, ending: str, written: Mapping[str, str], **own: str) -> Element:
    """A link to a file of a page, which the browser keeps rather than opens."""
    here = session.here().example
    example = {examples.KEY: here} if here else {}
    asked = urlencode({**written, **choice.kept_here(), **own, **example})
    return el(
        "a", said, href=f"{downloads.PATH}/{page.view.url}.{ending}?{asked}", data_fichier="", download=""
    )
