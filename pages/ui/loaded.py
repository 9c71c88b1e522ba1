"""What was loaded, for those who look after the files: kinds, months, imports, and no figure."""

from dataclasses import dataclass
from datetime import date

from data_access.engine import reading_engine
from data_access.ingest.contracts import CONTRACTS
from data_access.status import Covered, Import
from data_access.status import covered as covered_kinds
from data_access.status import history as imports_made
from data_access.versions import moment
from data_access.words import plain
from metrics import due
from metrics.present.words import short_month
from metrics.views.visit import Visit
from pages.ui import html, tables
from pages.ui.html import el

_SHOWN = 50
_ALWAYS = "tout"


@dataclass(frozen=True, slots=True)
class Loaded:
    """The books of the store."""

    covered: tuple[Covered, ...]
    imports: tuple[Import, ...]  # the last first


def read(visit: Visit) -> Loaded:
    """The months covered and the last imports."""
    with reading_engine(visit.url).connect() as connection:
        made = imports_made(connection)
        return Loaded(tuple(covered_kinds(connection)), tuple(reversed(made[-_SHOWN:])))


def late(visit: Visit) -> None:
    """Draws the files that came each month and did not for the last one."""
    missing = list(due.late(visit.known))
    items = [el("li", f"{each.about} : {each.said}") for each in missing]
    told = el("ul", *items) if items else el("p", "Aucun fichier mensuel n'est en retard.")
    html.show(el("section", el("h2", "Fichiers attendus"), told))


def covered(store: Loaded) -> None:
    """Draws a line per kind of file."""
    columns = [
        tables.Column("Fichier"),
        tables.Column("Mois chargés"),
        tables.Column("Nombre de mois", is_number=True),
    ]
    lines = [
        [_kind(each.kind), _span(each.first_month, each.last_month), str(each.months) if each.months else "–"]
        for each in sorted(store.covered, key=lambda each: plain(_kind(each.kind)))
    ]
    tables.show("Ce qui est chargé", columns, lines)


def imports(store: Loaded) -> None:
    """Draws the last imports."""
    columns = [tables.Column(h) for h in ("Import", "Fichier", "Mois", "Nom du fichier", "Par", "Le")]
    lines = [
        [
            f"n°\u00a0{each.number}" + (f" (annule le n°\u00a0{each.undoes})" if each.undoes else ""),
            _kind(each.kind),
            _span(each.first_month, each.last_month),
            each.file_name,
            each.person,
            moment(each.at),
        ]
        for each in store.imports
    ]
    tables.show(f"Les {len(lines)} derniers imports", columns, lines)


def _kind(kind: str) -> str:
    return CONTRACTS[kind].label if kind in CONTRACTS else kind


def _span(first: date | None, last: date | None) -> str:
    """« janv. 2024 à déc. 2024 »."""
    if first is None or last is None:
        return _ALWAYS
    return short_month(first) if first == last else f"{short_month(first)} à {short_month(last)}"
