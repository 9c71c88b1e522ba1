"""What a page is asked when it opens: by its link, by a saved view, by what was asked before, by who is here.

An address that says something else than when it was read or written last is a visitor's, and is followed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import streamlit as st

from metrics import address
from metrics.catalogue.dimensions import AGENCY
from metrics.model import Dimension
from metrics.query import Filter
from metrics.views.asked import agencies_read, out_of_reach, refused
from metrics.views.visit import Visit
from pages.ui import choice, html, saved
from pages.ui.html import el
from pages.ui.kept import ARRIVES, ASKED, SEED, WRITTEN, Kept, change

_SAID, _FIRST = "adresse-suivie", "premiere-demande"


@dataclass(frozen=True, slots=True)
class Opening:
    """What the widgets of a page are born with, and the choices of its own that come with it."""

    seed: Kept
    choices: Mapping[str, str]


def first(visit: Visit, kept: Kept) -> Kept:
    """What a first visit shows: the person's own agencies, or all."""
    own = agencies_read(visit)
    return replace(kept, where=(Filter(AGENCY, own),)) if own else kept


def opening(visit: Visit, default: Kept, born: str) -> Opening:
    """What this page is asked; ``born`` is the key of a widget, absent when widgets are to be made anew."""
    said, arrives = _said(), st.session_state.get(ARRIVES, False)
    opens = ASKED not in st.session_state
    view = saved.default_of(visit) if not parameters() and (opens or (arrives and _nothing_chosen())) else {}
    if said and said != st.session_state.get(_SAID):
        _follow(visit, default, said)
    elif opens or view:
        _follow(visit, default, view)
        st.session_state[_FIRST] = st.session_state[ASKED]
    elif arrives or born not in st.session_state:  # a page without a bar forgets its widgets
        change(st.session_state[ASKED])
    st.session_state[ARRIVES] = False
    seed: Kept = st.session_state[SEED]
    choices = {name: value for name, value in view.items() if name not in address.NAMES}
    return Opening(seed, choices or (choice.kept_here() if arrives and not said else {}))


def write(visit: Visit, kept: Kept, default: Kept, by: tuple[Dimension, ...], own: Mapping[str, str]) -> None:
    """Puts what this page follows of what is asked in an address that does not say the same already."""
    names = visit.known.names
    st.session_state[ASKED] = kept
    st.session_state[WRITTEN] = written = address.write(kept.period, kept.versus, _of(kept, by), names)
    asked, said = address.read(_said(), names), _said()
    told = Kept(asked.period or default.period, asked.versus or default.versus, asked.where)
    same = replace(told, where=_of(told, by)).same(replace(kept, where=_of(kept, by)))
    if not said or asked.problems or not same:
        others = {name: value for name, value in parameters().items() if address.meant(name) is None}
        st.query_params.from_dict(written | own | others)
    st.session_state[_SAID] = _said()


def keep(visit: Visit) -> None:
    """Keeps what the address asks, on a page without a bar that a link opened in a new session."""
    said = _said()
    asked = address.read(said, visit.known.names)
    if ASKED in st.session_state or asked.period is None or asked.versus is None:
        return
    where, told = _readable(visit, asked.where)
    names_agency = any(each.dimension is AGENCY for each in where)
    if not told and (names_agency or not agencies_read(visit)):
        change(Kept(asked.period, asked.versus, where))
        st.session_state[WRITTEN] = said


def parameters() -> dict[str, str]:
    """What the address says, a page's own choices included."""
    return st.query_params.to_dict()


def _said() -> dict[str, str]:
    """What the address says that the bar reads."""
    said = st.query_params
    return address.ours((name, value) for name in said for value in said.get_all(name))


def _of(kept: Kept, by: tuple[Dimension, ...]) -> tuple[Filter, ...]:
    return tuple(f for f in kept.where if f.dimension in by)


def _nothing_chosen() -> bool:
    """Whether the session still asks what it asked when it opened."""
    opened: Kept | None = st.session_state.get(_FIRST)
    return opened is not None and opened.same(st.session_state[ASKED])


def _follow(visit: Visit, default: Kept, said: Mapping[str, str]) -> None:
    """Asks what an address says, without what cannot be honoured, which is named."""
    asked = address.read(said, visit.known.names)
    where, told = _readable(visit, asked.where)
    problems = (*asked.problems, *told)
    html.show(*(el("p", problem, class_="avis", role="status") for problem in problems))
    start = default if said else first(visit, default)
    kept = Kept(asked.period or start.period, asked.versus or start.versus, where if said else start.where)
    change(kept)


def _readable(visit: Visit, where: tuple[Filter, ...]) -> tuple[tuple[Filter, ...], list[str]]:
    """The filters without the places that the person does not read, and a sentence for each of these."""
    kept, told = list[Filter](), list[str]()
    for each in where:
        out = out_of_reach(visit, each)
        names = visit.known.names[each.dimension.id]
        told += [refused(each.dimension, names.get(value, each.dimension.missing)) for value in out]
        kept.append(replace(each, values=tuple(value for value in each.values if value not in out)))
    return tuple(each for each in kept if each.values), told
