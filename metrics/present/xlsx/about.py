"""The first sheet of a workbook, which says what the others are, and the last, which names each figure."""

from collections.abc import Iterable, Sequence

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from metrics.present.datum import Head
from metrics.present.export import Export
from metrics.present.sheets import definition, facts, legend, metrics
from metrics.present.xlsx import tables
from metrics.present.xlsx.book import INK, PALE, Book
from metrics.present.xlsx.page import height, lines
from metrics.present.xlsx.tables import FIRST, Placed

READ_ME, REFERENCES = "Lisez-moi", "Identifiants"
_COLUMNS = (("Référence", 62), ("Indicateur", 40), ("Feuille", 32), ("Cellule", 9), ("Valeur", 16))
_NAMES, _SAID = 36, 105  # characters across
_Pairs = Iterable[tuple[str, str]]


def read_me(book: Book, sheet: Worksheet, export: Export, placed: Sequence[Placed]) -> None:
    """Writes what was asked, what each sheet holds, what the figures and the marks mean."""
    sheet.set_column(0, 0, _NAMES)
    sheet.set_column(1, 1, _SAID)
    sheet.fit_to_pages(1, 0)
    book.write(sheet, 0, 0, export.title, {"bold": True, "font_size": 16, "font_color": INK})
    row = _section(book, sheet, 2, "Ce qui a été demandé", facts(export))
    row = _section(book, sheet, row, "Ce que contient chaque feuille", map(_held, placed), are_sheets=True)
    row = _section(book, sheet, row, "Ce que veulent dire les marques", legend())
    row = _section(book, sheet, row, "Comment lire", (("", each) for each in export.notes))
    for place, metric in enumerate(metrics(each.sheet for each in placed)):
        title = "Définitions et sources" if place == 0 else ""
        row = _section(book, sheet, row, title, ((metric.label, ""), *definition(metric)))


def _held(placed: Placed) -> tuple[str, str]:
    """The name of a sheet, and what it holds."""
    grid = placed.sheet.grid
    return placed.name, " · ".join(filter(None, (placed.sheet.part, grid.title, grid.source)))


def _section(
    book: Book, sheet: Worksheet, row: int, title: str, pairs: _Pairs, *, are_sheets: bool = False
) -> int:
    """Writes some names and what is said of each, under a title; gives the line after."""
    if title:
        for column, text in enumerate((title, "")):
            book.write(sheet, row, column, text, {"bold": True, "font_size": 12, "bg_color": PALE})
        row += 1
    for name, said in pairs:
        if are_sheets:
            link = f"internal:'{name.replace(chr(39), chr(39) * 2)}'!A1"
            sheet.write_url(row, 0, link, book.look(font_color="#0B6B7B", underline=1), name)
        else:
            book.write(sheet, row, 0, name, {"bold": not said, "text_wrap": True})
        book.write(sheet, row, 1, said, {"text_wrap": True})
        sheet.set_row(row, height(max(lines(said, _SAID), lines(name, _NAMES))))
        row += 1
    return row + 1 if title else row


def references(book: Book, placed: Iterable[Placed]) -> None:
    """Writes the reference of each figure, where it stands and its value, on a sheet of its own."""
    sheet = book.sheet(REFERENCES)
    for column, (label, width) in enumerate(_COLUMNS):
        side = {"align": "right"} if column == len(_COLUMNS) - 1 else {}
        book.write(sheet, 0, column, label, {"bold": True, "bg_color": PALE, "bottom": 1, **side})
        sheet.set_column(column, column, width)
    row = 0
    for each in placed:
        for at, line in enumerate(each.sheet.grid.lines, FIRST):
            for column, datum in enumerate(line):
                if datum.ref is not None and datum.id:
                    row += 1
                    said = (datum.id, datum.ref.metric.label, each.name, xl_rowcol_to_cell(at, column))
                    for place, text in enumerate(said):
                        book.write(sheet, row, place, text, {})
                    tables.cell(book, sheet, row, len(said), datum, Head("Valeur", is_number=True))
    if row:
        sheet.autofilter(0, 0, row, len(_COLUMNS) - 1)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)
