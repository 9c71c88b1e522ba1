"""Who is signed in, as this process knows it: the browser holds one opaque word, and nothing else.

A sitting lasts from a sign-in to its end: signed out, idle, too long, or the person's right withdrawn. It is
kept in memory: after a restart everyone signs in again, which costs one click and forgets nothing.
"""

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from data_access.access import Scope
from data_access.clock import now
from pages.ui.settings import Limits

HERE = "suite.ici"  # where a request carries who makes it, once the gate let them in
_KEPT = timedelta(days=1)  # how long an ended sitting still tells its person why


class End(StrEnum):
    """Why a sitting is over, in the words of the trail."""

    SIGNED_OUT = "à la demande"
    IDLE = "inactivité"
    LONG = "durée"
    REVOKED = "droit retiré"


@dataclass(slots=True)
class Sitting:
    """One person in one browser."""

    person: str
    claims: tuple[str, ...]  # the roles and groups the provider gave
    scope: Scope
    origin: str
    cookies: tuple[tuple[str, str], ...] = ()  # Streamlit's own: they never leave the server
    began: datetime = field(default_factory=now)
    seen: datetime = field(default_factory=now)  # the last time the person did something
    checked: datetime = field(default_factory=now)  # the last time the rights were read
    files: set[str] = field(default_factory=set)  # the addresses given to this browser, which it may ask for
    end: End | None = None

    @property
    def is_open(self) -> bool:
        """Whether the person is still there."""
        return self.end is None

    def due_end(self, limits: Limits) -> End | None:
        """Why it should be over by now, by the clock alone."""
        moment = now()
        if moment - self.seen >= limits.idle:
            return End.IDLE
        return End.LONG if moment - self.began >= limits.longest else None


_SITTINGS: dict[str, Sitting] = {}


def begin(sitting: Sitting) -> str:
    """Opens a sitting and gives the word its browser proves it by, of which only the hash is kept."""
    _forget()
    word = secrets.token_urlsafe(32)
    _SITTINGS[_hash(word)] = sitting
    return word


def found(word: str) -> Sitting | None:
    """The sitting of this word, over or not; None when the word was never given."""
    return _SITTINGS.get(_hash(word)) if word else None


def _forget() -> None:
    """Lets go of those that nobody has used for a day."""
    for key, each in list(_SITTINGS.items()):
        if now() - each.seen > _KEPT:
            del _SITTINGS[key]


def _hash(word: str) -> str:
    return sha256(word.encode()).hexdigest()
