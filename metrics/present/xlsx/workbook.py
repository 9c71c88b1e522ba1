"""Writes the workbook of a view: the same view, the same bytes."""

from datetime import datetime, time

from metrics.present.export import Export
from metrics.present.sheets import sheets
from metrics.present.xlsx import about, charts, tables
from metrics.present.xlsx.book import Book

_SAMPLE = "Données d'exemple"


def write(export: Export) -> bytes:
    """The bytes of the workbook of a view."""
    said = (export.title, export.stem, _SAMPLE if export.is_sample else "")
    book = Book(" · ".join(filter(None, said)))
    made = {
        "title": export.title,
        "subject": export.question,
        "created": datetime.combine(export.day, time()),
    }
    book.workbook.set_properties(made)
    first = book.sheet(about.READ_ME)
    book.names.add(about.REFERENCES.lower())
    placed = [tables.write(book, each) for each in sheets(export)]
    for each in placed:
        charts.draw(book, each)
    about.read_me(book, first, export, placed)
    book.names.discard(about.REFERENCES.lower())
    about.references(book, placed)
    return book.content()
