"""Pieces of a page drawn once: they depend on answers, which memory gives again, and on where links lead."""

from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

import streamlit as st

from metrics.present.once import KEPT
from pages.ui.kept import ASKED, WRITTEN, Kept

Asked = ParamSpec("Asked")
Piece = TypeVar("Piece")


def once(draw: Callable[Asked, Piece]) -> Callable[Asked, Piece]:
    """The same function, which draws a piece once for all who ask the same and are at the same address."""

    @lru_cache(maxsize=KEPT)
    def remembered(_where: Hashable, *args: Asked.args, **kwargs: Asked.kwargs) -> Piece:
        return draw(*args, **kwargs)

    @wraps(draw)
    def drawn(*args: Asked.args, **kwargs: Asked.kwargs) -> Piece:
        return remembered(_where(), *args, **kwargs)

    return drawn


def _where() -> Hashable:
    """All that the links of a page are made of."""
    kept: Kept | None = st.session_state.get(ASKED)
    written: dict[str, str] = st.session_state.get(WRITTEN, {})
    return kept and kept.key, frozenset(written.items()), frozenset(st.query_params.items())
