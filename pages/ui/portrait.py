"""A dispositif in words and tables: what it is, its markets, its team, its places."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from data_access.words import MONTHS
from metrics import period as periods
from metrics import portrait
from metrics.catalogue.dimensions import DISPOSITIF
from metrics.model import Metric
from metrics.period import Kind, Period
from metrics.portfolio import Entry, entries
from metrics.portrait import Portrait
from metrics.present import records as written
from metrics.query import Against, Filter, Value
from metrics.result import Result, State
from metrics.views.ask import Ask
from pages.ui import html, portfolio, tables
from pages.ui.html import Element, el
from pages.ui.kept import ASKED, Kept, change


def asked(ask: Ask) -> Portrait | None:
    """The only dispositif that the bar keeps, or None."""
    kept = next((f.values for f in ask.where if f.dimension is DISPOSITIF), ())
    return portrait.portrait(ask.visit.url, kept[0], ask.visit.scope) if len(kept) == 1 else None


def choose(ask: Ask, address_of: Callable[[Value], str]) -> None:
    """Says that a dispositif must be chosen, and lists those that may be read as links."""
    names = portrait.readable(ask.visit.known, ask.visit.scope)
    said = "Choisissez un dispositif : cette page en montre un seul."
    links = (el("li", el("a", name, href=address_of(value), target="_self")) for value, name in names.items())
    html.show(el("p", said, class_="vide", role="status"), el("ul", *links, class_="liste-liens"))


def entry(ask: Ask, who: Portrait) -> Entry:
    """The same in the portfolio: its markets around the end of the period."""
    session, own = ask.visit, (Filter(DISPOSITIF, (who.id,)),)
    (found,) = entries(session.url, ask.period, session.scope, own, session.known)
    return found


def identity(who: Portrait, own: Entry) -> None:
    """What its file says of it, and the market it worked under at the end of the period."""
    facts = {
        "Agence": who.agency,
        "Famille": who.family,
        "Orientation": who.orientation,
        "Cadre": who.setting,
        "Commanditaire principal": who.funder,
        "Marché": " ; ".join(portfolio.said(market, own.funder) for market in own.markets),
        "Présence": who.schedule,
        "Exercice de marché": _contract_year(who.first_month),
    }
    pairs = (el("div", el("dt", said), el("dd", value)) for said, value in facts.items() if value)
    html.show(el("h2", who.name, class_="nom-dispositif"), el("dl", *pairs, class_="fiche"))
    if own.begins:
        html.show(el("p", f"{portfolio.before(own.begins)}.".capitalize(), class_="avis", role="note"))


def has_object(metric: Metric, headline: Result) -> bool:
    """Whether a figure means something for it, so that its months do too."""
    return headline.cell(metric).figure.state is not State.NOT_APPLICABLE


def markets(ask: Ask, who: Portrait) -> None:
    """Its markets and where each stood at the end of the period."""
    session, last = ask.visit, ask.period.last_day
    held = portrait.markets(session.url, who.id, session.scope, last, session.known)
    headers, lines = written.holdings(held)
    columns = [tables.Column(header, is_number="€" in header) for header in headers]
    caption = f"Marchés et conventions, situation à la fin de la période ({ask.period.label})"
    with st.container(key="serre-marches"):
        tables.show(caption, columns, lines)


def places(sectors: Result, sites: Result) -> None:
    """Where it works in the period."""
    html.show(el("div", _list("Secteurs", sectors), _list("Sites", sites), class_="lieux"))


def years(ask: Ask, who: Portrait, own: Entry) -> None:
    """Offers the years its months can be read by: the calendar's, and those of its market that meet it."""
    kept: Kept = st.session_state[ASKED]
    offered = _years(ask, who, own)
    if all(period == ask.period for period in offered.values()):
        return
    with st.container(key="annees", horizontal=True, vertical_alignment="center"):
        for said, period in offered.items():
            st.button(
                said,
                key=f"annee-{period}",
                type="tertiary",
                disabled=period == ask.period,
                on_click=change,
                args=(replace(kept, period=period),),
            )


def _years(ask: Ask, who: Portrait, own: Entry) -> dict[str, Period]:
    """By what they are called; none begins after what is loaded."""
    last = ask.visit.known.coverage.last_month() or ask.period.last_day
    number = min(ask.period.last_day.year, last.year)
    offered = {f"Année {number}": periods.year(number)}
    for contract in (periods.contract_year(number), periods.contract_year(number + 1)):
        begins, after = contract.window(who.first_month)
        if begins.month != 1 and begins <= last and own.is_held(begins, after):
            called = f"{contract.label.capitalize()} ({Period(Kind.FREE, begins, after).label})"
            offered[called] = contract
    return offered


def months(ask: Ask, who: Portrait, metric: Metric) -> Result:
    """The months of the period; of a contract year, those of its own."""
    asked_apart = ask.versus.against is Against.PERIOD  # a period of the reader's choice stays what it is
    if ask.period.kind is Kind.CONTRACT_YEAR and not asked_apart:
        begins, after = ask.period.window(who.first_month)
        kind = Kind.YEAR if who.first_month == 1 else Kind.FREE
        return replace(ask, period=Period(kind, begins, after)).months(metric)
    return ask.months(metric)


def _contract_year(first_month: int) -> str:
    last = MONTHS[(first_month + 10) % 12]
    return f"{MONTHS[first_month - 1]} à {last}"


def _list(title: str, answer: Result) -> Element:
    names = [label for row in answer.rows for key, label in zip(row.keys, row.labels, strict=True) if key]
    said = el("ul", *(el("li", name) for name in names)) if names else el("p", "Aucun sur la période.")
    counted = f"{title} ({len(names)})"
    return el("section", el("h3", counted), said)
