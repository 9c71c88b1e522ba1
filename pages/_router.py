"""The Streamlit entry script: gate, menu, page. Nothing of a page runs before the gate."""

from functools import partial
from pathlib import Path

import streamlit as st

from data_access.errors import UserError
from metrics.views import views
from pages.ui import focus, layout, seen, session

_ICON = Path(__file__).parent / "ui" / "icon.png"


def configure(title: str) -> None:
    """Says what the window shows: once a run, for the browser does much at each."""
    st.set_page_config(
        page_title=title, page_icon=str(_ICON), layout="wide", initial_sidebar_state="collapsed"
    )


layout.style()
refusal = session.refusal()
if refusal is not None:
    configure("Optima")
    layout.refuse(refusal)
    st.stop()
mine = views.of(session.here().scope)
pages = [
    st.Page(
        view.file,
        title=view.title,
        url_path=view.url,
        default=view is views.HOME,
        visibility="visible" if view.in_menu else "hidden",
    )
    for view in mine
]
if views.HOME not in mine:  # whoever reads no figures lands on what they are here for
    first = partial(st.switch_page, pages[0])
    pages.append(st.Page(first, title=mine[0].title, url_path="arrivee", default=True, visibility="hidden"))
focus.tell()
page = st.navigation(pages, position="top")
configure(f"{page.title} · Optima")
try:
    with seen.watching():
        page.run()
except UserError as error:
    layout.refuse(str(error))
