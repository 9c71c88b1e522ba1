"""What can be taken away of a page: one menu of ordinary links, each to a file of what is on the screen."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from metrics import address
from metrics.model import Metric
from metrics.present.documents import catalogue
from metrics.present.documents.catalogue import Document
from metrics.query import Against, Comparison
from metrics.views.ask import Ask
from metrics.views.files import FORMATS, PICTURES, Format
from metrics.views.page import Page
from pages.ui import choice, downloads, examples, html, record_files, session
from pages.ui.html import Element, el
from pages.ui.kept import WRITTEN

_DOCUMENTS = "Les documents qui vont avec cette page."
_KINDS = {"pdf": "PDF", "xlsx": "classeur"}
_YEAR_AGO = Comparison(Against.PREVIOUS_YEAR)
_SAID = "Toute la vue, avec la période, les filtres, la comparaison et les droits de cette page."


def menu(page: Page, ask: Ask, written: Mapping[str, str]) -> None:
    """Draws the kinds of file, then documents; ``written`` is what the bar asks, as an address says it."""
    with st.popover("Exporter", key="exporter"):
        links = (el("li", _link(form, page.view.url, written)) for form in FORMATS.values())
        papers = [
            el("li", each) for paper in catalogue.offered(page.view, ask) for each in _papers(paper, ask)
        ]
        documents = (el("p", _DOCUMENTS, class_="retenues"), el("ul", *papers, class_="fichiers"))
        html.show(
            el("p", _SAID, class_="retenues"),
            el(
                "div",
                el("ul", *links, class_="fichiers"),
                *(documents if papers else ()),
                el("p", role="status"),
                data_fichiers="",
            ),
        )


def _papers(paper: Document, ask: Ask) -> Iterator[Element]:
    """The links to a document, over the period that it is made over and ends with the one asked."""
    period = paper.fitting(ask.period)
    about = tuple(each for each in ask.where if each.dimension is paper.about)
    written = address.write(period, _YEAR_AGO, about, ask.visit.known.names)
    for ending in paper.formats:
        said = f"{paper.title}, {period.label} ({_KINDS[ending]})"
        yield _to(f"{downloads.DOCUMENT}/{paper.name}.{ending}", said, written)


def images(view: str, key: str) -> Element:
    """The links to one chart of a view as an image, under it."""
    written = {**st.session_state[WRITTEN], downloads.PICTURE: key}
    links = (each for form in PICTURES.values() for each in (" ", _link(form, view, written)))
    return el("p", *links, el("span", role="status"), class_="images", data_fichiers="")


def listing(view: str, metric: Metric) -> Element:
    """The link to all the records behind a figure of a view, under a page of them."""
    path = f"{record_files.PATH}/{view}/{metric.id}.csv"
    link = _to(path, "Télécharger tous ces enregistrements (CSV)", st.session_state[WRITTEN])
    return el("p", link, el("span", role="status"), class_="images", data_fichiers="")


def _link(form: Format[Any], view: str, written: Mapping[str, str]) -> Element:
    """A link to a file of a view."""
    return _to(f"{downloads.PATH}/{view}.{form.ending}", form.label, {**written, **choice.kept_here()})


def _to(path: str, said: str, written: Mapping[str, str]) -> Element:
    """A link to a file, which the browser keeps rather than opens."""
    here = session.here().example
    example = {examples.KEY: here} if here else {}
    return el("a", said, href=f"{path}?{urlencode({**written, **example})}", data_fichier="", download="")
