"""What people write on the sheets of a period: one text for each document, subject and period."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from data_access.access import Domain, Scope
from data_access.audit import Action, Trace, record
from data_access.clock import now
from data_access.errors import AccessDenied, StoreError
from data_access.row_rights import let_read
from data_access.schema import comment

LONGEST, MOST_LINES = 1_200, 12  # what a sheet of one page has room for


@dataclass(frozen=True, slots=True)
class Place:
    """Where a comment is written: a sheet, whom it is about and whose agency that is, over a period."""

    document: str
    subject: str
    agency: str
    period: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A text, who wrote it, which is empty once they were erased, and when."""

    text: str
    person: str
    at: datetime

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Its paragraphs, in their order."""
        return tuple(self.text.split("\n"))


def comment_on(connection: Connection, place: Place, scope: Scope) -> Comment | None:
    """What is written there, to those who read the agency in detail."""
    _require_reach(place, scope)
    let_read(connection, scope)
    found = connection.execute(
        select(comment.c.text, comment.c.person, comment.c.at).where(*_there(place))
    ).one_or_none()
    return Comment(*found) if found else None


def save_comment(
    connection: Connection, place: Place, text: str, person: str, scope: Scope, *, by: str = ""
) -> str:
    """Writes a text there, over the one before; nothing to say removes it. Gives the text as it is kept.

    The trail has a row of it, without the text; ``by`` is who writes, when that is not who signs.
    """
    _require_reach(place, scope)
    kept = _readable(text)
    _require_room(kept)
    let_read(connection, scope)
    done = _replace(connection, place, kept, person)
    if done:
        record(connection, _trace(place, done, person, by))
    return kept


def _replace(connection: Connection, place: Place, text: str, person: str) -> str:
    """What was done: « écrit », « modifié », « retiré », or nothing."""
    if not text:
        return "retiré" if connection.execute(delete(comment).where(*_there(place))).rowcount else ""
    written = {"text": text, "person": person, "at": now()}
    if connection.execute(update(comment).where(*_there(place)).values(written)).rowcount:
        return "modifié"
    values = {"document": place.document, "subject": place.subject, "period": place.period}
    connection.execute(insert(comment).values(**values, agency_id=place.agency, **written))
    return "écrit"


def _trace(place: Place, done: str, person: str, by: str) -> Trace:
    asked = {"document": place.document, "subject": place.subject, "period": place.period}
    return Trace(
        person=by or person,
        action=Action.COMMENT,
        detail=f"{done}, au nom de {person}" if by not in ("", person) else done,
        view=place.document,
        filters=urlencode(asked),
    )


def _there(place: Place) -> tuple[ColumnElement[bool], ...]:
    c = comment.c
    return c.document == place.document, c.subject == place.subject, c.period == place.period


def _require_reach(place: Place, scope: Scope) -> None:
    agencies = scope.right(Domain.ACTIVITY).agencies
    if agencies is not None and place.agency not in agencies:
        raise AccessDenied("Cette fiche ne fait pas partie de celles que votre rôle permet de lire.")


def _readable(text: str) -> str:
    """Paragraphs of plain text in one spelling, without the signs that nobody sees."""
    lines = unicodedata.normalize("NFC", text).splitlines()
    spaced = (" ".join(line.split()) for line in lines)
    shown = ("".join(sign for sign in line if sign.isprintable()).strip() for line in spaced)
    return "\n".join(line for line in shown if line)


def _require_room(text: str) -> None:
    if len(text) > LONGEST:
        raise StoreError(
            f"Le commentaire compte {len(text)} caractères ; la fiche en tient {LONGEST} au plus."
        )
    if text.count("\n") >= MOST_LINES:
        raise StoreError(f"Le commentaire a trop de paragraphes : la fiche en tient {MOST_LINES} au plus.")
