"""The register of people as a page: who may open the suite, and what was done to their rights."""

from collections.abc import Sequence

import streamlit as st

from data_access import audit
from data_access.access import ROLE_LABELS, Role
from data_access.audit import Action
from data_access.engine import reading_engine
from data_access.people import Person, list_people
from data_access.row_rights import let_read
from data_access.versions import moment
from data_access.words import counted
from metrics.catalogue.dimensions import AGENCY
from metrics.views.visit import Visit
from pages.ui import html, tables
from pages.ui.html import el

_CHANGES = (Action.PERSON_ADDED, Action.PERSON_CHANGED, Action.PERSON_REMOVED)
_WHO, _SOMEONE_NEW = "personne-choisie", "Une nouvelle personne"
_SHOWN = 50


def register(visit: Visit) -> list[Person]:
    """Everyone in the register."""
    with reading_engine(visit.url).connect() as connection:
        let_read(connection, visit.scope, person=visit.person)
        return list_people(connection)


def choose(people: Sequence[Person]) -> Person | None:
    """The person whose rights are looked at, or None for someone who is not in the register yet."""
    by_email = {each.email: each for each in people}
    if st.session_state.get(_WHO) not in by_email:
        st.session_state[_WHO] = None
    chosen = st.selectbox(
        "Personne",
        [None, *by_email],
        key=_WHO,
        format_func=lambda email: email or _SOMEONE_NEW,
        placeholder=_SOMEONE_NEW,
        filter_mode=None,
        width=420,
    )
    return by_email.get(chosen or "")


def table(visit: Visit, people: Sequence[Person]) -> None:
    """Draws a line per person."""
    if not people:
        html.show(el("p", "Personne n'est inscrit pour l'instant.", class_="vide", role="status"))
        return
    columns = [tables.Column(header) for header in ("Adresse", "Rôle", "Agences", "Accès")]
    lines = [
        [each.email, ROLE_LABELS[each.role], agencies(visit, each), "ouvert" if each.active else "fermé"]
        for each in people
    ]
    tables.show(f"Le registre : {counted(len(people), 'personne')}", columns, lines)


def agencies(visit: Visit, one: Person) -> str:
    """The names of the agencies that someone answers for."""
    names = visit.known.names[AGENCY.id]
    return ", ".join(names.get(each, each) for each in one.agencies) or "–"


def history(visit: Visit, one: Person | None) -> None:
    """Draws what was done to the rights of a person, or of everyone, the last first."""
    with reading_engine(visit.url).connect() as connection:
        let_read(connection, visit.scope, person=visit.person)
        about = one.email if one else ""
        rows = list(audit.traces(connection, _SHOWN, actions=_CHANGES, about=about))
    said = f"Les droits de {one.email}" if one else "Les derniers changements de droits"
    if not rows:
        html.show(el("p", f"{said} : aucun changement au journal.", class_="vide", role="status"))
        return
    columns = [tables.Column(header) for header in ("Quand", "Par", "Quoi", "Détail")]
    lines = [[moment(row.at), row.person, row.action, in_words(row.detail)] for row in rows]
    tables.show(said, columns, lines)


def in_words(detail: str) -> str:
    """A line of the trail with the roles by their names."""
    for role in Role:
        detail = detail.replace(f" {role.value}", f" {ROLE_LABELS[role]}")
    return detail
