"""A key figure in words: its value, its change, its target, its date, where it was published."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from metrics import glossary
from metrics.goals import Reach, reach, reached
from metrics.kinds import Polarity, Time
from metrics.model import Metric
from metrics.present import missing, words
from metrics.present.certainty import certainty, sentence
from metrics.present.covered import covered
from metrics.present.once import once
from metrics.query import Against
from metrics.result import Cell, Result, State

_SEPARATOR = "\u00a0; "
_ARROWS = {"en hausse": "↗ ", "en baisse": "↘ ", "stable": "→ "}  # a gap points nowhere


@dataclass(frozen=True, slots=True)
class Change:
    """How a figure moved: the amount with its arrow, the trend, what it is set against, and its tone."""

    amount: str
    trend: str
    against: str
    tone: str


@dataclass(frozen=True, slots=True)
class Goal:
    """The target of a figure in words, and how much of it is reached, from 0 to 100."""

    sentence: str
    percent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One key figure as it is read; ``exact`` is the same to the last unit."""

    metric: Metric
    cell: Cell
    value: str
    unit: str
    exact: str
    outside: str  # the filters of the page that this figure cannot follow
    rests_on: str  # « n = 23 ; 58 à 90 % »
    state: str  # why there is no value, when there is none
    change: Change
    goal: Goal | None
    dated: str
    published: str
    definition: tuple[str, ...]


@once
def tile(metric: Metric, headline: Result, goals: Result, published: str) -> Tile:
    """The words of one figure of a headline; ``goals`` are the same figures against their targets."""
    cell = headline.cell(metric)
    value, unit = words.on_tile(cell.figure, metric.unit)
    known = certainty(cell.figure, metric) if metric.interval else None
    return Tile(
        metric=metric,
        cell=cell,
        value=value,
        unit=unit,
        exact=words.exact(cell.figure, metric.unit),
        outside=headline.outside(metric),
        rests_on=sentence(known, metric) if known else "",
        state=_state(metric, cell, headline),
        change=_change(metric, cell, headline),
        goal=_goal(metric, goals),
        dated=_dated(metric, cell, headline),
        published=published,
        definition=_definition(metric, headline),
    )


def _day(metric: Metric, headline: Result) -> date | None:
    return headline.data_dates[headline.query.metrics.index(metric)]


def _state(metric: Metric, cell: Cell, headline: Result) -> str:
    """Why there is no value, when there is none; the date says by itself that nothing is loaded."""
    state = cell.figure.state
    is_torn = missing.is_torn(headline, metric)
    unloaded = state is State.MISSING and _day(metric, headline) is None and not is_torn
    if cell.figure.value is not None or unloaded:
        return ""
    return missing.reason(state, headline, metric).capitalize()


def _change(metric: Metric, cell: Cell, headline: Result) -> Change:
    against, versus = headline.versus_label, headline.query.versus
    if not against:
        return Change("", "", "Sans comparaison", "neutral")
    if cell.change.state is State.NOT_APPLICABLE and words.is_gap(versus):
        return Change("", "", words.without_gap(cell, metric, versus, against), "neutral")
    unfinished = versus.against is Against.TARGET and headline.is_partial(metric)  # nothing is missed yet
    trend = "" if unfinished else words.trend(cell, metric, versus)
    named = words.set_against(versus, against) if words.is_gap(versus) else f"par rapport à : {against}"
    amount = f"{_ARROWS.get(trend, '')}{words.change(cell, metric)}"
    return Change(amount, trend.replace("en ", "en\u00a0"), named, words.tone(cell, metric))


def _goal(metric: Metric, goals: Result) -> Goal | None:
    """The target and how far it is reached, when one was set; nothing is missed half-way."""
    cell = goals.cell(metric)
    share = reached(cell)
    if share is None:
        return None
    stands = None if goals.is_partial(metric) else reach(metric, cell)
    goal = words.with_unit(*words.on_tile(cell.reference, metric.unit))
    said = _aimed(metric, goal, words.reached(share), stands)
    return Goal(said, int(words.rounded(min(share, Fraction(1)) * 100, 0)))


def _aimed(metric: Metric, goal: str, share: str, stands: Reach | None) -> str:
    """« Objectif : 200, atteint à 99 % (proche) »; a ceiling is held rather than reached."""
    if metric.polarity is Polarity.LESS:
        held = "tenu" if stands is Reach.REACHED else stands.value if stands else ""
        return f"Objectif : au plus {goal}, {share} de ce plafond" + (f" ({held})" if held else "")
    side = f" ({stands.value})" if stands in (Reach.NEAR, Reach.MISSED) else ""
    return f"Objectif : {goal}, atteint à {share}{side}"


def _dated(metric: Metric, cell: Cell, headline: Result) -> str:
    """The day the figure is known up to; nothing over days that tear a month."""
    if cell.figure.state is State.MISSING and missing.is_torn(headline, metric):
        return ""
    day = _day(metric, headline)
    if day is None:
        return _freshness(metric, cell)
    partial = " · mois incomplets" if headline.partial[headline.query.metrics.index(metric)] else ""
    return f"Données au {words.day(day)}{partial}"


def _freshness(metric: Metric, cell: Cell) -> str:
    """What stands for a date: no whole month, or a source kept up to date rather than sent each month."""
    source = metric.facts[0].source
    if metric.facts[0].time is not Time.SPAN or cell.figure.state is State.MISSING:
        return f"{'Aucune donnée' if cell.figure.value is None else 'Données incomplètes'} sur cette période"
    return f"{source.tool}, mise à jour {source.refreshed}"


def _definition(metric: Metric, headline: Result) -> tuple[str, ...]:
    """What a reader needs to trust the figure."""
    said = (
        metric.definition,
        f"Valeur : {words.exact(headline.cell(metric).figure, metric.unit)}",
        f"Calcul : {glossary.formula(metric)}.",
        f"Source : {_SEPARATOR.join(glossary.sources(metric))}.",
        f"{covered(headline, metric)}.",
    )
    return tuple(map(words.french, said))
