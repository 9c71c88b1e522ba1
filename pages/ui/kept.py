"""What is asked, whatever the page, as the session keeps it; one value of it changes at a time."""

from dataclasses import dataclass, replace

import streamlit as st

from metrics.model import Dimension
from metrics.period import Period
from metrics.query import Comparison, Filter, Value

ASKED, SEED, BIRTH = "demande", "graine", "naissance"
WRITTEN = "adresse"  # what is asked, as the bar writes it in the address
PAGE = "page-ouverte"  # the address of the page that is open
ARRIVES = "arrivee"  # whether another page was open before, until the bar of this one is drawn
_BEFORE = "periode-avant"  # the period a mark was clicked for, and the one asked before


@dataclass(frozen=True, slots=True)
class Kept:
    """What is asked, whatever the page."""

    period: Period
    versus: Comparison
    where: tuple[Filter, ...] = ()

    def same(self, other: "Kept") -> bool:
        """Whether both ask for the same, in whatever order."""
        return self.key == other.key

    @property
    def key(self) -> tuple[object, ...]:
        """What tells it from others, whatever SQL objects it holds."""
        filters = frozenset((f.dimension.id, frozenset(f.values)) for f in self.where if f.values)
        return self.period, self.versus, filters

    def without(self, dimension: Dimension, value: Value) -> "Kept":
        """The same without one value of a filter."""
        left = (
            replace(f, values=tuple(v for v in f.values if f.dimension is not dimension or v != value))
            for f in self.where
        )
        return replace(self, where=tuple(f for f in left if f.values))

    def only(self, dimension: Dimension, value: Value) -> "Kept":
        """The same, kept to one member of a dimension."""
        others = tuple(f for f in self.where if f.dimension is not dimension)
        return replace(self, where=(*others, Filter(dimension, (value,))))


def narrow(kept: Kept, period: Period) -> None:
    """Asks for a period by a mark, and keeps the one that was asked before any."""
    st.session_state[_BEFORE] = period, before_narrow(kept) or kept.period
    change(replace(kept, period=period))


def before_narrow(kept: Kept) -> Period | None:
    """The period to go back to, while the one a mark was clicked for is asked."""
    period, before = st.session_state.get(_BEFORE, (None, None))
    return before if period == kept.period else None


def change(kept: Kept) -> None:
    """Asks for something else than what the widgets say, which are then made anew."""
    st.session_state[ASKED] = kept
    st.session_state[SEED] = kept
    st.session_state[BIRTH] = st.session_state.get(BIRTH, 0) + 1
