"""A breakdown as a table: a line per member, the change under each figure, the total asked for."""

from collections.abc import Callable
from datetime import date
from types import MappingProxyType

from metrics.badges import Badges, said
from metrics.model import Metric
from metrics.present import words
from metrics.present.covered import covered
from metrics.present.headers import captioned, headed
from metrics.present.text import row_labels
from metrics.query import Against, Value
from metrics.result import Cell, Result, Row, State
from pages.ui import coarse, empty, html, tables
from pages.ui.drawn import once
from pages.ui.html import Element, el

Link = Callable[[Value], str]
Said = tuple[str, ...]  # where the figures of a line were published
_NOWHERE: Badges = MappingProxyType({})


def table(
    caption: str,
    answer: Result,
    total: Result,
    link: Link | None = None,
    *,
    folded: bool = False,
    badges: Badges = _NOWHERE,
) -> None:
    """Draws the members of one breakdown, then their total, which is never added up.

    ``total`` may tell more figures; one line alone that is the total is not told twice. ``link`` gives the
    address of the page of a member, for its name to lead there. A table of marks alone is folded under the
    sentence that says why; ``folded`` folds one that is secondary. ``badges``: where they were published.
    """
    metrics = answer.query.metrics
    own = tuple(tuple(said(badges, answer, each, row) for each in metrics) for row in answer.rows)
    whole = tuple(said(badges, total, each) for each in metrics)
    html.show(*_drawn(caption, answer, total, link, (own, whole), folded=folded))


@once
def _drawn(
    caption: str,
    answer: Result,
    total: Result,
    link: Link | None,
    published: tuple[tuple[Said, ...], Said],
    *,
    folded: bool,
) -> tuple[Element, ...]:
    metrics, (own, whole) = answer.query.metrics, published
    columns = [tables.Column(answer.query.by[0].label), *(column(answer, metric) for metric in metrics)]
    lines: list[list[Element | str]] = [
        [member(answer, row, link), *map(figure, metrics, row.cells, told)]
        for row, told in zip(answer.rows, own, strict=True)
    ]
    is_repeated = len(answer.rows) == 1 and _same(answer, total)
    if not is_repeated:
        lines.append(["Ensemble", *map(figure, metrics, map(total.cell, metrics), whole)])
    title, source = captioned(caption, answer), covered(answer, *metrics)
    drawn = tables.table(title, columns, lines, total=not is_repeated, source=source)
    nothing = empty.sentence(answer, *metrics)
    if nothing or folded:
        drawn = tables.folded(drawn, caption)
    under = None if nothing else coarse.in_total(answer)
    return tuple(filter(None, (nothing, drawn, under)))


def _same(answer: Result, total: Result) -> bool:
    """Whether the only line of a breakdown says what the total says."""
    return all(
        answer.cell(each).figure.value == total.cell(each).figure.value for each in answer.query.metrics
    )


def column(answer: Result, metric: Metric) -> tables.Column:
    """The column of a figure, in the unit of tiles: its header leads to its definition."""
    header = headed(metric, tile=True)
    note = ", ".join(filter(None, (answer.outside(metric), _unpromised(answer, metric))))
    return tables.Column(header, is_number=True, note=note, metric=metric)


def _unpromised(answer: Result, metric: Metric) -> str:
    """« sans objectif » over a column that is to be set against targets of which there is none."""
    if answer.query.versus.against is not Against.TARGET:
        return ""
    promised = any(cell.reference.state is not State.NOT_APPLICABLE for _, cell in answer.column(metric))
    return "" if promised else "sans objectif"


def member(answer: Result, row: Row, link: Link | None) -> Element | str:
    """The name of a line, which leads where ``link`` says when it is somebody's."""
    name, key = row_labels(answer, row)[0], row.keys[0]
    if link is None or key is None or isinstance(key, date):
        return name
    return el("a", name, href=link(key), target="_self")


def figure(metric: Metric, cell: Cell, published: str = "") -> Element:
    """A figure in the unit of tiles, its change under it, then where it was published."""
    value, _ = words.on_tile(cell.figure, metric.unit)
    exact = words.exact(cell.figure, metric.unit)
    title = exact if cell.figure.value is not None else None  # a mark has its own
    return el(
        "span",
        el("span", tables.marked(value)),
        tables.rests_on(metric, cell.figure),
        evolution(metric, cell),
        tables.badge(published),
        class_="chiffre",
        title=title,
    )


def evolution(metric: Metric, cell: Cell) -> Element | None:
    """The change of a figure that has a value, or the mark that says why none is known.

    What has no gap to tell has the median alone under it, when it is set against one.
    """
    if cell.figure.value is None:
        return None
    if cell.change.state is State.NOT_APPLICABLE:
        if cell.reference.state is State.NOT_APPLICABLE:
            return None
        return el("small", words.median(cell, metric), class_="evolution neutral")
    change = words.percent_change(cell, metric) or tables.marked(words.MARKS[cell.change.state])
    return el("small", change, class_=f"evolution {words.tone(cell, metric)}")
