"""Who comes in, who stays and who leaves: rights read from the store, each step a row of the trail.

Everything here waits for the store, and runs in a thread of its own.
"""

from collections.abc import Mapping
from typing import Any

from data_access.access import Scope
from data_access.audit import Action, Trace, record
from data_access.clock import now
from data_access.engine import reading_engine, store_url, writing
from data_access.errors import AccessDenied
from data_access.people import scope_from_claims
from pages.ui import sittings
from pages.ui.cookies import Pairs
from pages.ui.sittings import End, Sitting

_MICROSOFT = ("https://login.microsoftonline.com/", "https://sts.windows.net/")
_LONGEST = 120
_NOBODY = "inconnu"
_NO_ADDRESS = "Votre organisation n'a pas transmis votre adresse électronique à la suite."


def address_of(claims: Mapping[str, Any]) -> str:
    """The address of the person in what the provider said; nothing when none is sure.

    Elsewhere than at Microsoft, where administrators give it, a user name is chosen by its user, and so is an
    address that the provider does not say it has confirmed: they prove nothing.
    """
    at_microsoft = str(claims.get("iss", "")).startswith(_MICROSOFT)
    names = ("preferred_username", "email") if at_microsoft else ("email",)
    said = (str(claims.get(name) or "").strip().lower() for name in names)
    is_sure = claims.get("email_verified", at_microsoft) in (True, "true")
    return next((each for each in said if is_sure and _is_address(each)), "")


def admit(claims: Mapping[str, Any], cookies: Pairs, origin: str) -> str:
    """Opens a sitting and gives its word; raises AccessDenied when the person has no role."""
    person = address_of(claims)
    groups = tuple(str(each) for name in ("roles", "groups") for each in _listed(claims, name))
    try:
        scope = _scope(person, groups)
    except AccessDenied as refusal:
        note(person or _NOBODY, Action.REFUSED, str(refusal), origin)
        raise
    note(person, Action.SIGN_IN, scope.role, origin)
    return sittings.begin(Sitting(person, groups, scope, origin, cookies))


def recheck(sitting: Sitting) -> None:
    """Reads the rights again; a person who has none left is not there any more."""
    try:
        sitting.scope = _scope(sitting.person, sitting.claims)
    except AccessDenied:
        close(sitting, End.REVOKED)
    sitting.checked = now()


def close(sitting: Sitting, end: End) -> None:
    """Ends a sitting, once."""
    if sitting.is_open:
        sitting.end = end
        sitting.files.clear()
        action = Action.REFUSED if end is End.REVOKED else Action.SIGN_OUT
        note(sitting.person, action, end, sitting.origin)


def note(person: str, action: Action, detail: str, origin: str) -> None:
    """Writes one row of the trail."""
    with writing(store_url()) as connection:
        record(connection, Trace(person=person, action=action, detail=str(detail), origin=origin))


def _scope(person: str, claims: tuple[str, ...]) -> Scope:
    if not person:
        raise AccessDenied(_NO_ADDRESS)
    with reading_engine(store_url()).connect() as connection:
        return scope_from_claims(connection, person, claims)


def _listed(claims: Mapping[str, Any], name: str) -> list[Any]:
    said = claims.get(name) or []
    return said if isinstance(said, list) else [said]


def _is_address(text: str) -> bool:
    name, at, domain = text.partition("@")
    return bool(name and at and domain) and len(text) <= _LONGEST and text.isprintable() and " " not in text
