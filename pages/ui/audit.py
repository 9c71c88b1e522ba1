"""The audit table of the CSR approach, laid out as in the report: two years, then what is promised."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import streamlit as st

from data_access.access import Domain, Scope
from metrics import badges as places
from metrics import rights
from metrics.badges import Badges
from metrics.beside import unlike
from metrics.catalogue.rse_declared import DECLARED
from metrics.model import Metric
from metrics.period import Period
from metrics.present import words
from metrics.present.charts import progress as pictures
from metrics.present.covered import covered
from metrics.reconcile import Published, printed_by_metric
from metrics.result import Figure
from metrics.rse_table import Line, Progress, Standing, progress, rse_table
from pages.ui import charts, commitments, comparison, html, links, listed, seen, tables
from pages.ui.asking import Ask
from pages.ui.html import Element, el

TABLE = "tableau"  # what the address of RSE names this section by
_OF_THE_WHOLE = (TABLE, commitments.LABELS)  # the sections that no agency has a part of
_MARKS = {
    Standing.REACHED: "✓",
    Standing.MISSED: "✗",
    Standing.BETTER: "↗",
    Standing.STABLE: "→",
    Standing.WORSE: "↘",
    Standing.FOLLOWED: "•",
    Standing.UNKNOWN: "?",
}
_TONES = {Standing.REACHED: "good", Standing.BETTER: "good", Standing.MISSED: "bad", Standing.WORSE: "bad"}
_NAMING = 2  # the column that names a line, after those of the report that gather some
_NONE = "Aucun indicateur RSE n'est chargé : ni objectif, ni preuve à montrer."
_WHOLE = "Toute l'association : ce tableau ne suit pas les filtres de la page."
_REFUSED = (
    "Le tableau d'audit est celui de toute l'association, que votre rôle ne lit pas : les actions, les "
    "déplacements et les rencontres de votre agence sont dans les autres parties de la page."
)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the cells of the table are told from, beside the indicators themselves."""

    year: Period
    badges: Badges
    printed: Mapping[str, Sequence[Published]]


def readable_first(sections: Mapping[str, str], scope: Scope) -> Mapping[str, str]:
    """The sections of the page, those of the whole association last for who does not read it."""
    if rights.reads_whole(Domain.RSE, scope):
        return sections
    return dict(sorted(sections.items(), key=lambda each: each[0] in _OF_THE_WHOLE))


def show(ask: Ask, badges: Badges, *counts: Metric) -> None:
    """Draws where each axis stands, then every indicator, for the year the period ends in, then counts."""
    year, session = ask.year, ask.session
    lines = rse_table(session.url, year, session.scope, session.known)
    if not lines:
        said = _NONE if rights.reads_whole(Domain.RSE, session.scope) else _REFUSED
        html.show(el("p", said, class_="vide", role="status"))
        return
    for answer in {line.answer for line in lines if line.answer is not None}:
        seen.noted(answer)  # some indicators are about the staff
    axes = progress(lines)
    picture = pictures.indicators(axes, year.label, _place(lines))
    charts.picture("axes", picture, _standings(axes, year.label))
    told = _Told(year, badges, printed_by_metric(session.url, session.known))
    with st.container(key="fige-audit"):
        html.show(_table(lines, told))
    listed.table(replace(ask, period=year), "Ce qui est déclaré, preuve à l'appui", badges, *counts)


def _standings(axes: tuple[Progress, ...], year: str) -> Element:
    """How many indicators of each axis stand where, and all that they come to."""
    met = [each for each in Standing if any(axis.count(each) for axis in axes)]
    columns = [tables.Column("Axe"), *(tables.Column(said(each), is_number=True) for each in met)]
    columns.append(tables.Column("Indicateurs", is_number=True))
    lines = [[axis.axis, *(str(axis.count(each)) for each in met), str(len(axis.standings))] for axis in axes]
    return tables.table(f"Situation des indicateurs RSE par axe, {year}", columns, lines)


def said(standing: Standing) -> str:
    """« Objectif atteint »."""
    return standing.value.capitalize()


def _table(lines: Sequence[Line], told: _Told) -> Element:
    now = str(told.year)
    columns = [
        *map(tables.Column, ("Sous-axe", "Enjeu", "Indicateur")),
        *(tables.Column(each, is_number=True) for each in (str(told.year.previous_year()), now)),
        tables.Column(f"Objectif {now}", is_number=True),
        *map(tables.Column, ("Situation", "Responsable", "Preuve")),
    ]
    axes = [(axis, [_cells(line, told) for line in _gathered(own)]) for axis, own in _by_axis(lines).items()]
    caption = f"Tableau des indicateurs RSE, {told.year.previous_year()} et {now}"
    return tables.grouped(caption, columns, axes, naming=_NAMING, source=_source(lines))


def _by_axis(lines: Sequence[Line]) -> Mapping[str, Sequence[Line]]:
    axes: dict[str, list[Line]] = {}
    for line in lines:
        axes.setdefault(line.axis, []).append(line)
    return axes


def _gathered(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of an axis, those of a sub-axis together, then those of an issue."""
    sub_axes = [line.sub_axis for line in lines]
    issues = [(line.sub_axis, line.issue) for line in lines]
    return sorted(
        lines, key=lambda line: (sub_axes.index(line.sub_axis), issues.index((line.sub_axis, line.issue)))
    )


def _source(lines: Sequence[Line]) -> str:
    return " ".join(filter(None, (_WHOLE, _place(lines))))


def _place(lines: Sequence[Line]) -> str:
    """What the figures of the table cover, and how fresh they are."""
    answer = next((line.answer for line in lines if line.answer is not None), None)
    return covered(answer) if answer else ""


def _cells(line: Line, told: _Told) -> list[Element | str]:
    return [
        line.sub_axis,
        line.issue,
        links.definition(line.metric, line.indicator) if line.metric else line.indicator,
        *_years(line, told),
        _exact(line, line.target),
        el("span", f"{_MARKS[line.standing]} {said(line.standing)}", class_=_tone(line.standing)),
        line.owner,
        f"{'Déclaré. ' if line.metric in DECLARED else ''}{line.evidence}" or "–",
    ]


def _years(line: Line, told: _Told) -> tuple[Element | str, Element | str]:
    """The figures of both years, each with where it was printed, and what was printed otherwise."""
    if line.metric is None or line.answer is None:
        return _exact(line, line.before), _exact(line, line.figure)
    before = str(told.year.previous_year())
    page = told.badges.get(places.key(line.metric.id, before))
    own = places.said(told.badges, line.answer, line.metric)
    apart = unlike(line, told.printed.get(line.metric.id, ()))
    return (
        _figure(line, line.before, None, f"publié {page}" if page else "", apart.get(before)),
        _figure(line, line.figure, _evolution(line.metric, line), own, apart.get(str(told.year))),
    )


def _evolution(metric: Metric, line: Line) -> Element | None:
    """The change; of what is not known of the year before, its own mark says it."""
    return None if line.before.value is None else comparison.evolution(metric, line.cell)


def _figure(line: Line, figure: Figure, change: Element | None, page: str, apart: str | None) -> Element:
    return el(
        "span",
        el("span", tables.marked(_exact(line, figure))),
        change,
        tables.badge(page),
        el("small", apart, class_="verdict gap") if apart else None,
        class_="chiffre",
    )


def _exact(line: Line, figure: Figure) -> str:
    return words.exact(figure, line.metric.unit) if line.metric else words.MARKS[figure.state]


def _tone(standing: Standing) -> str:
    return f"evolution {_TONES.get(standing, 'neutral')}"
