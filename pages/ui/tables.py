"""Tables as real HTML: a caption, headers with a scope, numbers to the right; stacked on a telephone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from metrics.model import Metric
from metrics.present import words
from metrics.present.certainty import certainty, sentence
from metrics.result import Figure
from pages.ui import html, links
from pages.ui.html import Element, el

_DEFINED, _LED = "Définitions :", "Voir :"  # what a telephone says before the links of headers
Line = Sequence[Element | str]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its header, and whether it holds numbers."""

    header: str
    is_number: bool = False
    note: str = ""  # what its figures leave out
    metric: Metric | None = None  # whose figures it holds: the header leads to the definition
    href: str = ""  # otherwise, where the header leads

    @property
    def said(self) -> str:
        """The header and its note in one line, as a telephone shows them."""
        return f"{self.header}, {self.note}" if self.note else self.header


def show(
    caption: str, columns: Sequence[Column], lines: Sequence[Line], *, total: bool = False, source: str = ""
) -> None:
    """Draws a table; the first cell of a line names it, and the last line may be the total."""
    html.show(table(caption, columns, lines, total=total, source=source))


def table(
    caption: str, columns: Sequence[Column], lines: Sequence[Line], *, total: bool = False, source: str = ""
) -> Element:
    """A table in a frame that scrolls by itself when it is wider than the screen, its source under it."""
    titles = (el("th", *_header(c), scope="col", class_=_kind(c)) for c in columns)
    head = el("tr", *titles, data_label=_DEFINED if any(c.metric for c in columns) else _LED)
    last = len(lines) if total else 0
    body = [
        el("tr", *_cells(columns, line), class_="total" if n == last else None)
        for n, line in enumerate(lines, start=1)
    ]
    inside = el("table", el("caption", caption), el("thead", head), el("tbody", *body), class_="tableau")
    frame = el("div", inside, class_="defile", tabindex="0", role="region", aria_label=caption)
    return el("div", frame, el("p", source, class_="source")) if source else frame


def grouped(
    caption: str,
    columns: Sequence[Column],
    groups: Sequence[tuple[str, Sequence[Line]]],
    *,
    naming: int = 0,
    source: str = "",
) -> Element:
    """A table in parts, each under its own header; the column that names a line stays while others scroll.

    Before that one, cells that repeat those of the line above are one cell.
    """
    titles = [el("th", *_header(c), scope="col", class_=_kind(c)) for c in columns]
    titles[naming] = el("th", *_header(columns[naming]), scope="col", class_="nom")
    head = el("tr", *titles, data_label=_DEFINED if any(c.metric for c in columns) else _LED)
    bodies = (_part(columns, title, lines, naming) for title, lines in groups)
    inside = el("table", el("caption", caption), el("thead", head), *bodies, class_="tableau parties")
    frame = el("div", inside, class_="defile", tabindex="0", role="region", aria_label=caption)
    return el("div", frame, el("p", source, class_="source")) if source else frame


def _part(columns: Sequence[Column], title: str, lines: Sequence[Line], naming: int) -> Element:
    across = str(len(columns))
    head = el("tr", el("th", el("span", title), scope="rowgroup", colspan=across), class_="titre-partie")
    rows = []
    for number, line in enumerate(lines):
        over = (_over(columns[place], lines, number, place) for place in range(naming))
        own = _cells(columns[naming:], line[naming:])
        rows.append(el("tr", *over, *own))
    return el("tbody", head, *rows)


def _over(column: Column, lines: Sequence[Line], number: int, place: int) -> Element | None:
    """A cell before the one that names a line: for all the lines under it that say the same, or None."""
    said = tuple(lines[number][: place + 1])
    if number and tuple(lines[number - 1][: place + 1]) == said:
        return None
    alike = next((n for n, line in enumerate(lines[number:]) if tuple(line[: place + 1]) != said), None)
    rows = len(lines) - number if alike is None else alike
    return el("th", said[-1], scope="row", rowspan=str(rows), class_="commun", data_label=column.said)


def marked(text: str) -> Element | str:
    """A figure as it is written; a mark that stands for one is told in full to those who ask or listen."""
    meaning = words.MARK_LABELS.get(text)
    if meaning is None:
        return text
    told = f"{text} : {meaning}"
    return el("span", text, role="img", aria_label=told, title=told)


def rests_on(metric: Metric, figure: Figure, tag: str = "small") -> Element | None:
    """« n = 23 ; 58 à 90 % » under a rate that has an interval, when it has a value."""
    known = certainty(figure, metric) if metric.interval else None
    return el(tag, sentence(known, metric), class_="certitude") if known else None


def badge(published: str) -> Element | None:
    """« publié RA 2024 p. 6 » under a figure of a table, when there is something to say."""
    return el("small", published, class_="badge") if published else None


def folded(drawn: Element, said: str = "Voir le tableau") -> Element:
    """A table under the words that open it."""
    return el("details", el("summary", said), drawn, class_="tableau-plie")


def _header(column: Column) -> tuple[Element | str, ...]:
    name: Element | str = column.header
    if column.metric is not None:
        name = links.definition(column.metric, column.header)
    elif column.href:
        name = el("a", column.header, href=column.href, target="_self")
    return (name, f", {column.note}") if column.note else (name,)


def _cells(columns: Sequence[Column], line: Line) -> Iterator[Element]:
    """The cells of a line: the first one names it."""
    (naming, name), *others = zip(columns, line, strict=True)
    yield el("th", name, scope="row", data_label=naming.said)
    for column, text in others:
        told = marked(text) if isinstance(text, str) else text
        yield el("td", told, class_=_kind(column), data_label=column.said)


def _kind(column: Column) -> str | None:
    return "nombre" if column.is_number else None
