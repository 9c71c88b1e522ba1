"""Who looked at figures of the staff: one row of the trail per view, written once the page is drawn.

A run counts what it shows, and its row is sent without waiting for the store (``data_access/traces.py``). A
page that shows the same again is not a second view.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from urllib.parse import urlencode

import streamlit as st

from data_access import traces
from data_access.audit import Action, Trace
from data_access.engine import store_url
from metrics.result import Result, State
from metrics.rights import is_about_staff
from pages.ui import session
from pages.ui.kept import PAGE

_LAST = "derniere-consultation"
_LONGEST = 2_000  # characters of an address


@dataclass(slots=True)
class _Count:
    """What a run has shown so far."""

    shown: int = 0
    hidden: int = 0


_COUNT: ContextVar[_Count | None] = ContextVar("seen", default=None)


@contextmanager
def watching() -> Iterator[None]:
    """Counts the figures of the staff that a run shows; whatever ends it, they were seen."""
    count, who = _Count(), session.here()
    token = _COUNT.set(count)
    try:
        yield
    finally:
        _COUNT.reset(token)
        if count.shown or count.hidden:
            _tell(count, who)


def noted(answer: Result) -> Result:
    """The same answer, its cells that are about the staff counted."""
    metrics = filter(is_about_staff, answer.query.metrics)
    states = [cell.figure.state for metric in metrics for _, cell in answer.column(metric)]
    hidden = states.count(State.HIDDEN)
    add(len(states) - hidden, hidden)
    return answer


def add(shown: int, hidden: int = 0) -> None:
    """Counts cells that no answer holds, as those of a register."""
    count = _COUNT.get()
    if count is not None:
        count.shown += shown
        count.hidden += hidden


def _tell(count: _Count, who: session.Here) -> None:
    """Sends the row of this view, unless the same was the last one of this session."""
    page = st.session_state.get(PAGE, "")
    filters = urlencode({name: st.query_params.get_all(name) for name in st.query_params}, doseq=True)
    view = (who.person, page, filters)
    if st.session_state.get(_LAST) != view:
        st.session_state[_LAST] = view
        trace = Trace(
            person=who.person,
            action=Action.VIEW,
            view=page,
            filters=filters[:_LONGEST],
            rows=count.shown,
            hidden=count.hidden,
            origin=who.origin,
        )
        traces.send(store_url(), trace)
