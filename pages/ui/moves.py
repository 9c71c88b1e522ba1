"""Who came, who left, and how fast the staff renews itself: told of whole calendar years."""

import streamlit as st

from metrics.badges import Badges
from metrics.catalogue.dimensions import AGENCY
from metrics.catalogue.headcounts import LEGAL_HEADCOUNT, MEAN_FTE, MEAN_HEADCOUNT
from metrics.catalogue.movements import (
    ENTRIES,
    EXITS,
    PERMANENT_TURNOVER,
    STAFF_TURNOVER,
    TRANSFERS_IN,
    TRANSFERS_OUT,
)
from metrics.model import Metric
from metrics.result import Result
from pages.ui import answering, breakdown, html, listed, why, years
from pages.ui.asking import Ask
from pages.ui.html import el

_BOTH = (
    "Deux lectures du renouvellement : les départs de CDI rapportés à l'effectif en CDI, et la moyenne des "
    "entrées et des sorties de tous les contrats, que les saisons et les apprentis élèvent."
)


def turnover(ask: Ask, badges: Badges) -> None:
    """Draws entries, exits and both rates, then the agencies, transfers between them included."""
    if years.whole(ask, "Entrées, sorties et rotation"):
        rates = (PERMANENT_TURNOVER, STAFF_TURNOVER)
        listed.table(ask, "Entrées, sorties et rotation", badges, ENTRIES, EXITS, *rates)
        html.show(el("p", _BOTH, class_="phrase"))
        _explained(ask, STAFF_TURNOVER)
        moves = (ENTRIES, TRANSFERS_IN, EXITS, TRANSFERS_OUT)
        breakdown.table(ask, "Entrées et sorties par agence", AGENCY, badges, *moves)
    means = (MEAN_HEADCOUNT, MEAN_FTE, LEGAL_HEADCOUNT)
    listed.table(ask, "Les autres effectifs, qui ne sont pas celui du dernier jour", badges, *means)


def _explained(ask: Ask, rate: Metric) -> None:
    """Offers what moved a rate, when it has moved and may be told."""
    answer = answering.by(ask, (), rate)
    if isinstance(answer, Result) and why.can_tell(rate, answer.cell(rate), ask):
        with st.container(key="sous-tableau"):
            why.button(rate, is_named=True)
    why.panel(ask, rate)
