"""The frame of the bilan pédagogique et financier: its lines, its cross-checks, and all of it to copy."""

from collections.abc import Iterator

from data_access.errors import UserError
from metrics.bpf.answers import sums
from metrics.bpf.checks import Check, checks
from metrics.bpf.form import Form, Line, form
from metrics.parameters.deadlines import BPF
from metrics.present import bpf
from metrics.present.blocks import Beside, Block, Copyable, Framed, Heading, note, nothing
from metrics.present.bpf import Frame
from metrics.present.lists import Listing, Lists
from metrics.present.table import Column, Entry, Run, Table, Words, table
from metrics.views.ask import Ask

_COPY = (
    "Texte à coller dans un tableur : un clic le sélectionne en entier, puis copiez. Une tabulation sépare "
    "les cellules."
)


def filled_in(ask: Ask) -> Iterator[Block]:
    """The form of the year that the period ends in, or the sentence that refuses it."""
    year, visit = ask.period.last_day.year, ask.visit
    yield Heading(f"Bilan pédagogique et financier, exercice {year}")
    try:
        read = sums(visit.url, year, visit.scope, visit.known)
    except UserError as refusal:
        yield nothing(str(refusal))
        return
    filled = form(read)
    yield note(f"Du 1er janvier au 31 décembre {year}, hors filtres de la page.")
    yield note(bpf.TO_CHECK)
    yield note(BPF.sentence(year + 1))
    yield _checks(checks(filled, read))
    yield Framed("cadres", (_frames(filled, year),))
    yield Copyable("Copier le cadre dans un tableur", _COPY, bpf.as_cells(filled))


def _checks(judged: tuple[Check, ...]) -> Block:
    """The cross-checks, those that fail first: the word says what the sign says."""
    failed = sum(not each.holds for each in judged)
    held = "tous tiennent" if not failed else f"{failed} ne {'tiennent' if failed > 1 else 'tient'} pas"
    said = tuple(map(_check, sorted(judged, key=lambda each: each.holds)))
    title = f"Contrôles du cadre ({len(judged)}) : {held}"
    return Lists((Listing(title, (("", said),), none="Aucun contrôle."),), "controles")


def _check(each: Check) -> Words:
    verdict = "✓ tient" if each.holds else "✗ ne tient pas"
    return Run(verdict, is_strong=True), f" : {each.sentence} ", Run(f"({each.found})", is_small=True)


def _frames(filled: Form, year: int) -> Block:
    """What is earned and spent on one side, those who are taught on the other."""
    source = f"Périmètre : Ensemble de l'association · données au 31 décembre {year}"
    every = [(each.is_about_trainees, _frame(each, source)) for each in bpf.frames(filled)]
    left, right = (tuple(told for about, told in every if about is side) for side in (False, True))
    return Beside((1, 1), (left, right))


def _frame(frame: Frame, source: str) -> Table:
    """The lines of a frame; a total is in bold."""
    columns = (
        *map(Column, ("Ligne", "Libellé")),
        *(Column(head, is_number=True, metric=metric) for head, metric, _ in frame.columns),
    )
    lines: list[list[Entry | str]] = [
        [line.code, _label(line), *(write(line) for _, _, write in frame.columns)] for line in frame.lines
    ]
    return table(frame.title, columns, lines, source=source)


def _label(line: Line) -> Entry:
    return Entry(line.label, is_strong=line.label.startswith("Total"))
