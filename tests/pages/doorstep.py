"""A gate on a store with three people registered, before an application that tells who it was asked by."""

import json
from dataclasses import dataclass, field
from http.cookies import SimpleCookie

import pytest
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import Receive, Scope, Send
from streamlit.web.server.server_util import AUTH_COOKIE_NAME, TOKENS_COOKIE_NAME, get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from data_access.access import Role
from data_access.audit import traces
from data_access.engine import reading_engine, writing
from data_access.people import add_person
from pages.ui import cookies, entry, sittings
from pages.ui.gate import Gate
from pages.ui.settings import CALLBACK, LOGIN, LOGOUT, Settings
from pages.ui.sittings import Sitting
from tests.pages.asgi import ORIGIN, Answer, ask, request

DIRECTION, OTHER, BOARD = (f"{name}@optima.example" for name in ("direction", "autre", "ca"))
PEOPLE = {DIRECTION: Role.DIRECTION, OTHER: Role.DIRECTION, BOARD: Role.BOARD}
PAGE = {"accept": "text/html,application/xhtml+xml"}
SETTINGS = Settings(
    server_metadata_url="https://provider.example/.well-known/openid-configuration",
    client_id="suite",
    client_secret="the secret of the client",
    cookie_secret="0123456789abcdef" * 3,
    redirect_uri=f"{ORIGIN}{CALLBACK}",
)


def signed(**claims: object) -> str:
    """A cookie of Streamlit's that says who someone is."""
    return create_signed_value(get_cookie_secret(), AUTH_COOKIE_NAME, json.dumps(claims)).decode()


@dataclass
class Inner:
    """The application behind the gate: it keeps what it was asked."""

    claims: dict[str, object] = field(default_factory=dict)  # of the person that the provider sends back
    asked: list[HTTPConnection] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        connection = HTTPConnection(scope)
        self.asked.append(connection)
        answer: Response = PlainTextResponse(
            "a page of the suite", headers={"set-cookie": "_streamlit_xsrf=2|a; Path=/"}
        )
        if scope["path"] in (LOGIN, LOGOUT, CALLBACK):
            answer = RedirectResponse("https://provider.example/" if scope["path"] == LOGIN else "/")
        if scope["path"] == CALLBACK and self.claims:
            answer.set_cookie(AUTH_COOKIE_NAME, signed(**self.claims), max_age=2_592_000, httponly=True)
            answer.set_cookie(TOKENS_COOKIE_NAME, "the tokens of the person", max_age=2_592_000)
        await answer(scope, receive, send)


@dataclass
class Doorstep:
    """What tests stand on."""

    url: str
    inner: Inner
    gate: Gate

    def sits(self, person: str = DIRECTION) -> tuple[str, Sitting]:
        """Someone who has signed in: the cookie header of their browser, and their sitting."""
        claims = {"email": person, "email_verified": True}
        identity = ((AUTH_COOKIE_NAME, signed(**claims)),)
        word = entry.admit(claims, identity, "192.0.2.7")
        sitting = sittings.found(word)
        assert sitting
        return f"{cookies.suite_name(secure=True)}={word}", sitting

    def ask(self, path: str, query: str = "", *, method: str = "GET", **headers: str) -> Answer:
        """The gate's answer to a request."""
        return ask(self.gate, request(path, query, method=method, **headers))

    def socket(self, path: str = "/_stcore/stream", **headers: str) -> Answer:
        """The gate's answer to a socket that it refuses."""
        return ask(self.gate, request(path, kind="websocket", origin=ORIGIN, **headers))

    @property
    def trail(self) -> list[tuple[str, str, str]]:
        """Who did what, the oldest first, registrations left out."""
        with reading_engine(self.url).connect() as connection:
            rows = [(row.person, row.action, row.detail) for row in traces(connection)]
        return [row for row in reversed(rows) if row[0] != "essai"]


@pytest.fixture
def doorstep(sqlite_store: str, monkeypatch: pytest.MonkeyPatch) -> Doorstep:
    """A gate that nobody has passed yet."""
    return stand(sqlite_store, monkeypatch)


def stand(store: str, monkeypatch: pytest.MonkeyPatch) -> Doorstep:
    """A gate on this store, with its register."""
    monkeypatch.setenv("DATABASE_URL", store)
    with writing(store) as connection:
        for person, role in PEOPLE.items():
            add_person(connection, person, role, by="essai")
    inner = Inner()
    return Doorstep(store, inner, Gate(inner, SETTINGS))


def attributes(answer: Answer, name: str) -> dict[str, str]:
    """What a cookie that is set asks of the browser."""
    written = next(each for each in answer.headers("set-cookie") if each.startswith(f"{name}="))
    morsel = SimpleCookie(written)[name]
    return {key: str(value) for key, value in morsel.items() if value}
