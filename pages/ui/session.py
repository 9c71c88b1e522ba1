"""Who is here and what they may see: the gate every page is behind.

Until people sign in, the application runs in demonstration mode: on the example data only, with the
rights of the direction.
"""

from dataclasses import dataclass

import streamlit as st

from data_access.access import Role, Scope, scope_for
from data_access.engine import reading_engine, require_store, store_url
from data_access.errors import UserError
from data_access.status import holds_sample, is_empty
from metrics.context import Context, context
from pages.ui.kept import ARRIVES, PAGE

DEMONSTRATION = "démonstration"


@dataclass(frozen=True, slots=True)
class Session:
    """The store, the rights and the context of one run of a page."""

    url: str
    scope: Scope
    known: Context
    page: str = ""
    person: str = DEMONSTRATION


def refusal() -> str | None:
    """Why nothing may be shown, or None when the visit may go on."""
    url = store_url()
    try:
        require_store(url)
    except UserError as error:
        return str(error)
    with reading_engine(url).connect() as connection:
        if holds_sample(connection):
            return None
        if is_empty(connection):
            return "La base est vide : chargez des fichiers avec « python -m data_access load »."
    return (
        "Cette base contient des données réelles et la connexion n'est pas configurée : "
        "l'application ne montre rien. Le mode démonstration n'accepte que les données d'exemple."
    )


def current(page: str) -> Session:
    """The session of this run, on a page known by its address.

    Its context is read once: all the figures of the page are of one import, whatever is loaded meanwhile.
    """
    url = store_url()
    if st.session_state.get(PAGE) != page:
        st.session_state[PAGE], st.session_state[ARRIVES] = page, True
    return Session(url, scope_for(Role.DIRECTION), context(url), page)
