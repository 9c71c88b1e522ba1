"""Pieces of a page side by side on a wide screen, one under the other on a narrower one."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


def by_side(*widths: int) -> list[DeltaGenerator]:
    """Columns of these relative widths, to be filled with ``with``; the style sheet stacks them."""
    with st.container(key="cote-a-cote"):
        return st.columns(list(widths), gap="medium")
