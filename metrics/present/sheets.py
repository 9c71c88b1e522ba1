"""A view cut in sheets, one for each of its tables, with what is said beside it: what data files hold."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from data_access.words import plain, uncapitalised
from metrics import glossary
from metrics.model import Metric
from metrics.present import words
from metrics.present.blocks import Heading, Note, Picture, Tiles
from metrics.present.charts.chart import Chart
from metrics.present.datum import Datum, Head
from metrics.present.export import Export, Piece
from metrics.present.grid import Grid, grid, of_tiles
from metrics.present.table import Table, Words

KEY_FIGURES = "Chiffres clés"
_OTHER = re.compile(r"[^a-z0-9]+")
_LONGEST = 40  # characters of the name of a file


@dataclass(frozen=True, eq=False)
class Sheet:
    """One table under its name and that of its part, with the sentences beside it and its chart."""

    name: str
    part: str
    grid: Grid
    said: tuple[str, ...] = ()
    chart: Chart | None = None

    @property
    def slug(self) -> str:
        """Its name, as files are named, without its last words when it is long."""
        whole = _OTHER.sub("-", plain(self.name)).strip("-")
        kept = whole[: _LONGEST + 1].rpartition("-")[0] if len(whole) > _LONGEST else whole
        return kept or whole[:_LONGEST]


@dataclass(slots=True)
class _Reading:
    """What is found of one part: its sheets, and the title and the sentences that wait for the next."""

    part: str
    sheets: list[Sheet] = field(default_factory=list)
    title: str = ""
    waiting: list[str] = field(default_factory=list)
    is_after: bool = False  # whether a sentence is about the sheet before it


def sheets(export: Export) -> tuple[Sheet, ...]:
    """The sheets of a view, in its order."""
    return tuple(each for part in export.parts for each in _of_part(part.title or export.title, part.pieces))


def metrics(some: Iterable[Sheet]) -> tuple[Metric, ...]:
    """The figures of some sheets, in their order."""
    every = (datum.ref.metric for each in some for line in each.grid.lines for datum in line if datum.ref)
    return tuple(dict.fromkeys(every))


def definition(metric: Metric) -> tuple[tuple[str, str], ...]:
    """What a reader of a file needs to know of a figure, each under its name."""
    return (
        ("Unité", metric.unit.symbol or "nombre"),
        ("Définition", metric.definition),
        ("Calcul", glossary.formula(metric)),
        ("Source", " ; ".join(glossary.sources(metric))),
        ("Version", f"{metric.version}, depuis le {words.day(metric.since)}"),
    )


def legend() -> tuple[tuple[str, str], ...]:
    """The marks that stand for a number, and what each means."""
    return tuple(words.MARK_LABELS.items())


def text(said: Words) -> str:
    """Words as plain text."""
    return "".join(each if isinstance(each, str) else each.text for each in said)


def _of_part(title: str, pieces: Iterable[Piece]) -> list[Sheet]:
    found = _Reading(title)
    for piece in pieces:
        match piece:
            case Heading(title, subtitle):
                _close(found)
                found.title = f"{title}, {subtitle}" if subtitle else title
            case Note(said, look):
                _say(found, text(said), is_before=look == "vide")
            case Table() | Picture() | Tiles():
                _add(found, piece)
    _close(found)
    return found.sheets


def _say(found: _Reading, said: str, *, is_before: bool) -> None:
    """Keeps a sentence: of the sheet just before it, unless it stands for what the next would show."""
    if found.is_after and not is_before:
        found.sheets[-1] = replace(found.sheets[-1], said=(*found.sheets[-1].said, said))
    else:
        found.waiting.append(said)
        found.is_after = False


def _add(found: _Reading, piece: Table | Picture | Tiles) -> None:
    found.sheets.append(_sheet(found, piece))
    found.title, found.waiting, found.is_after = "", [], True


def _sheet(found: _Reading, piece: Table | Picture | Tiles) -> Sheet:
    said = tuple(filter(None, (found.title, *found.waiting)))
    match piece:
        case Tiles():
            return Sheet(KEY_FIGURES, found.part, of_tiles(piece), said)
        case Picture():
            told = grid(piece.table)
            source = told.source or piece.chart.subtitle
            return Sheet(_drawn(piece, told), found.part, replace(told, source=source), said, piece.chart)
        case Table():
            return Sheet(_called(piece.caption), found.part, grid(piece), said)


def _drawn(piece: Picture, told: Grid) -> str:
    """« Interventions, mois » : the figure of a picture, and what it is told by."""
    if piece.of is None:
        return _called(piece.table.caption)
    by = [uncapitalised(head.label) for head in told.heads if not head.is_number and head.metric is None][:1]
    return ", ".join((piece.of.label, *by))


def _called(caption: str) -> str:
    return caption.partition(", ")[0]


def _close(found: _Reading) -> None:
    """Gives sentences that no table follows a sheet of their own."""
    if found.waiting:
        name = found.title or found.part
        lines = tuple((Datum(each),) for each in found.waiting)
        found.sheets.append(Sheet(name, found.part, Grid(name, (Head("Texte"),), lines)))
    found.title, found.waiting, found.is_after = "", [], False


def facts(export: Export) -> Iterator[tuple[str, str]]:
    """What heads a file: the view, the question that it answers, then what was asked."""
    yield "Vue", export.title
    yield "Question", export.question
    yield from export.facts
