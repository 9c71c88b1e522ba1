"""« Pourquoi ? » : what moved a figure, agency by agency, then dispositif, down to nothing left."""

from dataclasses import dataclass, replace

import streamlit as st

from data_access.errors import UserError
from metrics import rights, terms
from metrics.catalogue import METRICS
from metrics.catalogue.dimensions import AGENCY, DISPOSITIF, FUNDING_LINE
from metrics.comparable import nearest
from metrics.explain import explain, keeps_steady, splits, widens
from metrics.model import Dimension, Metric
from metrics.present.blocks import Picture
from metrics.present.charts.chart import SELECTION
from metrics.present.charts.contributions import contributions
from metrics.query import Filter, Query, Value
from metrics.result import Cell, Result
from metrics.terms import TERMS
from metrics.views.ask import Ask
from metrics.views.parts import answering, contributed
from pages.ui import charts, empty, focus, html
from pages.ui.html import el
from pages.ui.kept import ASKED, Kept, change

_OPEN, _CHART = "pourquoi", "contributions"
_PARTS, _PLACE = "pourquoi-parts", "pourquoi-agence"
_KEPT_STEADY, _WIDENED = "pourquoi-constant", "pourquoi-large"
_BY = {"Par agence": AGENCY, "Par dispositif": DISPOSITIF, "Par source": FUNDING_LINE}
_DETAILED = "Par dispositif"
_STEADY, _WIDE = "Périmètre constant", "Toute l'association"
_STEADY_SAID = "Périmètre constant : les marchés ouverts ou fermés entre les deux périodes sont mis à part."
_WHOLE = "Ce chiffre ne se décompose pas : ses parties ne s'additionnent pas."


@dataclass(frozen=True, slots=True)
class _Asked:
    """How a change is to be explained."""

    by: Dimension
    where: tuple[Filter, ...]
    place: str  # the agency it was narrowed to, by name
    steady: bool
    wide: bool


def can_tell(metric: Metric, cell: Cell, ask: Ask) -> bool:
    """Whether there is a change between two periods to say something of, from nothing included."""
    compared = ask.versus.reference(ask.period) is not None and cell.is_compared
    told = compared and bool(cell.figure.value or cell.reference.value)
    return told and rights.may_ask(metric, ask.visit.scope, () if metric in TERMS else (AGENCY,))


def button(metric: Metric, *, is_named: bool = False) -> None:
    """Draws what opens the explanation of a figure, or says why it has none.

    Under the figure itself its name is heard, and not seen.
    """
    if metric not in TERMS and not any(splits(metric, by) for by in _BY.values()):
        html.show(el("p", _WHOLE, class_="sans-parts"))
        return
    name = html.unmarked(metric.label)
    said = f"Pourquoi ? {name}" if is_named else f"Pourquoi ? :gray[{name}]"
    st.button(said, key=f"pourquoi-{metric.id}", type="tertiary", on_click=_toggle, args=(metric.id,))


def under(ask: Ask, metric: Metric) -> None:
    """Offers what moved a figure of a table, under it, when it has moved and may be told."""
    answer = answering.by(ask, (), metric)
    if isinstance(answer, Result) and can_tell(metric, answer.cell(metric), ask):
        with st.container(key="sous-tableau"):
            button(metric, is_named=True)
    panel(ask, metric)


def _toggle(name: str) -> None:
    """Opens or closes an explanation, in the address for Back to find it; each begins anew."""
    is_open = st.query_params.get(_OPEN) == name
    for key in (_PARTS, _PLACE, _KEPT_STEADY, _WIDENED):
        st.session_state.pop(key, None)
    if is_open:
        del st.query_params[_OPEN]
        focus.to(f"pourquoi-{name}", "button")
    else:
        st.query_params[_OPEN] = name
        focus.to("explication", "h2")


def panel(ask: Ask, *metrics: Metric) -> None:
    """Draws the explanation that was asked for, under the figures it is one of."""
    name, names = st.query_params.get(_OPEN), [metric.id for metric in metrics]
    if name not in names:
        return
    metric, place = METRICS[name], names.index(name)  # on a telephone its tile comes just above
    with st.container(key="explication", border=True):
        html.show(el("h2", f"{metric.label} : pourquoi cette évolution ?", class_=f"sous-{place}"))
        try:
            (_of_terms if metric in TERMS else _explanation)(ask, metric)
        except UserError as refusal:
            html.show(el("p", str(refusal), role="status"))
            _offer(ask, metric)
        st.button("Fermer", key="pourquoi-fermer", on_click=_toggle, args=(name,))


