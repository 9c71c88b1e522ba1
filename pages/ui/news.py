"""What is new, in words: what moved, and what deserves a look."""

from collections.abc import Sequence
from itertools import groupby

from metrics.alerts import Alert, alerts
from metrics.model import Metric
from metrics.moved import moved
from pages.ui import html
from pages.ui.asking import Ask
from pages.ui.html import Element, el


def show(ask: Ask, *metrics: Metric) -> None:
    """Draws the changes in a few sentences beside the alerts."""
    session = ask.session
    place = ask.where, session.known.as_of
    sentences = moved(session.url, metrics, ask.period, ask.versus, session.scope, *place)
    found = alerts(session.url, metrics, ask.period, session.scope, *place)
    html.show(el("div", _moved(sentences), _alerts(found), class_="nouvelles"))


def _moved(sentences: Sequence[str]) -> Element:
    nothing = el("p", "Rien ne sort de l'ordinaire, ou rien à quoi comparer.")
    told = el("ul", *(el("li", each) for each in sentences)) if sentences else nothing
    return el("section", el("h2", "Ce qui a bougé"), told)


def _alerts(found: Sequence[Alert]) -> Element:
    groups = [
        el("li", el("strong", subject.value), el("ul", *(el("li", each.sentence) for each in told)))
        for subject, told in groupby(
            sorted(found, key=lambda each: list(type(each.subject)).index(each.subject)),
            key=lambda each: each.subject,
        )
    ]
    told = el("ul", *groups) if groups else el("p", "Aucune alerte.")
    return el("section", el("h2", "À regarder"), told)
