"""Choices kept in the address: drawn by Streamlit, read as a visitor's input.

A bound widget takes its value from the address by the words of its options, and drops without a
word a value it does not know: here the page names it.
"""

from collections.abc import Mapping
from typing import TypeVar

import streamlit as st

from pages.ui import html
from pages.ui.html import el

Chosen = TypeVar("Chosen")
_SHOWN = 40  # characters: enough to recognise a value


def segmented(label: str, key: str, options: Mapping[str, Chosen]) -> Chosen:
    """One option of a few, all in sight; the first is the default."""
    _name_what_is_unknown(label, key, options)
    names = list(options)
    chosen = st.segmented_control(
        label,
        names,
        default=names[0],
        required=True,
        key=key,
        bind="query-params",
        persist_state="session",
        wrap=True,
    )
    return options[chosen or names[0]]


def select(label: str, key: str, options: Mapping[str, Chosen], *, width: int) -> Chosen:
    """One option of many, in a list; the first is the default."""
    _name_what_is_unknown(label, key, options)
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


def _name_what_is_unknown(label: str, key: str, options: Mapping[str, Chosen]) -> None:
    """A visitor's words are shown as they are: in Markdown they could be a link to somewhere else."""
    asked = st.query_params.get(key)
    if asked is not None and asked not in options:
        said = f"{label} : « {asked[:_SHOWN]} » n'existe pas ; l'adresse n'a pas été suivie sur ce point."
        html.show(el("p", said, class_="avis", role="status"))
