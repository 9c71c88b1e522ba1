"""Views saved under a name: to save the current one, to open one, to have one open the page."""

from urllib.parse import parse_qsl, urlencode

import streamlit as st

from data_access.engine import reading_engine, writing
from data_access.errors import StoreError
from data_access.saved_views import SavedView, forget_view, save_view, views_of
from pages.ui import html
from pages.ui.html import el
from pages.ui.session import Session


def default_of(session: Session) -> dict[str, str]:
    """What opens this page for this person, as the parameters of an address; nothing when unsaid."""
    found = next((view for view in _own(session) if view.is_default), None)
    return dict(parse_qsl(found.address)) if found else {}


def menu(session: Session, written: dict[str, str]) -> None:
    """Draws the person's views of this page, each a link, and what saves the current one."""
    with st.popover("Vues enregistrées", width="content"):
        views = _own(session)
        links = [_link(session, view) for view in views]
        html.show(
            el("ul", *links, class_="vues") if links else el("p", "Aucune vue enregistrée sur cette page.")
        )
        with st.form("vue", clear_on_submit=True, border=False):
            name = st.text_input("Nom de la vue actuelle", max_chars=60)
            default = st.checkbox("Ouvrir la page sur cette vue")
            if st.form_submit_button("Enregistrer"):
                _save(session, SavedView(name, urlencode(written), default))
        if views:
            gone = st.selectbox(
                "Retirer une vue", [view.name for view in views], index=None, filter_mode=None
            )
            st.button("Retirer", on_click=_forget, args=(session, gone), disabled=gone is None)


def _own(session: Session) -> list[SavedView]:
    with reading_engine(session.url).connect() as connection:
        return views_of(connection, session.person, session.page)


def _link(session: Session, view: SavedView) -> html.Element:
    said = f"{view.name} (ouvre la page)" if view.is_default else view.name
    return el("li", el("a", said, href=f"/{session.page}?{view.address}", target="_self"))


def _save(session: Session, view: SavedView) -> None:
    try:
        with writing(session.url) as connection:
            save_view(connection, session.person, session.page, view)
    except StoreError as refusal:
        html.show(el("p", str(refusal), class_="avis", role="alert"))
    else:
        html.show(el("p", f"Vue « {view.name.strip()} » enregistrée.", role="status"))


def _forget(session: Session, name: str | None) -> None:
    if name is not None:
        with writing(session.url) as connection:
            forget_view(connection, session.person, session.page, name)
