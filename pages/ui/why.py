"""« Pourquoi ? » : what moved a figure, part by part, down to nothing left."""

import streamlit as st

from data_access.errors import QueryError
from metrics.catalogue import METRICS
from metrics.catalogue.dimensions import AGENCY, DISPOSITIF
from metrics.explain import Explanation, explain, splits
from metrics.model import Dimension, Metric
from metrics.present.charts.contributions import OTHERS, amount, contributions
from metrics.query import Query
from metrics.result import Cell
from pages.ui import charts, html, tables
from pages.ui.asking import Ask
from pages.ui.html import el

_OPEN = "pourquoi"
_BY = {"Par agence": AGENCY, "Par dispositif": DISPOSITIF}
_STEADY = "Périmètre constant (marchés ouverts ou fermés mis à part)"


def can_tell(metric: Metric, cell: Cell, ask: Ask) -> bool:
    """Whether a change has parts to show."""
    compared = ask.versus.reference(ask.period) is not None
    return compared and splits(metric) and cell.change.value is not None and metric.allows(AGENCY)


def button(metric: Metric) -> None:
    """Draws what opens the explanation of a figure."""
    st.button("Pourquoi ?", key=f"pourquoi-{metric.id}", type="tertiary", on_click=_toggle, args=(metric.id,))


def _toggle(name: str) -> None:
    st.session_state[_OPEN] = None if st.session_state.get(_OPEN) == name else name


def panel(ask: Ask, *metrics: Metric) -> None:
    """Draws the explanation that was asked for, under the figures of the page."""
    name = st.session_state.get(_OPEN)
    if name not in {metric.id for metric in metrics}:
        return
    metric = METRICS[name]
    with st.container(key="explication", border=True):
        html.show(el("h2", f"Pourquoi : {metric.label.lower()} ?"))
        by, steady = _choices(metric)
        try:
            found = _explained(ask, metric, by, steady=steady)
        except QueryError as refusal:
            html.show(el("p", str(refusal), role="status"))
        else:
            charts.picture("contributions", contributions(found), _table(found, by))
        st.button("Fermer", key="pourquoi-fermer", on_click=_toggle, args=(name,))


def _choices(metric: Metric) -> tuple[Dimension, bool]:
    offered = {label: by for label, by in _BY.items() if metric.allows(by)}
    with st.container(horizontal=True, vertical_alignment="center"):
        chosen = st.segmented_control(
            "Parts", list(offered), default=next(iter(offered)), required=True, key="pourquoi-parts"
        )
        steady = False
        if metric.allows(DISPOSITIF) and not metric.hidden_below:
            steady = st.toggle(_STEADY, key="pourquoi-constant")
    return offered[chosen or next(iter(offered))], steady


def _explained(ask: Ask, metric: Metric, by: Dimension, *, steady: bool) -> Explanation:
    where = tuple(each for each in ask.where if metric.allows(each.dimension))
    query = Query(metrics=(metric,), period=ask.period, by=(by,), where=where, versus=ask.versus)
    return explain(ask.session.url, query, ask.session.scope, ask.session.known.as_of, steady=steady)


def _table(found: Explanation, by: Dimension) -> html.Element:
    """Every part, the others, and the change they add up to."""
    is_rate = any(part.rate is not None for part in found.parts)
    columns = [tables.Column(by.label), tables.Column("Contribution", is_number=True)]
    columns += [
        tables.Column(each, is_number=True) for each in ("Effet taux", "Effet de structure") if is_rate
    ]
    lines: list[list[html.Element | str]] = []
    for part in found.parts:
        effects = [amount(found.metric, each) for each in (part.rate, part.mix) if each is not None]
        lines.append([part.label, amount(found.metric, part.contribution), *effects])
    blank = [""] * (2 * is_rate)
    if found.others:
        lines.append([OTHERS, amount(found.metric, found.others), *blank])
    lines.append([el("strong", "Évolution"), amount(found.metric, found.change), *blank])
    return tables.table(f"Contributions, par rapport à : {found.versus_label}", columns, lines)
