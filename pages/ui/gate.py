"""The gate before everything the server sends: the person is signed in, or gets the sign-in page."""

from http import HTTPStatus

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data_access.audit import Action
from data_access.clock import now
from pages.ui import addresses, cookies, entry, passage, signin, sittings, stream
from pages.ui.settings import CALLBACK, LOGIN, LOGOUT, Settings
from pages.ui.sittings import HERE, End, Sitting

OPEN = frozenset({"/_stcore/health", signin.SIGN_IN, signin.ENTER})  # what is served to anyone
_OF_THE_BROWSER = ("/static/", "/_stcore/", "/component/")  # asked for without the person doing anything
_SIGN_IN_FIRST = "Connectez-vous d'abord."
_NOT_YOURS = "Ce fichier a été préparé pour une autre session : demandez-le sur sa page."


class Gate:
    """Lets in what is open and who is signed in, and nothing else."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.limits = settings.limits
        self.secure = settings.is_secure

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request, or lets the application answer it."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        word = cookies.word(cookies.of_request(scope), secure=self.secure)
        sitting = sittings.found(word)
        here = sitting if sitting and await self._stays(sitting) else None
        guarded = _Guarded(scope, send, secure=self.secure)
        if answer := await self._way(scope, receive, here):
            await answer(scope, receive, guarded)
        elif scope["path"] in OPEN:
            await self.app(cookies.with_identity(scope, ()), receive, guarded)
        elif here is None:
            await _turn_away(scope, sitting)(scope, receive, guarded)
        else:
            await self._serve(scope, receive, guarded, here)

    async def _way(self, scope: Scope, receive: Receive, here: Sitting | None) -> Response | None:
        """The answer to who goes to the provider, comes back from it or leaves."""
        if scope["path"] == LOGIN:
            return await passage.to_provider(self.app, scope, receive)
        if scope["path"] == CALLBACK:
            return await passage.back(self.app, scope, receive, before=here, secure=self.secure)
        if scope["path"] == LOGOUT:
            return await passage.out(self.app, scope, receive, sitting=here, secure=self.secure)
        return None

    async def _serve(self, scope: Scope, receive: Receive, send: Send, here: Sitting) -> None:
        """Lets the application answer someone who is signed in, except with what is another's."""
        known = {**cookies.with_identity(scope, here.cookies), HERE: here}
        if scope["type"] == "websocket":
            pause = min(self.limits.recheck, self.limits.idle).total_seconds() / 2
            await stream.carry(self.app, known, receive, send, sitting=here, stays=self._stays, pause=pause)
        elif scope["path"].startswith(stream.GIVEN) and scope["path"] not in here.files:
            await to_thread.run_sync(entry.note, here.person, Action.REFUSED, _NOT_YOURS, here.origin)
            await signin.plain(_NOT_YOURS, HTTPStatus.FORBIDDEN)(scope, receive, send)
        else:
            if not scope["path"].startswith(_OF_THE_BROWSER):
                here.seen = now()
            await self.app(known, receive, send)

    async def _stays(self, sitting: Sitting) -> bool:
        """Whether someone is still there, by the clock and by the register."""
        if sitting.is_open and (end := sitting.due_end(self.limits)):
            await to_thread.run_sync(entry.close, sitting, end)
        if sitting.is_open and now() - sitting.checked >= self.limits.recheck:
            await to_thread.run_sync(entry.recheck, sitting)
        return sitting.is_open


class _Guarded:
    """Keeps an answer from staying in the browser, and its cookies to those a browser may hold."""

    def __init__(self, scope: Scope, send: Send, *, secure: bool) -> None:
        self.send, self.secure = send, secure
        self.is_static = scope["path"].startswith("/static/")

    async def __call__(self, message: Message) -> None:
        """Passes an answer on."""
        if message["type"] == "http.response.start":
            headers = MutableHeaders(raw=message["headers"])
            cookies.guard(headers, secure=self.secure)
            if not self.is_static:
                headers["cache-control"] = "no-store"
        await self.send(message)


def _turn_away(scope: Scope, sitting: Sitting | None) -> Response:
    """What someone who is not there gets: the sign-in page for a page, a word for anything else."""
    wants_page = "text/html" in Headers(scope=scope).get("accept", "")
    is_page = scope["type"] == "http" and scope["method"] == "GET" and wants_page
    if not is_page or scope["path"].startswith(addresses.FILES):
        return signin.plain(_SIGN_IN_FIRST, HTTPStatus.UNAUTHORIZED)
    end = sitting.end if sitting else None
    if end is End.REVOKED:
        return signin.refused(signin.said_of(end))
    return signin.welcome(addresses.asked(scope), signin.said_of(end))
