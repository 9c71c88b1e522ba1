"""What is done with partners: meetings, prevention, and the orders of the commanditaires."""

from dataclasses import replace

import streamlit as st

from metrics.catalogue.dimensions import DISPOSITIF, MEETING_KIND, PREVENTION_KIND, SET_BY_MARKET
from metrics.model import Metric
from metrics.present.charts.bars import bars
from metrics.present.charts.over_time import over_time
from metrics.present.once import once
from metrics.result import Result
from pages.ui import charts, comparison, html, links
from pages.ui.asking import Ask
from pages.ui.html import el


def meetings(ask: Ask, attended: Metric) -> None:
    """Draws the meetings by instance and by month, then those that the market sets apart from the others."""
    total = _told(ask, "Les instances partenariales", "Aucune participation à une instance", attended)
    if total is None:
        return
    left, right = st.columns(2, gap="medium")
    with left:
        instances = ask(attended, by=(MEETING_KIND,))
        charts.draw(ask, "instances", bars(instances, attended), instances, attended)
    with right:
        _months(ask, "mois-instances", attended)
        apart = ask(attended, by=(SET_BY_MARKET,))
        comparison.table("Instances que le marché définit, et les autres", apart, total)


def prevention(ask: Ask, children: Metric, modules: Metric) -> None:
    """Draws who was met and how, the modules month by month, then both by dispositif."""
    total = _told(ask, "La prévention", "Aucune action de prévention", children, modules)
    if total is None:
        return
    left, right = st.columns(2, gap="medium")
    with left:
        actions = ask(children, by=(PREVENTION_KIND,))
        charts.draw(ask, "prevention", bars(actions, children), actions, children)
    with right:
        _months(ask, "mois-prevention", modules)
    _by_dispositif(ask, "La prévention par dispositif", total)


def orders(ask: Ask, received: Metric, delay: Metric, *others: Metric) -> None:
    """Draws the orders month by month and how long each dispositif takes, then all that is known of them."""
    total = _told(ask, "Les commandes", "Aucune commande reçue", received, delay, *others)
    if total is None:
        return
    left, right = st.columns(2, gap="medium")
    with left:
        _months(ask, "mois-commandes", received)
    with right:
        delays = ask(delay, by=(DISPOSITIF,))
        charts.draw(ask, "delais", bars(delays, delay, clickable=True), delays, delay)
    _by_dispositif(ask, "Les commandes par dispositif", total)


def _told(ask: Ask, title: str, none: str, *metrics: Metric) -> Result | None:
    """The figures of a part of the page under its title, or None once said that there was nothing."""
    total = ask(*metrics)
    html.show(el("h2", title, class_="partie"))
    if any(total.cell(metric).figure.value != 0 for metric in metrics if metric.adds_up):
        return total
    outside = total.outside(metrics[0])
    where = f"{total.perimeter}, {outside}" if outside else total.perimeter
    html.show(el("p", f"{none} : {where}, {ask.period.label}.", class_="vide", role="status"))
    return None


def _months(ask: Ask, key: str, metric: Metric) -> None:
    """The months of the period, half as wide as the page: too narrow for what happened meanwhile."""
    months = ask.months(metric)
    charts.draw(ask, key, over_time(months, metric, (), dimension="month"), months, metric)


def _by_dispositif(ask: Ask, caption: str, total: Result) -> None:
    """Each dispositif that has something to tell, and the whole, folded: charts told the main of it."""
    answer = ask(*total.query.metrics, by=(DISPOSITIF,))
    with st.container(key=f"serre-{total.query.metrics[0].id}"):
        comparison.table(caption, _telling(answer), total, links.ToDispositif(ask), folded=True)


@once
def _telling(answer: Result) -> Result:
    """The lines of an answer that have something to tell."""
    return replace(
        answer, rows=tuple(row for row in answer.rows if any(cell.figure.value for cell in row.cells))
    )
