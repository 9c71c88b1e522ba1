"""The little that pages write in PostgreSQL: one's own views, the trail, and the register by who keeps it."""

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import DatabaseError

from data_access import schema as s
from data_access.access import Role, Scope, scope_for
from data_access.audit import Action, Trace, broken, record, traces
from data_access.engine import reading_engine, writing, writing_engine
from data_access.people import add_person, list_people, remove_person, scope_of
from data_access.row_rights import let_read
from data_access.saved_views import SavedView, save_view, views_of
from tests.guarded import Guarded

DIRECTION = scope_for(Role.DIRECTION)
RENNES = scope_for(Role.AGENCY_MANAGER, frozenset({"RENNES"}))
BOARD, STEWARD = scope_for(Role.BOARD), scope_for(Role.DATA_STEWARD)
ADMINISTRATION = scope_for(Role.ADMINISTRATION)


def test_a_view_is_saved_and_read_by_its_own_person_only(fresh_guarded_store: Guarded) -> None:
    mine = SavedView("Mon agence", "agence=rennes", is_default=True)
    with writing(fresh_guarded_store.pages) as connection:
        let_read(connection, RENNES, person="a@exemple.fr")
        save_view(connection, "a@exemple.fr", "activite", mine)
        save_view(connection, "a@exemple.fr", "activite", mine)
        assert views_of(connection, "a@exemple.fr", "activite") == [mine]
    with reading_engine(fresh_guarded_store.pages).connect() as connection:
        let_read(connection, DIRECTION, person="b@exemple.fr")
        assert views_of(connection, "a@exemple.fr", "activite") == []


def test_a_view_cannot_be_left_in_the_name_of_another(guarded_store: Guarded) -> None:
    trap = SavedView("Piège", "", is_default=True)
    with writing_engine(guarded_store.pages).connect() as connection:
        let_read(connection, RENNES, person="a@exemple.fr")
        with pytest.raises(DatabaseError, match="row-level security"):
            save_view(connection, "b@exemple.fr", "activite", trap)


def test_a_person_finds_the_own_rights_and_no_one_else(guarded_store: Guarded) -> None:
    with reading_engine(guarded_store.pages).connect() as connection:
        assert scope_of(connection, "A@exemple.fr") == RENNES
        assert [one.email for one in list_people(connection)] == ["a@exemple.fr"]


@pytest.mark.parametrize("scope", [ADMINISTRATION, DIRECTION], ids=lambda scope: scope.role)
def test_who_gives_rights_keeps_the_register(fresh_guarded_store: Guarded, scope: Scope) -> None:
    with writing(fresh_guarded_store.pages) as connection:
        let_read(connection, scope, person="admin@exemple.fr")
        add_person(connection, "c@exemple.fr", Role.AGENCY_MANAGER, frozenset({"NANTES"}), by="admin")
        add_person(connection, "a@exemple.fr", Role.DIRECTION, by="admin")
        remove_person(connection, "b@exemple.fr", by="admin")
        found = [(one.email, one.role, one.active) for one in list_people(connection)]
    assert found == [
        ("a@exemple.fr", Role.DIRECTION, True),
        ("b@exemple.fr", Role.BOARD, False),
        ("c@exemple.fr", Role.AGENCY_MANAGER, True),
    ]


@pytest.mark.parametrize("scope", [RENNES, BOARD, STEWARD], ids=lambda scope: scope.role)
def test_nobody_else_gives_rights(guarded_store: Guarded, scope: Scope) -> None:
    myself = insert(s.person).values(email="moi@exemple.fr", role="direction", active=True)
    with writing_engine(guarded_store.pages).connect() as connection:
        let_read(connection, scope, person="a@exemple.fr")
        with pytest.raises(DatabaseError, match="row-level security"):
            connection.execute(myself)


def test_everyone_adds_to_the_trail_and_only_two_roles_read_it(fresh_guarded_store: Guarded) -> None:
    with writing(fresh_guarded_store.pages) as connection:
        record(connection, Trace(person="a@exemple.fr", action=Action.VIEW, view="effectifs", rows=7))
    with reading_engine(fresh_guarded_store.pages).connect() as connection:
        let_read(connection, RENNES, person="a@exemple.fr")
        assert list(traces(connection)) == []
    with reading_engine(fresh_guarded_store.pages).connect() as connection:
        let_read(connection, ADMINISTRATION)
        assert next(traces(connection)).view == "effectifs"
        assert broken(connection) is None
