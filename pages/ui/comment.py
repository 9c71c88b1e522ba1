"""The comment of a sheet, written on the page of what it is about: one text a period, with who and when."""

from dataclasses import replace

import streamlit as st

from data_access.comments import LONGEST, Comment
from data_access.errors import UserError
from metrics.catalogue.dimensions import AGENCY
from metrics.present.documents import catalogue, comments, quarter, territory
from metrics.present.documents.catalogue import Document
from metrics.views.ask import Ask
from pages.ui import html
from pages.ui.html import el

_SAID, _DRAFT = "commentaire-dit", "commentaire-brouillon"
_CHANGED = "Le commentaire a changé entre-temps : relisez celui d'avant, puis enregistrez le vôtre."
_TITLE = "Commentaire de la fiche"


def of_agency(ask: Ask) -> None:
    """Draws it on a page kept to one agency of the territories."""
    kept = next((each.values for each in ask.where if each.dimension is AGENCY), ())
    if len(kept) == 1 and kept[0] in ask.visit.known.territories:
        _form(ask, catalogue.named(territory.NAME))


def of_dispositif(ask: Ask) -> None:
    """Draws it on the page of a dispositif: that of the quarter in which the period ends."""
    _form(ask, catalogue.named(quarter.NAME))


def _form(ask: Ask, document: Document) -> None:
    ask = replace(ask, period=document.fitting(ask.period))
    found = comments.written(ask, document.name)
    key = f"commentaire-{comments.place(ask, document.name)}-{found.at if found else ''}"
    with st.container(key="commentaire-fiche"):
        html.show(el("h2", _TITLE), el("p", f"{document.title}, {ask.period.label}.", class_="phrase"))
        with st.form("commentaire", border=False):
            st.text_area(
                "Texte, un paragraphe par ligne",
                value=st.session_state.pop(_DRAFT, found.text if found else ""),
                max_chars=LONGEST,
                key=key,
                height=140,
            )
            st.form_submit_button(
                "Enregistrer le commentaire", on_click=_save, args=(ask, document.name, found, key)
            )
        if found:
            html.show(el("p", f"Écrit par {comments.signature(found)}.", class_="retenues"))
        if said := st.session_state.pop(_SAID, ""):
            html.show(el("p", said, role="status"))


def _save(ask: Ask, document: str, seen: Comment | None, key: str) -> None:
    """Keeps what was written over the text that was shown, and no other; the next run says how it went."""
    text: str = st.session_state[key]
    try:
        if comments.written(ask, document) != seen:
            st.session_state[_DRAFT] = text
            st.session_state[_SAID] = _CHANGED
            return
        kept = comments.write(ask, ask.visit.person, document, text)
    except UserError as refusal:
        st.session_state[_DRAFT], st.session_state[_SAID] = text, str(refusal)
    else:
        st.session_state[_SAID] = "Commentaire enregistré." if kept else "Commentaire retiré."
