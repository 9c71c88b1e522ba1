"""A French browser in front of the real application, which must stay silent."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.application import serving
from tests.browser import chromium
from tests.browser.provider import Person, SignedIn, provider, registered, signed_in_only

# A closed network is the normal case: nothing of Chromium's own leaves the machine.
QUIET = ("--no-first-run", "--disable-gpu", "--disable-quic", "--disable-sync")
QUIET += ("--disable-background-networking", "--disable-component-update")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The machine's own browser, never a downloaded one."""
    program = chromium.executable()
    assert program, chromium.REFUSAL
    return {**browser_type_launch_args, "executable_path": program, "args": list(QUIET)}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A reader in France."""
    screen = {"width": 1400, "height": 900}
    return {**browser_context_args, "locale": "fr-FR", "timezone_id": "Europe/Paris", "viewport": screen}


@pytest.fixture(scope="session")
def app_log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file that holds all that the application prints."""
    return tmp_path_factory.mktemp("application") / "log"


@pytest.fixture(scope="session")
def app_url(sample_store: str, app_log: Path) -> Iterator[str]:
    """The address of the application on the sample years."""
    with serving(sample_store, app_log) as url:
        yield url


@pytest.fixture(autouse=True)
def silent_application(app_log: Path) -> Iterator[None]:
    """Fails the test during which the application printed a warning or an error."""
    before = app_log.stat().st_size if app_log.exists() else 0
    yield
    printed = app_log.read_bytes()[before:].decode() if app_log.exists() else ""
    assert printed == ""


# --- people who sign in ------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def metadata() -> Iterator[str]:
    """What a provider that runs for the tests says of itself."""
    with provider() as address:
        yield address


@pytest.fixture(scope="session")
def suite(sample_store: str, metadata: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SignedIn]:
    """The application on the sample years, for those who sign in."""
    folder = tmp_path_factory.mktemp("signed-in")
    with signed_in_only(registered(sample_store, folder), folder / "log", metadata) as application:
        yield application
    assert application.log.read_text() == ""


@pytest.fixture
def person(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Person]:
    """Gives another person's browser at each call."""
    opened: list[BrowserContext] = []

    def new() -> BrowserContext:
        opened.append(browser.new_context(**browser_context_args))
        return opened[-1]

    yield new
    for each in opened:
        each.close()
