"""Small charts side by side, one per figure and alike, under one legend of the agencies."""

from dataclasses import replace

import streamlit as st

from metrics.catalogue.dimensions import AGENCY, MONTH
from metrics.follow import is_one_agency
from metrics.model import Metric
from metrics.present import words
from metrics.present.charts import palette
from metrics.present.charts.chart import MUTED
from metrics.present.charts.small_multiples import MEDIAN, silent, small_multiple
from metrics.present.text import row_labels
from metrics.query import NO_COMPARISON, Against, Comparison, Value
from metrics.result import Result
from metrics.views.ask import Ask, thirteen_months
from pages.ui import charts, html, tables
from pages.ui.drawn import once
from pages.ui.html import Element, el

_NARROWEST = 300  # pixels of a chart; narrower windows have fewer side by side


def by_agency(ask: Ask, *metrics: Metric) -> None:
    """Draws the thirteen months that end with the period, a line per agency; one alone has the median."""
    answer = _months(ask, metrics)
    agencies = tuple(ask.visit.known.names[AGENCY.id])
    title = el("h2", f"Treize mois par agence, {answer.query.period.label}")
    html.show(title, _legend(answer, agencies), *_silent(answer))
    with st.grid(min_column_width=_NARROWEST, gap="medium", key="multiples"):
        for metric in metrics:
            with st.container(key=f"multiple-{metric.id}"):
                chart = charts.complete(small_multiple(answer, metric, agencies), answer, metric)
                charts.picture(f"mois-{metric.id}", chart, _table(answer, metric), of=metric)


def _months(ask: Ask, metrics: tuple[Metric, ...]) -> Result:
    kept = {value for each in ask.where if each.dimension is AGENCY for value in each.values}
    alone = is_one_agency(ask.where) and kept <= set(ask.visit.known.territories)
    versus = Comparison(Against.MEDIAN) if alone else NO_COMPARISON
    return replace(ask, period=thirteen_months(ask.period))(*metrics, by=(MONTH, AGENCY), versus=versus)


def _names(answer: Result) -> dict[object, str]:
    return {row.keys[1]: row_labels(answer, row)[1] for row in answer.rows}


@once
def _legend(answer: Result, agencies: tuple[Value, ...]) -> Element:
    """The agencies that have a line, in their order, each with the colour and the sign of its lines."""
    names, metrics = _names(answer), answer.query.metrics
    quiet = set(names.values()).intersection(*(silent(answer, metric) for metric in metrics))
    items = [
        _item(palette.sign(place), palette.colour(place), names[agency])
        for place, agency in enumerate(agencies)
        if agency in names and names[agency] not in quiet
    ]
    if answer.query.versus.against is Against.MEDIAN:
        items.append(_item("╌", MUTED, MEDIAN))
    return el("ul", *items, class_="legende")


def _item(sign: str, colour: str, name: str) -> Element:
    return el("li", el("span", sign, style=f"color:{colour}", aria_hidden="true"), " ", name)


@once
def _silent(answer: Result) -> tuple[Element, ...]:
    """Which agencies have no line in which charts, said once."""
    everyone = set(_names(answer).values())
    quiet = {metric: set(silent(answer, metric)) for metric in answer.query.metrics}
    drawn = [metric for metric in quiet if quiet[metric] != everyone]
    told = []
    for name in _names(answer).values():
        without = [metric.label for metric in drawn if name in quiet[metric]]
        others = [metric.label for metric in drawn if name not in quiet[metric]]
        if without and len(others) < len(without):
            told.append(f"{name} (partout sauf {', '.join(others)})" if others else f"{name} (partout)")
        elif without:
            told.append(f"{name} ({', '.join(without)})")
    sentence = f"Sans ligne là où tout est à 0, n.c. ou n.d. sur ces mois : {' ; '.join(told)}."
    return (el("p", words.french(sentence), class_="phrase"),) if told else ()


@once
def _table(answer: Result, metric: Metric) -> Element:
    """A line per month, a column per agency, then the median when there is one."""
    names = list(dict.fromkeys(_names(answer).values()))
    is_median = answer.query.versus.against is Against.MEDIAN
    heads = [*names, MEDIAN] if is_median else names
    columns = [tables.Column(MONTH.label), *(tables.Column(name, is_number=True) for name in heads)]
    lines: dict[str, list[Element | str]] = {}
    for row, cell in answer.column(metric):
        month = row_labels(answer, row)[0]
        figures = (cell.figure, cell.reference) if is_median else (cell.figure,)
        lines.setdefault(month, [month]).extend(words.exact(each, metric.unit) for each in figures)
    return tables.table(
        f"{metric.label} par agence, {answer.query.period.label}", columns, list(lines.values())
    )
