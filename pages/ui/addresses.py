"""Addresses of the application itself, where a person may be sent; any other becomes the first page."""

from urllib.parse import quote, unquote, urlsplit

from starlette.types import Scope

HOME = "/"
FILES = ("/static/", "/media/", "/_stcore/", "/component/", "/app/")
_NOT_PAGES = (*FILES, "/auth/", "/oauth2callback", "/connexion", "/exemple")
_LONGEST = 2000


def local(address: str) -> str:
    """The address when it is that of a page here: never another site, nor a way out."""
    plain = address.isascii() and address.isprintable() and "\\" not in address and len(address) <= _LONGEST
    path = unquote(address.partition("?")[0])  # as a browser and the server read it
    is_page = path.startswith("/") and not path.startswith(("//", *_NOT_PAGES)) and "/." not in path
    return address if plain and is_page else HOME


def asked(scope: Scope) -> str:
    """The address a request asks for, its filters included."""
    query = scope["query_string"].decode("latin-1")
    return local(quote(scope["path"]) + (f"?{query}" if query else ""))


def referring(address: str) -> str:
    """The page here that a link was followed from."""
    parts = urlsplit(address)
    return local(parts.path + (f"?{parts.query}" if parts.query else ""))


def kept(address: str) -> str:
    """An address as a cookie holds it."""
    return quote(address, safe="")


def read(value: str) -> str:
    """The address that a cookie holds."""
    return local(unquote(value))
