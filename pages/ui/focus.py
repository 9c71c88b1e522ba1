"""Where the focus goes once what was asked is drawn; the script of the page takes it there, once."""

import streamlit as st

from pages.ui import html
from pages.ui.html import el

_WANTED = "foyer"


def to(key: str, part: str = "") -> None:
    """Asks for the focus to go to what bears a key, or to a part of it, once the page is drawn."""
    turn = wanted[1] if (wanted := st.session_state.get(_WANTED)) else 0
    st.session_state[_WANTED] = f".st-key-{key} {part}".rstrip(), turn + 1


def tell() -> None:
    """Draws what tells the script of the page; nothing is seen of it.

    The number of the turn stays the same until the focus is asked for again: what was done is not done twice.
    """
    selector, turn = st.session_state.get(_WANTED, (None, 0))
    html.show(el("span", class_="foyer", data_focus=selector, data_turn=str(turn)))
