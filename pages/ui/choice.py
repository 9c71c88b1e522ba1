"""A choice of the page's own, kept in the address beside what the bar keeps there."""

from collections.abc import Mapping

import streamlit as st


def choose(label: str, name: str, options: Mapping[str, str]) -> str:
    """One of the options, which the address names ``name``; the first when it does not say."""
    key, default = f"choix-{name}", next(iter(options))
    said = st.query_params.get(name)
    if said in options:
        st.session_state[key] = said
    elif st.session_state.get(f"{key}-lu") is not None:  # the way back led to an address without it
        st.session_state[key] = default
    st.session_state[f"{key}-lu"] = said
    st.session_state.setdefault(key, default)
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
