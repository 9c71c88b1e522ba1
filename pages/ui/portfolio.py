"""The portfolio: a line per dispositif, what it is, for whom, until when, with what means, for what."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from metrics import portfolio
from metrics.catalogue.dimensions import DISPOSITIF
from metrics.catalogue.dispositifs import FIELD_DISPOSITIFS
from metrics.model import Metric
from metrics.period import Kind, Period
from metrics.portfolio import Entry, Market
from metrics.portrait import Stage
from metrics.present import words
from metrics.present.covered import covered
from metrics.present.headers import captioned
from metrics.present.rhythm import rhythm
from metrics.query import Filter
from metrics.result import NOT_APPLICABLE, Cell, Result, Row
from metrics.views.ask import Ask
from pages.ui import comparison, html, links, tables
from pages.ui.html import Element, el

_HEADS = ("Dispositif", "Commanditaire et marché")
_UNFOLD = "Tous ses chiffres"  # on a telephone, where a line is a card


def table(ask: Ask, *metrics: Metric) -> None:
    """Draws the dispositifs that have a market or a figure in the period, then their total, asked for."""
    session = ask.visit
    answer, total = ask(*metrics, by=(DISPOSITIF,)), ask(*metrics)
    told = portfolio.entries(session.url, ask.period, session.scope, ask.where, session.known)
    lines = _own(ask, answer, told)
    html.show(_counted(ask, len(lines)))
    lines += _others(answer, told)
    if not lines:
        none = "Aucun dispositif n'a de marché ni de chiffre dans ce périmètre sur la période."
        html.show(el("p", none, class_="vide", role="status"))
        return
    lines.append(["Ensemble", "", *(comparison.figure(each, _whole(total, each)) for each in metrics)])
    columns = [*map(tables.Column, _HEADS), *(comparison.column(answer, metric) for metric in metrics)]
    with st.container(key="portefeuille"):
        tables.show(
            captioned(f"Les dispositifs, situation des marchés {_when(ask.period)}", answer),
            columns,
            lines,
            total=True,
            source=covered(answer, *metrics),
        )
    if pace := rhythm(ask.period, *metrics):
        html.show(el("p", pace, class_="phrase"))


def _whole(total: Result, metric: Metric) -> Cell:
    """The total of a figure; none of one that lines do not add up to, for it follows other filters."""
    return Cell(NOT_APPLICABLE) if total.outside(metric) else total.cell(metric)


def _when(period: Period) -> str:
    own = period.kind is Kind.CONTRACT_YEAR
    return "à la fin de l'exercice de chacun" if own else f"au {words.day(period.last_day)}"


def _counted(ask: Ask, listed: int) -> Element:
    """How many are listed, and how many of them are what the reports count."""
    metric, answer = FIELD_DISPOSITIFS, ask(FIELD_DISPOSITIFS)
    running = words.exact(answer.cell(metric).figure, metric.unit)
    outside = f", {answer.outside(metric)}" if answer.outside(metric) else ""
    return el(
        "p",
        f"Dispositifs listés, avec un marché ou un chiffre sur la période : {listed} ; ",
        links.definition(metric, metric.label.lower()),
        f" {_when(ask.period)}{outside} : ",
        tables.marked(running),
        ".",
        class_="phrase",
    )


def _own(ask: Ask, answer: Result, told: Sequence[Entry]) -> list[list[Element | str]]:
    """The lines of the dispositifs, in the order of the books."""
    metrics = answer.query.metrics
    rows = {row.keys[0]: row for row in answer.rows}
    address_of, own = links.ToDispositif(ask), ask.period.kind is Kind.CONTRACT_YEAR
    follow = [metric for metric in metrics if not answer.outside(metric)]
    lines: list[list[Element | str]] = []
    for entry in told:
        row = rows.get(entry.id)
        has_market = bool(entry.markets) and len(follow) == len(metrics)
        if row is None and has_market and any(each.stage is not Stage.TO_COME for each in entry.markets):
            row = _alone(ask, entry, metrics)
        if has_market or _has_figure(answer, row, follow):
            names = _name(entry, address_of(entry.id), own=own), _market(entry)
            lines.append([*names, *_figures(metrics, row, entry)])
    return lines


def _others(answer: Result, told: Sequence[Entry]) -> list[list[Element | str]]:
    """The lines of what belongs to no dispositif of the books."""
    metrics, known = answer.query.metrics, {entry.id for entry in told}
    follow = [metric for metric in metrics if not answer.outside(metric)]
    return [
        [comparison.member(answer, row, None), "–", *_figures(metrics, row)]
        for row in answer.rows
        if row.keys[0] not in known and _has_figure(answer, row, follow)
    ]


def _alone(ask: Ask, entry: Entry, metrics: Sequence[Metric]) -> Row:
    """The figures of a dispositif at work of which nothing was recorded: 0 where that is known, else not."""
    others = tuple(f for f in ask.where if f.dimension is not DISPOSITIF)
    kept = replace(ask, where=(*others, Filter(DISPOSITIF, (entry.id,))))
    return kept(*metrics).rows[0]


def _has_figure(answer: Result, row: Row | None, metrics: Sequence[Metric]) -> bool:
    """Whether a line says something under all the filters of the page: the other figures are of more."""
    return row is not None and any(answer.cell(metric, row).figure.value for metric in metrics)


def _figures(metrics: Sequence[Metric], row: Row | None, entry: Entry | None = None) -> list[Element]:
    """The figures of a line, as far as they have an object for what it is about."""
    cells = row.cells if row is not None else [Cell(NOT_APPLICABLE)] * len(metrics)
    told = map(entry.cell, metrics, cells) if entry is not None else cells
    return list(map(comparison.figure, metrics, told))


def _name(entry: Entry, address: str, *, own: bool) -> Element:
    year = f"exercice : {_days(entry)}" if own else None
    return el(
        "span",
        el("a", entry.name, href=address, target="_self"),
        el("small", f"{entry.family} · {entry.agency}"),
        el("small", year) if year else None,
        el("details", el("summary", _UNFOLD, aria_label=f"{_UNFOLD} : {entry.name}"), class_="deplier"),
        class_="libelle",
    )


def _market(entry: Entry) -> Element:
    """Who it works for, then each market that counts on the last day."""
    client = entry.markets[0].funder if entry.markets else entry.funder
    markets = (el("small", said(market, client)) for market in entry.markets)
    gap = before(entry.begins) if entry.begins else "sans marché sur la période"
    none = el("small", gap) if not entry.markets else None
    return el("span", el("span", client or "–"), *markets, none, class_="libelle")


def before(begins: date) -> str:
    """« marché à compter du 25 novembre 2024 » : what a period that ends before it is told."""
    return f"marché à compter du {words.day(begins)}"


def said(market: Market, client: str) -> str:
    """« 01/10/2022 → 30/09/2026, en cours »."""
    stage = market.stage.replace(" ", words.NO_BREAK)
    others = f"{market.funder} : " if market.funder != client else ""
    if market.last_day is None:
        return f"{others}depuis le {market.begins:%d/%m/%Y}, sans échéance, {stage}"
    term = market.term if market.term not in (None, market.last_day) else None
    due = f", échéance {term:%d/%m/%Y}" if term else ""
    return f"{others}{market.begins:%d/%m/%Y} → {market.last_day:%d/%m/%Y}{due}, {stage}"


def _days(entry: Entry) -> str:
    first, last = (words.short_month(day) for day in (entry.first_day, entry.last_day))
    return f"{first} à {last}"
