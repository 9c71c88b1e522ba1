"""What is new, in words: what moved, and what deserves a look."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from data_access.words import counted
from metrics import period as periods
from metrics.alert import Alert, Subject
from metrics.alerts import alerts
from metrics.moved import Moves, moved
from metrics.present import words
from metrics.present.blocks import Note, note
from metrics.present.leads import Dispositif, Elsewhere
from metrics.present.lists import Listing, Lists
from metrics.present.table import Run, Words
from metrics.result import Result
from metrics.views import views
from metrics.views.ask import Ask
from metrics.views.parts import commitments, markets

_ORDER = list(Subject)
_FIRST = 3  # changes told in a line
_AT_A_GLANCE = 5  # alerts read at once: the others are behind a click


@dataclass(frozen=True, slots=True)
class News:
    """The changes that stand out, and what deserves a look."""

    moves: Moves
    alerts: Sequence[Alert]


def asked(ask: Ask, headline: Result, *others: Result) -> News:
    """The changes of all answers, and their alerts."""
    visit, place = ask.visit, (ask.where, ask.visit.known)
    more = [metric for answer in others for metric in answer.query.metrics]
    metrics = headline.query.metrics
    found = alerts(visit.url, metrics, ask.period, visit.scope, *place, others=more)
    return News(moves(ask, headline, *others), found)


def moves(ask: Ask, *answers: Result) -> Moves:
    """What moved of some answers, within the rights and the filters they were asked with."""
    visit = ask.visit
    return moved(visit.url, answers, visit.scope, ask.where, visit.known)


def brief(news: News) -> Note:
    """The first of it in a line, over the figures: what changed is told in the first screen."""
    changes, many = news.moves.changes, len(news.alerts)
    others = len(changes) - _FIRST
    more = f" et {counted(others, 'autre')}" if others > 0 else ""
    moves = ", ".join(changes[:_FIRST]) + more if changes else "tout est stable"
    moved_so = (Run("Ce qui a bougé", is_strong=True), words.french(f" : {moves}. "))
    looks = counted(many, "point") if many else "aucune alerte"
    to_see = (Run("À regarder", is_strong=True), words.french(f" : {looks}."))
    return note(*(moved_so if news.moves.known else ()), *to_see, look="bref")


def in_full(ask: Ask, news: News) -> Lists:
    """The changes in a few sentences, beside the alerts."""
    return Lists((changes(ask, news.moves), _alerts(ask, news.alerts)), "nouvelles")


def changes(ask: Ask, moves: Moves) -> Listing:
    """The changes in a few sentences, or why none is told."""
    lines = tuple((words.french(each),) for each in moves.sentences)
    return Listing("Ce qui a bougé", (("", lines),), words.french(_nothing(ask, moves)))


def _nothing(ask: Ask, moves: Moves) -> str:
    """Why no change is told."""
    reference = ask.versus.reference(ask.period)
    if reference is None:
        return "Pour lire ce qui a bougé, choisissez une période dans « Comparer à »."
    if not moves.known:
        return (
            f"Aucune évolution n'est connue : l'une des deux périodes ({ask.period.label}, "
            f"{reference.label}) n'est pas entièrement chargée, ou rien ne s'y mesure."
        )
    if moves.known < moves.looked_at:
        return (
            f"Aucun chiffre ne sort de sa marge parmi ceux dont l'évolution est connue ({moves.known} sur "
            f"{moves.looked_at}) entre {reference.label} et {ask.period.label}."
        )
    return "Tout est stable : aucun chiffre ne sort de sa marge."


def _alerts(ask: Ask, found: Sequence[Alert]) -> Listing:
    """Those that ask for a decision first."""
    ordered = sorted(found, key=lambda each: _ORDER.index(each.subject))
    groups = tuple(
        (subject.value, tuple(_alert(ask, each) for each in told))
        for subject, told in groupby(ordered, key=lambda each: each.subject)
    )
    return Listing("À regarder", groups, "Aucune alerte.", _AT_A_GLANCE)


def _alert(ask: Ask, alert: Alert) -> Words:
    return Run(alert.about, to=_place(ask, alert)), words.french(f" : {alert.said}")


def _place(ask: Ask, alert: Alert) -> Dispositif | Elsewhere | None:
    """Where there is more to see: the dispositif, else the view of its subject, over its month."""
    scope, domain = ask.visit.scope, alert.domain
    if alert.dispositif and views.opens(views.DISPOSITIF, scope):
        return Dispositif(alert.dispositif)
    view = views.BY_DOMAIN[domain] if domain else None
    if view is None or not views.opens(view, scope):
        return None
    span = periods.month(alert.month.year, alert.month.month) if alert.month else ask.period
    return Elsewhere(view.url, span, _section(alert))


def _section(alert: Alert) -> str:
    """The section of that view that tells of it, where its first one does not."""
    ending = markets.SECTION if alert.dispositif else commitments.LABELS
    return {Subject.OVERDUE: commitments.PLAN, Subject.ENDING: ending}.get(alert.subject, "")
