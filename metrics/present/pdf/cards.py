"""A table of key figures as large figures, each over its name, as reports print them."""

from collections.abc import Iterator

from metrics.present.pdf.texts import Told, cell, titled, written
from metrics.present.references import reference
from metrics.present.table import Entry, Line, Table

LOOK = "cartes"


def cards(shown: Table, level: int) -> Iterator[Told]:
    """The figures of each part of a table under its title, then what all of them cover."""
    yield {"kind": "small", "text": written(shown.caption)}
    for title, lines in shown.groups:
        if title:
            yield titled(title, level)
        yield {"kind": "cards", "cards": [_card(line) for line in lines]}
    if shown.source:
        yield {"kind": "small", "text": written(shown.source)}


def _card(line: Line) -> Told:
    """The name of a figure, its value, what is under both, and its reference."""
    name, value = line
    ref = value.ref if isinstance(value, Entry) else None
    return {
        "name": cell(name),
        "value": cell(value),
        "ref": reference(ref),
    }
