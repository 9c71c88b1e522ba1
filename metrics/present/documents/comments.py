"""The comment of a sheet: what was written of its subject over its period, or room to write it by hand."""

from collections.abc import Iterator

from data_access.comments import Comment, Place, comment_on, save_comment
from data_access.engine import reading_engine, writing
from data_access.errors import QueryError
from data_access.versions import PARIS
from metrics.catalogue.dimensions import AGENCY, DISPOSITIF
from metrics.model import Dimension
from metrics.present import words
from metrics.present.blocks import Block, Heading, note
from metrics.query import Filter, Value
from metrics.views.ask import Ask

TITLE = "Commentaire"
TEXT, SIGNED, EMPTY = "commentaire", "signature", "a-ecrire"  # how notes of it look
ABOUT: dict[str, Dimension] = {"fiche-territoire": AGENCY, "billet-trimestriel": DISPOSITIF}
_NOWHERE = "Seuls la fiche territoire et le billet trimestriel ont une zone de commentaire."


def place(ask: Ask, document: str) -> Place:
    """Where the comment of a sheet is kept; raises QueryError for a document that has none."""
    about = ABOUT.get(document)
    if about is None:
        raise QueryError(_NOWHERE)
    subject = _only(ask.where, about)
    if subject is None:
        raise QueryError(f"Dites d'abord de quoi parle la fiche : {about.label.lower()}.")
    home = subject if about is AGENCY else ask.visit.known.home_agencies.get(str(subject))
    return Place(document, str(subject), str(home), str(ask.period))


def written(ask: Ask, document: str) -> Comment | None:
    """What was written there, if anything was."""
    with reading_engine(ask.visit.url).connect() as connection:
        return comment_on(connection, place(ask, document), ask.visit.scope)


def write(ask: Ask, person: str, document: str, text: str, *, by: str = "") -> str:
    """Keeps a comment in place of the one before, or none; gives the text as it is kept."""
    there = place(ask, document)
    with writing(ask.visit.url) as connection:
        return save_comment(connection, there, text, person, ask.visit.scope, by=by)


def zone(ask: Ask, document: str) -> Iterator[Block]:
    """The comment at the foot of a sheet, a paragraph each, and who signed it."""
    found = written(ask, document)
    yield Heading(TITLE)
    if found is None:
        yield note(f"Aucun commentaire : {ask.period.label}.", look=EMPTY)
        return
    for paragraph in found.paragraphs:
        yield note(paragraph, look=TEXT)
    yield note(signature(found), look=SIGNED)


def signature(of: Comment) -> str:
    """« camille@exemple.fr, le 12 mars 2024 »."""
    day = words.day(of.at.astimezone(PARIS).date())
    return f"{of.person}, le {day}" if of.person else f"Écrit le {day}"


def _only(where: tuple[Filter, ...], about: Dimension) -> Value:
    kept = next((each.values for each in where if each.dimension is about), ())
    return kept[0] if len(kept) == 1 else None
