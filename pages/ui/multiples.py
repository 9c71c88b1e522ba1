"""Small charts side by side, one per figure and alike, under one legend of the agencies."""

from dataclasses import replace

import streamlit as st

from metrics.catalogue.dimensions import AGENCY, MONTH
from metrics.model import Metric
from metrics.period import Kind, Period, add_months
from metrics.present import words
from metrics.present.charts import palette
from metrics.present.charts.small_multiples import small_multiple
from metrics.present.text import row_labels
from metrics.query import NO_COMPARISON
from metrics.result import Result
from pages.ui import charts, html, tables
from pages.ui.asking import HISTORY_MONTHS, Ask
from pages.ui.html import Element, el

_NARROWEST = 300  # pixels of a chart; narrower windows have fewer side by side


def by_agency(ask: Ask, *metrics: Metric) -> None:
    """Draws the thirteen months that end with the period, a line per agency."""
    stop = ask.period.stop
    span = Period(Kind.FREE, add_months(stop, -HISTORY_MONTHS), stop)
    answer = replace(ask, period=span)(*metrics, by=(MONTH, AGENCY), versus=NO_COMPARISON)
    agencies = ask.session.known.names[AGENCY.id]
    html.show(el("h2", f"Treize mois par agence, {span.label}"), _legend(answer, list(agencies)))
    with st.grid(min_column_width=_NARROWEST, gap="medium", key="multiples"):
        for metric in metrics:
            with st.container(key=f"multiple-{metric.id}"):
                chart = small_multiple(answer, metric, agencies)
                charts.picture(f"mois-{metric.id}", chart, _table(answer, metric))


def _legend(answer: Result, agencies: list[object]) -> Element:
    """The agencies shown, in their order, each with the colour and the sign of its lines."""
    shown = {row.keys[1]: row_labels(answer, row)[1] for row in answer.rows}
    items = []
    for place, agency in enumerate(agencies):
        if agency in shown:
            mark = el("span", palette.sign(place), style=f"color:{palette.colour(place)}", aria_hidden="true")
            items.append(el("li", mark, " ", shown[agency]))
    return el("ul", *items, class_="legende")


def _table(answer: Result, metric: Metric) -> Element:
    """A line per month, a column per agency."""
    agencies = dict.fromkeys(row_labels(answer, row)[1] for row in answer.rows)
    columns = [tables.Column(MONTH.label), *(tables.Column(name, is_number=True) for name in agencies)]
    lines: dict[str, list[Element | str]] = {}
    for row, cell in answer.column(metric):
        month = row_labels(answer, row)[0]
        lines.setdefault(month, [month]).append(words.exact(cell.figure, metric.unit))
    return tables.table(
        f"{metric.label} par agence, {answer.query.period.label}", columns, list(lines.values())
    )
