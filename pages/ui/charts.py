"""Charts on a page: the finding, the picture, its sentence, its table; a click on a mark filters the page."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from typing import Any

import pyarrow as pa
import streamlit as st

from metrics import period as periods
from metrics.model import Metric
from metrics.present.blocks import Picture
from metrics.present.charts.chart import SELECTION, Chart
from metrics.query import Value
from metrics.views.ask import Ask
from pages.ui import html, links, tables
from pages.ui.drawn import once
from pages.ui.html import Element, el
from pages.ui.kept import ASKED, Kept, change, narrow


def draw(ask: Ask, picture: Picture, select: Callable[[], None] | None = None) -> None:
    """Draws a chart between its title and its sentence, its table folded under it; marks filter the page.

    ``select`` is what a click on a mark does instead.
    The name of the figure drawn, in the title or under it, leads to its definition.
    """
    chart, key = picture.chart, picture.key
    html.show(heading(chart.title, chart.subtitle, picture.of))
    spec = chart.spec(dark=st.context.theme.type == "dark")
    spec["datasets"] = _rows(chart)
    if chart.dimension:
        on_mark = select or partial(_follow, ask, key, chart.dimension)
        st.vega_lite_chart(spec, key=key, on_select=on_mark, selection_mode=[SELECTION], alt=chart.sentence)
    else:
        st.vega_lite_chart(spec, key=key, alt=chart.sentence)
    table = tables.drawn(picture.table, ask)
    html.show(el("p", chart.sentence, class_="phrase"), *_events(chart.notes), table)


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


def heading(title: str, subtitle: str, of: Metric | None = None) -> Element:
    """The title and the subtitle, where the name of the figure is a link: in the subtitle rather."""
    in_title = of is not None and of.label in title and of.label not in subtitle
    over, under = (of, None) if in_title else (None, of)
    return el(
        "div",
        el("h2", *_linked(title, over)),
        el("p", *_linked(subtitle, under), class_="sous-titre"),
        class_="entete-graphique",
    )


def _linked(text: str, figure: Metric | None) -> tuple[Element | str, ...]:
    """A text where the name of a figure leads to its definition; the name comes last where it lacks."""
    if figure is None:
        return (text,)
    before, name, after = text.partition(figure.label)
    return (before if name else f"{before} · ", links.definition(figure, figure.label), after)


def _follow(ask: Ask, key: str, dimension: str) -> None:
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
    names = ask.visit.known.names[dimension]
    value: Value = next((each for each in names if str(each) == mark["key"]), None)
    by = next(each for each in ask.dimensions if each.id == dimension)
    change(kept.only(by, value))
