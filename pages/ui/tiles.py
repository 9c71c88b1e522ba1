"""Tiles: a figure, what it is set against, where it comes from, all readable without colour."""

from datetime import date
from fractions import Fraction

import streamlit as st

from metrics import glossary
from metrics.badges import Badges, said
from metrics.goals import Reach, reach, reached
from metrics.kinds import Polarity, Time
from metrics.model import Metric
from metrics.period import Kind
from metrics.present import words
from metrics.present.covered import covered
from metrics.query import Against
from metrics.result import Cell, Result, State
from pages.ui import empty, html, links, tables, why
from pages.ui.asking import Ask
from pages.ui.drawn import once
from pages.ui.html import Element, el
from pages.ui.sparkline import sparkline

_ACROSS = 3
_SEPARATOR = "\u00a0; "
_ARROWS = {"en hausse": "↗ ", "en baisse": "↘ ", "stable": "→ "}  # a gap points nowhere
_OWN_YEARS = "Chaque dispositif sur son exercice de marché, hors siège."


def grid(ask: Ask, headline: Result, goals: Result, history: Result, badges: Badges) -> None:
    """One tile per metric of the headline, in its order, the explanation that was asked for under its row."""
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
                    published = said(badges, headline, metric)
                    html.show(tile(metric, headline, goals, history, published))
                    empty.by_months(ask, headline, metric)
                    if why.can_tell(metric, headline.cell(metric), ask):
                        why.button(metric)
            why.panel(ask, *row)


@once
def tile(metric: Metric, headline: Result, goals: Result, history: Result, published: str) -> Element:
    """One figure: its value, its change, its months, its target, its date, where it was published."""
    cell = headline.cell(metric)
    value, unit = words.on_tile(cell.figure, metric.unit)
    exact = words.exact(cell.figure, metric.unit)
    position = headline.query.metrics.index(metric)
    day = headline.data_dates[position]
    partial = " · mois incomplets" if headline.partial[position] and day else ""
    torn = cell.figure.state is State.MISSING and empty.is_torn(headline, metric)
    return el(
        "article",
        el("h2", metric.label),
        _left_out(metric, headline),
        el("p", el("span", value, class_="valeur"), " ", el("span", unit, class_="unite"), title=exact),
        tables.rests_on(metric, cell.figure, "p"),
        _state(metric, cell, headline, day),
        _change(metric, cell, headline),
        sparkline(metric, history),
        _goal(metric, goals),
        None if torn else el("p", _dated(metric, cell, day, partial), class_="date"),
        el("p", published, class_="badge") if published else None,
        _definition(metric, headline),
        class_="tuile",
    )


def _state(metric: Metric, cell: Cell, headline: Result, day: date | None) -> Element | None:
    """Why there is no value, when there is none; the date says by itself that nothing is loaded."""
    state = cell.figure.state
    unloaded = state is State.MISSING and day is None and not empty.is_torn(headline, metric)
    if cell.figure.value is not None or unloaded:
        return None
    return el("p", empty.reason(state, headline, metric).capitalize(), class_="etat")


def _left_out(metric: Metric, headline: Result) -> Element | None:
    """The filters of the page that this figure cannot follow."""
    said = headline.outside(metric)
    return el("p", said, class_="hors-filtre") if said else None


def _change(metric: Metric, cell: Cell, headline: Result) -> Element:
    against, versus = headline.versus_label, headline.query.versus
    if not against:
        return el("p", "Sans comparaison", class_="evolution neutral")
    if cell.change.state is State.NOT_APPLICABLE and words.is_gap(versus):
        return el("p", words.without_gap(cell, metric, versus, against), class_="evolution neutral")
    unfinished = versus.against is Against.TARGET and headline.is_partial(metric)  # nothing is missed yet
    trend = "" if unfinished else words.trend(cell, metric, versus)
    said = f" · {trend}".replace("en ", "en\u00a0") if trend else ""
    named = words.set_against(versus, against) if words.is_gap(versus) else f"par rapport à : {against}"
    return el(
        "p",
        el("strong", f"{_ARROWS.get(trend, '')}{words.change(cell, metric)}"),
        f"{said} ",
        el("span", named, class_="reference"),
        class_=f"evolution {words.tone(cell, metric)}",
    )


def _goal(metric: Metric, goals: Result) -> Element | None:
    """The target, its bar and how far it is reached, when one was set; nothing is missed half-way."""
    cell = goals.cell(metric)
    share = reached(cell)
    if share is None:
        return None
    stands = None if goals.is_partial(metric) else reach(metric, cell)
    width = words.rounded(min(share, Fraction(1)) * 100, 0)
    goal = words.with_unit(*words.on_tile(cell.reference, metric.unit))
    return el(
        "div",
        el("div", el("div", class_="atteint", style=f"width:{width}%"), class_="jauge"),
        el("p", _aimed(metric, goal, words.reached(share), stands)),
        class_="objectif",
    )


def _aimed(metric: Metric, goal: str, share: str, stands: Reach | None) -> str:
    """« Objectif : 200, atteint à 99 % (proche) »; a ceiling is held rather than reached."""
    if metric.polarity is Polarity.LESS:
        held = "tenu" if stands is Reach.REACHED else stands.value if stands else ""
        return f"Objectif : au plus {goal}, {share} de ce plafond" + (f" ({held})" if held else "")
    side = f" ({stands.value})" if stands in (Reach.NEAR, Reach.MISSED) else ""
    return f"Objectif : {goal}, atteint à {share}{side}"


def _dated(metric: Metric, cell: Cell, day: date | None, partial: str) -> str:
    return f"Données au {words.day(day)}{partial}" if day else _freshness(metric, cell)


def _freshness(metric: Metric, cell: Cell) -> str:
    """What stands for a date: no whole month, or a source kept up to date rather than sent each month."""
    source = metric.facts[0].source
    if metric.facts[0].time is not Time.SPAN or cell.figure.state is State.MISSING:
        return f"{'Aucune donnée' if cell.figure.value is None else 'Données incomplètes'} sur cette période"
    return f"{source.tool}, mise à jour {source.refreshed}"


def _definition(metric: Metric, headline: Result) -> Element:
    """What a reader needs to trust the figure, and the way to all that is known of it."""
    said = (
        metric.definition,
        f"Valeur : {words.exact(headline.cell(metric).figure, metric.unit)}",
        f"Calcul : {glossary.formula(metric)}.",
        f"Source : {_SEPARATOR.join(glossary.sources(metric))}.",
        f"{covered(headline, metric)}.",
    )
    return el(
        "details",
        el("summary", "Définition", aria_label=f"Définition : {metric.label}"),
        *(el("p", words.french(each)) for each in said),
        el("p", links.definition(metric, f"Fiche complète : {metric.label}")),
    )
