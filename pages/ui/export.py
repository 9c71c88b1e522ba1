"""What can be taken away of a page: one menu of ordinary links, each to a file of what is on the screen."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from metrics.views.files import FORMATS, PICTURES, Format
from metrics.views.page import Page
from pages.ui import choice, downloads, examples, html, session
from pages.ui.html import Element, el
from pages.ui.kept import WRITTEN

_SAID = "Toute la vue, avec la période, les filtres, la comparaison et les droits de cette page."


def menu(page: Page, written: Mapping[str, str]) -> None:
    """Draws the kinds of file; ``written`` is what the bar asks, as parameters of an address."""
    with st.popover("Exporter", key="exporter"):
        links = (el("li", _link(form, page.view.url, written)) for form in FORMATS.values())
        html.show(
            el("p", _SAID, class_="retenues"),
            el("div", el("ul", *links, class_="vues"), el("p", role="status"), data_fichiers=""),
        )


def images(view: str, key: str) -> Element:
    """The links to one chart of a view as an image, under it."""
    written = {**st.session_state[WRITTEN], downloads.PICTURE: key}
    links = (each for form in PICTURES.values() for each in (" ", _link(form, view, written)))
    return el("p", *links, el("span", role="status"), class_="images", data_fichiers="")


def _link(form: Format[Any], view: str, written: Mapping[str, str]) -> Element:
    """A link to a file of a view, which the browser keeps rather than opens."""
    here = session.here().example
    example = {examples.KEY: here} if here else {}
    asked = urlencode({**written, **choice.kept_here(), **example})
    address = f"{downloads.PATH}/{view}.{form.ending}?{asked}"
    return el("a", form.label, href=address, data_fichier="", download="")
