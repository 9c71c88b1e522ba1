"""What is said where there is nothing to draw: what, why, and the nearest thing that can be seen instead.

One sentence wherever an answer has no value, and one button a page: to the nearest period with data, or
without the filter that leaves nothing when no period has any.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from metrics.catalogue.dimensions import MONTH
from metrics.figures import dispositifs
from metrics.kinds import Time
from metrics.model import Metric
from metrics.period import Kind, Period, add_months
from metrics.present import missing
from metrics.query import NO_COMPARISON, Filter, Query
from metrics.result import Result, State
from metrics.views.ask import Ask
from pages.ui import html, spans
from pages.ui.html import el
from pages.ui.kept import ASKED, Kept, change

_ARTICLES = {
    Kind.QUARTER: "le ",
    Kind.YEAR: "l'",
    Kind.YEAR_TO_DATE: "le ",
    Kind.ROLLING_YEAR: "les ",
    Kind.SCHOOL_YEAR: "l'",
    Kind.CONTRACT_YEAR: "l'",
}
_AGAIN = "Rien à montrer non plus, pour la même raison que plus haut."
_NAMED = 2  # values of a filter that a button names


def draw(ask: Ask, answer: Result, *metrics: Metric) -> None:
    """Draws the sentence and the way out, when there is nothing to show; the same reason is told once."""
    state = missing.why(answer, *metrics)
    if state is None:
        return
    said = missing.sentence(answer, *metrics, several="Chiffres clés de la page")
    html.show(el("p", _AGAIN if state in ask.told else said, class_="vide", role="status"))
    ask.told.add(state)
    _offer(ask, answer, metrics)


def above_tiles(ask: Ask, headline: Result) -> None:
    """Says it once for a page of which every tile that is about the period is empty."""
    about = [metric for metric in headline.query.metrics if _is_about(headline, metric)]
    state = missing.why(headline, *about) if about else None
    if state is None or (state is State.PRESENT and not ask.where):  # without filters, 0 is a figure
        return
    draw(ask, headline, *about)


def _is_about(headline: Result, metric: Metric) -> bool:
    """Whether a figure follows the bar: its filters, and its period, which a register does not."""
    return not headline.outside(metric) and any(fact.time is not Time.SPAN for fact in metric.facts)


def _offer(ask: Ask, answer: Result, shown: Sequence[Metric]) -> None:
    """The button to what can be seen instead, once a page; of sums, what they sum up is asked for."""
    kept: Kept = st.session_state[ASKED]
    metrics = [each.summed or each for each in shown]
    found = _nearest(ask.period, _months(ask, metrics, missing.why(answer, *shown)))
    if found is not None and found != ask.period:
        said = f"Voir {named(found)}, la période la plus proche avec des données"
        _button(ask, f"voir-{found}", said, replace(kept, period=found))
        return
    freed = _without(ask, metrics)
    if freed:
        left = tuple(f for f in kept.where if all(f.dimension is not each.dimension for each in freed))
        key = "-".join(each.dimension.id for each in freed)
        _button(ask, f"retirer-{key}", f"Retirer {_named(ask, freed)}", replace(kept, where=left))


def named(period: Period) -> str:
    """« l'année 2023 », « décembre 2024 »."""
    return f"{_ARTICLES.get(period.kind, '')}{period.label}"


def by_months(ask: Ask, headline: Result, metric: Metric) -> None:
    """Draws what leads to the months that hold the days asked for, under a monthly figure."""
    if headline.cell(metric).figure.state is not State.MISSING or not missing.is_torn(headline, metric):
        return
    found = _nearest(ask.period, _months(ask, (metric,), State.MISSING))
    if found is not None:
        kept: Kept = st.session_state[ASKED]
        said = f"Voir {found.label} :gray[{html.unmarked(metric.label)}]"
        args = (replace(kept, period=found),)
        st.button(said, key=f"par-mois-{metric.id}", type="tertiary", on_click=change, args=args)


def _button(ask: Ask, key: str, said: str, kept: Kept) -> None:
    if not ask.offered:  # the first speaks for the page: the widest of what is empty comes first
        ask.offered.add(key)
        st.button(html.unmarked(said), key=f"proposer-{key}", on_click=change, args=(kept,))


def _nearest(asked: Period, months: Sequence[date]) -> Period | None:
    """The period of the kind asked, nearest to it, that holds one of these months, the latest first."""
    if not months:
        return None
    if asked.kind is Kind.FREE:
        found = spans.moved_to(Kind.FREE, asked, months)
        return Period(Kind.MONTH, found.start, found.stop) if found.months == 1 else found
    offered = spans.of_kind(asked.kind, months)
    return min(offered, key=lambda each: abs((each.start - asked.start).days))


def _months(ask: Ask, metrics: Sequence[Metric], state: State | None) -> Sequence[date]:
    """The months where there is something to see: loaded if nothing is, with records if there is none."""
    kinds = {fact.kind for metric in metrics for fact in metric.facts}
    loaded = ask.visit.known.coverage.months(kinds, _asked_of(ask, metrics))
    if state is State.MISSING or not loaded:
        return loaded
    read = [metric for metric in metrics if metric.allows(MONTH)]
    if state not in (State.PRESENT, State.NOT_APPLICABLE) or not ask.where or not read:
        return ()
    every = replace(ask, period=Period(Kind.FREE, loaded[-1], add_months(loaded[0], 1)))
    answer = every(*read, by=(MONTH,), versus=NO_COMPARISON)
    rows = (row for row in answer.rows if any(cell.figure.value for cell in row.cells))
    return sorted((key for row in rows for key in row.keys if isinstance(key, date)), reverse=True)


def _asked_of(ask: Ask, metrics: Sequence[Metric]) -> frozenset[str] | None:
    """The dispositifs that the filters of the bar are about; None when they are about all."""
    where = tuple(f for f in ask.where if metrics[0].allows(f.dimension))
    query = Query(metrics=(metrics[0],), period=ask.period, where=where)
    return dispositifs(query, (), ask.visit.known)


def _without(ask: Ask, metrics: Sequence[Metric]) -> tuple[Filter, ...]:
    """The last filter without which there is something, or all of them when none is enough.

    What the page is about is no filter to take away.
    """
    free = (f for f in ask.where if f.dimension is not ask.about)
    every = tuple(f for f in free if any(metric.allows(f.dimension) for metric in metrics))
    tried = [(each,) for each in reversed(every)] + ([every] if len(every) > 1 else [])
    return next((each for each in tried if _shows(ask, each, metrics)), ())


def _shows(ask: Ask, freed: Sequence[Filter], metrics: Sequence[Metric]) -> bool:
    others = tuple(each for each in ask.where if each not in freed)
    return missing.why(replace(ask, where=others)(*metrics, versus=NO_COMPARISON), *metrics) is None


def _named(ask: Ask, freed: Sequence[Filter]) -> str:
    if len(freed) > 1:
        return "tous les filtres"
    dimension, values = freed[0].dimension, freed[0].values
    if len(values) > _NAMED:
        return f"le filtre {dimension.label} ({len(values)} valeurs)"
    return f"le filtre {freed[0].sentence(ask.visit.known.names[dimension.id])}"
