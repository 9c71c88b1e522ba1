"""The filter bar: one place for what figures cover, the same on every page, kept in the address.

What is asked lives in the session and is written in the address (see ``opening``). Widgets are born from
a seed and keep their own value until something other than themselves changes what is asked: then a new
seed makes new ones.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

import streamlit as st

from metrics.catalogue.dimensions import AGENCY
from metrics.model import Dimension, Metric
from metrics.period import Kind, Period
from metrics.present.words import every, short_month
from metrics.query import Against, Comparison, Filter
from metrics.views.ask import Ask
from metrics.views.asked import agencies_read, followed, last_month, offered
from metrics.views.page import Page
from metrics.views.visit import Visit
from pages.ui import chips, export, opening, saved, seen, spans
from pages.ui.kept import ASKED, BIRTH, WRITTEN, Kept

_IN_BAR = 2  # filters of its own that a page shows in the bar; with more, all but the first are folded
_COMPARISONS = {
    Against.PREVIOUS_YEAR: "Même période, année précédente",
    Against.PREVIOUS_PERIOD: "Période précédente",
    Against.TARGET: "Objectif",
    Against.MEDIAN: "Médiane des autres agences",
    Against.NONE: "Rien",
}


def bar(visit: Visit, page: Page) -> Ask:
    """Draws the bar of a page, with a filter per dimension; the default is the last month loaded.

    A page about the member of a dimension stays on it when all else goes back to the start.
    """
    by, loaded = page.by, _loaded(visit, page.figures)
    default = Kept(spans.of_kind(Kind.MONTH, loaded)[0], Comparison(Against.PREVIOUS_YEAR))
    opened = opening.opening(visit, default, _key("periode"))
    with st.container(key="filtres", horizontal=True, vertical_alignment="bottom", gap="xsmall"):
        kept = _asked(visit, opened.seed, loaded, by)
        opening.write(visit, kept, default, by, opened.choices)
        where = followed(visit, page, kept.where)
        ask = Ask(visit, kept.period, kept.versus, where, by, page.about, noted=seen.noted)
        saved.menu(visit, st.session_state[WRITTEN], follows_calendar=kept.period == default.period)
        export.menu(page, ask, st.session_state[WRITTEN])
        start = _start(opening.first(visit, default), kept, page.about)
        if not chips.has_some(kept) and not kept.same(start):
            chips.reset(start)
    chips.show(ask, kept, start, page.counted)
    return ask


def _asked(visit: Visit, seed: Kept, loaded: Sequence[date], by: Sequence[Dimension]) -> Kept:
    """What the widgets say: the period, the comparison, then a filter per dimension."""
    period, versus = _period(seed, loaded), _versus(seed)
    shown, folded = (by, ()) if len(by) <= _IN_BAR else (by[:1], by[1:])
    own = [_members(visit, seed, dimension, width=180) for dimension in shown]
    if folded:
        with st.popover(_folded_label(seed, folded), key="autres-filtres"):
            own += [_members(visit, seed, dimension, width="stretch") for dimension in folded]
    elsewhere = tuple(f for f in seed.where if f.dimension not in by)
    return Kept(period, versus, (*(f for f in own if f.values), *elsewhere))


def _start(first: Kept, kept: Kept, about: Dimension | None) -> Kept:
    """What a first visit shows, still about the member that the page is about."""
    own = tuple(f for f in kept.where if f.dimension is about)
    return replace(first, where=(*own, *(f for f in first.where if f.dimension is not about)))


def _folded_label(seed: Kept, dimensions: Sequence[Dimension]) -> str:
    """« Plus de filtres (2) » : how many of those folded are in use."""
    born = {f.dimension.id: f.values for f in seed.where}
    used = sum(bool(st.session_state.get(_key(d.id), born.get(d.id))) for d in dimensions)
    return f"Plus de filtres ({used})" if used else "Plus de filtres"


def _key(name: str) -> str:
    return f"{name}-{st.session_state.get(BIRTH, 0)}"


def _period(seed: Kept, loaded: Sequence[date]) -> Period:
    """The kind of period, then which one: its months for an interval."""
    names = list(spans.KINDS)
    chosen = st.selectbox(
        "Période",
        names,
        index=names.index(spans.kind_label(seed.period)),
        key=_key("periode"),
        filter_mode=None,
        width=175,
    )
    kind = spans.KINDS[chosen]
    start = seed.period if kind is seed.period.kind else spans.moved_to(kind, _last_asked(seed), loaded)
    start = st.session_state.setdefault(_key(f"depart-{kind}"), start)
    return _interval(start, loaded) if kind is Kind.FREE else _one_of(kind, start, loaded)


def _last_asked(seed: Kept) -> Period:
    kept: Kept = st.session_state.get(ASKED, seed)
    return kept.period


def _one_of(kind: Kind, start: Period, loaded: Sequence[date]) -> Period:
    options = spans.of_kind(kind, loaded)
    if start not in options:
        options = [*options, start]
    return st.selectbox(
        "Laquelle",
        options,
        index=options.index(start),
        format_func=lambda period: period.label,
        key=_key(f"quelle-{kind}"),
        filter_mode=None,
        width=215,
    )


def _interval(start: Period, loaded: Sequence[date]) -> Period:
    """Two months; an interval of days, which only an address can ask for, is kept as it is."""
    if start.start.day != 1 or start.stop.day != 1:
        return _one_of(Kind.MONTH, start, ())
    months = sorted({*loaded, start.start, start.last_day.replace(day=1)})
    ends = [
        st.selectbox(
            label,
            months,
            index=months.index(day),
            format_func=short_month,
            key=_key(label),
            filter_mode=None,
            width=115,
        )
        for label, day in (("De", start.start), ("À", start.last_day.replace(day=1)))
    ]
    return spans.interval(*ends)


def _versus(seed: Kept) -> Comparison:
    known = {Comparison(against): label for against, label in _COMPARISONS.items()}
    options = known if seed.versus in known else {**known, seed.versus: _other(seed.versus)}
    return st.selectbox(
        "Comparer à",
        list(options),
        index=list(options).index(seed.versus),
        format_func=options.__getitem__,
        key=_key("comparaison"),
        filter_mode=None,
        width=245,
    )


def _other(versus: Comparison) -> str:
    return versus.period.label if versus.period else str(versus)


def _members(visit: Visit, seed: Kept, dimension: Dimension, *, width: int | Literal["stretch"]) -> Filter:
    """Several members of a dimension; none chosen keeps all."""
    names = visit.known.names[dimension.id]
    default = next((f.values for f in seed.where if f.dimension is dimension), ())
    chosen = st.multiselect(
        dimension.label,
        [*offered(visit, dimension), *({None} & set(default))],
        default=list(default),
        format_func=lambda value: names.get(value, dimension.missing),
        key=_key(dimension.id),
        placeholder=_none_chosen(visit, dimension),
        select_all=False,
        width=width,
    )
    return Filter(dimension, tuple(chosen))


def _none_chosen(visit: Visit, dimension: Dimension) -> str:
    """What a filter keeps that names nothing: all, or the agencies that the person reads."""
    own = agencies_read(visit) if dimension is AGENCY else ()
    return ", ".join(visit.known.names[dimension.id][each] for each in own) or every(dimension)


def _loaded(visit: Visit, metrics: Sequence[Metric]) -> list[date]:
    """The months that can be asked for, the last complete one first."""
    last = last_month(visit, metrics).start
    kinds = {fact.kind for metric in metrics for fact in metric.facts}
    return spans.months(visit.known.coverage.first_month(kinds) or last, last)
