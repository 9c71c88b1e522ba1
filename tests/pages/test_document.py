"""What surrounds every answer: its language, its headers, the home page's name."""

import asyncio
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from pages.ui.document import HEADERS, SCRIPT, Document, broken

PAGE = b'<!doctype html><html lang="en"><head></head><body lang="en">caf\xc3\xa9</body></html>'
OURS = b"<script>" + SCRIPT + b"</script></head>"
IN_FRENCH = PAGE.replace(b'<html lang="en"', b'<html lang="fr"').replace(b"</head>", OURS)


class Answer:
    """What a client receives."""

    def __init__(self, messages: list[dict[str, Any]]) -> None:
        starts = [each for each in messages if each["type"] == "http.response.start"]
        assert len(starts) == 1, "an answer starts once"
        self.status = starts[0]["status"]
        self.headers = {name.decode(): value.decode() for name, value in starts[0]["headers"]}
        bodies = [each for each in messages if each["type"] == "http.response.body"]
        assert not bodies[-1].get("more_body"), "an answer ends"
        self.body = b"".join(each.get("body", b"") for each in bodies)


def ask(
    app: Any, path: str, *, method: str = "GET", query: str = "", secure: bool = False, **headers: str
) -> Answer:
    """One request through the middleware."""
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
        "root_path": "",
        "scheme": "http",
        "server": ("127.0.0.1", 80),
        "http_version": "1.1",
    }
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return await asyncio.Future()  # the client says nothing more

    async def send(message: Any) -> None:
        sent.append(message)

    asyncio.run(Document(app, secure=secure)(scope, receive, send))
    return Answer(sent)


def serving(answer: Callable[[Request], Response]) -> Starlette:
    """An application that gives the same answer everywhere."""
    return Starlette(routes=[Route("/{path:path}", answer, methods=["GET", "HEAD"])])


def page(_request: Request) -> Response:
    return HTMLResponse(PAGE)


def test_a_page_is_in_french_and_its_length_is_true() -> None:
    answer = ask(serving(page), "/rapprochement")
    assert answer.body == IN_FRENCH
    assert answer.headers["content-length"] == str(len(IN_FRENCH))


@pytest.mark.parametrize("size", [1, 7, 30, 1000])
def test_a_page_sent_in_pieces_is_in_french_wherever_it_was_cut(size: int) -> None:
    def cut(_request: Request) -> Response:
        pieces = (PAGE[n : n + size] for n in range(0, len(PAGE), size))
        return StreamingResponse(pieces, media_type="text/html; charset=utf-8")

    assert ask(serving(cut), "/").body == IN_FRENCH


def test_a_browser_is_answered_without_compression_where_there_is_text_to_change() -> None:
    def echo(request: Request) -> Response:
        return PlainTextResponse(request.headers.get("accept-encoding", "none"))

    asked = {"accept_encoding": "gzip, br"}
    assert ask(serving(echo), "/", accept="*/*", **asked).body == b"none"
    assert ask(serving(echo), "/static/js/index.abc.js", accept="*/*", **asked).body == b"none"
    assert ask(serving(echo), "/static/media/font.woff2", accept="*/*", **asked).body == b"gzip, br"


def test_the_head_of_a_page_tells_no_length_rather_than_that_of_another() -> None:
    assert "content-length" not in ask(serving(page), "/", method="HEAD").headers


@pytest.mark.parametrize(
    ("media", "body"),
    [
        ("application/json", b'{"x": "<html lang=\\"en\\""}'),
        ("text/plain", PAGE),
        ("image/png", b"\x89PNG\r\n"),
    ],
)
def test_what_is_no_page_passes_untouched(media: str, body: bytes) -> None:
    answer = ask(serving(lambda _request: Response(body, media_type=media)), "/data")
    assert answer.body == body
    assert answer.headers["content-length"] == str(len(body))


@pytest.mark.parametrize("status", [200, 204, 304, 404, 500])
@pytest.mark.parametrize("path", ["/", "/rapprochement", "/static/js/index.x.js"])
def test_every_answer_carries_our_headers(status: int, path: str) -> None:
    answer = ask(serving(lambda _request: Response(b"", status, media_type="text/html")), path)
    assert answer.status == status
    assert {name.lower(): value for name, value in HEADERS.items()}.items() <= answer.headers.items()


def test_a_browser_that_came_by_tls_comes_back_by_tls() -> None:
    said = "strict-transport-security"
    assert ask(serving(page), "/", secure=True).headers[said] == "max-age=31536000"
    assert said not in ask(serving(page), "/").headers, "a machine of one's own has no certificate"


def test_a_defect_of_the_server_is_told_without_its_details() -> None:
    answer = asyncio.run(broken(Request({"type": "http"}), RuntimeError("mot de passe : secret")))
    assert answer.status_code == 500
    assert b"secret" not in answer.body
    assert {name.lower(): value for name, value in HEADERS.items()}.items() <= dict(answer.headers).items()


def test_the_script_of_the_page_is_the_one_that_may_run() -> None:
    """Alone among the lines written in a page, by what it is: another would be refused by the browser."""
    hashed = b64encode(sha256(SCRIPT).digest()).decode()
    assert f"'sha256-{hashed}'" in HEADERS["Content-Security-Policy"]
    assert b"</" not in SCRIPT, "it would end there"


def test_nothing_may_be_fetched_from_elsewhere() -> None:
    policy = dict(rule.strip().split(" ", 1) for rule in HEADERS["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == policy["connect-src"] == "'self'"
    assert policy["object-src"] == policy["frame-ancestors"] == "'none'"
    assert "unsafe-eval" not in str(policy)
    assert "unsafe-inline" not in policy["script-src"]


@pytest.mark.parametrize("path", ["/accueil", "/accueil/"])
def test_the_home_page_has_one_address_and_keeps_its_query(path: str) -> None:
    answer = ask(serving(page), path, query="periode=Ann%C3%A9e&mois=nov.+2024")
    assert answer.status == 307
    assert answer.headers["location"] == "/?periode=Ann%C3%A9e&mois=nov.+2024"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert ask(serving(page), path).headers["location"] == "/"


@pytest.mark.parametrize("query", ["//exemple.invalid", "%0d%0aSet-Cookie:x=1", "\r\nSet-Cookie: x=1"])
def test_the_query_of_the_home_page_leads_nowhere_else(query: str) -> None:
    answer = ask(serving(page), "/accueil", query=query)
    assert answer.headers["location"].startswith("/?")
    assert "\n" not in answer.headers["location"]
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    "path", ["//exemple.invalid", "//exemple.invalid/accueil", "/accueil2", "/x/accueil"]
)
def test_no_other_path_is_redirected(path: str) -> None:
    assert ask(serving(page), path).status == 200


@pytest.mark.parametrize("kind", ["websocket", "lifespan"])
def test_what_is_no_request_passes_as_it_is(kind: str) -> None:
    seen = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append((scope, receive, send))

    async def nothing(*_: Any) -> Any:
        return None

    scope = {"type": kind, "path": "/accueil", "headers": []}
    asyncio.run(Document(app)(scope, nothing, nothing))
    assert seen == [(scope, nothing, nothing)]
