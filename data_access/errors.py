"""Errors whose message is written for the person at the screen, in French.

Anything else that is raised is a defect, and is logged with its traceback.
Bottom layer: imports nothing from the project.
"""

from collections.abc import Iterable
from difflib import get_close_matches


class UserError(Exception):
    """Base of everything shown as is, without a traceback."""


class QueryError(UserError):
    """The question cannot be answered as asked."""


class AccessDenied(UserError):
    """The person may not see this view or these rows."""


class ImportRejected(UserError):
    """The file was read, checked and not loaded."""


class SettingsError(UserError):
    """A setting of the environment, or of the file of secrets, is missing or cannot be used."""


class StoreError(UserError):
    """The store is absent, locked, out of date or holds something unexpected."""


def nearest(name: str, known: Iterable[str]) -> str:
    """The end of a sentence that proposes the nearest known name, or nothing."""
    near = get_close_matches(name, sorted(known), n=1)
    return f" Vouliez-vous dire « {near[0]} » ?" if near else ""


def unknown(kind: str, name: str, known: Iterable[str]) -> QueryError:
    """An unknown name, with the nearest known one; ``kind`` is a masculine French noun."""
    return QueryError(f"{kind} inconnu : « {name} ».{nearest(name, known)}")
