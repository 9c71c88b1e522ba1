"""What surrounds every answer of the server: the language of the page, its address, its headers."""

from base64 import b64encode
from collections.abc import Callable, MutableMapping
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.ui import interface

SCRIPT = (Path(__file__).parent / "page.js").read_bytes()  # the only one of ours that browsers run
_HASH = b64encode(sha256(SCRIPT).digest()).decode()
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self' 'sha256-THxz9J9+wf7rhwR2YkXJoSZ13UCmYyC+3lNDv2+8ugA=' "
        f"'sha256-{_HASH}'; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        "connect-src 'self'; worker-src 'self' blob:; frame-src 'self'; object-src 'none'; "
        "base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
TLS_ONLY = {"Strict-Transport-Security": "max-age=31536000"}
_BROKEN = "La suite n'a pas pu répondre. Réessayez ; si cela dure, prévenez l'administrateur."
HOME = "/accueil"
_FILES = ("/static/", "/media/", "/_stcore/", "/component/")


class Document:
    """Puts pages into French, adds our script, sends the home page's name to the root, sets the headers.

    Streamlit writes ``lang="en"`` in its only HTML file, and serves its first page at the root.
    """

    def __init__(self, app: ASGIApp, *, secure: bool = False) -> None:
        self.app = app
        self.headers = HEADERS | (TLS_ONLY if secure else {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif scope["path"].rstrip("/") == HOME:
            await RedirectResponse(_root(scope))(scope, receive, _Answer(scope, send, self.headers))
        else:
            await self.app(_uncompressed(scope), receive, _Answer(scope, send, self.headers))


async def broken(_request: Request, _error: Exception) -> Response:
    """What a browser is told of a defect, which the log tells in full."""
    return PlainTextResponse(_BROKEN, HTTPStatus.INTERNAL_SERVER_ERROR, headers=HEADERS)


def _root(scope: Scope) -> str:
    query = scope["query_string"].decode("latin-1")
    return f"{scope.get('root_path', '')}/" + (f"?{query}" if query else "")


def _uncompressed(scope: Scope) -> Scope:
    """The same request, asking for plain text when the answer may be read: a page, or a translated script."""
    is_file = scope["path"].startswith(_FILES) and interface.translation(scope["path"]) is None
    if is_file:
        return scope
    return {**scope, "headers": [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]}


def _made_ours(page: bytes) -> bytes:
    """The page in French, with the script that goes before those of Streamlit."""
    french = page.replace(b'<html lang="en"', b'<html lang="fr"', 1)
    return french.replace(b"</head>", b"<script>" + SCRIPT + b"</script></head>", 1)


class _Answer:
    """Passes an answer on with our headers; what is to be put into French is read whole first."""

    def __init__(self, scope: Scope, send: Send, headers: dict[str, str]) -> None:
        self.scope = scope
        self.send = send
        self.headers = headers
        self.start: MutableMapping[str, Any] | None = None
        self.translate: Callable[[bytes], bytes] | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(raw=message["headers"])
            headers.update(self.headers)
            self.translate = self._translation(message["status"], headers)
            if self.translate:
                self.start = message  # its length changes: hold it until the body is known
                return
        elif self.start and self.translate:
            self.body += message.get("body", b"")
            if not message.get("more_body"):
                await self._send_whole(self.start, self.translate(self.body))
            return
        await self.send(message)

    def _translation(self, status: int, headers: MutableHeaders) -> Callable[[bytes], bytes] | None:
        is_page = headers.get("content-type", "").startswith("text/html")
        if self.scope["method"] == "HEAD" and is_page:
            del headers["content-length"]  # of the page as Streamlit wrote it
        if status != HTTPStatus.OK or self.scope["method"] == "HEAD":
            return None
        return _made_ours if is_page else interface.translation(self.scope["path"])

    async def _send_whole(self, start: MutableMapping[str, Any], body: bytes) -> None:
        MutableHeaders(raw=start["headers"])["content-length"] = str(len(body))
        await self.send(start)
        await self.send({"type": "http.response.body", "body": body})
