"""What a figure is made of: a line per member with its amount to the unit, its part of 100 and its change.

Parts are rounded by the largest remainder, so that they add up to 100 as they are written, and it is said.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from metrics.badges import Badges, said
from metrics.model import Metric
from metrics.present import words
from metrics.present.covered import covered
from metrics.present.headers import captioned, headed
from metrics.present.once import once as kept_once
from metrics.present.text import row_labels
from metrics.result import NOT_APPLICABLE, Cell, Figure, Result, Row, State
from metrics.shares import parts_of_100
from pages.ui import comparison, empty, html, tables
from pages.ui.comparison import Link
from pages.ui.drawn import once
from pages.ui.html import Element, el

ROUNDED = "parts arrondies au plus fort reste, pour que leur somme écrite fasse 100"
_PART, _DECIMALS = "Part (%)", 2
Places = Mapping[str, tuple[str, str]]  # of a member: where its amount was published, and its part
_NOWHERE: Places = MappingProxyType({})


def table(
    caption: str,
    answer: Result,
    total: Result,
    badges: Badges,
    link: Link | None = None,
    places: Places = _NOWHERE,
) -> None:
    """Draws the members of one figure by its breakdowns, then the whole, which is asked for.

    ``badges`` say where lines were published as such, ``places`` as the figures of one member they also are.
    """
    metric = answer.query.metrics[0]
    published = tuple(_published(badges, answer, metric, row, places) for row in answer.rows)
    html.show(*_drawn(caption, answer, total, link, (published, said(badges, total, metric))))


def _published(badges: Badges, answer: Result, metric: Metric, row: Row, places: Places) -> tuple[str, str]:
    """Where the amount of a line was published, and its part."""
    amount, part = places.get(str(row.keys[0]), ("", ""))
    return said(badges, answer, metric, row) or amount, part


@once
def _drawn(
    caption: str,
    answer: Result,
    total: Result,
    link: Link | None,
    published: tuple[tuple[tuple[str, str], ...], str],
) -> tuple[Element, ...]:
    (metric,), (places, whole) = answer.query.metrics, published
    columns = [
        tables.Column(" et ".join(each.label for each in answer.query.by)),
        tables.Column(headed(metric), is_number=True, note=answer.outside(metric), metric=metric),
        tables.Column(_PART, is_number=True, metric=metric),
    ]
    lines = [
        [_named(answer, row, link), _amount(metric, row.cells[0], at), _part(part, also)]
        for row, (at, also), part in zip(answer.rows, places, parts(answer), strict=True)
    ]
    is_repeated = len(lines) == 1
    if not is_repeated:
        lines.append(["Ensemble", _amount(metric, total.cell(metric), whole), _part(_of_all(answer), "")])
    source = f"{covered(answer, metric)} · {ROUNDED}"
    drawn = tables.table(captioned(caption, answer), columns, lines, total=not is_repeated, source=source)
    nothing = empty.sentence(answer, metric)
    return (nothing, tables.folded(drawn, caption)) if nothing else (drawn,)


def parts(answer: Result) -> tuple[Figure, ...]:
    """The part of each line in all of them; none is told as long as one amount is not."""
    figures = [row.cells[0].figure for row in answer.rows]
    unknown = next((each.state for each in figures if each.value is None), None)
    if unknown is not None:
        return (Figure(None, unknown),) * len(figures)
    found = parts_of_100([each.value for each in figures if each.value is not None], _DECIMALS)
    if found is None:
        return (Figure(None, State.NOT_COMPUTABLE),) * len(figures)
    return tuple(map(Figure, found))


def _of_all(answer: Result) -> Figure:
    """The sum of the parts that are written."""
    told = [each.value for each in parts(answer)]
    known = [each for each in told if each is not None]
    return Figure(sum(known)) if known and len(known) == len(told) else NOT_APPLICABLE


@kept_once
def ranked(answer: Result) -> Result:
    """The same lines, the greatest amount first; what is assigned to nobody comes last."""
    rows = sorted(answer.rows, key=lambda row: (row.keys[0] is None, -(row.cells[0].figure.value or 0)))
    return replace(answer, rows=tuple(rows))


def _named(answer: Result, row: Row, link: Link | None) -> Element | str:
    if len(answer.query.by) == 1:
        return comparison.member(answer, row, link)
    return " · ".join(row_labels(answer, row))


def _amount(metric: Metric, cell: Cell, published: str) -> Element:
    """An amount to the unit, its change under it, then where it was published."""
    told = tables.marked(
        words.number(cell.figure.value) if cell.figure.value is not None else _mark(cell.figure)
    )
    return el(
        "span",
        el("span", told),
        comparison.evolution(metric, cell),
        tables.badge(published),
        class_="chiffre",
    )


def _part(part: Figure, published: str) -> Element:
    told = words.number(part.value, _DECIMALS) if part.value is not None else _mark(part)
    return el("span", el("span", tables.marked(told)), tables.badge(published), class_="chiffre")


def _mark(figure: Figure) -> str:
    return words.MARKS[figure.state]
