"""What nobody may ask of the server, signed in or not, in the demonstration too."""

from http import HTTPStatus
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config

from pages.ui import signin
from pages.ui.settings import CALLBACK, LOGIN, LOGOUT, Settings

NOBODYS = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/script-health-check")  # for no browser
_WAYS = (LOGIN, LOGOUT, CALLBACK)
_AROUND = 1024 * 1024  # bytes that a form adds to the file it carries


class Bounds:
    """Refuses what serves machines, what another site asks for, and what is too big."""

    def __init__(self, app: ASGIApp, settings: Settings | None) -> None:
        self.app = app
        self.origin = settings.origin if settings else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuses a request, or passes it on."""
        refused = scope["type"] in ("http", "websocket") and self._refusal(scope)
        await (refused or self.app)(scope, receive, send)

    def _refusal(self, scope: Scope) -> Response | None:
        path, headers = scope["path"], Headers(scope=scope)
        if path.startswith(NOBODYS) or (self.origin is None and path in _WAYS):
            return signin.plain("Cette adresse n'existe pas.", HTTPStatus.NOT_FOUND)
        if self._is_foreign(scope, headers):
            return signin.plain("Cette demande vient d'un autre site.", HTTPStatus.FORBIDDEN)
        if _size(headers) > config.get_option("server.maxUploadSize") * 1024 * 1024 + _AROUND:
            return signin.plain("Ce fichier est trop gros.", HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        return None

    def _is_foreign(self, scope: Scope, headers: Headers) -> bool:
        """Whether another site makes this person's browser open a socket or sign out."""
        if scope["path"] == LOGOUT:
            return headers.get("sec-fetch-site") == "cross-site"
        if scope["type"] != "websocket":
            return False
        origin = headers.get("origin")
        if self.origin:
            return origin != self.origin
        return origin is not None and urlsplit(origin).netloc != headers.get("host")


def _size(headers: Headers) -> int:
    said = headers.get("content-length", "")
    return int(said) if said.isdecimal() else 0
