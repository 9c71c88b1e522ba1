"""Who is here, as pages learn it: an example in the demonstration, else the person the gate knows."""

import pytest

from data_access.access import Role, scope_for
from pages.ui import cookies, examples, session, signin, sittings
from pages.ui.sittings import End, Sitting
from tests.pages.asgi import ask, request
from tests.pages.screen import Screen, Show
from tests.pages.test_bounds import GIVEN

PERSON = "direction@optima.example"


@pytest.fixture
def configured(monkeypatch: pytest.MonkeyPatch) -> None:
    """A suite people sign in to, and a browser that nobody has signed in with."""
    for name, value in GIVEN.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(cookies, "word", lambda _cookies, *, secure: "")


@pytest.fixture
def signed_in(configured: None, monkeypatch: pytest.MonkeyPatch) -> Sitting:
    """Someone the gate let in, in the browser of the test."""
    sitting = Sitting(PERSON, (), scope_for(Role.DIRECTION), "192.0.2.7")
    word = sittings.begin(sitting)
    monkeypatch.setattr(cookies, "word", lambda _cookies, *, secure: word)
    return sitting


def again(screen: Screen, **state: str) -> Screen:
    """The next run of the same session."""
    for key, value in state.items():
        screen.app.session_state[key] = value
    return Screen(screen.app.run())


def test_the_demonstration_shows_three_people_the_direction_first(sample_store: str, show: Show) -> None:
    screen = show(sample_store)
    banner = next(iter(screen.html.all(".exemples")))
    assert [node.text for node in banner.all("strong")] == ["Mode démonstration", "Direction"]
    assert [node.text for node in banner.all("a")] == ["Responsable de Rennes", "Membre du CA"]
    assert [node.attributes["href"] for node in banner.all("a")] == ["/exemple/rennes", "/exemple/ca"]


@pytest.mark.parametrize("example", examples.EXAMPLES, ids=lambda each: each.id)
def test_each_example_is_someone_with_the_rights_of_their_role(
    sample_store: str, show: Show, example: examples.Example
) -> None:
    screen = again(show(sample_store), **{examples.KEY: example.id})
    current = next(node for node in screen.html.all("strong") if node.attributes.get("aria-current"))
    assert current.text == example.label
    assert screen.app.exception == []
    assert example.scope.role is example.role
    assert example.person == f"{example.id} (exemple)"


def test_the_three_examples_are_those_of_three_roles() -> None:
    assert [each.role for each in examples.EXAMPLES] == [Role.DIRECTION, Role.AGENCY_MANAGER, Role.BOARD]
    assert examples.named("rennes").agencies == {"RENNES"}
    assert examples.named("administration") is examples.named("") is examples.EXAMPLES[0]


def test_choosing_an_example_leads_back_to_the_page_one_comes_from() -> None:
    (route,) = signin.DEMONSTRATION
    came = request("/exemple/rennes", referer="http://127.0.0.1:8501/activite?periode=2024")
    answer = ask(route, came)
    assert (answer.status, answer.header("location")) == (303, "/activite?periode=2024")
    assert answer.cookies == {"suite_exemple": "rennes"}
    hostile = request("/exemple/x%0d%0aSet-Cookie:y", referer="https://exemple.invalid//ailleurs")
    assert (ask(route, hostile).header("location"), ask(route, hostile).cookies) == (
        "/",
        {"suite_exemple": "direction"},
    )


def test_someone_signed_in_is_named_and_may_leave(sample_store: str, show: Show, signed_in: Sitting) -> None:
    screen = show(sample_store)
    assert screen.errors == []
    (banner,) = screen.html.all(".bandeau")
    assert banner.text == f"{PERSON} · Direction · Se déconnecter"
    assert [node.attributes["href"] for node in banner.all("a")] == ["/auth/logout"]
    assert "exemple" not in screen.notes


@pytest.mark.parametrize("end", End)
def test_a_run_after_the_end_of_a_sitting_shows_nothing(
    sample_store: str, show: Show, signed_in: Sitting, end: End
) -> None:
    screen = show(sample_store)
    assert screen.tiles
    signed_in.end = end
    screen = again(screen)
    assert (screen.title, screen.tiles, screen.tables) == ("Optima", [], [])
    assert screen.errors == ["Votre session est terminée : rechargez la page pour vous connecter."]


def test_a_run_without_a_sitting_shows_nothing(sample_store: str, show: Show, configured: None) -> None:
    screen = show(sample_store)
    assert (screen.title, screen.tiles, len(screen.errors)) == ("Optima", [], 1)


def test_an_example_is_nobody_where_people_sign_in(sample_store: str, show: Show, configured: None) -> None:
    screen = again(show(sample_store), **{examples.KEY: "direction"})
    assert (screen.title, screen.tiles) == ("Optima", [])


def test_rights_are_those_of_the_moment_and_not_of_the_first_run(
    sample_store: str, show: Show, signed_in: Sitting
) -> None:
    screen = show(sample_store)
    signed_in.scope = scope_for(Role.AGENCY_MANAGER, frozenset({"RENNES"}))
    assert "Responsable d'agence" in again(screen).html.words(".bandeau")
    assert session.DEMONSTRATION == "direction (exemple)"
