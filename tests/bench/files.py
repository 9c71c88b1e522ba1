"""How long the files of views take: each kind, each view, then a whole command in a process of its own."""

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from data_access.access import Role, scope_for
from metrics import period
from metrics.context import context
from metrics.present.export import Export
from metrics.views.asked import asked
from metrics.views.export import export
from metrics.views.files import FORMATS
from metrics.views.page import Page
from metrics.views.pages import PAGES
from metrics.views.visit import Visit
from tests.bench.measure import Line, repeated
from tests.bench.stores import measured

YEAR, PERSON = period.year(2024), "direction@exemple.fr"
AIMS = {"xlsx": 2.0, "pdf": 3.0}  # seconds, by ending
ROUNDS = 3
LINES = (1_000, 100_000)
DOCUMENTS: dict[tuple[str, ...], float | None] = {  # what each is asked with, and the seconds aimed at
    ("dossier-ca", "--period", "2024", "--format", "pdf"): 10.0,
    ("dossier-ca", "--period", "2024", "--format", "xlsx"): 10.0,
    ("dossier-ca", "--period", "2024-12", "--format", "pdf"): 10.0,
    ("chiffres-cles", "--period", "2024"): None,
    ("tableau-rse", "--period", "2024"): None,
    ("rapport-mensuel", "--period", "2024-12"): None,
    ("fiche-territoire", "--period", "2024", "--agency", "RENNES"): None,
    ("billet-trimestriel", "--period", "2024-T4", "--dispositif", "RENNES-JOUR"): None,
}


def written(store: str) -> Iterator[Line]:
    """Each view of a year that is about nobody in particular, in each kind of file, once it was asked."""
    visit = Visit(store, scope_for(Role.DIRECTION), context(store))
    for slug, page in PAGES.items():
        if page.about is None:
            view = _view(visit, page)
            for ending, kind in FORMATS.items():
                times = repeated(partial(kind.write, view), ROUNDS)
                yield Line(f"{slug}, {kind.label}", times, AIMS.get(ending))


def _view(visit: Visit, page: Page) -> Export:
    return export(asked(visit, page, period=YEAR), page, PERSON)


def documents(store: str) -> Iterator[Line]:
    """Each document by the command that a scheduler uses: from nothing to the file."""
    with tempfile.TemporaryDirectory() as folder:
        for words, aim in DOCUMENTS.items():
            named = " ".join(each.lstrip("-") for each in words)
            yield from measured(
                f"document {named}", "metrics", "document", *words, "--out", folder, url=store, aim=aim
            )


def commanded(store: str) -> Iterator[Line]:
    """The activity of a year by the command that a scheduler uses: from nothing to the file."""
    with tempfile.TemporaryDirectory() as folder:
        for ending in FORMATS:
            words = "export", "activite", "--period", "2024", "--format", ending
            file = str(Path(folder) / f"activite.{ending}")
            yield from measured(f"export activite, {ending}", "metrics", *words, "--out", file, url=store)


def records(store: str) -> Iterator[Line]:
    """Records as a file, which is never held whole: many take the memory of few."""
    for lines in LINES:
        yield from measured(f"{lines} lignes de CSV", "tests.bench.streamed", str(lines), url=store)
