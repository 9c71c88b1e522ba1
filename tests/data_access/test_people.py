"""Who may open the suite: the register, its traces, and the scope it gives."""

import pytest
from sqlalchemy import select

from data_access import schema as s
from data_access.access import Domain, Right, Role
from data_access.engine import reading_engine, writing
from data_access.errors import AccessDenied, StoreError
from data_access.people import Person, add_person, list_people, remove_person, role_named, scope_of

EMAIL = "camille@exemple.fr"


def add(url: str, role: Role, *agencies: str, email: str = EMAIL) -> None:
    with writing(url) as connection:
        add_person(connection, email, role, frozenset(agencies), by="essai")


def people(url: str) -> list[Person]:
    with reading_engine(url).connect() as connection:
        return list_people(connection)


def test_a_person_has_one_role_that_can_change(world: str) -> None:
    add(world, Role.AGENCY_MANAGER, "NANTES", "RENNES")
    add(world, Role.DIRECTION, email=" Camille@Exemple.fr ")
    assert people(world) == [Person(EMAIL, Role.DIRECTION, (), active=True)]


def test_a_manager_reads_in_detail_the_agencies_of_the_register(world: str) -> None:
    add(world, Role.AGENCY_MANAGER, "NANTES")
    with reading_engine(world).connect() as connection:
        scope = scope_of(connection, "CAMILLE@exemple.fr")
    assert scope.right(Domain.ACTIVITY) == Right(agencies=frozenset({"NANTES"}))


def test_someone_who_left_reads_nothing_and_stays_in_the_register(world: str) -> None:
    add(world, Role.DIRECTION)
    with writing(world) as connection:
        remove_person(connection, EMAIL, by="essai")
    assert people(world) == [Person(EMAIL, Role.DIRECTION, (), active=False)]
    with reading_engine(world).connect() as connection, pytest.raises(AccessDenied):
        scope_of(connection, EMAIL)


def test_a_stranger_reads_nothing(small_world: str) -> None:
    with reading_engine(small_world).connect() as connection, pytest.raises(AccessDenied):
        scope_of(connection, EMAIL)


def test_every_change_of_the_register_is_written_down(world: str) -> None:
    add(world, Role.AGENCY_MANAGER, "NANTES")
    with writing(world) as connection:
        remove_person(connection, EMAIL, by="la direction")
    with reading_engine(world).connect() as connection:
        lines = connection.execute(select(s.audit.c.person, s.audit.c.action, s.audit.c.detail)).all()
    assert lines == [
        ("essai", "personne ajoutée", f"{EMAIL}, agency_manager, NANTES"),
        ("la direction", "personne retirée", EMAIL),
    ]


@pytest.mark.parametrize(
    ("role", "agencies", "email", "sentence"),
    [
        (Role.AGENCY_MANAGER, (), EMAIL, "a au moins une agence"),
        (Role.DIRECTION, ("NANTES",), EMAIL, "Seul un responsable d'agence"),
        (Role.AGENCY_MANAGER, ("NANTE",), EMAIL, "Agence inconnue : « NANTE ». Vouliez-vous dire « NANTES »"),
        (Role.DIRECTION, (), "camille", "n'est pas une adresse"),
    ],
)
def test_a_mistake_is_told_and_nothing_is_written(
    world: str, role: Role, agencies: tuple[str, ...], email: str, sentence: str
) -> None:
    with pytest.raises(StoreError, match=sentence):
        add(world, role, *agencies, email=email)
    assert people(world) == []


def test_removing_a_stranger_proposes_the_nearest_address(world: str) -> None:
    add(world, Role.DIRECTION)
    with writing(world) as connection, pytest.raises(StoreError, match=f"Vouliez-vous dire « {EMAIL} »"):
        remove_person(connection, "camile@exemple.fr", by="essai")


@pytest.mark.parametrize("word", ["agency_manager", "Responsable d'agence", "RESPONSABLE D’AGENCE"])
def test_a_role_is_named_by_its_code_or_label(word: str) -> None:
    assert role_named(word) is Role.AGENCY_MANAGER


def test_an_unknown_role_lists_the_known_ones() -> None:
    with pytest.raises(
        StoreError, match=r"Rôle inconnu : « chef ». Les rôles sont « direction » \(Direction\)"
    ):
        role_named("chef")
