"""Tables as real HTML: a caption, headers with a scope, numbers to the right; stacked on a telephone."""

from collections.abc import Iterator, Sequence

from metrics.present import words
from metrics.present.table import Column, Entry, Table, Under
from metrics.views.ask import Ask
from pages.ui import html, links
from pages.ui.drawn import once
from pages.ui.html import Element, el

_DEFINED, _LED = "Définitions :", "Voir :"  # what a telephone says before the links of headers
Line = Sequence[Element | Entry | str]


@once
def drawn(table: Table, ask: Ask | None = None) -> Element:
    """A table of a view, folded under its words where it is secondary; its names lead where they say."""
    if any(title for title, _ in table.groups):
        bodies = tuple(_part(table, title, lines, ask) for title, lines in table.groups)
        inside = _framed(table.caption, _head(table.columns, ask, table.naming), bodies, "tableau parties")
    else:
        inside = _framed(table.caption, _head(table.columns, ask), (_body(table, ask),), "tableau")
    whole = _sourced(inside, table.source)
    return folded(whole, table.folded) if table.folded else whole


def show(
    caption: str, columns: Sequence[Column], lines: Sequence[Line], *, total: bool = False, source: str = ""
) -> None:
    """Draws a table; the first cell of a line names it, and the last line may be the total."""
    html.show(table(caption, columns, lines, total=total, source=source))


def table(
    caption: str, columns: Sequence[Column], lines: Sequence[Line], *, total: bool = False, source: str = ""
) -> Element:
    """A table in a frame that scrolls by itself when it is wider than the screen, its source under it."""
    body = _lines(columns, lines, len(lines) if total else 0, None)
    return _sourced(_framed(caption, _head(columns, None), (el("tbody", *body),), "tableau"), source)


def marked(text: str) -> Element | str:
    """A figure as it is written; a mark that stands for one is told in full to those who ask or listen."""
    meaning = words.MARK_LABELS.get(text)
    if meaning is None:
        return text
    told = f"{text} : {meaning}"
    return el("span", text, role="img", aria_label=told, title=told)


def folded(drawn: Element, said: str = "Voir le tableau") -> Element:
    """A table under the words that open it."""
    return el("details", el("summary", said), drawn, class_="tableau-plie")


def entry(each: Element | Entry | str, ask: Ask | None = None) -> Element | str:
    """One cell: its words, which may lead somewhere, and what is written smaller under them."""
    if isinstance(each, Element):
        return each
    if isinstance(each, str):
        return marked(each)
    told = marked(each.text) if each.to is None else links.link(ask, each.to, each.text)
    if each.is_strong:
        told = el("strong", told)
    if not (each.look or each.under or each.title or each.unfolds):
        return told
    inside = el("span", told) if each.look == "chiffre" else told
    unders = (under(own) for own in each.under)
    return el("span", inside, *unders, _unfolding(each), class_=each.look or None, title=each.title or None)


def under(each: Under) -> Element:
    """A smaller line: a change, what a figure rests on, where it was published."""
    return el("small", marked(each.text), class_=each.look or None)


def _unfolding(each: Entry) -> Element | None:
    if not each.unfolds:
        return None
    opener = el("summary", each.unfolds, aria_label=f"{each.unfolds} : {each.text}")
    return el("details", opener, class_="deplier")


def _sourced(frame: Element, source: str) -> Element:
    return el("div", frame, el("p", source, class_="source")) if source else frame


def _framed(caption: str, head: Element, bodies: Sequence[Element], css: str) -> Element:
    inside = el("table", el("caption", caption), el("thead", head), *bodies, class_=css)
    return el("div", inside, class_="defile", tabindex="0", role="region", aria_label=caption)


def _head(columns: Sequence[Column], ask: Ask | None, naming: int | None = None) -> Element:
    """The headers; the column that names lines, where it is not the first, stays while others scroll."""
    kinds = ["nom" if n == naming else _kind(column) for n, column in enumerate(columns)]
    titles = (
        el("th", *_header(column, ask), scope="col", class_=kind)
        for column, kind in zip(columns, kinds, strict=True)
    )
    return el("tr", *titles, data_label=_DEFINED if any(c.metric for c in columns) else _LED)


def _body(table: Table, ask: Ask | None) -> Element:
    lines = table.lines
    return el("tbody", *_lines(table.columns, lines, len(lines) if table.total else 0, ask))


def _lines(columns: Sequence[Column], lines: Sequence[Line], last: int, ask: Ask | None) -> Iterator[Element]:
    for number, line in enumerate(lines, start=1):
        yield el("tr", *_cells(columns, line, ask), class_="total" if number == last else None)


def _part(table: Table, title: str, lines: Sequence[Line], ask: Ask | None) -> Element:
    """The lines of a part under its title; before the column that names them, like cells are one."""
    across, naming = str(len(table.columns)), table.naming
    head = el("tr", el("th", el("span", title), scope="rowgroup", colspan=across), class_="titre-partie")
    rows = []
    for number, line in enumerate(lines):
        over = (_over(table.columns[place], lines, number, place) for place in range(naming))
        rows.append(el("tr", *over, *_cells(table.columns[naming:], line[naming:], ask)))
    return el("tbody", head, *rows)


def _over(column: Column, lines: Sequence[Line], number: int, place: int) -> Element | None:
    """A cell before the one that names a line: for all the lines under it that say the same, or None."""
    said = tuple(lines[number][: place + 1])
    if number and tuple(lines[number - 1][: place + 1]) == said:
        return None
    alike = next((n for n, line in enumerate(lines[number:]) if tuple(line[: place + 1]) != said), None)
    rows = len(lines) - number if alike is None else alike
    return el("th", entry(said[-1]), scope="row", rowspan=str(rows), class_="commun", data_label=column.said)


def _header(column: Column, ask: Ask | None) -> tuple[Element | str, ...]:
    name: Element | str = column.header
    if column.metric is not None:
        name = links.definition(column.metric, column.header)
    elif column.to is not None:
        name = links.link(ask, column.to, column.header)
    return (name, f", {column.note}") if column.note else (name,)


def _cells(columns: Sequence[Column], line: Line, ask: Ask | None) -> Iterator[Element]:
    """The cells of a line: the first one names it."""
    (naming, name), *others = zip(columns, line, strict=True)
    yield el("th", entry(name, ask), scope="row", data_label=naming.said)
    for column, each in others:
        yield el("td", entry(each, ask), class_=_kind(column), data_label=column.said)


def _kind(column: Column) -> str | None:
    return "nombre" if column.is_number else None
