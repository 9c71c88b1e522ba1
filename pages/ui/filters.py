"""The filter bar: one place for what figures cover, the same on every page, kept in the address.

What is asked lives in the session and is written in the address; an address that says something else
than what was written last is a visitor's, and is followed. Widgets are born from a seed and keep their
own value until something other than themselves changes what is asked: then a new seed makes new ones.
"""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from data_access.errors import QueryError
from metrics.catalogue.dimensions import AGENCY
from metrics.model import Dimension, Metric
from metrics.period import Kind, Period
from metrics.present.words import short_month
from metrics.query import Against, Comparison, Filter
from pages.ui import address, chips, html, saved, spans
from pages.ui.asking import Ask
from pages.ui.html import el
from pages.ui.kept import ASKED, BIRTH, SEED, Kept, change
from pages.ui.session import Session

_WRITTEN, _PAGE = "adresse", "page"
_COMPARISONS = {
    Against.PREVIOUS_YEAR: "Même période, année précédente",
    Against.PREVIOUS_PERIOD: "Période précédente",
    Against.TARGET: "Objectif",
    Against.MEDIAN: "Médiane des autres agences",
    Against.NONE: "Rien",
}


def bar(
    session: Session, *metrics: Metric, by: Sequence[Dimension] = (AGENCY,), counted: Metric | None = None
) -> Ask:
    """Draws the bar of a page, with a filter per dimension; the default is the last month loaded.

    ``counted`` is the metric that says how many records the filters keep.
    """
    loaded = _loaded(session, metrics)
    default = Kept(spans.of_kind(Kind.MONTH, loaded)[0], Comparison(Against.PREVIOUS_YEAR))
    seed = _seed(session, default)
    with st.container(key="filtres", horizontal=True, vertical_alignment="bottom"):
        period = _period(seed, loaded)
        versus = _versus(seed)
        own = [_members(session, seed, dimension) for dimension in by]
        place = st.container(width="content")
    elsewhere = tuple(f for f in seed.where if f.dimension not in by)
    kept = Kept(period, versus, (*(f for f in own if f.values), *elsewhere))
    _write(session, kept, by)
    ask = Ask(session, period, versus, tuple(f for f in kept.where if f.dimension in by), tuple(by))
    with place:
        saved.menu(session, st.session_state[_WRITTEN])
    chips.show(ask, kept, default, counted)
    return ask


def _seed(session: Session, default: Kept) -> Kept:
    """What the widgets of this page were born with, after the address and the menu had their say."""
    said = {name: value for name, value in _parameters().items() if value and name in address.NAMES}
    page = st.session_state.get(_PAGE)
    if said and said != st.session_state.get(_WRITTEN):
        asked = address.read(said, session.known.names)
        html.show(*(el("p", problem, class_="avis", role="status") for problem in asked.problems))
        change(Kept(asked.period or default.period, asked.versus or default.versus, asked.where))
    elif ASKED not in st.session_state:
        opened = address.read(saved.default_of(session), session.known.names)
        change(Kept(opened.period or default.period, opened.versus or default.versus, opened.where))
    elif page != session.page or _key("periode") not in st.session_state:  # a page without a bar forgets it
        change(st.session_state[ASKED])
    st.session_state[_PAGE] = session.page
    seed: Kept = st.session_state[SEED]
    return seed


def _write(session: Session, kept: Kept, by: Sequence[Dimension]) -> None:
    """Puts in the address what this page follows of what is asked."""
    st.session_state[ASKED] = kept
    followed = tuple(f for f in kept.where if f.dimension in by)
    written = address.write(kept.period, kept.versus, followed, session.known.names)
    others = {name: value for name, value in _parameters().items() if name not in address.NAMES}
    if _parameters() != written | others:
        st.query_params.from_dict(written | others)
    st.session_state[_WRITTEN] = written


def _parameters() -> dict[str, str]:
    """What the address says, a page's own choices included."""
    return st.query_params.to_dict()


def _key(name: str) -> str:
    return f"{name}-{st.session_state[BIRTH]}"


def _period(seed: Kept, loaded: Sequence[date]) -> Period:
    """The kind of period, then which one: its months for an interval."""
    names = list(spans.KINDS)
    chosen = st.selectbox(
        "Période",
        names,
        index=names.index(spans.kind_label(seed.period)),
        key=_key("periode"),
        filter_mode=None,
        width=170,
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
        width=230,
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
            width=130,
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
        width=260,
    )


def _other(versus: Comparison) -> str:
    return versus.period.label if versus.period else str(versus)


def _members(session: Session, seed: Kept, dimension: Dimension) -> Filter:
    """Several members of a dimension; none chosen keeps all."""
    names = session.known.names[dimension.id]
    default = next((f.values for f in seed.where if f.dimension is dimension), ())
    chosen = st.multiselect(
        dimension.label,
        [*names, *({None} & set(default))],
        default=list(default),
        format_func=lambda value: names.get(value, dimension.missing),
        key=_key(dimension.id),
        placeholder="Toutes" if dimension is AGENCY else "Tous",
        select_all=False,
        width=260,
    )
    return Filter(dimension, tuple(chosen))


def _loaded(session: Session, metrics: Sequence[Metric]) -> list[date]:
    """The months that can be asked for, the last complete one first."""
    kinds = {fact.kind for metric in metrics for fact in metric.facts}
    last = session.known.coverage.last_complete_month(kinds)
    first = session.known.coverage.first_month(kinds)
    if last is None or first is None:
        raise QueryError("Aucun mois n'est chargé pour tous les chiffres de cette page.")
    return spans.months(first, last)
