"""Agencies against the median of the others: the gap, and whether chance alone would explain it.

A line per figure, agencies side by side in their own order: this is no league table. One agency alone has
the median, the gap and the verdict in columns of their own.
"""

from datetime import date

import streamlit as st

from metrics import funnel
from metrics.catalogue.dimensions import AGENCY
from metrics.funnel import Standing
from metrics.model import Metric
from metrics.present import words
from metrics.present.covered import covered
from metrics.present.headers import headed
from metrics.present.rhythm import rhythm
from metrics.present.text import row_labels
from metrics.query import NO_COMPARISON, Against, Comparison
from metrics.result import Cell, Figure, Result, Row, State
from metrics.views.ask import Ask
from pages.ui import coarse, empty, html, links, tables
from pages.ui.drawn import once
from pages.ui.html import Element, el

_WORDS = {
    Standing.WITHIN: "écart non significatif",
    Standing.ABOVE: "au-dessus de la médiane",
    Standing.BELOW: "en dessous de la médiane",
    Standing.UNKNOWN: "",
}
_LIMITS = (
    "Un écart est significatif, au-dessus ou en dessous, hors des limites à 95 % de l'entonnoir, autour de "
    "la médiane des autres agences. Ces limites ne valent que pour des événements comptés un à un, rapportés "
    "à une base : ni les personnes, qui viennent en groupe, ni les euros n'en ont. Elles se resserrent quand "
    "l'activité grandit : un petit écart peut en sortir."
)
_EACH = "Chaque agence et la médiane des autres"
_NO_QUESTION = words.MARKS[State.NOT_APPLICABLE]
_FIGURE = tables.Column("Indicateur")
Line = list[Element | str]


def table(ask: Ask, *metrics: Metric) -> None:
    """Draws the figures of each agency with the median of the others under them, then the whole."""
    answer = ask(*metrics, by=(AGENCY,), versus=Comparison(Against.MEDIAN))
    territories = ask.visit.known.territories
    with st.container(key="medianes"):
        if len(answer.rows) == 1 and answer.rows[0].keys[0] in territories:
            drawn = _alone(answer)
        else:
            said = _together(answer, territories)
            drawn = _side_by_side(said, answer, _whole(ask, answer), links.ToMember(ask, AGENCY), territories)
        nothing = empty.sentence(answer, *metrics)
        html.show(*((nothing, tables.folded(drawn)) if nothing else (drawn,)))
    if _is_judged(answer, territories):
        html.show(el("p", _LIMITS, class_="phrase"))
    if pace := rhythm(ask.period, *metrics):
        html.show(el("p", pace, class_="phrase"))


def _together(answer: Result, territories: tuple[str, ...]) -> str:
    """What a table of agencies tells; the head office alone is set against nobody."""
    compared = [row for row in answer.rows if row.keys[0] in territories]
    return _EACH if compared else ", ".join(row_labels(answer, row)[0] for row in answer.rows)


def _is_judged(answer: Result, territories: tuple[str, ...]) -> bool:
    """Whether chance is spoken of somewhere in the table."""
    return any(
        _WORDS[funnel.standing(metric, cell)]
        for metric in answer.query.metrics
        for row, cell in answer.column(metric)
        if row.keys[0] in territories
    )


def means(ask: Ask, *metrics: Metric) -> None:
    """Draws what agencies work with, side by side, set against nothing."""
    answer = ask(*metrics, by=(AGENCY,), versus=NO_COMPARISON)
    whole = _whole(ask, answer)
    drawn = _side_by_side("Les moyens", answer, whole, links.ToMember(ask, AGENCY))
    html.show(*filter(None, (drawn, coarse.in_total(answer) if whole else None)))


def _whole(ask: Ask, answer: Result) -> Result | None:
    """What the bar keeps of the agencies together, when that is more than one."""
    return ask(*answer.query.metrics, versus=NO_COMPARISON) if len(answer.rows) > 1 else None


@once
def _alone(answer: Result) -> Element:
    """One agency: its figure, the median of the others, the gap, what chance would say of it."""
    (row,), metrics = answer.rows, answer.query.metrics
    name = row_labels(answer, row)[0]
    numbers = [tables.Column(said, is_number=True) for said in (name, "Médiane des autres", "Écart")]
    verdict = [tables.Column("Lecture")] if any(map(funnel.law, metrics)) else []
    lines = [
        [
            _name(answer, metric),
            *_compared(metric, answer.cell(metric, row)),
            *(_verdict(metric, answer.cell(metric, row)) for _ in verdict),
        ]
        for metric in metrics
    ]
    caption = f"{name} et la médiane des autres agences, {answer.query.period.label}"
    return tables.table(caption, [_FIGURE, *numbers, *verdict], lines, source=covered(answer, *metrics))


def _compared(metric: Metric, cell: Cell) -> Line:
    gap = words.gap(cell, metric) or words.MARKS.get(cell.change.state, _NO_QUESTION)
    return [_figure(metric, cell.figure), _figure(metric, cell.reference), gap]


def _verdict(metric: Metric, cell: Cell) -> str:
    return _WORDS[funnel.standing(metric, cell)] or _NO_QUESTION


@once
def _side_by_side(
    caption: str, answer: Result, whole: Result | None, link: links.ToMember, compared: tuple[str, ...] = ()
) -> Element:
    """A column per agency, those ``compared`` with the median under each figure, then the whole."""
    metrics = answer.query.metrics
    columns = [_column(answer, row, link) for row in answer.rows]
    lines: list[Line] = [
        [
            _name(answer, metric),
            *(
                _cell(metric, cell, is_compared=row.keys[0] in compared)
                for row, cell in answer.column(metric)
            ),
        ]
        for metric in metrics
    ]
    if whole is not None:
        columns.append(tables.Column("Ensemble", is_number=True))
        for line, metric in zip(lines, metrics, strict=True):
            line.append(el("strong", _figure(metric, whole.cell(metric).figure)))
    said = f"{caption}, {answer.query.period.label}"
    return tables.table(said, [_FIGURE, *columns], lines, source=covered(answer, *metrics))


def _column(answer: Result, row: Row, link: links.ToMember) -> tables.Column:
    """An agency, whose name keeps this page to it."""
    key = row.keys[0]
    href = "" if key is None or isinstance(key, date) else link(key)
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


def _cell(metric: Metric, cell: Cell, is_compared: bool) -> Element:
    """A figure, the median and the gap under it; the figure alone for what is not compared, or not known."""
    if not is_compared or (cell.figure.value is None and cell.reference.value is None):
        return _figure(metric, cell.figure)
    gap, said = words.gap(cell, metric), _WORDS[funnel.standing(metric, cell)]
    return el(
        "span",
        _figure(metric, cell.figure),
        el("small", words.median(cell, metric)),
        el("small", f"écart\u00a0{gap}") if gap else None,
        el("small", said) if said else None,
        class_="chiffre",
    )
