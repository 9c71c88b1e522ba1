"""Tables as real HTML: a caption, headers with a scope, numbers to the right; stacked on a telephone."""

from collections.abc import Sequence
from dataclasses import dataclass

from pages.ui import html
from pages.ui.html import Element, el


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its header, and whether it holds numbers."""

    header: str
    is_number: bool = False
    note: str = ""  # what its figures leave out

    @property
    def said(self) -> str:
        """The header and its note in one line, as a telephone shows them."""
        return f"{self.header}, {self.note}" if self.note else self.header


def show(caption: str, columns: Sequence[Column], lines: Sequence[Sequence[Element | str]]) -> None:
    """Draws a table; the first cell of a line names it."""
    html.show(table(caption, columns, lines))


def table(caption: str, columns: Sequence[Column], lines: Sequence[Sequence[Element | str]]) -> Element:
    """A table in a frame that scrolls by itself when it is wider than the screen."""
    head = el("tr", *(el("th", c.said, scope="col", class_=_kind(c)) for c in columns))
    body = [
        el("tr", *(_cell(c, n, text) for n, (c, text) in enumerate(zip(columns, line, strict=True))))
        for line in lines
    ]
    inside = el("table", el("caption", caption), el("thead", head), el("tbody", *body), class_="tableau")
    return el("div", inside, class_="defile", tabindex="0", role="region", aria_label=caption)


def _cell(column: Column, position: int, text: Element | str) -> Element:
    if position == 0:
        return el("th", text, scope="row", data_label=column.said)
    return el("td", text, class_=_kind(column), data_label=column.said)


def _kind(column: Column) -> str | None:
    return "nombre" if column.is_number else None
