"""Agencies against the median of the others: the gap, and whether chance alone would explain it.

Agencies keep their own order: this is no league table.
"""

from collections.abc import Collection
from dataclasses import replace

import streamlit as st

from metrics import funnel
from metrics.catalogue.dimensions import AGENCY
from metrics.funnel import Standing
from metrics.model import Metric
from metrics.present import words
from metrics.present.headers import headed
from metrics.present.text import row_labels
from metrics.query import NO_COMPARISON, Against, Comparison
from metrics.result import Cell, Figure
from pages.ui import html, tables
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


def table(ask: Ask, *metrics: Metric) -> None:
    """Draws each agency's figures with the median of the others under them, then the whole, asked for."""
    answer = ask(*metrics, by=(AGENCY,), versus=Comparison(Against.MEDIAN))
    whole = ask(*metrics, versus=NO_COMPARISON).rows[0]
    peers, compared = _peers(ask, metrics), ask.session.known.territories
    columns = [tables.Column(AGENCY.label)]
    columns += [tables.Column(headed(m, tile=True), is_number=True, note=answer.outside(m)) for m in metrics]
    lines: list[list[Element | str]] = [
        [
            row_labels(answer, row)[0],
            *(
                _cell(metric, cell, peers[metric] if row.keys[0] in compared else None)
                for metric, cell in zip(metrics, row.cells, strict=True)
            ),
        ]
        for row in answer.rows
    ]
    totals = (words.on_tile(cell.figure, m.unit)[0] for m, cell in zip(metrics, whole.cells, strict=True))
    lines.append([el("strong", "Ensemble"), *totals])
    caption = f"Chaque agence et la médiane des autres, {answer.query.period.label}"
    with st.container(key="medianes"):
        tables.show(caption, columns, lines)
    if any(funnel.law(metric) for metric in metrics):
        html.show(el("p", _LIMITS, class_="phrase"))


def _peers(ask: Ask, metrics: tuple[Metric, ...]) -> dict[Metric, list[Figure]]:
    """The figures of all agencies that are compared, whichever the bar keeps."""
    everywhere = replace(ask, where=tuple(f for f in ask.where if f.dimension is not AGENCY))
    answer = everywhere(*metrics, by=(AGENCY,), versus=NO_COMPARISON)
    compared = ask.session.known.territories
    return {
        metric: [cell.figure for row, cell in answer.column(metric) if row.keys[0] in compared]
        for metric in metrics
    }


def _cell(metric: Metric, cell: Cell, peers: Collection[Figure] | None) -> Element:
    """A figure, the median and the gap under it; the figure alone for what is not compared."""
    own, median = (words.on_tile(figure, metric.unit)[0] for figure in (cell.figure, cell.reference))
    if peers is None:
        return el("span", own)
    gap = words.percent_change(cell, metric)
    said = _WORDS[funnel.standing(metric, cell.figure, peers)]
    return el(
        "span",
        el("span", own),
        el("small", f"médiane {median}" + (f" ({gap})" if gap else "")),
        el("small", said) if said else None,
        class_="chiffre",
        title=words.exact(cell.figure, metric.unit),
    )
