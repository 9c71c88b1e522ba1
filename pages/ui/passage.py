"""The way to the provider and back: what Streamlit answers there, looked at before a browser gets it."""

from http import HTTPStatus

from anyio import to_thread
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope

from data_access.errors import AccessDenied
from pages.ui import addresses, cookies, entry, signin
from pages.ui.sittings import End, Sitting

_ANSWERS = frozenset({"code", "error", "state"})  # what a provider says to someone who wanted to sign in


class _Held:
    """An answer kept back: its body is of no use, its headers tell what happened."""

    def __init__(self) -> None:
        self.status = HTTPStatus.INTERNAL_SERVER_ERROR.value
        self.headers = MutableHeaders()

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = MutableHeaders(raw=list(message["headers"]))

    def say_also(self, answer: Response) -> Response:
        """The answer in its place, with the cookies it set."""
        for each in self.headers.getlist("set-cookie"):
            answer.headers.append("set-cookie", each)
        return answer


async def to_provider(app: ASGIApp, scope: Scope, receive: Receive) -> Response:
    """Leads to the provider, or says that it does not answer."""
    held = await _asked(app, scope, receive, ())
    if held.status >= HTTPStatus.BAD_REQUEST:
        return signin.welcome(_back(scope), signin.FAILED, HTTPStatus.SERVICE_UNAVAILABLE)
    return held.say_also(RedirectResponse(held.headers["location"], HTTPStatus.SEE_OTHER))


async def back(
    app: ASGIApp, scope: Scope, receive: Receive, *, before: Sitting | None, secure: bool
) -> Response:
    """Opens a sitting for the person the provider sends back, and leads to what they had asked for."""
    if _ANSWERS.isdisjoint(Request(scope).query_params):  # the provider's way back after signing out
        return RedirectResponse(signin.SIGNED_OUT, HTTPStatus.SEE_OTHER)
    held = await _asked(app, scope, receive, ())
    identity = cookies.identity_given(held.headers)
    claims = cookies.claims(identity)
    if not claims:
        return held.say_also(signin.welcome(_back(scope), signin.FAILED))
    try:
        word = await to_thread.run_sync(entry.admit, claims, identity, origin(scope))
    except AccessDenied as refusal:
        return held.say_also(signin.refused(str(refusal)))
    if before:
        await to_thread.run_sync(entry.close, before, End.SIGNED_OUT)
    answer = RedirectResponse(_back(scope), HTTPStatus.SEE_OTHER)
    answer.delete_cookie(cookies.RETURN, httponly=True, samesite="lax")
    answer.headers.append("set-cookie", cookies.proof(word, secure=secure))
    return held.say_also(answer)


async def out(
    app: ASGIApp, scope: Scope, receive: Receive, *, sitting: Sitting | None, secure: bool
) -> Response:
    """Ends a sitting here, then with the provider."""
    if sitting:
        await to_thread.run_sync(entry.close, sitting, End.SIGNED_OUT)
    held = await _asked(app, scope, receive, sitting.cookies if sitting else ())
    where = held.headers.get("location", addresses.HOME)
    answer = RedirectResponse(signin.SIGNED_OUT if where == addresses.HOME else where, HTTPStatus.SEE_OTHER)
    answer.headers.append("set-cookie", cookies.no_proof(secure=secure))
    return held.say_also(answer)


def origin(scope: Scope) -> str:
    """The address of the machine that asks."""
    client = scope.get("client")
    return client[0] if client else ""


def _back(scope: Scope) -> str:
    return addresses.read(cookies.of_request(scope).get(cookies.RETURN, ""))


async def _asked(app: ASGIApp, scope: Scope, receive: Receive, identity: cookies.Pairs) -> _Held:
    held = _Held()
    await app(cookies.with_identity(scope, identity), receive, held)
    return held