def _offer(ask: Ask, metric: Metric) -> None:
    """The way to the nearest period of which the change can be explained, when that of this one cannot."""
    where = tuple(each for each in ask.where if metric.allows(each.dimension))
    query = Query(metrics=(metric,), period=ask.period, where=where, versus=ask.versus)
    found = None if ask(metric).cell(metric).is_compared else nearest(query, ask.visit.known)
    if found is not None:
        kept: Kept = st.session_state[ASKED]
        said = f"Voir {empty.named(found)}, la période la plus proche qui se compare"
        st.button(said, key="pourquoi-ailleurs", on_click=change, args=(replace(kept, period=found),))


def _of_terms(ask: Ask, metric: Metric) -> None:
    """Draws what each of its own terms adds to a rate, within the filters that the rate follows."""
    kept = replace(ask, where=tuple(each for each in ask.where if metric.allows(each.dimension)))
    found = terms.explained(metric, kept(metric, *TERMS[metric].read))
    charts.draw(ask, Picture(key=_CHART, chart=contributions(found), table=contributed.table(ask, found)))


def _explanation(ask: Ask, metric: Metric) -> None:
    asked = _choices(ask, metric)
    visit = ask.visit
    query = Query(metrics=(metric,), period=ask.period, by=(asked.by,), where=asked.where, versus=ask.versus)
    found = explain(visit.url, query, visit.scope, visit.known, steady=asked.steady, wide=asked.wide)
    if asked.steady:
        html.show(el("p", _STEADY_SAID, class_="phrase"))
    drills = asked.by is AGENCY and splits(metric, DISPOSITIF)
    chart = contributions(found, dimension=AGENCY.id if drills else "", place=asked.place)
    picture = Picture(key=_CHART, chart=chart, table=contributed.table(ask, found, asked.by))
    charts.draw(ask, picture, _drill if drills else None)
    if drills:
        html.show(
            el("p", "Un clic sur une agence, ou « Par dispositif », montre ses dispositifs.", class_="phrase")
        )


def _drill() -> None:
    """Goes from the bar of an agency to its dispositifs."""
    chosen = st.session_state[_CHART]["selection"].get(SELECTION) or []
    if chosen and chosen[0]["key"]:
        st.session_state[_PARTS], st.session_state[_PLACE] = _DETAILED, chosen[0]["key"]


def _choices(ask: Ask, metric: Metric) -> _Asked:
    """The parts, then what narrows or widens them."""
    where = tuple(each for each in ask.where if metric.allows(each.dimension))
    offered = {label: by for label, by in _BY.items() if splits(metric, by)}
    query = Query(metrics=(metric,), period=ask.period, where=where, versus=ask.versus)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        by = offered[_kept(_PARTS, list(offered))]
        place = _place(ask, query) if by is DISPOSITIF else None
        steady = keeps_steady(metric) and st.toggle(_STEADY, key=_KEPT_STEADY)
        wide = place is None and widens(query, ask.visit.scope) and st.toggle(_WIDE, key=_WIDENED)
    if place is None:
        return _Asked(by, where, "", steady, wide)
    others = tuple(each for each in where if each.dimension is not AGENCY)
    name = ask.visit.known.names[AGENCY.id][place]
    return _Asked(by, (*others, Filter(AGENCY, (place,))), name, steady, wide)


def _kept(key: str, options: list[str]) -> str:
    """One of the options, the first when the one kept is not for this figure."""
    if st.session_state.get(key) not in options:
        st.session_state[key] = options[0]
    return str(st.segmented_control("Parts", options, key=key, required=True))


def _place(ask: Ask, query: Query) -> Value:
    """The agency whose dispositifs are shown; None for all those that are read."""
    kept, right = query.kept(AGENCY), ask.visit.scope.right(query.metrics[0].domain).agencies
    names = ask.visit.known.names[AGENCY.id]
    read = [each for each in names if (right is None or each in right) and (kept is None or each in kept)]
    if len(read) < 2 or not query.metrics[0].allows(AGENCY):
        return None
    if st.session_state.get(_PLACE) not in read:
        st.session_state[_PLACE] = None
    return st.selectbox(
        "Agence expliquée",
        [None, *read],
        format_func=lambda each: "Toutes" if each is None else names[each],
        key=_PLACE,
        placeholder="Toutes",
        filter_mode=None,
        width=220,
    )
