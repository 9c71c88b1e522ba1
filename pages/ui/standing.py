"""Agencies against the median of the others: the gap, and whether chance alone would explain it.

A line per figure, agencies side by side in their own order: this is no league table. One agency alone has
the median, the gap and the verdict in columns of their own.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

import streamlit as st

from metrics import funnel
from metrics.catalogue.dimensions import AGENCY
from metrics.funnel import Standing
from metrics.model import Metric
from metrics.present import words
from metrics.present.covered import covered
from metrics.present.headers import headed
from metrics.present.text import row_labels
from metrics.query import NO_COMPARISON, Against, Comparison
from metrics.result import Cell, Figure, Result, Row, State
from pages.ui import html, links, tables
from pages.ui.asking import Ask
from pages.ui.html import Element, el

_WORDS = {
    Standing.WITHIN: "écart non significatif",
    Standing.ABOVE: "au-dessus de l'ensemble",
    Standing.BELOW: "en dessous de l'ensemble",
    Standing.UNKNOWN: "",
}
_LIMITS = (
    "Écart non significatif : à l'intérieur des limites à 95 % de l'entonnoir, autour du taux de toutes les "
    "agences réunies. Ces limites ne valent que pour des événements comptés un à un, rapportés à une base : "
    "ni les personnes, qui viennent en groupe, ni les euros n'en ont."
)
_NO_QUESTION = words.MARKS[State.NOT_APPLICABLE]
_FIGURE = tables.Column("Indicateur")
Line = list[Element | str]


def table(ask: Ask, *metrics: Metric) -> None:
    """Draws the figures of each agency with the median of the others under them, then the whole."""
    answer = ask(*metrics, by=(AGENCY,), versus=Comparison(Against.MEDIAN))
    peers = _peers(ask, metrics)
    with st.container(key="medianes"):
        if len(answer.rows) == 1 and _is_compared(ask, answer.rows[0]):
            _alone(answer, answer.rows[0], peers)
        else:
            _together(ask, answer, peers)
    if any(funnel.law(metric) for metric in metrics):
        html.show(el("p", _LIMITS, class_="phrase"))


def _is_compared(ask: Ask, row: Row) -> bool:
    return row.keys[0] in ask.session.known.territories


def _peers(ask: Ask, metrics: tuple[Metric, ...]) -> dict[Metric, list[Figure]]:
    """The figures of all agencies that are compared, whichever the bar keeps."""
    everywhere = replace(ask, where=tuple(f for f in ask.where if f.dimension is not AGENCY))
    answer = everywhere(*metrics, by=(AGENCY,), versus=NO_COMPARISON)
    return {
        metric: [cell.figure for row, cell in answer.column(metric) if _is_compared(ask, row)]
        for metric in metrics
    }


def _alone(answer: Result, row: Row, peers: dict[Metric, list[Figure]]) -> None:
    """One agency: its figure, the median of the others, the gap, what chance would say of it."""
    name = row_labels(answer, row)[0]
    metrics = answer.query.metrics
    numbers = [tables.Column(said, is_number=True) for said in (name, "Médiane des autres", "Écart")]
    verdict = [tables.Column("Lecture")] if any(map(funnel.law, metrics)) else []
    lines = [
        [
            _name(answer, metric),
            *_compared(metric, answer.cell(metric, row)),
            *(_verdict(metric, answer.cell(metric, row), peers[metric]) for _ in verdict),
        ]
        for metric in metrics
    ]
    caption = f"{name} et la médiane des autres agences, {answer.query.period.label}"
    tables.show(caption, [_FIGURE, *numbers, *verdict], lines, source=covered(answer, *metrics))


def _compared(metric: Metric, cell: Cell) -> Line:
    gap = words.percent_change(cell, metric) or words.MARKS.get(cell.change.state, _NO_QUESTION)
    return [_figure(metric, cell.figure), _figure(metric, cell.reference), gap]


def _verdict(metric: Metric, cell: Cell, peers: Collection[Figure]) -> str:
    return _WORDS[funnel.standing(metric, cell.figure, peers)] or _NO_QUESTION


def _together(ask: Ask, answer: Result, peers: dict[Metric, list[Figure]]) -> None:
    """Several agencies side by side, then what the bar keeps of them together."""
    whole = ask(*answer.query.metrics, versus=NO_COMPARISON)
    columns = [*(_column(ask, answer, row) for row in answer.rows), tables.Column("Ensemble", is_number=True)]
    lines: list[Line] = [
        [
            _name(answer, metric),
            *(_cell(metric, cell, peers[metric], is_compared=_is_compared(ask, row))
              for row, cell in answer.column(metric)),
            el("strong", _figure(metric, whole.cell(metric).figure)),
        ]
        for metric in answer.query.metrics
    ]  # fmt: skip
    caption = f"Chaque agence et la médiane des autres, {answer.query.period.label}"
    tables.show(caption, [_FIGURE, *columns], lines, source=covered(answer, *answer.query.metrics))


def _column(ask: Ask, answer: Result, row: Row) -> tables.Column:
    """An agency, whose name keeps this page to it."""
    key = row.keys[0]
    href = "" if key is None or isinstance(key, date) else links.to_agency(ask)(key)
    return tables.Column(row_labels(answer, row)[0], is_number=True, href=href)


def _name(answer: Result, metric: Metric) -> Element:
    """The figure, which leads to its definition, and the filters that it cannot follow."""
    outside = answer.outside(metric)
    return el(
        "span",
        links.definition(metric, headed(metric, tile=True)),
        el("small", outside) if outside else None,
        class_="libelle",
    )


def _figure(metric: Metric, figure: Figure) -> Element:
    told = words.on_tile(figure, metric.unit)[0]
    if figure.value is None:
        return el("span", tables.marked(told))
    return el("span", told, title=words.exact(figure, metric.unit))


def _cell(metric: Metric, cell: Cell, peers: Collection[Figure], *, is_compared: bool) -> Element:
    """A figure, the median and the gap under it; the figure alone for what is not compared."""
    if not is_compared:
        return _figure(metric, cell.figure)
    median, gap = words.on_tile(cell.reference, metric.unit)[0], words.percent_change(cell, metric)
    said = _WORDS[funnel.standing(metric, cell.figure, peers)]
    return el(
        "span",
        _figure(metric, cell.figure),
        el("small", f"médiane\u00a0{median}"),
        el("small", f"écart\u00a0{gap}") if gap else None,
        el("small", said) if said else None,
        class_="chiffre",
    )
