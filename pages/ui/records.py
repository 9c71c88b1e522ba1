"""The records behind a figure, under it: folded, read only once opened, one page at a time."""

from functools import partial

import streamlit as st

from data_access.errors import UserError
from metrics import records, rights
from metrics.model import Metric
from metrics.present import records as written
from metrics.query import Query
from metrics.records import Mark
from metrics.views.ask import Ask
from pages.ui import export, html, tables
from pages.ui.html import el

_Turned = tuple[Query, tuple[Mark | None, ...]]  # the question, and where each page up to this one begins


@st.fragment
def under(ask: Ask, metric: Metric) -> None:
    """Offers the records of a figure, under the filters of the page; nothing is read before it is opened."""
    listing = records.listing_of(metric)
    if listing is None or not rights.may_ask(metric, ask.visit.scope, listing.dimensions):
        return
    said = f"Voir les enregistrements : {listing.several}"
    opened = st.expander(said, key=f"enregistrements-{metric.id}", on_change="rerun")
    if opened.open:
        with opened:
            _page(ask, metric)


def _page(ask: Ask, metric: Metric) -> None:
    """The page that was turned to, or the sentence that says why there is none."""
    question = records.question(metric, ask.period, ask.where)
    visit, marks = ask.visit, _marks(metric, question)
    try:
        page = records.page(visit.url, question, visit.scope, visit.known, marks[-1])
    except UserError as refusal:
        html.show(el("p", str(refusal), class_="avis", role="status"))
        return
    where = written.position(page, len(marks) - 1)
    columns = [tables.Column(each.header, written.is_number(each.form)) for each in page.listing.columns]
    said = " · ".join((where, ask.period.label, *_left_out(ask, metric)))
    html.show(el("p", said, class_="phrase", role="status"))
    if page.rows:
        tables.show(f"{metric.label} : enregistrements", columns, written.lines(page))
        html.show(export.listing(visit.page, metric))
    turn = partial(_turn, metric, question)
    with st.container(key=f"tourner-{metric.id}", horizontal=True):
        st.button(
            "Page précédente",
            key=f"precedente-{metric.id}",
            disabled=len(marks) == 1,
            on_click=turn,
            args=(marks[:-1],),
        )
        st.button(
            "Page suivante",
            key=f"suivante-{metric.id}",
            disabled=page.following is None,
            on_click=turn,
            args=((*marks, page.following),),
        )


def _left_out(ask: Ask, metric: Metric) -> list[str]:
    """The filters of the page that this figure, and so its records, cannot follow."""
    return [f"hors filtre {f.dimension.label.lower()}" for f in ask.where if not metric.allows(f.dimension)]


def _marks(metric: Metric, question: Query) -> tuple[Mark | None, ...]:
    """Where the pages up to this one begin; another question starts again from its first."""
    turned: _Turned | None = st.session_state.get(_key(metric))
    return turned[1] if turned is not None and turned[0] == question else (None,)


def _turn(metric: Metric, question: Query, marks: tuple[Mark | None, ...]) -> None:
    st.session_state[_key(metric)] = (question, marks)


def _key(metric: Metric) -> str:
    return f"pages-{metric.id}"
