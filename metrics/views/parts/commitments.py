"""What the CSR approach is held to: actions by quarter, labels and certifications, and whom it met."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

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
from metrics.present.blocks import Block, Framed, Over, Records, note, nothing
from metrics.present.charts.progress import rates
from metrics.present.once import once
from metrics.present.table import Column, Entry, Line, Table, grouped
from metrics.query import NO_COMPARISON
from metrics.views.ask import Ask
from metrics.views.parts import comparison, listed, work
from metrics.views.parts.pictures import picture

PLAN, LABELS = "actions", "certifications"  # what the address of RSE names these sections by
_NONE_HELD = "Aucun label ni certification n'est chargé."
_NOT_READ = "Les labels et certifications sont ceux de toute l'association : votre rôle ne les lit pas."
_PARTS = {Stage.RUNNING: "En vigueur", Stage.TO_COME: "À venir", Stage.OVER: "Expirés"}
_LATE, _NEUTRAL = "evolution bad", "evolution neutral"


def plan(ask: Ask, completion: Metric, *others: Metric) -> Iterator[Block]:
    """How far the actions due in the year are, by axis then by quarter, then the plan itself."""
    year = ask.year
    yearly = replace(ask, period=year)
    if year != ask.period:
        yield note(f"Le plan se lit à l'année : {year.label}.")
    axes = yearly(completion, *others, by=(RSE_AXIS,))
    chart = rates(axes, completion)
    yield Over(year, picture(yearly, "avancement", chart, axes, completion, *others))
    quarters = yearly(completion, *others, by=(QUARTER,), versus=NO_COMPARISON)
    whole = yearly(completion, *others, versus=NO_COMPARISON)
    yield from comparison.table("Les actions par trimestre", quarters, whole)
    found = _found(ask, year.start)
    if not found.actions:
        since = words.day(year.start)
        yield nothing(f"Aucune action du plan n'a d'échéance depuis le {since} dans ce périmètre.")
        return
    yield Framed("fige-plan", (_plan(found, year),))


def labels(ask: Ask, badges: Badges, *counts: Metric) -> Iterator[Block]:
    """What holds today and for how long, what was held several times, then the counts of the period."""
    found = _found(ask, ask.period.start)
    if not found.held:
        yield nothing(_NONE_HELD if rights.reads_whole(Domain.RSE, ask.visit.scope) else _NOT_READ)
        return
    yield Framed("fige-labels", tuple(filter(None, (_held(found), _history(found)))))
    yield from listed.table(ask, "Labels et certifications", badges, *counts)


def meetings(ask: Ask, badges: Badges, met: Metric, *others: Metric) -> Iterator[Block]:
    """The meetings month by month, what else was held, then all of it event by event."""
    yield from work.months(ask, met)
    yield from listed.table(ask, "Rencontres et événements", badges, met, *others)
    yield Records(RSE_EVENTS_HELD)


def _found(ask: Ask, since: date) -> Commitments:
    visit = ask.visit
    return commitments(visit.url, visit.scope, since, ask.where, visit.known)


@once
def _plan(found: Commitments, year: Period) -> Table:
    heads = ("Action", "Axe", "Agence", "Responsable", "Début", "Échéance", "Situation")
    parts = [
        (periods.quarter(*of).label.capitalize(), [_action(each, found.day) for each in actions])
        for of, actions in groupby(found.actions, lambda each: (each.due.year, (each.due.month + 2) // 3))
    ]
    caption = (
        f"Plan d'actions par trimestre d'échéance, à partir de {year.start.year}, situation au "
        f"{words.day(found.day)}"
    )
    return grouped(caption, map(Column, heads), parts)


def _action(each: Action, day: date) -> Line:
    late = each.days_late(day)
    look = _LATE if late and each.is_open else _NEUTRAL
    stands = Entry(_stands(each, late), look=look)
    return each.title, each.axis, each.agency, each.owner, _day(each.begins), _day(each.due), stands


def _stands(each: Action, late: int) -> str:
    """« Réalisée le 1er juillet 2024, 1 jour après l'échéance », « En cours, en retard de 31 jours »."""
    days = counted(late, "jour")
    if each.done is not None:
        return f"Réalisée le {words.day(each.done)}" + (f", {days} après l'échéance" if late else "")
    return f"{each.status}, en retard de {days}" if late and each.is_open else each.status


@once
def _held(found: Commitments) -> Table:
    heads = ("Intitulé", "Nature", "Niveau", "Organisme", "Valable du", "Au", "Situation")
    parts = []
    for stage, title in _PARTS.items():
        own = sorted((each for each in found.held if each.stage is stage), key=_by_end)
        if own:
            parts.append((title, [_line(each, found.day) for each in own]))
    caption = f"Labels, certifications et habilitations, situation au {words.day(found.day)}"
    return grouped(caption, map(Column, heads), parts)


def _by_end(each: Held) -> tuple[bool, date]:
    return each.last_day is None, each.last_day or each.begins


def _line(each: Held, day: date) -> Line:
    left = each.days_left(day)
    soon = left is not None and left <= SOON.days and not each.followed
    stands = Entry(_until(each, left), look=_LATE if soon else _NEUTRAL)
    return each.title, each.kind, each.level or "–", each.issuer, *_bounds(each), stands


def _bounds(each: Held) -> tuple[Entry, Entry | str]:
    return _day(each.begins), _day(each.last_day) if each.last_day else "sans échéance"


def _day(day: date) -> Entry:
    return Entry(f"{day:%d/%m/%Y}", value=day)


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


@once
def _history(found: Commitments) -> Table | None:
    """What was held several times, under one title, from the first time on."""
    titles = dict.fromkeys(each.title for each in found.held)
    told = [(title, [each for each in found.held if each.title == title]) for title in titles]
    several = [(title, _periods(own)) for title, own in told if len(own) > 1]
    if not several:
        return None
    heads = ("Niveau", "Valable du", "Au", "Organisme")
    return grouped("Historique des renouvellements", map(Column, heads), several)


def _periods(own: Sequence[Held]) -> list[Line]:
    ordered = sorted(own, key=lambda each: each.begins)
    return [(each.level or "sans niveau", *_bounds(each), each.issuer) for each in ordered]
