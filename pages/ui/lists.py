"""Draws what is told without a table or a picture: facts, lists of sentences, counts, legends, periods."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

import streamlit as st

from metrics.present.blocks import Periods
from metrics.present.lists import Counts, Facts, Legend, Listing, Lists
from metrics.present.table import Entry, Run, Words
from metrics.views.ask import Ask
from pages.ui import html, links, tables
from pages.ui.drawn import once
from pages.ui.html import Element, el
from pages.ui.kept import ASKED, Kept, change

_TITLES = {"nouvelles": "h2", "lieux": "h3", "controles": "h3"}


def run(ask: Ask | None, each: str | Run) -> Element | str:
    """A few words, which may lead somewhere, stand out or be written smaller."""
    if isinstance(each, str):
        return each
    if each.to is not None:
        return links.link(ask, each.to, each.text)
    if each.is_small:
        return el("small", each.text)
    return el("strong", each.text) if each.is_strong else tables.marked(each.text)


def legend(_ask: Ask | None, block: Legend) -> None:
    """Draws the signs of several pictures, each with its colour."""
    signs = (
        el("li", el("span", each.sign, style=f"color:{each.colour}", aria_hidden="true"), " ", each.name)
        for each in block.signs
    )
    html.show(el("ul", *signs, class_="legende"))


def facts(ask: Ask | None, block: Facts) -> None:
    """Draws facts, each under its name."""
    html.show(_facts(block, ask))


@once
def _facts(block: Facts, ask: Ask | None) -> Element:
    pairs = tuple(el("div", el("dt", run(ask, name)), el("dd", *_told(each))) for name, each in block.facts)
    if not block.title:
        return el("dl", *pairs, class_=block.look)
    said = el("p", block.said, class_="sous-titre") if block.said else None
    source = el("p", block.source, class_="source") if block.source else None
    head = el("div", el("h3", run(ask, block.title)), said)
    return el("section", head, el("dl", *pairs), source, class_=block.look)


def _told(each: Entry | str) -> Iterator[Element | str]:
    """A fact, then what is written smaller beside it."""
    if isinstance(each, str):
        yield each
        return
    yield el("span", each.text, title=each.title) if each.title else tables.marked(each.text)
    yield from map(tables.under, each.under)


def lists(ask: Ask | None, block: Lists) -> None:
    """Draws lists side by side where there is room."""
    html.show(el("div", *(_list(ask, each, _TITLES[block.look]) for each in block.lists), class_=block.look))


def _list(ask: Ask | None, block: Listing, title: str) -> Element:
    """The sentences read at once, then the others folded."""
    every = [(name, words) for name, lines in block.groups for words in lines]
    first, others = (
        (every[: block.at_a_glance], every[block.at_a_glance :]) if block.at_a_glance else (every, [])
    )
    said = f"Voir les {len(others)} autres" if len(others) > 1 else "Voir l'autre"
    return el(
        "section",
        el(title, block.title),
        _grouped(ask, first) if first else el("p", block.none),
        el("details", el("summary", said), _grouped(ask, others)) if others else None,
    )


def _grouped(ask: Ask | None, lines: Sequence[tuple[str, Words]]) -> Element:
    """Sentences, those of a group under its name when it has one."""
    items: list[Element] = []
    for name, group in groupby(lines, key=itemgetter(0)):
        own = [el("li", *(run(ask, each) for each in words)) for _, words in group]
        items += [el("li", el("strong", name), el("ul", *own))] if name else own
    return el("ul", *items)


def counts(ask: Ask | None, block: Counts) -> None:
    """Draws a sentence, then the numbers that it sums up."""
    said = el("p", *(run(ask, each) for each in block.said))
    items = (el("li", *(run(ask, each) for each in words)) for words in block.counts)
    html.show(el("section", said, el("ul", *items, class_="comptes"), class_="bilan"))


def periods(ask: Ask, block: Periods) -> None:
    """Draws a button to each of some periods; that of the page is no way to anywhere."""
    kept: Kept = st.session_state[ASKED]
    with st.container(key="annees", horizontal=True, vertical_alignment="center"):
        for said, period in block.options:
            st.button(
                said,
                key=f"annee-{period}",
                type="tertiary",
                disabled=period == ask.period,
                on_click=change,
                args=(replace(kept, period=period),),
            )
