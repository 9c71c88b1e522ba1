"""The command that writes a document: ``python -m metrics document NAME --period P --out FILE``."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from data_access.cli.arguments import Parser, declare, operator
from data_access.cli.progress import Bar
from data_access.errors import QueryError
from metrics import notation, period
from metrics.catalogue.dimensions import AGENCY, DISPOSITIF
from metrics.context import context
from metrics.exporting import STEPS, folder, followed, keep_in
from metrics.present.documents import catalogue, comments, previous
from metrics.present.documents.catalogue import DOCUMENTS, Document
from metrics.query import Filter
from metrics.reading import reading, with_reading
from metrics.views.ask import Ask
from metrics.views.files import FORMATS, written
from metrics.views.visit import Visit

_ABOUT = (AGENCY, DISPOSITIF)  # each has an option of its name


def declared(commands: Any) -> None:
    """Adds the command."""
    _with_document(declare(commands, "document", "écrit un document de l'association", _document))


def _with_document(parser: Parser) -> None:
    parser.given.add_argument("document", metavar="DOCUMENT", help=", ".join(DOCUMENTS))
    options = parser.options
    options.add_argument("--period", required=True, metavar="P", help="période, par exemple 2024")
    options.add_argument("--agency", metavar="AGENCE", help="l'agence dont il parle, par exemple RENNES")
    options.add_argument("--dispositif", metavar="DISPOSITIF", help="le dispositif dont il parle")
    options.add_argument("--comment", metavar="TEXTE", help="le commentaire de la fiche, gardé par période")
    options.add_argument("--format", default="pdf", metavar="FORMAT", help="pdf ou xlsx ; sinon pdf")
    options.add_argument("--out", required=True, metavar="FICHIER", help="fichier à écrire, ou dossier")
    with_reading(parser, published=True)


def _document(asked: Namespace) -> int:
    document, over = catalogue.named(asked.document), period.parse(asked.period)
    form = _format(document, asked.format)
    place = folder(Path(asked.out))
    url, scope, as_of = reading(asked, over)
    who = asked.person or operator()
    visit = Visit(url, scope, context(url, as_of), document.name, who)
    ask = catalogue.asked(visit, document, over, _about(visit, asked))
    if asked.comment is not None:
        _comment(ask, document, form, who, asked.comment)
    bar = Bar(STEPS)
    bar.start(STEPS)
    found = document.make(followed(ask, bar), who)
    made = written(found, FORMATS[form])
    bar.clear()
    told = previous.told(document.name, over, visit.known)
    question = {name: each for name, each in vars(asked).items() if name != "comment"}
    keep_in(place, url, Namespace(**(told | question)), found, made)
    return 0


def _comment(ask: Ask, document: Document, form: str, who: str, text: str) -> None:
    """Keeps a comment, once the document is known to be one that can be made."""
    comments.place(ask, document.name)
    written(document.make(ask, who), FORMATS[form])
    comments.write(ask, who, document.name, text, by=operator())


def _format(document: Document, name: str) -> str:
    """The format, when the document is made in it."""
    if name not in document.formats:
        known = " ou ".join(document.formats)
        raise QueryError(f"« {document.title} » ne se fait pas au format « {name} » : demandez {known}.")
    return name


def _about(visit: Visit, asked: Namespace) -> tuple[Filter, ...]:
    """What the document is to be about."""
    said = ((each, getattr(asked, each.id)) for each in _ABOUT)
    return tuple(notation.condition(f"{each.id}={text}", visit.known.names) for each, text in said if text)
