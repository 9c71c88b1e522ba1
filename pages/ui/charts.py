"""Charts on a page: the finding, the picture, its sentence, its table; a click on a mark filters the page."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import pyarrow as pa
import streamlit as st

from metrics import period as periods
from metrics.model import Metric
from metrics.present import words
from metrics.present.charts.chart import SELECTION, Chart
from metrics.present.covered import dated
from metrics.present.headers import headed
from metrics.present.text import row_labels
from metrics.query import Value
from metrics.result import Result, Row
from pages.ui import coarse, empty, html, links, tables
from pages.ui.asking import Ask
from pages.ui.drawn import once
from pages.ui.html import Element, el
from pages.ui.kept import ASKED, Kept, change, narrow


def draw(ask: Ask, key: str, chart: Chart, answer: Result, *metrics: Metric) -> None:
    """Draws a chart with its words and, folded, the table of the same answer; marks filter the page.

    Where there is nothing to draw, it says why instead, and what can be seen.
    """
    select = partial(follow, ask, key, chart.dimension) if chart.dimension else None
    chart = complete(chart, answer, *metrics)
    table = _table(chart.title, answer, metrics, chart.order)
    if empty.why(answer, metrics[0]) is None:
        picture(key, chart, table, select, of=metrics[0])
        coarse.under(ask, answer, *metrics)
        return
    html.show(_heading(chart, metrics[0]))
    empty.draw(ask, answer, metrics[0])
    html.show(tables.folded(table))


@once
def complete(chart: Chart, answer: Result, *metrics: Metric) -> Chart:
    """The chart of an answer, its subtitle ended by what the figures leave out and the date of the data."""
    outside = dict.fromkeys(filter(None, map(answer.outside, metrics)))
    return replace(chart, subtitle=" · ".join((chart.subtitle, *outside, dated(answer, *metrics))))


def picture(
    key: str,
    chart: Chart,
    table: Element,
    select: Callable[[], None] | None = None,
    *,
    of: Metric | None = None,
) -> None:
    """Draws a chart between its title and its sentence, its table folded under it.

    ``of`` is the figure drawn: its name, in the title or under it, leads to its definition.
    """
    html.show(_heading(chart, of))
    spec = chart.spec(dark=st.context.theme.type == "dark")
    spec["datasets"] = _rows(chart)
    if select is None:
        st.vega_lite_chart(spec, key=key, alt=chart.sentence)
    else:
        st.vega_lite_chart(spec, key=key, on_select=select, selection_mode=[SELECTION], alt=chart.sentence)
    html.show(el("p", chart.sentence, class_="phrase"), *_events(chart.notes), tables.folded(table))


@once
def _rows(chart: Chart) -> dict[str, bytes]:
    """The lines drawn, as they travel: the bytes that Streamlit would make of them at each run."""
    return {name: _sent(pa.Table.from_pylist(rows)) for name, rows in chart.rows.items()}


def _sent(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)
    return sink.getvalue().to_pybytes()


def _events(notes: Sequence[str]) -> Iterable[Element]:
    """The dated events, folded, under the numbers that the picture shows."""
    if notes:
        listed = el("ol", *(el("li", note) for note in notes), class_="faits")
        yield el("details", el("summary", f"Faits marquants ({len(notes)})"), listed, class_="tableau-plie")


def _heading(chart: Chart, of: Metric | None) -> Element:
    """The title and the subtitle, where the name of the figure is a link: in the subtitle rather."""
    in_title = of is not None and of.label in chart.title and of.label not in chart.subtitle
    title, subtitle = (of, None) if in_title else (None, of)
    return el(
        "div",
        el("h2", *_linked(chart.title, title)),
        el("p", *_linked(chart.subtitle, subtitle), class_="sous-titre"),
        class_="entete-graphique",
    )


def _linked(text: str, figure: Metric | None) -> tuple[Element | str, ...]:
    """A text where the name of a figure leads to its definition; the name comes last where it lacks."""
    if figure is None:
        return (text,)
    before, name, after = text.partition(figure.label)
    return (before if name else f"{before} · ", links.definition(figure, figure.label), after)


def follow(ask: Ask, key: str, dimension: str) -> None:
    """Keeps the page to the mark that was clicked; a month becomes the period."""
    chosen = st.session_state[key]["selection"].get(SELECTION) or []
    if not chosen:
        return
    kept: Kept = st.session_state[ASKED]
    mark: dict[str, Any] = chosen[0]
    if "step" in mark:
        day = date.fromisoformat(mark["step"])
        narrow(kept, periods.month(day.year, day.month))
        return
    names = ask.session.known.names[dimension]
    value: Value = next((each for each in names if str(each) == mark["key"]), None)
    by = next(each for each in ask.dimensions if each.id == dimension)
    change(kept.only(by, value))


@once
def _table(caption: str, answer: Result, metrics: tuple[Metric, ...], order: tuple[str, ...]) -> Element:
    """The same figures in a table, a line per member, in the order of the bars when these are ranked."""
    columns = [tables.Column(dimension.label) for dimension in answer.query.by]
    columns += [tables.Column(headed(m), is_number=True, note=answer.outside(m), metric=m) for m in metrics]
    lines = [
        [
            *row_labels(answer, row),
            *(words.exact(answer.cell(metric, row).figure, metric.unit) for metric in metrics),
        ]
        for row in sorted(answer.rows, key=lambda row: _place(row, order))
    ]
    return tables.table(f"{caption}, {answer.query.period.label}", columns, lines)


def _place(row: Row, order: Sequence[str]) -> int:
    key = "" if row.keys[0] is None else str(row.keys[0])
    return order.index(key) if key in order else len(order)
