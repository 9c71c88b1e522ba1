"""A dispositif in words and tables: what it is, its markets, its team, its places."""

from collections.abc import Callable

import streamlit as st

from metrics import period as periods
from metrics import portrait
from metrics.catalogue.dimensions import DISPOSITIF
from metrics.portrait import Portrait
from metrics.present import records as written
from metrics.query import Value
from metrics.result import Result
from pages.ui import html, tables
from pages.ui.asking import Ask
from pages.ui.html import el


def asked(ask: Ask) -> Portrait | None:
    """The only dispositif that the bar keeps, or None."""
    kept = next((f.values for f in ask.where if f.dimension is DISPOSITIF), ())
    return portrait.portrait(ask.session.url, kept[0], ask.session.scope) if len(kept) == 1 else None


def choose(ask: Ask, address_of: Callable[[Value], str]) -> None:
    """Says that a dispositif must be chosen, and lists them all as links."""
    names = ask.session.known.names[DISPOSITIF.id]
    said = "Choisissez un dispositif : cette page en montre un seul."
    links = (el("li", el("a", name, href=address_of(value), target="_self")) for value, name in names.items())
    html.show(el("p", said, class_="vide", role="status"), el("ul", *links, class_="liste-liens"))


def identity(who: Portrait) -> None:
    """What its file says of it."""
    facts = {
        "Agence": who.agency,
        "Famille": who.family,
        "Orientation": who.orientation,
        "Cadre": who.setting,
        "Commanditaire principal": who.funder,
        "Présence": who.schedule,
        "Exercice de marché": _contract_year(who.first_month),
    }
    pairs = (el("div", el("dt", said), el("dd", value)) for said, value in facts.items() if value)
    html.show(el("h2", who.name, class_="nom-dispositif"), el("dl", *pairs, class_="fiche"))


def markets(ask: Ask, who: Portrait) -> None:
    """Its markets and where each stood at the end of the period."""
    session, last = ask.session, ask.period.last_day
    held = portrait.markets(session.url, who.id, session.scope, last, session.known.as_of)
    headers, lines = written.holdings(held)
    columns = [tables.Column(header, is_number="€" in header) for header in headers]
    tables.show(
        f"Marchés et conventions, situation à la fin de la période ({ask.period.label})", columns, lines
    )


def places(sectors: Result, sites: Result) -> None:
    """Where it works in the period."""
    html.show(_list("Secteurs", sectors), _list("Sites", sites))


def spans(ask: Ask, who: Portrait) -> None:
    """The two years its months can be read by: the calendar's, and that of its market."""
    number = ask.period.last_day.year
    contract = periods.contract_year(number)
    first, after = contract.window(who.first_month)
    with st.container(key="annees", horizontal=True, vertical_alignment="center"):
        _span(f"Année {number}", periods.year(number), ask)
        _span(f"Exercice de marché {number}", contract, ask)
