"""Pieces of a page side by side on a wide screen, one under the other on a narrower one."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


def by_side(*widths: int, key: str = "") -> list[DeltaGenerator]:
    """Columns of these relative widths, to be filled with ``with``; the style sheet stacks them.

    ``key`` tells them from others of the same page.
    """
    with st.container(key=f"cote-a-cote-{key}" if key else "cote-a-cote"):
        return st.columns(list(widths), gap="medium")
