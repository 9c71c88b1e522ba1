"""Charts on a page: the finding, the picture, its sentence, its table; a click on a mark filters the page."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from metrics import period as periods
from metrics.model import Metric
from metrics.present import words
from metrics.present.charts.chart import SELECTION, Chart, on_ground
from metrics.present.text import row_labels
from metrics.query import Value
from metrics.result import Result
from pages.ui import html, tables
from pages.ui.asking import Ask
from pages.ui.html import el
from pages.ui.kept import ASKED, Kept, change


def draw(ask: Ask, key: str, chart: Chart, answer: Result, *metrics: Metric) -> None:
    """Draws a chart with its words and, folded, the table of the same answer; marks filter the page."""
    select = partial(_follow, ask, key, chart.dimension) if chart.dimension else None
    outside = " · ".join(dict.fromkeys(filter(None, map(answer.outside, metrics))))
    if outside:
        chart = replace(chart, subtitle=f"{chart.subtitle} · {outside}")
    picture(key, chart, _table(chart.title, answer, metrics), select)


def picture(key: str, chart: Chart, table: html.Element, select: Callable[[], None] | None = None) -> None:
    """Draws a chart between its title and its sentence, its table folded under it."""
    title = el("h2", chart.title), el("p", chart.subtitle, class_="sous-titre")
    html.show(el("div", *title, class_="entete-graphique"))
    spec = on_ground(chart.spec, dark=st.context.theme.type == "dark")
    if select is None:
        st.vega_lite_chart(spec, key=key)
    else:
        st.vega_lite_chart(spec, key=key, on_select=select, selection_mode=[SELECTION])
    folded = el("details", el("summary", "Voir le tableau"), table, class_="tableau-plie")
    notes = el("ol", *(el("li", note) for note in chart.notes), class_="faits") if chart.notes else None
    html.show(el("p", chart.sentence, class_="phrase"), *([notes] if notes else []), folded)


def _follow(ask: Ask, key: str, dimension: str) -> None:
    """Keeps the page to the mark that was clicked; a month becomes the period."""
    chosen = st.session_state[key]["selection"].get(SELECTION) or []
    if not chosen:
        return
    kept: Kept = st.session_state[ASKED]
    mark: dict[str, Any] = chosen[0]
    if "step" in mark:
        day = date.fromisoformat(mark["step"])
        change(replace(kept, period=periods.month(day.year, day.month)))
        return
    names = ask.session.known.names[dimension]
    value: Value = next((each for each in names if str(each) == mark["key"]), None)
    by = next(each for each in ask.dimensions if each.id == dimension)
    change(kept.only(by, value))


def _table(caption: str, answer: Result, metrics: Sequence[Metric]) -> html.Element:
    """The same figures in a table, one line per member."""
    columns = [tables.Column(dimension.label) for dimension in answer.query.by]
    columns += [tables.Column(_header(m), is_number=True, note=answer.outside(m)) for m in metrics]
    lines = [
        [
            *row_labels(answer, row),
            *(words.exact(answer.cell(metric, row).figure, metric.unit) for metric in metrics),
        ]
        for row in answer.rows
    ]
    return tables.table(f"{caption}, {answer.query.period.label}", columns, lines)


def _header(metric: Metric) -> str:
    return f"{metric.label} ({metric.unit.symbol})" if metric.unit.symbol else metric.label
