"""A provider people sign in with, in a process of its own, and the application that trusts it."""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import BrowserContext, Page

from data_access.access import Role
from data_access.engine import writing
from data_access.people import add_person
from pages.ui.settings import CALLBACK
from tests.application import free_port, serving

DIRECTION, RENNES, CA, STRANGER = (
    f"{name}@optima.example" for name in ("direction", "rennes", "ca", "inconnue")
)
REGISTERED = {
    DIRECTION: (Role.DIRECTION, ()),
    RENNES: (Role.AGENCY_MANAGER, ("RENNES",)),
    CA: (Role.BOARD, ()),
}
CLIENT_SECRET, COOKIE_SECRET = "the-secret-of-the-client", "the-secret-that-signs-cookies-0123456789"
SIGN_IN = "Se connecter"
Person = Callable[[], BrowserContext]  # gives another person's browser at each call


@dataclass(frozen=True)
class SignedIn:
    """An application that asks people to sign in."""

    url: str
    store: str
    log: Path


def registered(sample_store: str, folder: Path) -> str:
    """The sample years with three people in the register, in a store of their own."""
    store = f"sqlite:///{shutil.copy(sample_store.removeprefix('sqlite:///'), folder / 'copy.db')}"
    with writing(store) as connection:
        for person, (role, agencies) in REGISTERED.items():
            add_person(connection, person, role, frozenset(agencies), by="essai")
    return store


@contextmanager
def provider() -> Iterator[str]:
    """Runs a provider that knows four people, and gives the address of what it says of itself."""
    port = free_port()
    known = (*REGISTERED, STRANGER)
    users = [json.dumps({"sub": name, "email": name, "email_verified": True}) for name in known]
    claims = [part for user in users for part in ("--user-claims", user)]
    command = [sys.executable, "-m", "oidc_provider_mock", f"--port={port}", *claims]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}/.well-known/openid-configuration"
    try:
        _wait(server, address)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=30)


def _wait(server: subprocess.Popen[bytes], address: str) -> None:
    limit = time.monotonic() + 30
    while server.poll() is None and time.monotonic() < limit:
        try:
            with urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("The provider did not start")


@contextmanager
def signed_in_only(
    store: str, log: Path, metadata: str, *, application: str = "app:app", **settings: str
) -> Iterator[SignedIn]:
    """Runs the application, which trusts a provider, on a store with its register."""
    port = free_port()
    given = {
        "SERVER_METADATA_URL": metadata,
        "CLIENT_ID": "suite",
        "CLIENT_SECRET": CLIENT_SECRET,
        "COOKIE_SECRET": COOKIE_SECRET,
        "REDIRECT_URI": f"http://127.0.0.1:{port}{CALLBACK}",
        **settings,
    }
    named = {f"SUITE_AUTH_{name}": value for name, value in given.items()}
    with serving(store, log, port=port, application=application, **named) as url:
        yield SignedIn(url, store, log)


def sign_in(context: BrowserContext, application: SignedIn, person: str, address: str = "/") -> Page:
    """Opens an address as someone who is not signed in yet, and signs in."""
    page = context.new_page()
    page.goto(f"{application.url}{address}")
    page.get_by_role("link", name=SIGN_IN).click()
    page.get_by_role("button", name=person, exact=True).click()
    page.wait_for_url(f"{application.url}/**")
    return page
