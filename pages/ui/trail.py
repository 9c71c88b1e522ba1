"""The trail as a page: its rows, the newest first, some at a time, and the proof that none was touched."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote_plus

import streamlit as st

from data_access import audit
from data_access.audit import Action
from data_access.engine import reading_engine
from data_access.row_rights import let_read
from data_access.versions import moment
from metrics.present.documents.catalogue import DOCUMENTS
from metrics.views.views import VIEWS
from metrics.views.visit import Visit
from pages.ui import choice, html, tables
from pages.ui.admin import in_words
from pages.ui.html import el

_SHOWN = 50
_TURNED = "journal-pages"  # the question, and the number of the row that each page up to this one is before
_KINDS: dict[str, tuple[Action, ...]] = {
    "Tout": (),
    "Connexions": (Action.SIGN_IN, Action.SIGN_OUT, Action.REFUSED),
    "Lectures et exports": (Action.VIEW, Action.EXPORT),
    "Droits": (Action.PERSON_ADDED, Action.PERSON_CHANGED, Action.PERSON_REMOVED),
    "Données": (Action.LOAD, Action.UNDO, Action.CLOSING, Action.COMMENT),
    "Sauvegardes et effacements": (
        Action.BACKUP,
        Action.RESTORE,
        Action.FORGET,
        Action.PURGE,
        Action.ROTATION,
    ),
}
_TITLES = {each.url: each.title for each in (*VIEWS, *(paper.page.view for paper in DOCUMENTS.values()))}
_HEADERS = ("Quand", "Qui", "Quoi", "Vue", "Filtres", "Lus", "Masqués", "Détail", "Depuis")
Question = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of the trail; ``before`` says where it and each page before it begin."""

    question: Question
    rows: tuple[Any, ...]
    before: tuple[int | None, ...]
    has_more: bool


def asked(visit: Visit) -> Page:
    """The rows that the two filters keep, from the page that was turned to."""
    with st.container(key="filtres", horizontal=True, vertical_alignment="bottom"):
        actions = choice.select("Actions", "actions", _KINDS, width=230)
        about = st.text_input(
            "Personne", key="personne", bind="query-params", persist_state="session", width=320
        )
    question = (str(st.session_state["actions"]), (about or "").strip().lower())
    turned, before = st.session_state.get(_TURNED, (question, (None,)))
    before = before if turned == question else (None,)
    with reading_engine(visit.url).connect() as connection:
        let_read(connection, visit.scope, person=visit.person)
        rows = tuple(
            audit.traces(connection, _SHOWN + 1, before=before[-1], actions=actions, about=question[1])
        )
    return Page(question, rows[:_SHOWN], before, len(rows) > _SHOWN)


def table(page: Page) -> None:
    """Draws the rows, or says that there are none."""
    if not page.rows:
        html.show(el("p", "Aucune ligne du journal ne répond à ces filtres.", class_="vide", role="status"))
        return
    first, last = page.rows[0].id, page.rows[-1].id
    columns = [tables.Column(header, is_number=header in ("Lus", "Masqués")) for header in _HEADERS]
    tables.show(f"Journal, lignes {first} à {last}", columns, [_line(row) for row in page.rows])


def _line(row: Any) -> list[html.Element | str]:
    counts = ("" if each is None else str(each) for each in (row.rows, row.hidden))
    return [
        moment(row.at),
        row.person,
        row.action,
        _TITLES.get(row.view, row.view),
        unquote_plus(row.filters.replace("&", " · ")),
        *counts,
        in_words(row.detail),
        row.origin,
    ]


def turn(page: Page) -> None:
    """Draws the two ways: to newer rows, to older ones."""
    with st.container(key="tourner-journal", horizontal=True):
        newer, older = page.before[:-1], (*page.before, page.rows[-1].id if page.rows else None)
        for said, to, is_open in (
            ("Lignes plus récentes", newer, bool(newer)),
            ("Lignes plus anciennes", older, page.has_more),
        ):
            st.button(said, disabled=not is_open, on_click=_turn, args=(page.question, to))


def _turn(question: Question, before: tuple[int | None, ...]) -> None:
    st.session_state[_TURNED] = (question, before)


def proof(visit: Visit) -> None:
    """Offers to look at the whole chain: it is read from the first row to the last."""
    if not st.button("Vérifier que rien n'a été modifié"):
        return
    with reading_engine(visit.url).connect() as connection:
        let_read(connection, visit.scope, person=visit.person)
        wrong, head = audit.broken(connection), audit.head(connection)
    said = (
        f"Journal intact. Empreinte à noter hors de la suite : {head}."
        if wrong is None
        else f"La chaîne est rompue à la ligne {wrong} : elle a été modifiée. Prévenez la direction."
    )
    html.show(el("p", said, class_="avis", role="status"))
