"""What is told of whole calendar years only: a month of it would point at somebody."""

from dataclasses import replace

import streamlit as st

from metrics import period as periods
from metrics.period import Kind
from metrics.present import words
from metrics.result import State
from pages.ui import html
from pages.ui.asking import Ask
from pages.ui.html import el
from pages.ui.kept import ASKED, Kept, change


def whole(ask: Ask, what: str) -> bool:
    """Whether the period is made of calendar years; otherwise says so, and offers the year it ends in."""
    if ask.period.is_years:
        return True
    if State.MISSING not in ask.told:  # nothing is loaded, which is said once
        offer(
            ask,
            f"{what} : lecture par année civile seulement ; sur une période plus courte, ou à cheval sur "
            "deux années, un chiffre désignerait quelqu'un.",
        )
    return False


def civil(ask: Ask, what: str) -> Ask:
    """The same questions, of the calendar year where a contract year would mean nothing, once said so."""
    if ask.period.kind is not Kind.CONTRACT_YEAR:
        return ask
    offer(ask, f"{what} n'a pas d'exercice de marché : chiffres de l'{ask.year.label}.")
    return replace(ask, period=ask.year)


def offer(ask: Ask, said: str) -> None:
    """Draws a sentence, and the button to the year that the period ends in; one button a page."""
    html.show(el("p", words.french(said), class_="vide", role="status"))
    year, kept = periods.year(ask.period.last_day.year), st.session_state[ASKED]
    if not ask.offered and year != ask.period:
        ask.offered.add(str(year))
        asked: Kept = replace(kept, period=year)
        st.button(f"Voir l'{year.label}", key=f"proposer-{year}", on_click=change, args=(asked,))
