"""Who is here and what they may see: the second gate every page is behind, and the one tests can reach.

Without settings of sign-in, the application runs in demonstration mode: on the example data only, as one
of three example people. Otherwise a person is here as long as the gate says so (``pages/ui/sittings.py``).
"""

from dataclasses import dataclass

import streamlit as st

from data_access.access import Scope
from data_access.claims import declared
from data_access.engine import reading_engine, require_store, store_url
from data_access.errors import AccessDenied, SettingsError, StoreError, UserError
from data_access.status import holds_sample, is_empty
from metrics.context import context
from metrics.views.visit import Visit
from pages.ui import cookies, examples, settings, sittings
from pages.ui.kept import ARRIVES, PAGE

DEMONSTRATION = examples.EXAMPLES[0].person
_EMPTY = "La base est vide : chargez des fichiers avec « python -m data_access load »."
_NOT_ALONE = (
    "Cette base contient des données réelles et la connexion n'est pas configurée : "
    "l'application ne montre rien. Le mode démonstration n'accepte que les données d'exemple."
)
_NOBODY = "Votre session est terminée : rechargez la page pour vous connecter."


@dataclass(frozen=True, slots=True)
class Here:
    """Who is in front of the screen, and from where; an example has no session to leave."""

    person: str
    scope: Scope
    origin: str = ""
    example: str = ""


def refusal() -> str | None:
    """Why nothing may be shown, or None when the visit may go on."""
    try:
        require_open()
        here()
    except UserError as error:
        return str(error)
    return None


def require_start() -> None:
    """Stops with a sentence when the application must not even start."""
    url = store_url()
    require_store(url)
    if settings.read() is not None:
        declared()  # a mistake in what the provider's roles mean is told before anyone comes
        return
    with reading_engine(url).connect() as connection:
        if not holds_sample(connection):
            raise StoreError(_EMPTY) if is_empty(connection) else SettingsError(_NOT_ALONE)


def require_open() -> None:
    """Stops with a sentence when there is nothing to show to anyone."""
    require_start()
    with reading_engine(store_url()).connect() as connection:
        if is_empty(connection):
            raise StoreError(_EMPTY)


def is_demonstration() -> bool:
    """Whether people are examples, for want of a way to sign in."""
    return settings.read() is None


def here() -> Here:
    """Who is here; raises AccessDenied when nobody is."""
    configured = settings.read()
    if configured is None:
        return _example()
    word = cookies.word(st.context.cookies, secure=configured.is_secure)
    sitting = sittings.found(word)
    if sitting is None or not sitting.is_open:
        raise AccessDenied(_NOBODY)
    return Here(sitting.person, sitting.scope, sitting.origin)


def current(page: str) -> Visit:
    """The session of this run, on a page known by its address.

    Its context is read once: all the figures of the page are of one import, whatever is loaded meanwhile.
    """
    url, who = store_url(), here()
    if st.session_state.get(PAGE) != page:
        st.session_state[PAGE], st.session_state[ARRIVES] = page, True
    return Visit(url, who.scope, context(url), page, who.person, who.origin)


def _example() -> Here:
    """The person of the demonstration, kept in the session from its first run on."""
    said = st.context.cookies.get(examples.COOKIE, "")
    chosen = examples.named(st.session_state.setdefault(examples.KEY, said))
    return Here(chosen.person, chosen.scope, st.context.ip_address or "", chosen.id)
