"""The trail of who did what: one row each, never changed, each holding the hash of the one before.

A row that is changed, removed or slipped in breaks the chain, which ``broken`` finds. Only what is older
than the time it is kept for may go, all at once, and the row that says so holds where the chain starts again.
"""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, or_, select

from data_access.clock import now
from data_access.errors import StoreError
from data_access.schema import audit

START = "0" * 64  # what the first row of all follows
_HASHED = ("person", "action", "detail", "view", "filters", "rows", "hidden", "origin")


class Action(StrEnum):
    """What leaves a trace, in the words of the register."""

    SIGN_IN = "connexion"
    SIGN_OUT = "déconnexion"
    REFUSED = "accès refusé"
    VIEW = "consultation"
    EXPORT = "export"
    LOAD = "chargement"
    UNDO = "annulation"
    CLOSING = "clôture"
    COMMENT = "commentaire"
    PERSON_ADDED = "personne ajoutée"
    PERSON_CHANGED = "personne modifiée"
    PERSON_REMOVED = "personne retirée"
    PURGE = "purge"
    BACKUP = "sauvegarde"
    RESTORE = "restauration"
    FORGET = "effacement"
    ROTATION = "pseudonymes renouvelés"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """Who did what: ``rows`` and ``hidden`` count the cells shown and the cells kept secret."""

    person: str
    action: Action
    detail: str = ""
    view: str = ""
    filters: str = ""
    rows: int | None = None
    hidden: int | None = None
    origin: str = ""  # the address it came from


def record(connection: Connection, trace: Trace) -> None:
    """Writes one row at the end of the chain, within the transaction of what it tells.

    The connection must be that of ``writing``: two writers at once would fork the chain.
    """
    values = {name: getattr(trace, name) for name in trace.__slots__} | {"at": now()}
    values["action"] = trace.action.value
    previous = _last_hash(connection)
    row = values | {"previous_hash": previous, "hash": _hash(previous, values)}
    connection.execute(insert(audit).inline().values(row))  # asks nothing back: who adds may not read


def traces(
    connection: Connection,
    newest: int = 200,
    *,
    before: int | None = None,
    actions: Collection[Action] = (),
    about: str = "",
) -> Iterator[Row[Any]]:
    """The last rows, the newest first: those before a row, of some actions, done by someone or to them."""
    wanted = select(audit).order_by(audit.c.id.desc()).limit(newest)
    if before is not None:
        wanted = wanted.where(audit.c.id < before)
    if actions:
        wanted = wanted.where(audit.c.action.in_([action.value for action in actions]))
    if about:
        done_to = or_(audit.c.detail == about, audit.c.detail.startswith(f"{about}, ", autoescape=True))
        wanted = wanted.where(or_(audit.c.person == about, done_to))
    yield from connection.execute(wanted)


def broken(connection: Connection) -> int | None:
    """The number of the first row that does not follow from the one before, or None when all do."""
    expected = _beginning(connection)
    for row in connection.execute(select(audit).order_by(audit.c.id)).mappings():
        if row["previous_hash"] != expected or row["hash"] != _hash(expected, row):
            return int(row["id"])
        expected = row["hash"]
    return None


def purge(connection: Connection, before: datetime, *, by: str) -> int:
    """Removes the rows older than a moment, and records where the chain starts from now on.

    Raises StoreError when the chain is broken: what is wrong must be looked at before anything goes.
    """
    wrong = broken(connection)
    if wrong is not None:
        raise StoreError(f"La chaîne du journal est rompue à la ligne {wrong} : rien n'a été retiré.")
    newest = select(audit.c.id, audit.c.hash).where(audit.c.at < before).order_by(audit.c.id.desc())
    last = connection.execute(newest.limit(1)).first()
    if last is None:
        return 0
    gone = audit.c.id <= last.id
    count = connection.scalar(select(func.count()).select_from(audit).where(gone)) or 0
    # first what announces it, by the number of the last row to go: the store lets no other row be removed
    announced = Trace(person=by, action=Action.PURGE, detail=last.hash, filters=str(last.id), rows=count)
    record(connection, announced)
    connection.execute(delete(audit).where(gone))
    return count


def head(connection: Connection) -> str:
    """The hash of the last row: noted elsewhere, it proves later that nothing before it was rewritten."""
    return _last_hash(connection)


def holds(connection: Connection, noted: str) -> bool:
    """Whether a hash that was noted is still that of a row."""
    return connection.scalar(select(audit.c.id).where(audit.c.hash == noted)) is not None


def _last_hash(connection: Connection) -> str:
    """The end of the chain; PostgreSQL tells it to those who may add to the trail and not read it."""
    newest = select(audit.c.hash).order_by(audit.c.id.desc()).limit(1)
    on_server = connection.dialect.name == "postgresql"
    found = connection.scalar(select(func.suite.last_hash()) if on_server else newest)
    return found if found is not None else START


def _beginning(connection: Connection) -> str:
    """What the first row left must follow: nothing, or what a purge says it removed."""
    first = connection.scalar(select(audit.c.previous_hash).order_by(audit.c.id).limit(1))
    purged = select(audit.c.detail).where(audit.c.action == Action.PURGE.value, audit.c.detail == first)
    return first if first is not None and connection.scalar(purged.limit(1)) == first else START


def _hash(previous: str, values: Mapping[Any, Any]) -> str:
    """SHA-256 of a row and of the hash before it, the same on every engine."""
    at = values["at"]
    moment = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC).isoformat(timespec="microseconds")
    said = [previous, moment, *(values[name] for name in _HASHED)]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()
