"""What cookies carry: one opaque word in the browser, and Streamlit's own, which stay on the server.

Streamlit signs who a person is, and their tokens, into cookies that last thirty days. They are taken out of
what goes to the browser, kept with the sitting, and put back into the requests of that browser.
"""

import json
from collections.abc import Mapping
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.types import Scope
from streamlit.auth_util import get_cookie_with_chunks
from streamlit.web.server.server_util import AUTH_COOKIE_NAME, get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value

Pairs = tuple[tuple[str, str], ...]
_SUITE = "suite"
RETURN = "suite_retour"  # where the person wanted to be before signing in
_HELD = "HttpOnly; SameSite=Lax; Path=/"


def suite_name(*, secure: bool) -> str:
    """The name of our cookie: behind TLS, one that no other site of the domain can write."""
    return f"__Host-{_SUITE}" if secure else _SUITE


def word(cookies: Mapping[str, str], *, secure: bool) -> str:
    """The word that proves a sitting, or nothing."""
    return cookies.get(suite_name(secure=secure), "")


def of_request(scope: Scope) -> dict[str, str]:
    """The cookies of a request."""
    return cookie_parser("; ".join(Headers(scope=scope).getlist("cookie")))


def with_identity(scope: Scope, identity: Pairs) -> Scope:
    """The same request with Streamlit's cookies as the server knows them, whatever the browser sent."""
    sent = "; ".join(Headers(scope=scope).getlist("cookie")).split(";")
    others = [each.strip() for each in sent if each.strip() and not _is_identity(each.strip())]
    said = "; ".join((*others, *(f"{name}={value}" for name, value in identity)))
    headers = [pair for pair in scope["headers"] if pair[0] != b"cookie"]
    return {**scope, "headers": [*headers, *([(b"cookie", said.encode("latin-1"))] if said else [])]}


def identity_given(headers: Headers) -> Pairs:
    """Streamlit's cookies among those an answer sets."""
    pairs = (each.split(";", 1)[0].partition("=") for each in headers.getlist("set-cookie"))
    return tuple((name, value) for name, _, value in pairs if _is_identity(name) and value.strip('"'))


def claims(identity: Pairs) -> dict[str, Any]:
    """What the provider says of the person, as Streamlit signed it; nothing when it said nothing."""
    values = dict(identity)

    def one(name: str) -> bytes | None:
        return decode_signed_value(get_cookie_secret(), name, values.get(name, ""))

    written = get_cookie_with_chunks(one, AUTH_COOKIE_NAME)
    return dict(json.loads(written)) if written else {}


def guard(headers: MutableHeaders, *, secure: bool) -> None:
    """Takes Streamlit's identity out of an answer, and keeps every other cookie to TLS."""
    kept = [each for each in headers.getlist("set-cookie") if not _is_identity(each)]
    del headers["set-cookie"]
    for each in kept:
        bare = secure and "; secure" not in each.lower()
        headers.append("set-cookie", f"{each}; Secure" if bare else each)


def proof(value: str, *, secure: bool) -> str:
    """The cookie that proves a sitting, for as long as the browser is open."""
    return f"{suite_name(secure=secure)}={value}; {_HELD}"


def no_proof(*, secure: bool) -> str:
    """What makes a browser forget it."""
    return f"{suite_name(secure=secure)}=; {_HELD}; Max-Age=0"


def _is_identity(cookie: str) -> bool:
    return cookie.startswith(AUTH_COOKIE_NAME)
