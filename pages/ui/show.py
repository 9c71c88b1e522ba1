"""Draws on a page what a view shows, piece after piece: the screen's own way of telling each."""

from collections.abc import Iterable
from dataclasses import replace

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
    Note,
    Notes,
    Offer,
    Picture,
    Records,
    Run,
    Table,
    Tiles,
    Widen,
)
from metrics.views.ask import Ask
from metrics.views.page import Page
from pages.ui import charts, choice, empty, filters, html, layout, links, records, side, tables, tiles
from pages.ui.html import Element, el
from pages.ui.kept import ASKED, Kept, change

_ALOUD = ("vide", "avis")  # what is said aloud when it comes
_TITLES = {"partie": "h2", "sous-partie": "h3"}


def page(shown: Page) -> None:
    """Draws a whole view: its banner and title, its bar, then all its pieces."""
    visit = layout.open_page(shown.view)
    ask = filters.bar(visit, shown)
    show(ask, shown.contents(ask))


def show(ask: Ask, blocks: Iterable[Block]) -> None:
    """Draws pieces in their order; each is asked for once the one before it is drawn."""
    for block in blocks:
        _one(ask, block)


def _one(ask: Ask, block: Block) -> None:
    match block:
        case Tiles():
            tiles.grid(ask, block)
        case Picture():
            charts.draw(ask, block)
        case Table():
            html.show(tables.drawn(block, ask))
        case Notes(lines):
            layout.notes(*lines)
        case Note() | Heading() | Copyable():
            html.show(_text(ask, block))
        case Empty(answer, metrics):
            empty.draw(ask, answer, *metrics)
        case Records(metric):
            records.under(ask, metric)
        case Offer() | Widen():
            _way(ask, block)
        case Choice():
            names = {name: said for name, (said, _) in block.options.items()}
            show(ask, block.options[choice.choose(block.label, block.name, names)][1]())
        case Beside() | Framed() | Alike():
            _together(ask, block)


def _together(ask: Ask, block: Beside | Framed | Alike) -> None:
    """Draws pieces beside one another, or under one name."""
    match block:
        case Beside(widths, parts):
            for column, part in zip(side.by_side(*widths), parts, strict=True):
                with column:
                    show(ask, part)
        case Framed(key, blocks):
            with st.container(key=key):
                show(ask, blocks)
        case Alike(key, narrowest, parts):
            with st.grid(min_column_width=narrowest, gap="medium", key=key):
                for each in parts:
                    _together(ask, each)


def _text(ask: Ask, block: Note | Heading | Copyable) -> Element:
    match block:
        case Heading(title, subtitle, "entete-graphique"):
            return charts.heading(title, subtitle)
        case Heading(title, _, look):
            return el(_TITLES[look], title, class_="partie")
        case Copyable(title, said, text):
            copied = el("pre", text, class_="a-copier", tabindex="0", aria_label=said)
            return tables.folded(el("div", el("p", said, class_="phrase"), copied), title)
        case Note(told, look):
            role = "status" if look in _ALOUD else None
            return el("p", *(_run(ask, each) for each in told), class_=look, role=role)


def _run(ask: Ask, each: str | Run) -> Element | str:
    if isinstance(each, str):
        return each
    if each.to is not None:
        return links.link(ask, each.to, each.text)
    return el("strong", each.text) if each.is_strong else tables.marked(each.text)


def _way(ask: Ask, block: Offer | Widen) -> None:
    """Draws a button to what is asked otherwise; one way out a page."""
    kept: Kept = st.session_state[ASKED]
    if isinstance(block, Widen):
        left = tuple(f for f in kept.where if f.dimension is not block.dimension)
        args = (replace(kept, where=left),)
        st.button(block.said, key="familles", type="tertiary", on_click=change, args=args)
        return
    html.show(el("p", words.french(block.said), class_="vide", role="status"))
    year = ask.year
    if not ask.offered and year != ask.period:
        ask.offered.add(str(year))
        args = (replace(kept, period=year),)
        st.button(f"Voir l'{year.label}", key=f"proposer-{year}", on_click=change, args=args)
