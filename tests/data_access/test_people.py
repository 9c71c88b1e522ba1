"""Who may open the suite: the register, its traces, and the scope it gives."""

import pytest
from sqlalchemy import select

from data_access import schema as s
from data_access.access import Domain, Right, Role
from data_access.claims import Given, declared, first_of, role_named
from data_access.engine import reading_engine, writing
from data_access.errors import AccessDenied, SettingsError, StoreError
from data_access.people import Person, add_person, list_people, remove_person, scope_from_claims, scope_of

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


# --- who may change what -----------------------------------------------------------------------------------

ADMINISTRATOR, SECOND = "alix@exemple.fr", "sasha@exemple.fr"


def actions(url: str) -> list[tuple[str, str]]:
    with reading_engine(url).connect() as connection:
        return list(map(tuple, connection.execute(select(s.audit.c.action, s.audit.c.detail))))


def test_a_change_says_what_was_before_and_the_same_again_says_nothing(world: str) -> None:
    add(world, Role.AGENCY_MANAGER, "NANTES")
    add(world, Role.AGENCY_MANAGER, "NANTES")
    add(world, Role.BOARD)
    assert actions(world) == [
        ("personne ajoutée", f"{EMAIL}, agency_manager, NANTES"),
        ("personne modifiée", f"{EMAIL}, board (avant : agency_manager, NANTES)"),
    ]


def test_someone_who_comes_back_is_added_again(world: str) -> None:
    add(world, Role.BOARD)
    with writing(world) as connection:
        remove_person(connection, EMAIL, by="essai")
    add(world, Role.BOARD)
    assert people(world) == [Person(EMAIL, Role.BOARD, (), active=True)]
    assert [action for action, _ in actions(world)] == [
        "personne ajoutée",
        "personne retirée",
        "personne ajoutée",
    ]


@pytest.mark.parametrize("by", [EMAIL, " Camille@Exemple.FR "])
def test_nobody_changes_their_own_rights(world: str, by: str) -> None:
    add(world, Role.ADMINISTRATION, email=ADMINISTRATOR)
    add(world, Role.ADMINISTRATION)
    for change in (
        lambda connection: add_person(connection, EMAIL, Role.DIRECTION, by=by),
        lambda connection: remove_person(connection, EMAIL, by=by),
    ):
        with pytest.raises(AccessDenied, match="Vos propres droits"), writing(world) as connection:
            change(connection)
    assert people(world)[1] == Person(EMAIL, Role.ADMINISTRATION, (), active=True)


def test_the_last_administrator_is_neither_closed_nor_given_another_role(world: str) -> None:
    add(world, Role.ADMINISTRATION, email=ADMINISTRATOR)
    with pytest.raises(StoreError, match="dernière personne de l'administration"):
        add(world, Role.DIRECTION, email=ADMINISTRATOR)
    with pytest.raises(StoreError, match="dernière personne"), writing(world) as connection:
        remove_person(connection, ADMINISTRATOR, by="essai")
    add(world, Role.ADMINISTRATION, email=SECOND)
    add(world, Role.DIRECTION, email=ADMINISTRATOR)  # there is another one now
    with pytest.raises(StoreError, match="dernière personne"), writing(world) as connection:
        remove_person(connection, SECOND, by="essai")
    assert [(one.email, one.role) for one in people(world)] == [
        (ADMINISTRATOR, Role.DIRECTION),
        (SECOND, Role.ADMINISTRATION),
    ]


# --- the roles of the provider -----------------------------------------------------------------------------

MAPPING = """Optima.Direction=direction; Optima.Rennes=agency_manager:RENNES;
Optima.Ouest = Responsable d'agence : NANTES + ANGERS; Optima.CA=board;"""


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        (("Optima.CA",), Given("Optima.CA", Role.BOARD)),
        (("autre", "Optima.Rennes"), Given("Optima.Rennes", Role.AGENCY_MANAGER, frozenset({"RENNES"}))),
        (("Optima.CA", "Optima.Direction"), Given("Optima.Direction", Role.DIRECTION)),  # the first written
        (
            ("Optima.Ouest", "Optima.Rennes"),
            Given("Optima.Rennes", Role.AGENCY_MANAGER, frozenset({"RENNES", "NANTES", "ANGERS"})),
        ),
        (("optima.ca", "direction", "board"), None),  # only the names that are declared, as they are
        ((), None),
    ],
)
def test_the_mapping_gives_one_role_at_a_time(claims: tuple[str, ...], expected: Given | None) -> None:
    assert first_of(iter(claims), declared(MAPPING)) == expected


@pytest.mark.parametrize(
    "written",
    [
        "Optima",
        "=direction",
        "Optima=",
        "Optima=chef",
        "Optima=agency_manager",
        "Optima=direction:RENNES",
        "Optima=board:",
    ],
)
def test_a_mapping_that_cannot_be_read_is_told_in_words(written: str) -> None:
    with pytest.raises(SettingsError, match=r"SUITE_AUTH_ROLES.*« Optima|SUITE_AUTH_ROLES.*« ="):
        declared(written)


def claimed(url: str, *claims: str, email: str = EMAIL) -> tuple[Role, frozenset[str] | None]:
    with reading_engine(url).connect() as connection:
        scope = scope_from_claims(connection, email, claims)
    return scope.role, scope.right(Domain.ACTIVITY).agencies if scope.rights else None


def test_without_a_mapping_the_provider_gives_nothing(world: str) -> None:
    with pytest.raises(AccessDenied, match="n'est pas inscrite"):
        claimed(world, "direction", "Optima.Direction")


def test_the_provider_gives_a_role_to_those_who_are_not_in_the_register(
    world: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUITE_AUTH_ROLES", MAPPING)
    assert claimed(world, "Optima.Ouest") == (Role.AGENCY_MANAGER, frozenset({"NANTES"}))  # no such ANGERS
    with pytest.raises(AccessDenied):
        claimed(world, "Optima.Sud")


def test_the_register_wins_over_the_provider_even_to_say_no(
    world: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUITE_AUTH_ROLES", MAPPING)
    add(world, Role.BOARD)
    assert claimed(world, "Optima.Direction", email="CAMILLE@exemple.fr") == (Role.BOARD, frozenset())
    with writing(world) as connection:
        remove_person(connection, EMAIL, by="essai")
    with pytest.raises(AccessDenied, match="n'est pas inscrite"):
        claimed(world, "Optima.Direction")


def test_agencies_that_the_store_does_not_know_open_nothing(
    world: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUITE_AUTH_ROLES", "Optima.Sud=agency_manager:MARSEILLE")
    with pytest.raises(AccessDenied, match="Aucune agence"):
        claimed(world, "Optima.Sud")
