"""The files of a view: which kinds there are, and each made from what the view shows."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from data_access.errors import QueryError
from metrics.present import csv, image, pdf
from metrics.present.blocks import Picture
from metrics.present.export import Export
from metrics.present.references import said
from metrics.present.sheets import sheets
from metrics.present.xlsx import workbook
from metrics.result import State

_NO_PICTURE = "Ce graphique n'est pas sur cette vue avec ces filtres."
_ZIP = "application/zip"
Told = TypeVar("Told")


@dataclass(frozen=True, slots=True)
class Format(Generic[Told]):
    """A kind of file: how its name ends, what a browser calls it, what people do, what makes it."""

    ending: str
    mime: str
    label: str
    write: Callable[[Told], bytes]


@dataclass(frozen=True, slots=True)
class Made:
    """A file: its name, what a browser calls it, its bytes."""

    name: str
    mime: str
    content: bytes


def _svg(shown: Picture) -> bytes:
    return image.svg(shown.chart, _under(shown)).encode()


def _png(shown: Picture) -> bytes:
    return image.png(shown.chart, _under(shown))


def _under(shown: Picture) -> tuple[str, ...]:
    """What an image says at its foot, so that its figures can be found again."""
    return tuple(filter(None, (said(shown.table),)))


_SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS: dict[str, Format[Export]] = {  # of a whole view, by ending
    each.ending: each
    for each in (
        Format("xlsx", _SHEETS, "Classeur Excel", workbook.write),
        Format("csv", "text/csv", "Tableaux CSV", csv.write),
        Format("pdf", "application/pdf", "Document PDF", pdf.write),
    )
}
PICTURES: dict[str, Format[Picture]] = {  # of one chart
    each.ending: each
    for each in (
        Format("png", "image/png", "Image PNG", _png),
        Format("svg", "image/svg+xml", "Image SVG", _svg),
    )
}


def written(export: Export, form: Format[Export]) -> Made:
    """The file of a view; the tables of one that has several are kept together in an archive."""
    ending, mime = form.ending, form.mime
    if form.ending == "csv" and csv.ending(export) != form.ending:
        ending, mime = csv.ending(export), _ZIP
    return Made(f"{export.stem}.{ending}", mime, form.write(export))


def picture(export: Export, key: str, form: Format[Picture]) -> Made:
    """The image of one chart of a view, which its key tells from the others."""
    for part in export.parts:
        for piece in part.pieces:
            if isinstance(piece, Picture) and piece.key == key:
                return Made(f"{export.stem}_{key}.{form.ending}", form.mime, form.write(piece))
    raise QueryError(_NO_PICTURE)


def states(export: Export) -> tuple[int, int]:
    """How many figures a view tells, and how many of its cells are hidden."""
    found = [cell.state for sheet in sheets(export) for cell in sheet.grid.figures]
    hidden = found.count(State.HIDDEN)
    return len(found) - hidden, hidden
