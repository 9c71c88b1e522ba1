"""A breakdown as a table: a line per member, the change under each figure, the total asked for."""

from collections.abc import Callable
from datetime import date

from metrics.model import Metric
from metrics.present import words
from metrics.present.text import row_labels
from metrics.query import Value
from metrics.result import Cell, Result, Row
from pages.ui import tables
from pages.ui.html import Element, el

Link = Callable[[Value], str]


def table(caption: str, answer: Result, total: Result, link: Link | None = None) -> None:
    """Draws the members of one breakdown, then their total, which is never added up.

    ``link`` gives the address of the page of a member, for its name to lead there.
    """
    metrics = answer.query.metrics
    columns = [tables.Column(answer.query.by[0].label)]
    columns += [tables.Column(_header(m), is_number=True, note=answer.outside(m)) for m in metrics]
    lines: list[list[Element | str]] = [
        [_member(answer, row, link), *map(_figure, metrics, row.cells)] for row in answer.rows
    ]
    lines.append([el("strong", "Ensemble"), *map(_figure, metrics, total.rows[0].cells)])
    against = f" (évolution par rapport à : {answer.versus_label})" if answer.versus_label else ""
    tables.show(f"{caption}, {answer.query.period.label}{against}", columns, lines)


def _member(answer: Result, row: Row, link: Link | None) -> Element | str:
    name, key = row_labels(answer, row)[0], row.keys[0]
    if link is None or key is None or isinstance(key, date):
        return name
    return el("a", name, href=link(key), target="_self")


def _header(metric: Metric) -> str:
    symbol = metric.unit.tile[0] if metric.unit.tile else metric.unit.symbol
    return f"{metric.label} ({symbol})" if symbol else metric.label


def _figure(metric: Metric, cell: Cell) -> Element:
    value, _ = words.on_tile(cell.figure, metric.unit)
    change = words.percent_change(cell, metric)
    moved = el("small", change, class_=f"evolution {words.tone(cell, metric)}") if change else None
    return el("span", el("span", value), moved, class_="chiffre", title=words.exact(cell.figure, metric.unit))
