"""Tiles: a figure, what it is set against, where it comes from, all readable without colour."""

import streamlit as st

from metrics.badges import said
from metrics.model import Metric
from metrics.period import Kind
from metrics.present.blocks import Tiles
from metrics.present.tile import Change, Goal, Tile
from metrics.present.tile import tile as told
from metrics.result import Result
from metrics.views.ask import Ask
from pages.ui import empty, html, links, why
from pages.ui.drawn import once
from pages.ui.html import Element, el
from pages.ui.sparkline import sparkline

_ACROSS = 3
_OWN_YEARS = "Chaque dispositif sur son exercice de marché, hors siège."


def grid(ask: Ask, shown: Tiles) -> None:
    """One tile per metric of the headline, in its order, the explanation that was asked for under its row."""
    headline = shown.headline
    metrics = headline.query.metrics
    if ask.alone:
        html.show(el("p", ask.alone, class_="avis", role="status"))
    if ask.period.kind is Kind.CONTRACT_YEAR:
        html.show(el("p", _OWN_YEARS, class_="phrase"))
    empty.above_tiles(ask, headline)
    for first in range(0, len(metrics), _ACROSS):
        row = metrics[first : first + _ACROSS]
        with st.container(key=f"rangee-{first}"):
            for column, metric in zip(st.columns(_ACROSS), row, strict=False):
                with column, st.container(key=f"tuile-{metric.id}", border=True, height="stretch"):
                    _tile(ask, metric, shown)
            why.panel(ask, *row)


def _tile(ask: Ask, metric: Metric, shown: Tiles) -> None:
    """One figure, what leads to the months that hold it, and the way to why it moved."""
    headline = shown.headline
    one = told(metric, headline, shown.goals, said(shown.badges, headline, metric))
    html.show(tile(one, shown.history))
    empty.by_months(ask, headline, metric)
    if why.can_tell(metric, headline.cell(metric), ask):
        why.button(metric)


@once
def tile(one: Tile, history: Result) -> Element:
    """One figure: its value, its change, its months, its target, its date, where it was published."""
    return el(
        "article",
        el("h2", one.metric.label),
        el("p", one.outside, class_="hors-filtre") if one.outside else None,
        el(
            "p",
            el("span", one.value, class_="valeur"),
            " ",
            el("span", one.unit, class_="unite"),
            title=one.exact,
        ),
        el("p", one.rests_on, class_="certitude") if one.rests_on else None,
        el("p", one.state, class_="etat") if one.state else None,
        _change(one.change),
        sparkline(one.metric, history),
        _goal(one.goal) if one.goal else None,
        el("p", one.dated, class_="date") if one.dated else None,
        el("p", one.published, class_="badge") if one.published else None,
        _definition(one),
        class_="tuile",
    )


def _change(change: Change) -> Element:
    css = f"evolution {change.tone}"
    if not change.amount:
        return el("p", change.against, class_=css)
    trend = f" · {change.trend}" if change.trend else ""
    return el(
        "p",
        el("strong", change.amount),
        f"{trend} ",
        el("span", change.against, class_="reference"),
        class_=css,
    )


def _goal(goal: Goal) -> Element:
    reached = el("div", class_="atteint", style=f"width:{goal.percent}%")
    return el("div", el("div", reached, class_="jauge"), el("p", goal.sentence), class_="objectif")


def _definition(one: Tile) -> Element:
    """What a reader needs to trust the figure, and the way to all that is known of it."""
    label = one.metric.label
    return el(
        "details",
        el("summary", "Définition", aria_label=f"Définition : {label}"),
        *(el("p", each) for each in one.definition),
        el("p", links.definition(one.metric, f"Fiche complète : {label}")),
    )
