"""Draws on a page what a view shows, piece after piece: the screen's own way of telling each."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import streamlit as st

from metrics.present import words
from metrics.present.blocks import (
    Alike,
    Beside,
    Block,
    Choice,
    Copyable,
    Empty,
    Framed,
    Heading,
    Hint,
    Note,
    Notes,
    Offer,
    Over,
    Periods,
    Picture,
    Records,
    Tiles,
    Why,
    Widen,
)
from metrics.present.lists import Counts, Facts, Legend, Lists
from metrics.present.table import Table
from metrics.result import State
from metrics.views.ask import Ask
from metrics.views.page import Page
from pages.ui import (
    charts,
    choice,
    empty,
    export,
    filters,
    html,
    layout,
    lists,
    records,
    side,
    tables,
    tiles,
    why,
)
from pages.ui.html import el
from pages.ui.kept import ASKED, Kept, change

_ALOUD = ("vide", "avis")  # what is said aloud when it comes
_TITLES = {  # the element of a title, and what the style sheet calls it, if anything
    "partie": ("h2", "partie"),
    "sous-partie": ("h3", "partie"),
    "nom-dispositif": ("h2", "nom-dispositif"),
    "fiche": ("h2", None),
}


def page(shown: Page) -> Ask:
    """Draws a whole view: its banner and title, its bar, then all its pieces; gives what it was asked."""
    visit = layout.open_page(shown.view)
    ask = filters.bar(visit, shown)
    show(ask, shown.contents(ask))
    return ask


def show(ask: Ask | None, blocks: Iterable[Block]) -> None:
    """Draws pieces in their order; each is asked for once the one before it is drawn.

    A view without a bar asks nothing: its pieces lead to definitions alone.
    """
    for block in blocks:
        _DRAWN[type(block)](ask, block)


def _picture(ask: Ask, block: Picture) -> None:
    charts.draw(ask, block)
    html.show(export.images(ask.visit.page, block.key))


def _table(ask: Ask, block: Table) -> None:
    html.show(tables.drawn(block, ask))


def _empty(ask: Ask, block: Empty) -> None:
    empty.draw(ask, block.answer, *block.metrics)


def _records(ask: Ask, block: Records) -> None:
    records.under(ask, block.metric)


def _why(ask: Ask, block: Why) -> None:
    why.under(ask, block.metric)


def _hint(_ask: Ask, block: Hint) -> None:
    html.show(el("p", block.said, class_="phrase"))


def _over(ask: Ask, block: Over) -> None:
    show(replace(ask, period=block.period), block.blocks)


def _chosen(ask: Ask, block: Choice) -> None:
    names = {name: said for name, (said, _) in block.options.items()}
    _, parts = block.options[choice.choose(block.label, block.name, names)]
    show(ask, parts())


def _beside(ask: Ask, block: Beside) -> None:
    for column, part in zip(side.by_side(*block.widths, key=block.key), block.parts, strict=True):
        with column:
            show(ask, part)


def _framed(ask: Ask, block: Framed) -> None:
    with st.container(key=block.key):
        show(ask, block.blocks)


def _alike(ask: Ask, block: Alike) -> None:
    with st.grid(min_column_width=block.narrowest, gap="medium", key=block.key):
        show(ask, block.parts)


def _notes(_ask: Ask, block: Notes) -> None:
    layout.notes(*block.lines)


def _heading(_ask: Ask, block: Heading) -> None:
    if block.subtitle:
        html.show(charts.heading(block.title, block.subtitle, block.of))
    else:
        tag, css = _TITLES[block.look]
        html.show(el(tag, block.title, class_=css))


def _copyable(_ask: Ask, block: Copyable) -> None:
    copied = el("pre", block.text, class_="a-copier", tabindex="0", aria_label=block.said)
    html.show(tables.folded(el("div", el("p", block.said, class_="phrase"), copied), block.title))


def _note(ask: Ask, block: Note) -> None:
    role = "status" if block.look in _ALOUD else None
    html.show(el("p", *(lists.run(ask, each) for each in block.words), class_=block.look, role=role))


def _widen(_ask: Ask, block: Widen) -> None:
    kept: Kept = st.session_state[ASKED]
    left = tuple(f for f in kept.where if f.dimension is not block.dimension)
    args = (replace(kept, where=left),)
    st.button(block.said, key="familles", type="tertiary", on_click=change, args=args)


def _offer(ask: Ask, block: Offer) -> None:
    """Draws the sentence, and the button to the year that the period ends in; one button a page."""
    if block.needs_data and State.MISSING in ask.told:
        return
    html.show(el("p", words.french(block.said), class_="vide", role="status"))
    year, kept = ask.year, st.session_state[ASKED]
    if not ask.offered and year != ask.period:
        ask.offered.add(str(year))
        args = (replace(kept, period=year),)
        st.button(f"Voir l'{year.label}", key=f"proposer-{year}", on_click=change, args=args)


_DRAWN: dict[type, Callable[[Ask, Any], None]] = {
    Tiles: tiles.grid,
    Picture: _picture,
    Table: _table,
    Note: _note,
    Notes: _notes,
    Heading: _heading,
    Empty: _empty,
    Records: _records,
    Why: _why,
    Hint: _hint,
    Offer: _offer,
    Widen: _widen,
    Choice: _chosen,
    Beside: _beside,
    Over: _over,
    Framed: _framed,
    Alike: _alike,
    Copyable: _copyable,
    Legend: lists.legend,
    Facts: lists.facts,
    Lists: lists.lists,
    Counts: lists.counts,
    Periods: lists.periods,
}
