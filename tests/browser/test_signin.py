"""People sign in with their organisation: from a deep link to the way out, in a real browser."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from data_access.access import Role
from data_access.audit import traces
from data_access.engine import reading_engine, writing
from data_access.people import add_person, remove_person
from metrics.views.views import ACTIVITY, HOME, VIEWS, View
from pages.ui import signin
from pages.ui.sittings import End
from tests.browser.provider import (
    CA,
    DIRECTION,
    RENNES,
    SIGN_IN,
    STRANGER,
    Person,
    SignedIn,
    registered,
    sign_in,
    signed_in_only,
)
from tests.browser.reader import READY, SCHEMES, WIDTHS

ASKED = "/activite?periode=2024&agence=rennes"


@pytest.fixture(scope="module")
def hasty(sample_store: str, metadata: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SignedIn]:
    """The same application, reading rights every second."""
    folder = tmp_path_factory.mktemp("hasty")
    store = registered(sample_store, folder)
    with signed_in_only(store, folder / "log", metadata, RECHECK="1") as application:
        yield application
    assert application.log.read_text() == ""


def drawn(page: Page) -> None:
    page.locator(".bandeau").wait_for()
    page.get_by_role("heading", level=1).first.wait_for()
    page.locator(READY).wait_for()


def trail(application: SignedIn) -> list[tuple[str, str]]:
    with reading_engine(application.store).connect() as connection:
        return [(row.person, row.action) for row in traces(connection, 3)]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.url)
def test_a_cold_link_is_answered_by_the_sign_in_page_and_nothing_else(
    suite: SignedIn, person: Person, view: View
) -> None:
    page = person().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    path = "" if view is HOME else view.url
    answer = page.goto(f"{suite.url}/{path}?periode=2024")
    assert answer
    assert answer.status == 401
    assert page.get_by_role("heading", level=1).inner_text() == "Tableaux de bord"
    assert asked == [answer.url], "neither a script nor a picture"
    assert view.question not in page.content()
    assert page.locator("html").get_attribute("lang") == "fr"


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_the_sign_in_pages_are_for_everyone(
    suite: SignedIn, browser: Browser, browser_context_args: dict[str, Any], scheme: str, width: int
) -> None:
    screen = {"width": width, "height": 900}
    context = browser.new_context(**{**browser_context_args, "color_scheme": scheme, "viewport": screen})
    page = context.new_page()
    for address in (ASKED, signin.SIGNED_OUT):
        page.goto(f"{suite.url}{address}")
        assert Axe().run(page).response["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name=SIGN_IN)).to_be_focused()
    context.close()


def test_after_signing_in_the_person_is_where_they_wanted_to_be(suite: SignedIn, person: Person) -> None:
    page = sign_in(person(), suite, DIRECTION, ASKED)
    drawn(page)
    assert page.get_by_role("heading", level=1).inner_text() == ACTIVITY.title
    assert "Périmètre : Agence : Rennes. Période : année 2024" in page.locator(".notes").inner_text()
    assert page.url.removeprefix(suite.url).startswith("/activite?")
    assert (DIRECTION, "connexion") in trail(suite)
    names = {each["name"]: each for each in page.context.cookies()}
    assert set(names) == {"suite", "_streamlit_xsrf"}
    assert (names["suite"]["httpOnly"], names["suite"]["sameSite"]) == (True, "Lax")
    assert names["suite"]["expires"] == -1, "gone with the browser"


def test_the_page_says_who_is_there_and_shows_what_they_may_see(suite: SignedIn, person: Person) -> None:
    page = sign_in(person(), suite, RENNES, "/activite?periode=2024")
    drawn(page)
    banner = page.locator(".bandeau").inner_text()
    assert RENNES in banner
    assert "Responsable d'agence" in banner
    assert "démonstration" not in page.locator("body").inner_text()
    assert "Rennes" in page.locator(".notes").inner_text()


def test_signing_out_leaves_nothing_behind(suite: SignedIn, person: Person) -> None:
    context = person()
    page = sign_in(context, suite, DIRECTION, ASKED)
    drawn(page)
    word = next(each for each in context.cookies() if each["name"] == "suite")
    page.get_by_role("link", name="Se déconnecter").click()
    page.get_by_role("button", name=re.compile("End session", re.IGNORECASE)).click()
    page.get_by_text(signin.OUT).wait_for()
    assert (DIRECTION, "déconnexion") in trail(suite)
    page.goto(f"{suite.url}{ASKED}")
    assert page.locator("h1").inner_text() == "Tableaux de bord"
    page.go_back()
    assert page.locator(".tuile, table").count() == 0
    context.add_cookies([word])  # a copy of the cookie, made before
    answer = page.goto(f"{suite.url}{ASKED}")
    assert answer
    assert answer.status == 401


def test_signing_out_closes_the_other_tabs(hasty: SignedIn, person: Person) -> None:
    context = person()
    first = sign_in(context, hasty, DIRECTION)
    drawn(first)
    second = context.new_page()
    second.goto(f"{hasty.url}{ASKED}")
    drawn(second)
    first.get_by_role("link", name="Se déconnecter").click()
    second.get_by_role("link", name=SIGN_IN).wait_for(timeout=10_000)
    assert second.locator(".tuile, table").count() == 0


def test_someone_the_suite_does_not_know_is_told_so(suite: SignedIn, person: Person) -> None:
    page = sign_in(person(), suite, STRANGER, ASKED)
    assert page.get_by_role("heading", level=1).inner_text() == "Accès refusé"
    assert "n'est pas inscrite" in page.get_by_role("alert").inner_text()
    assert Axe().run(page).response["violations"] == []
    assert (STRANGER, "accès refusé") in trail(suite)
    answer = page.goto(f"{suite.url}{ASKED}")
    assert answer
    assert answer.status == 401


def test_an_idle_page_is_taken_off_the_screen(
    sample_store: str, metadata: str, tmp_path: Path, person: Person
) -> None:
    store = registered(sample_store, tmp_path)
    with signed_in_only(store, tmp_path / "log", metadata, IDLE_MINUTES="0.2") as application:
        page = sign_in(person(), application, DIRECTION, "/activite?periode=2024")
        drawn(page)
        address = page.url
        page.get_by_text(signin.said_of(End.IDLE)).wait_for(timeout=30_000)
        assert page.locator(".tuile").count() == 0
        assert page.url == address
        page.get_by_role("link", name=SIGN_IN).click()
        page.get_by_role("button", name=DIRECTION, exact=True).click()
        drawn(page)
        assert page.url == address


def test_a_right_withdrawn_takes_the_open_page_away(hasty: SignedIn, person: Person) -> None:
    page = sign_in(person(), hasty, CA)
    drawn(page)
    with writing(hasty.store) as connection:
        remove_person(connection, CA, by="essai")
    page.get_by_role("heading", name="Accès refusé").wait_for(timeout=10_000)
    assert page.locator(".tuile").count() == 0
    with writing(hasty.store) as connection:
        add_person(connection, CA, Role.BOARD, by="essai")


def test_a_right_changed_draws_the_open_page_again(hasty: SignedIn, person: Person) -> None:
    page = sign_in(person(), hasty, CA)
    drawn(page)
    assert "Membre du conseil" in page.locator(".bandeau").inner_text()
    with writing(hasty.store) as connection:
        add_person(connection, CA, Role.DIRECTION, by="essai")
    expect(page.locator(".bandeau")).to_contain_text("Direction", timeout=10_000)
    with writing(hasty.store) as connection:
        add_person(connection, CA, Role.BOARD, by="essai")
