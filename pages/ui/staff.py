"""Who works here: people, full-time equivalents and posts side by side, by contract, by job, by agency."""

from dataclasses import replace

import streamlit as st

from metrics.badges import Badges, said
from metrics.bridge import Bridge, bridge, further
from metrics.catalogue.dimensions import AGENCY, CONTRACT, JOB_FAMILY
from metrics.catalogue.dispositifs import POSTS_AUTHORISED, POSTS_OPEN
from metrics.catalogue.workforce import (
    APPRENTICES,
    APPRENTICES_IN_YEAR,
    FTE_ON_ROLL,
    HEADCOUNT,
    PERMANENT_SHARE_WITHOUT_APPRENTICES,
)
from metrics.model import Dimension, Metric
from metrics.present.charts import bridge as drawing
from metrics.present.covered import covered
from metrics.present.headers import captioned
from metrics.present.text import row_labels
from metrics.query import NO_COMPARISON, Filter
from metrics.result import Result, Row
from pages.ui import answering, breakdown, charts, coarse, comparison, html, side, tables
from pages.ui.asking import Ask
from pages.ui.html import el

_PART_TIME = (
    "Un temps partiel compte pour sa part de temps plein, un apprenti pour celle que dit son contrat : "
    "les mêmes personnes font moins d'ETP que de contrats."
)
_AUTHORISED = (
    "Un poste est autorisé par un marché, pas par un contrat : les fonctions support n'en ont pas, un poste "
    "peut être vacant ou tenu par plusieurs apprentis, et ceux d'une saison ferment avec elle."
)
_SEASONAL = "Postes fermés avant le dernier jour"
_FIELD = ("mediator", "referent", "manager")  # who reports call the professionals of mediation
_PROFESSIONALS = "Professionnels de la médiation"


def bridges(ask: Ask) -> None:
    """Draws how the people of the last day become full-time equivalents, then posts: both add up exactly."""
    left, right = side.by_side(1, 1)
    with left:
        _draw(ask, "pont-etp", CONTRACT, FTE_ON_ROLL, _PART_TIME)
    with right:
        _draw(ask, "pont-postes", JOB_FAMILY, POSTS_OPEN, _AUTHORISED, POSTS_AUTHORISED)


def contracts(ask: Ask, badges: Badges) -> None:
    """Draws the contracts: people and full-time equivalents of each."""
    breakdown.table(ask, "Les contrats", CONTRACT, badges, HEADCOUNT, FTE_ON_ROLL)


def jobs(ask: Ask, badges: Badges) -> None:
    """Draws the families of jobs, those of mediation together under them, and the posts they may hold."""
    every = (HEADCOUNT, FTE_ON_ROLL, APPRENTICES, POSTS_OPEN, POSTS_AUTHORISED)
    answer, _ = answering.told_by(ask, (JOB_FAMILY,), *every)  # apprentices, not of one agency
    if answer is None:
        return
    metrics = answer.query.metrics
    kept = replace(ask, where=(*ask.where, Filter(JOB_FAMILY, _FIELD)))
    lines = [_line(row_labels(answer, row)[0], answer, badges, row) for row in answer.rows]
    place = sum(row.keys[0] in _FIELD for row in answer.rows)
    named = el("small", ", ".join(JOB_FAMILY.names[each] for each in _FIELD))
    together = el("span", el("em", _PROFESSIONALS), named, class_="libelle")
    lines.insert(place, _line(together, kept(*metrics), badges))
    lines.append(_line("Ensemble", ask(*metrics), badges))
    columns = [tables.Column(JOB_FAMILY.label), *(comparison.column(answer, each) for each in metrics)]
    caption = captioned("Les métiers", answer)
    with st.container(key="serre-metiers"):
        tables.show(caption, columns, lines, total=True, source=covered(answer, *metrics))
        html.show(*filter(None, (coarse.in_total(answer),)))


def agencies(ask: Ask, badges: Badges) -> None:
    """Draws the agencies; who was an apprentice at some time is told of whole years only."""
    of_years = (APPRENTICES_IN_YEAR,) if ask.period.is_years else ()
    metrics = (HEADCOUNT, FTE_ON_ROLL, PERMANENT_SHARE_WITHOUT_APPRENTICES, *of_years, POSTS_OPEN)
    with st.container(key="serre-agences"):
        breakdown.table(ask, "Les agences", AGENCY, badges, *metrics)


def _line(name: html.Element | str, answer: Result, badges: Badges, row: Row | None = None) -> tables.Line:
    """The figures of some people, of a line or of the only one: asked for, never added up."""
    metrics = answer.query.metrics
    told = (comparison.figure(m, answer.cell(m, row), said(badges, answer, m, row)) for m in metrics)
    return [name, *told]


def _draw(ask: Ask, key: str, by: Dimension, end: Metric, because: str, *beyond: Metric) -> None:
    """One bridge with the sentence that says why its ends differ."""
    parts = answering.by(ask, (by,), HEADCOUNT, end)
    whole = ask(HEADCOUNT, end, *beyond, versus=NO_COMPARISON)
    if isinstance(parts, str):
        breakdown.refused(parts)
        return
    found = bridge(parts, whole, HEADCOUNT, end)
    if found is None:
        return
    for metric in beyond:
        found = further(found, metric, whole.cell(metric).figure.value, _SEASONAL)
    by_what = f"par {by.label[:1].lower()}{by.label[1:]}"
    subtitle = f"De {HEADCOUNT.label} à {found.end.label}, {by_what} · {whole.perimeter} · {ask.period.label}"
    chart = charts.complete(drawing.bridge(found, subtitle), whole, HEADCOUNT, end)
    charts.picture(key, chart, _steps(found, chart.title), of=found.end)
    html.show(el("p", because, class_="phrase"))


def _steps(found: Bridge, title: str) -> html.Element:
    """Both ends and each step, which add up."""
    first, last = drawing.ends(found)
    lines = [
        [found.start.label, first],
        *([step.label, drawing.amount(found, step.amount)] for step in found.steps),
        [found.end.label, last],
    ]
    columns = [tables.Column("Étape"), tables.Column("Nombre", is_number=True)]
    return tables.table(title, columns, lines, total=True)
