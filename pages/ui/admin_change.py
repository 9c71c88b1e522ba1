"""The forms of the register: to add someone, to change what they may read, to close their access.

What is sent is written while the page runs, behind its gate and with the rights of this very run; a callback
would carry those of the run before.
"""

import streamlit as st

from data_access.access import ROLE_LABELS, ROLE_READS, Role
from data_access.engine import writing
from data_access.errors import StoreError, UserError
from data_access.people import Person, add_person, remove_person
from data_access.row_rights import let_read
from metrics.catalogue.dimensions import AGENCY
from metrics.views.visit import Visit
from pages.ui import html, session
from pages.ui.html import el

_SAID = "droits-dits"
_EXAMPLE = "En démonstration, personne n'est connecté : les droits se lisent et ne se changent pas."
_OWN = "Ce sont vos propres droits : une autre personne de l'administration peut les changer."


def draw(visit: Visit, one: Person | None) -> None:
    """Draws what came of the last request, then the forms for a person, or for someone new."""
    if said := st.session_state.pop(_SAID, ""):
        html.show(el("p", said, class_="avis", role="status"))
    is_own = one is not None and one.email == visit.person.lower()
    if is_own or session.here().example:
        html.show(el("p", _OWN if is_own else _EXAMPLE, class_="phrase"))
        return
    _give(visit, one)
    if one is not None and one.active:
        _close(visit, one)


def _give(visit: Visit, one: Person | None) -> None:
    """The form of a role, with what each role reads said above it."""
    told = (el("li", el("strong", ROLE_LABELS[role]), f" : {ROLE_READS[role]}.") for role in Role)
    name, roles = one.email if one else "nouvelle", list(Role)
    with st.form(f"droits-{name}", border=True):
        html.show(el("h2", "Inscrire une personne" if one is None else f"Changer les droits de {one.email}"))
        html.show(el("ul", *told))
        email = one.email if one else st.text_input("Adresse électronique", key="adresse-nouvelle", width=420)
        role = st.selectbox(
            "Rôle",
            roles,
            index=roles.index(one.role) if one else None,
            format_func=ROLE_LABELS.__getitem__,
            key=f"role-{name}",
            placeholder="Choisir",
            filter_mode=None,
            width=420,
        )
        names = visit.known.names[AGENCY.id]
        agencies = st.multiselect(
            "Agences, pour un responsable d'agence",
            list(names),
            default=[each for each in one.agencies if each in names] if one else [],
            format_func=lambda each: names[each],
            key=f"agences-{name}",
            placeholder="Aucune",
            select_all=False,
            width=420,
        )
        sent = st.form_submit_button("Enregistrer")
    if sent:
        _save(visit, email or "", role, frozenset(map(str, agencies)))


def _close(visit: Visit, one: Person) -> None:
    """The form that closes an access, once the person who asks has confirmed it."""
    with st.form(f"fermer-{one.email}", border=True):
        html.show(el("h2", f"Fermer l'accès de {one.email}"))
        sure = st.checkbox("Cette personne ne pourra plus ouvrir la suite", key=f"sur-{one.email}")
        sent = st.form_submit_button("Fermer l'accès")
    if not sent:
        return
    if not sure:
        _refuse("Cochez la case qui confirme : rien n'a été fermé.")
        return
    try:
        with writing(visit.url) as connection:
            let_read(connection, visit.scope, person=visit.person)
            remove_person(connection, one.email, by=visit.person)
    except UserError as refusal:
        _refuse(str(refusal))
    else:
        _done(f"L'accès de {one.email} est fermé.")


def _save(visit: Visit, email: str, role: Role | None, agencies: frozenset[str]) -> None:
    try:
        if role is None:
            raise StoreError("Choisissez un rôle.")
        with writing(visit.url) as connection:
            let_read(connection, visit.scope, person=visit.person)
            saved = add_person(connection, email, role, agencies, by=visit.person)
    except UserError as refusal:
        _refuse(str(refusal))
    else:
        _done(f"{saved.email} est inscrit avec le rôle « {ROLE_LABELS[saved.role]} ».")


def _refuse(sentence: str) -> None:
    """Says why nothing was written; what was typed stays."""
    html.show(el("p", sentence, class_="avis", role="alert"))


def _done(sentence: str) -> None:
    """Draws the page again, as the register is now."""
    st.session_state[_SAID] = sentence
    st.rerun()
