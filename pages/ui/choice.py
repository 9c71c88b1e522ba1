"""Choices of a page's own, kept in the address beside what the bar keeps there."""

from collections.abc import Collection, Mapping
from typing import TypeVar

import streamlit as st

from pages.ui import html
from pages.ui.html import el
from pages.ui.kept import PAGE

_KNOWN = "choix-connus"  # the names of the choices of each page, with their defaults
Chosen = TypeVar("Chosen")
_SHOWN = 40  # characters: enough to recognise a value


def choose(label: str, name: str, options: Mapping[str, str]) -> str:
    """One of the options, which the address names ``name``; the first when it does not say."""
    key, kept, default = f"choix-{name}", f"{name}-garde", next(iter(options))
    asked = st.query_params.get(name)
    _remember(name, default)
    if _name_unknown(label, asked, options):
        del st.query_params[name]
    if asked in options:
        st.session_state[key] = asked
    elif st.session_state.get(key) not in options:  # at first, or on the way back from another page
        before = default if st.query_params else st.session_state.get(kept)  # a link that does not say
        st.session_state[key] = before if before in options else default
        _write(name, key, default)
    elif st.session_state.get(kept) != default:  # the way back led to an address without it
        st.session_state[key] = default
    st.session_state[kept] = st.session_state[key]
    st.segmented_control(
        label,
        list(options),
        key=key,
        required=True,
        format_func=options.__getitem__,
        on_change=_write,
        args=(name, key, default),
    )
    return str(st.session_state[key])


def _write(name: str, key: str, default: str) -> None:
    """Puts the choice in the address; the default is left out of it."""
    chosen = st.session_state[key]
    if chosen != default:
        st.query_params[name] = chosen
    elif name in st.query_params:
        del st.query_params[name]


def said_here() -> dict[str, str]:
    """The choices of this page that its address says."""
    return {name: st.query_params[name] for name in _known() if name in st.query_params}


def kept_here() -> dict[str, str]:
    """The choices of this page as they were left, those of its defaults left out."""
    left = {name: st.session_state.get(f"{name}-garde", default) for name, default in _known().items()}
    return {name: value for name, value in left.items() if value != _known()[name]}


def _known() -> dict[str, str]:
    pages: dict[str, dict[str, str]] = st.session_state.setdefault(_KNOWN, {})
    return pages.setdefault(st.session_state.get(PAGE, ""), {})


def _remember(name: str, default: str) -> None:
    _known()[name] = default


def select(label: str, key: str, options: Mapping[str, Chosen], *, width: int) -> Chosen:
    """One option of many, in a list; the first is the default.

    A bound widget drops without a word a value of the address that it does not know: it is named here.
    """
    asked = st.query_params.get(key)
    _name_unknown(label, asked, options)
    chosen = st.selectbox(
        label,
        list(options),
        key=key,
        placeholder="Choisir",
        filter_mode=None,  # typing in a short list would only earn an English « No results »
        bind="query-params",
        persist_state="session",
        width=width,
    )
    return options[chosen]


def _name_unknown(label: str, asked: str | None, options: Collection[str]) -> bool:
    """Says which value of the address means nothing; whether there is one."""
    is_unknown = asked is not None and asked not in options
    if is_unknown:
        said = f"{label} : « {asked[:_SHOWN]} » n'existe pas ; l'adresse n'a pas été suivie sur ce point."
        html.show(el("p", said, class_="avis", role="status"))
    return is_unknown
