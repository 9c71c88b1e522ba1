"""What is new, in words: what moved, and what deserves a look."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode

import streamlit as st

from data_access.words import counted
from metrics import period as periods
from metrics.alert import Alert, Subject
from metrics.alerts import alerts
from metrics.moved import Moves, moved
from metrics.present import words
from metrics.result import Result
from metrics.views import views
from metrics.views.ask import Ask
from pages.ui import address, commitments, html, links
from pages.ui.html import Element, el
from pages.ui.kept import ASKED, Kept

_ORDER = list(Subject)
_FIRST = 3  # changes told in a line
_MARKETS = "marches"  # what the address of Financement names the section of markets by


@dataclass(frozen=True, slots=True)
class News:
    """The changes that stand out, and what deserves a look."""

    moves: Moves
    alerts: Sequence[Alert]


def asked(ask: Ask, headline: Result, *others: Result) -> News:
    """The changes of all answers, and their alerts."""
    session, place = ask.visit, (ask.where, ask.visit.known)
    moves = moved(session.url, (headline, *others), session.scope, *place)
    more = [metric for answer in others for metric in answer.query.metrics]
    metrics = headline.query.metrics
    return News(moves, alerts(session.url, metrics, ask.period, session.scope, *place, others=more))


def brief(news: News) -> None:
    """Draws the first of it in a line, over the figures: what changed is told in the first screen."""
    changes, many = news.moves.changes, len(news.alerts)
    others = len(changes) - _FIRST
    more = f" et {counted(others, 'autre')}" if others > 0 else ""
    moves = ", ".join(changes[:_FIRST]) + more if changes else "tout est stable"
    told = [el("strong", "Ce qui a bougé"), words.french(f" : {moves}. ")] if news.moves.known else []
    looks = counted(many, "point") if many else "aucune alerte"
    html.show(el("p", *told, el("strong", "À regarder"), words.french(f" : {looks}."), class_="bref"))


def show(ask: Ask, news: News) -> None:
    """Draws the changes in a few sentences, beside the alerts."""
    html.show(el("div", _moved(ask, news.moves), _alerts(ask, news.alerts), class_="nouvelles"))


def _moved(ask: Ask, moves: Moves) -> Element:
    items = [el("li", words.french(each)) for each in moves.sentences]
    told = el("ul", *items) if items else el("p", words.french(_nothing(ask, moves)))
    return el("section", el("h2", "Ce qui a bougé"), told)


def _nothing(ask: Ask, moves: Moves) -> str:
    """Why no change is told."""
    reference = ask.versus.reference(ask.period)
    if reference is None:
        return "Pour lire ce qui a bougé, choisissez une période dans « Comparer à »."
    if not moves.known:
        return (
            f"Aucune évolution n'est connue : {ask.period.label} ou {reference.label} n'est pas "
            "entièrement chargé."
        )
    if moves.known < moves.looked_at:
        return (
            f"Aucun chiffre ne sort de sa marge parmi ceux dont l'évolution est connue ({moves.known} sur "
            f"{moves.looked_at}) entre {reference.label} et {ask.period.label}."
        )
    return "Tout est stable : aucun chiffre ne sort de sa marge."


def _alerts(ask: Ask, found: Sequence[Alert]) -> Element:
    ordered = sorted(found, key=lambda each: _ORDER.index(each.subject))
    groups = [
        el("li", el("strong", subject.value), el("ul", *(_alert(ask, each) for each in told)))
        for subject, told in groupby(ordered, key=lambda each: each.subject)
    ]
    return el("section", el("h2", "À regarder"), el("ul", *groups) if groups else el("p", "Aucune alerte."))


def _alert(ask: Ask, alert: Alert) -> Element:
    where = _place(ask, alert)
    about = el("a", alert.about, href=where, target="_self") if where else alert.about
    return el("li", about, words.french(f" : {alert.said}"))


def _place(ask: Ask, alert: Alert) -> str:
    """Where there is more to see: the dispositif, else the view of its subject, over its month."""
    scope, domain = ask.visit.scope, alert.domain
    if alert.dispositif and views.opens(views.DISPOSITIF, scope):
        return links.ToDispositif(ask)(alert.dispositif)
    view = views.BY_DOMAIN[domain] if domain else None
    if view is None or not views.opens(view, scope):
        return ""
    kept: Kept = st.session_state[ASKED]
    span = periods.month(alert.month.year, alert.month.month) if alert.month else ask.period
    asked = address.write(span, ask.versus, kept.where, ask.visit.known.names)
    return f"/{view.url}?{urlencode(asked | _section(alert))}"


def _section(alert: Alert) -> dict[str, str]:
    """The section of that view that tells of it, where its first one does not."""
    sections = {
        Subject.OVERDUE: commitments.PLAN,
        Subject.ENDING: _MARKETS if alert.dispositif else commitments.LABELS,
    }
    return {links.SECTION: sections[alert.subject]} if alert.subject in sections else {}
