"""The command that writes a view to a file: ``python -m metrics export VIEW --period P --out FILE``."""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import Any

from data_access.cli.arguments import Parser, declare, operator
from data_access.cli.progress import Bar
from data_access.errors import QueryError, unknown
from data_access.words import counted
from metrics import notation, period
from metrics.context import context
from metrics.notation import COMPARISONS
from metrics.period import Period
from metrics.present.export import Export
from metrics.reading import reading, with_reading
from metrics.result import Result
from metrics.taken import keep
from metrics.views.ask import Ask
from metrics.views.asked import asked as view_asked
from metrics.views.export import export
from metrics.views.files import FORMATS, Made, states, written
from metrics.views.page import Page
from metrics.views.pages import PAGES
from metrics.views.visit import Visit

STEPS = 100  # of the bar
_HALF = 12  # answers that are half of a usual view
_READ = 0.8  # how much of the work reading is, writing being the rest


def declared(commands: Any) -> None:
    """Adds the command."""
    _with_view(declare(commands, "export", "écrit une vue dans un fichier", _export))


def _with_view(parser: Parser) -> None:
    parser.given.add_argument("view", metavar="VUE", help=", ".join(PAGES))
    options = parser.options
    options.add_argument("--period", required=True, metavar="P", help="période, par exemple 2024-12")
    options.add_argument(
        "--where", action="append", default=[], metavar="CRITÈRE=VALEUR", help="filtre (répétable)"
    )
    versus = f"{COMPARISONS} ou une période ; sinon previous-year"
    options.add_argument("--versus", default="previous-year", metavar="RÉF", help=versus)
    options.add_argument("--format", required=True, metavar="FORMAT", help=" ou ".join(FORMATS))
    options.add_argument("--out", required=True, metavar="FICHIER", help="fichier à écrire, ou dossier")
    with_reading(parser, published=True)


def keep_in(place: Path, url: str, asked: Namespace, found: Export, made: Made) -> None:
    """Writes a file under the name that was asked, or under its own in the folder that was."""
    file = Path(asked.out) / made.name if place == Path(asked.out) else Path(asked.out)
    keep(url, asked, file, made.content, _said(file, found, made), states(found))


def _export(asked: Namespace) -> int:
    page, form, over = _page(asked.view), FORMATS.get(asked.format), period.parse(asked.period)
    if form is None:
        raise unknown("Format", asked.format, FORMATS)
    place = folder(Path(asked.out))
    url, scope, as_of = reading(asked, over)
    who = asked.person or operator()
    visit = Visit(url, scope, context(url, as_of), page.view.url, who)
    bar = Bar(STEPS)
    bar.start(STEPS)
    found = export(followed(_asked(visit, page, over, asked), bar), page, who)
    bar.show(_READ)
    made = written(found, form)
    bar.clear()
    keep_in(place, url, asked, found, made)
    return 0


def _page(name: str) -> Page:
    if name not in PAGES:
        raise unknown("Nom de vue", name, PAGES)
    return PAGES[name]


def folder(out: Path) -> Path:
    """The folder to write in, which must be there before anything is read."""
    folder = out if out.is_dir() else out.parent
    if not folder.is_dir():
        raise QueryError(f"Le dossier « {folder} » n'existe pas.")
    return folder


def _asked(visit: Visit, page: Page, over: Period, asked: Namespace) -> Ask:
    where = [notation.condition(text, visit.known.names) for text in asked.where]
    for each in where:
        if each.dimension not in page.by:
            known = ", ".join(dimension.id for dimension in page.by)
            can = f"elle l'est par : {known}" if known else "elle ne l'est par rien"
            raise QueryError(
                f"La vue « {page.view.title} » n'est pas filtrée par « {each.dimension.label} » ; {can}."
            )
    return view_asked(visit, page, where, over, notation.comparison(asked.versus))


def followed(ask: Ask, bar: Bar) -> Ask:
    """The same, each answer moving the bar on: how many there will be is known at the end only."""
    answers = 0

    def noted(answer: Result) -> Result:
        nonlocal answers
        answers += 1
        bar.show(_READ * answers / (answers + _HALF))
        return answer

    return replace(ask, noted=noted)


def _said(file: Path, found: Export, made: Made) -> str:
    """« rennes_activite_2024-12.xlsx : 486 chiffres écrits, 3 masqués. »"""
    shown, hidden = states(found)
    masked = f", {counted(hidden, 'autre')} sous secret statistique" if hidden else ""
    is_odd = made.name.endswith(".zip") and file.suffix != ".zip"
    archive = " C'est une archive ZIP de plusieurs tableaux." if is_odd else ""
    return f"{file} : {counted(shown, 'chiffre')}{masked}.{archive}"
