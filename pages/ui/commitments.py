"""What the CSR approach is held to: actions by quarter, labels and certifications, and whom it met."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

import streamlit as st

from data_access.access import Domain
from data_access.words import counted
from metrics import period as periods
from metrics import rights
from metrics.alert import SOON
from metrics.badges import Badges
from metrics.catalogue.dimensions import QUARTER, RSE_AXIS
from metrics.catalogue.listings import RSE_EVENTS_HELD
from metrics.commitments import Action, Commitments, Held, commitments
from metrics.model import Metric
from metrics.period import Period
from metrics.portrait import Stage
from metrics.present import words
from metrics.present.charts.progress import rates
from metrics.query import NO_COMPARISON
from metrics.views.ask import Ask
from pages.ui import charts, comparison, html, listed, records, tables, work
from pages.ui.html import Element, el

PLAN, LABELS = "actions", "certifications"  # what the address of RSE names these sections by
_NONE_HELD = "Aucun label ni certification n'est chargé."
_NOT_READ = "Les labels et certifications sont ceux de toute l'association : votre rôle ne les lit pas."
_STAGES = (Stage.RUNNING, Stage.TO_COME, Stage.OVER)


def plan(ask: Ask, completion: Metric, *others: Metric) -> None:
    """Draws how far the actions due in the year are, by axis then by quarter, then the plan itself."""
    year = ask.year
    yearly = replace(ask, period=year)
    if year != ask.period:
        html.show(el("p", f"Le plan se lit à l'année : {year.label}.", class_="phrase"))
    axes = yearly(completion, *others, by=(RSE_AXIS,))
    charts.draw(yearly, "avancement", rates(axes, completion), axes, completion, *others)
    quarters = yearly(completion, *others, by=(QUARTER,), versus=NO_COMPARISON)
    whole = yearly(completion, *others, versus=NO_COMPARISON)
    comparison.table("Les actions par trimestre", quarters, whole)
    found = _found(ask, year.start)
    if not found.actions:
        none = f"Aucune action du plan n'a d'échéance depuis le {words.day(year.start)} dans ce périmètre."
        html.show(el("p", none, class_="vide", role="status"))
        return
    with st.container(key="fige-plan"):
        html.show(_plan(found, year))


def labels(ask: Ask, badges: Badges, *counts: Metric) -> None:
    """Draws what holds today and for how long, what was held several times, then the counts of the period."""
    found = _found(ask, ask.period.start)
    if not found.held:
        said = _NONE_HELD if rights.reads_whole(Domain.RSE, ask.session.scope) else _NOT_READ
        html.show(el("p", said, class_="vide", role="status"))
        return
    with st.container(key="fige-labels"):
        html.show(*filter(None, (_held(found), _history(found))))
    listed.table(ask, "Labels et certifications", badges, *counts)


def meetings(ask: Ask, badges: Badges, met: Metric, *others: Metric) -> None:
    """Draws the meetings month by month, what else was held, then all of it event by event."""
    work.months(ask, met)
    listed.table(ask, "Rencontres et événements", badges, met, *others)
    records.under(ask, RSE_EVENTS_HELD)


def _found(ask: Ask, since: date) -> Commitments:
    session = ask.visit
    return commitments(session.url, session.scope, since, ask.where, session.known)


def _plan(found: Commitments, year: Period) -> Element:
    heads = ("Action", "Axe", "Agence", "Responsable", "Début", "Échéance", "Situation")
    parts = [
        (periods.quarter(*of).label.capitalize(), [_action(each, found.day) for each in actions])
        for of, actions in groupby(found.actions, lambda each: (each.due.year, (each.due.month + 2) // 3))
    ]
    caption = (
        f"Plan d'actions par trimestre d'échéance, à partir de {year.start.year}, situation au "
        f"{words.day(found.day)}"
    )
    return tables.grouped(caption, [*map(tables.Column, heads)], parts)


def _action(each: Action, day: date) -> list[Element | str]:
    days = (f"{when:%d/%m/%Y}" for when in (each.begins, each.due))
    late = each.days_late(day)
    css = "evolution bad" if late and each.is_open else "evolution neutral"
    return [
        each.title,
        each.axis,
        each.agency,
        each.owner,
        *days,
        el("span", _stands(each, late), class_=css),
    ]


def _stands(each: Action, late: int) -> str:
    """« Réalisée le 1er juillet 2024, 1 jour après l'échéance », « En cours, en retard de 31 jours »."""
    days = counted(late, "jour")
    if each.done is not None:
        return f"Réalisée le {words.day(each.done)}" + (f", {days} après l'échéance" if late else "")
    return f"{each.status}, en retard de {days}" if late and each.is_open else each.status


def _held(found: Commitments) -> Element:
    heads = ("Intitulé", "Nature", "Niveau", "Organisme", "Valable du", "Au", "Situation")
    parts = []
    for stage in _STAGES:
        own = sorted((each for each in found.held if each.stage is stage), key=_by_end)
        if own:
            parts.append((_PARTS[stage], [_line(each, found.day) for each in own]))
    caption = f"Labels, certifications et habilitations, situation au {words.day(found.day)}"
    return tables.grouped(caption, [*map(tables.Column, heads)], parts)


_PARTS = {Stage.RUNNING: "En vigueur", Stage.TO_COME: "À venir", Stage.OVER: "Expirés"}


def _by_end(each: Held) -> tuple[bool, date]:
    return each.last_day is None, each.last_day or each.begins


def _line(each: Held, day: date) -> list[Element | str]:
    left = each.days_left(day)
    soon = left is not None and left <= SOON.days and not each.followed
    css = "evolution bad" if soon else "evolution neutral"
    return [each.title, each.kind, each.level or "–", each.issuer, *_bounds(each),
            el("span", _until(each, left), class_=css)]  # fmt: skip


def _bounds(each: Held) -> tuple[str, str]:
    return f"{each.begins:%d/%m/%Y}", f"{each.last_day:%d/%m/%Y}" if each.last_day else "sans échéance"


def _until(each: Held, left: int | None) -> str:
    """« Encore 44 jours, puis renouvelé », « Encore 162 jours, à renouveler », « À compter du … »."""
    if each.stage is Stage.TO_COME:
        return f"À compter du {words.day(each.begins)}"
    if each.last_day is None:
        return "Sans échéance"
    if left is None:
        return f"Expiré le {words.day(each.last_day)}" + (", renouvelé" if each.followed else "")
    held = f"Encore {counted(left, 'jour')}" if left else "Dernier jour"
    if each.followed:
        return f"{held}, renouvellement acquis"
    return f"{held}, à renouveler" if left <= SOON.days else held


def _history(found: Commitments) -> Element | None:
    """What was held several times, under one title, from the first time on."""
    titles = dict.fromkeys(each.title for each in found.held)
    told = [(title, [each for each in found.held if each.title == title]) for title in titles]
    several = [(title, _periods(own)) for title, own in told if len(own) > 1]
    if not several:
        return None
    heads = ("Niveau", "Valable du", "Au", "Organisme")
    return tables.grouped("Historique des renouvellements", [*map(tables.Column, heads)], several)


def _periods(own: Sequence[Held]) -> list[tables.Line]:
    ordered = sorted(own, key=lambda each: each.begins)
    return [(each.level or "sans niveau", *_bounds(each), each.issuer) for each in ordered]
