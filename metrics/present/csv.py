"""Views and records as French CSV: semicolons, decimal commas, marks as text, and no formula."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from metrics.catalogue.listings import Form, Listing
from metrics.present import words
from metrics.present.datum import Datum
from metrics.present.export import Export
from metrics.present.grid import Grid
from metrics.present.notes import COLOURS
from metrics.present.records import texts
from metrics.present.sheets import Sheet, definition, facts, legend, metrics, sheets
from metrics.records import Page

Lines = Iterable[Sequence[str]]
BOM = "\ufeff"  # without it, Excel reads accents as two letters each
_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_READ_ME = ("Rubrique", "Nom", "Ce qu'il faut savoir")
_FIRST_DATE = (1980, 1, 1, 0, 0, 0)  # the same for all, so that equal files are equal bytes
_EUROS, _CENTS = 2, 100


def ending(export: Export) -> str:
    """How the name of its file ends: several tables are kept together in an archive."""
    return "csv" if len(sheets(export)) == 1 else "zip"


def write(export: Export) -> bytes:
    """A view as one table, or as an archive of its tables, of what they are and of their references."""
    every = sheets(export)
    if len(every) == 1:
        return encoded(_with_references(every[0].grid))
    named = {name(place, each): each for place, each in enumerate(every, 1)}
    files: dict[str, Lines] = {file: _table(each.grid) for file, each in named.items()}
    return _zipped(files | {"identifiants.csv": _references(named), "lisez-moi.csv": _read_me(export, named)})


def name(place: int, sheet: Sheet) -> str:
    """« 01_chiffres-cles.csv »."""
    return f"{place:02}_{sheet.slug or 'tableau'}.csv"


def encoded(lines: Lines) -> bytes:
    """Lines as the bytes of a file."""
    return b"".join(streamed(lines))


def streamed(lines: Lines) -> Iterator[bytes]:
    """The same line by line, for those of which there are too many to be held."""
    yield BOM.encode()
    for line in lines:
        yield _line(line).encode()


def listed(pages: Iterable[Page]) -> Iterator[bytes]:
    """The records behind a figure, page after page, each let go once it is written."""
    return streamed(_records(pages))


def _records(pages: Iterable[Page]) -> Iterator[Sequence[str]]:
    is_first = True
    for page in pages:
        if is_first:
            yield [column.header for column in page.listing.columns]
            is_first = False
        for record in page.rows:
            yield _record(page.listing, record.cells)


def _record(listing: Listing, cells: Sequence[Any]) -> list[str]:
    """The cells of a record: days and numbers as spreadsheets read them, the rest as people do."""
    read = texts(listing, cells)
    columns = zip(listing.columns, cells, read, strict=True)
    return [_exact(column.form, cell, said) for column, cell, said in columns]


def _exact(form: Form, cell: Any, said: str) -> str:
    if cell is None:
        return said
    match form:
        case Form.NUMBER:
            return _number(Fraction(cell), 0)
        case Form.EUROS:
            return _number(Fraction(cell, _CENTS), _EUROS)
        case Form.DAY:
            return _day(cell)
        case Form.LAST_DAY:
            return _day(cell - timedelta(days=1))
    return safe(said)


def safe(text: str) -> str:
    """The same text, with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if text.startswith(_FORMULAS) else text


def _line(cells: Sequence[str]) -> str:
    line = StringIO()
    csv.writer(line, delimiter=";", lineterminator="\r\n").writerow(cells)
    return line.getvalue()


def _table(grid: Grid) -> Iterator[list[str]]:
    yield [safe(head.label) for head in grid.heads]
    for line in grid.lines:
        yield [_cell(each) for each in line]


def _with_references(grid: Grid) -> Iterator[list[str]]:
    """The only table of a file, the reference of each figure in a column of its own after all others."""
    places = [place for place in range(len(grid.heads)) if any(line[place].id for line in grid.lines)]
    header, *lines = _table(grid)
    yield [*header, *(safe(f"Référence : {grid.heads[place].label}") for place in places)]
    for line, cells in zip(grid.lines, lines, strict=True):
        yield [*cells, *(safe(line[place].id) for place in places)]


def _cell(datum: Datum) -> str:
    if datum.number is not None:
        return _number(datum.number, datum.unit.decimals)
    return _day(datum.day) if datum.day is not None else safe(datum.text)


def _number(value: Fraction, decimals: int) -> str:
    """« -1234,5 »: a number to spreadsheets, without the spaces and the sign that people read."""
    return str(words.rounded(value, decimals)).replace(".", ",")


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _references(named: dict[str, Sheet]) -> Iterator[Sequence[str]]:
    """The reference of each figure, with the table, line and column it stands in, and its value."""
    yield "Référence", "Indicateur", "Table", "Ligne", "Colonne", "Valeur"
    for file, sheet in named.items():
        heads = sheet.grid.heads
        for number, line in enumerate(sheet.grid.lines, 2):  # as a spreadsheet counts them, after the header
            for head, datum in zip(heads, line, strict=True):
                if datum.ref is not None and datum.id:
                    said = (datum.id, datum.ref.metric.label, file, str(number), head.label)
                    yield *map(safe, said), _cell(datum)


def _read_me(export: Export, named: dict[str, Sheet]) -> Iterator[Sequence[str]]:
    """What was asked, what each table holds, what its figures mean, what its marks mean."""
    yield _READ_ME
    for called, said in facts(export):
        yield "Demande", safe(called), safe(said)
    for file, sheet in named.items():
        about = (f"{sheet.part} : {sheet.grid.title}", sheet.grid.source, *sheet.said)
        yield "Table", file, safe(" · ".join(filter(None, about)))
    for metric in metrics(named.values()):
        for called, said in definition(metric):
            yield called, safe(metric.label), safe(said)
    for mark, meaning in legend():
        yield "Légende", safe(mark), safe(meaning)
    for each in export.notes:
        if each != COLOURS:
            yield "Note", "", safe(each)


def _zipped(files: dict[str, Lines]) -> bytes:
    """An archive of some files, the same bytes for the same lines."""
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        for file, lines in files.items():
            entry = ZipInfo(file, _FIRST_DATE)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, encoded(lines))
    return held.getvalue()
