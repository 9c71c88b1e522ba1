"""The portfolio: a line per dispositif, what it is, for whom, until when, with what means, for what."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from metrics import portfolio
from metrics.catalogue.dimensions import DISPOSITIF
from metrics.catalogue.dispositifs import FIELD_DISPOSITIFS
from metrics.model import Metric
from metrics.period import Kind, Period
from metrics.portfolio import Market
from metrics.portrait import Stage
from metrics.present import words
from metrics.present.blocks import Block, Framed, Note, note, nothing
from metrics.present.covered import covered
from metrics.present.headers import captioned
from metrics.present.leads import Definition, Dispositif
from metrics.present.rhythm import rhythm
from metrics.present.table import Column, Entry, Line, Run, Under
from metrics.present.table import table as lines_of
from metrics.query import Filter
from metrics.result import NOT_APPLICABLE, Cell, Result, Row
from metrics.views.ask import Ask
from metrics.views.parts import comparison, figures

_HEADS = ("Dispositif", "Commanditaire et marché")
_UNFOLD = "Tous ses chiffres"  # on a telephone, where a line is a card


def table(ask: Ask, *metrics: Metric) -> Iterator[Block]:
    """The dispositifs that have a market or a figure in the period, then their total, asked for."""
    visit = ask.visit
    answer, total = ask(*metrics, by=(DISPOSITIF,)), ask(*metrics)
    told = portfolio.entries(visit.url, ask.period, visit.scope, ask.where, visit.known)
    lines = _own(ask, answer, told)
    yield _counted(ask, len(lines))
    lines += _others(answer, told)
    if not lines:
        yield nothing("Aucun dispositif n'a de marché ni de chiffre dans ce périmètre sur la période.")
        return
    lines.append(("Ensemble", "", *(_whole(total, each) for each in metrics)))
    yield Framed("portefeuille", (_told(ask, answer, lines),))
    if pace := rhythm(ask.period, *metrics):
        yield note(pace)


def _told(ask: Ask, answer: Result, lines: Sequence[Line]) -> Block:
    metrics = answer.query.metrics
    return lines_of(
        captioned(f"Les dispositifs, situation des marchés {_when(ask.period)}", answer),
        (*map(Column, _HEADS), *(comparison.column(answer, metric) for metric in metrics)),
        lines,
        total=True,
        source=covered(answer, *metrics),
    )


def _whole(total: Result, metric: Metric) -> Entry:
    """The total of a figure; none of one that lines do not add up to, for it follows other filters."""
    return figures.figure(total, metric, cell=Cell(NOT_APPLICABLE) if total.outside(metric) else None)


def _when(period: Period) -> str:
    own = period.kind is Kind.CONTRACT_YEAR
    return "à la fin de l'exercice de chacun" if own else f"au {words.day(period.last_day)}"


def _counted(ask: Ask, listed: int) -> Note:
    """How many are listed, and how many of them are what the reports count."""
    metric, answer = FIELD_DISPOSITIFS, ask(FIELD_DISPOSITIFS)
    running = words.exact(answer.cell(metric).figure, metric.unit)
    outside = f", {answer.outside(metric)}" if answer.outside(metric) else ""
    return note(
        f"Dispositifs listés, avec un marché ou un chiffre sur la période : {listed} ; ",
        Run(metric.label.lower(), to=Definition(metric)),
        f" {_when(ask.period)}{outside} : ",
        Run(running),
        ".",
    )


def _own(ask: Ask, answer: Result, told: Sequence[portfolio.Entry]) -> list[Line]:
    """The lines of the dispositifs, in the order of the books."""
    metrics, own = answer.query.metrics, ask.period.kind is Kind.CONTRACT_YEAR
    rows = {row.keys[0]: row for row in answer.rows}
    follow = [metric for metric in metrics if not answer.outside(metric)]
    lines: list[Line] = []
    for entry in told:
        found, row = answer, rows.get(entry.id)
        has_market = bool(entry.markets) and len(follow) == len(metrics)
        if row is None and has_market and any(each.stage is not Stage.TO_COME for each in entry.markets):
            found = _alone(ask, entry, metrics)
            row = found.rows[0]
        if has_market or _has_figure(found, row, follow):
            lines.append((_name(entry, own=own), _market(entry), *_figures(found, row, entry)))
    return lines


def _others(answer: Result, told: Sequence[portfolio.Entry]) -> list[Line]:
    """The lines of what belongs to no dispositif of the books."""
    metrics, known = answer.query.metrics, {entry.id for entry in told}
    follow = [metric for metric in metrics if not answer.outside(metric)]
    return [
        (comparison.member(answer, row, None), "–", *_figures(answer, row))
        for row in answer.rows
        if row.keys[0] not in known and _has_figure(answer, row, follow)
    ]


def _alone(ask: Ask, entry: portfolio.Entry, metrics: Sequence[Metric]) -> Result:
    """The figures of a dispositif at work of which nothing was recorded: 0 where that is known, else not."""
    others = tuple(f for f in ask.where if f.dimension is not DISPOSITIF)
    return replace(ask, where=(*others, Filter(DISPOSITIF, (entry.id,))))(*metrics)


def _has_figure(answer: Result, row: Row | None, metrics: Sequence[Metric]) -> bool:
    """Whether a line says something under all the filters of the page: the other figures are of more."""
    return row is not None and any(answer.cell(metric, row).figure.value for metric in metrics)


def _figures(answer: Result, row: Row | None, entry: portfolio.Entry | None = None) -> Iterator[Entry]:
    """The figures of a line, as far as they have an object for what it is about."""
    for metric in answer.query.metrics:
        cell = answer.cell(metric, row) if row is not None else Cell(NOT_APPLICABLE)
        told = entry.cell(metric, cell) if entry is not None else cell
        yield figures.figure(answer, metric, row, cell=told)


def _name(entry: portfolio.Entry, *, own: bool) -> Entry:
    under = (f"{entry.family} · {entry.agency}", *((f"exercice : {_days(entry)}",) if own else ()))
    to = Dispositif(entry.id)
    return Entry(entry.name, to=to, under=tuple(map(Under, under)), look="libelle", unfolds=_UNFOLD)


def _market(entry: portfolio.Entry) -> Entry:
    """Who it works for, then each market that counts on the last day."""
    client = entry.markets[0].funder if entry.markets else entry.funder
    gap = before(entry.begins) if entry.begins else "sans marché sur la période"
    under = [said(market, client) for market in entry.markets] or [gap]
    return Entry(client or "–", under=tuple(map(Under, under)), look="libelle")


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


def _days(entry: portfolio.Entry) -> str:
    first, last = (words.short_month(day) for day in (entry.first_day, entry.last_day))
    return f"{first} à {last}"
