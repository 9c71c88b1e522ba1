"""Exports written by hand, and what readers find in the pages made of them."""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pikepdf
import pypdfium2

from metrics.catalogue.dimensions import DISPOSITIF
from metrics.kinds import Polarity
from metrics.present.blocks import Picture, Tiles
from metrics.present.charts.bars import bars
from metrics.present.export import Export, Part, Piece
from metrics.present.table import Column, Entry, Table, table
from metrics.query import Against
from metrics.result import Cell
from tests.pages.answers import answer, figure, metric, moved, single

DAY = date(2025, 1, 6)
ROUNDS = metric(polarity=Polarity.MORE)
_LOADED = re.compile(r"fait le .*?, ", re.DOTALL)


def exported(*pieces: Piece, title: str = "Rondes", part: str = "", **more: Any) -> Export:
    """A view of one part."""
    told: dict[str, Any] = {
        "title": title,
        "question": "Combien de rondes ?",
        "stem": "rondes_2024-12",
        "facts": (("Période", "décembre 2024"),),
        "day": DAY,
    }
    return Export(**(told | more), parts=(Part(part, pieces),))


def lines_of(count: int, headers: Sequence[str] = ("Dispositif", "Rondes"), text: str = "Jour") -> Table:
    """A table of so many lines, the first column of names and the others of numbers."""
    first, *others = headers
    columns = [Column(first), *(Column(each, is_number=True) for each in others)]
    lines = [[f"{text} {n}", *(Entry(str(n)) for _ in others)] for n in range(1, count + 1)]
    return table("Les rondes", columns, lines)


def picture(count: int) -> Picture:
    """Bars, over a table of so many lines."""
    answered = answer(ROUNDS, {"Jour": Cell(figure(50)), "Nuit": Cell(figure(30))}, by=DISPOSITIF)
    chart = replace(bars(answered, ROUNDS), notes=("3 juin 2024 : un nouveau marché",))
    return Picture(key="rondes", chart=chart, table=lines_of(count))


def tiles() -> Tiles:
    """A figure that rose, reached its target and was printed."""
    headline = single(ROUNDS, moved(1112, 11, 112), versus="année 2023", against=Against.PREVIOUS_YEAR)
    goals = single(ROUNDS, Cell(figure(1112), figure(1000), figure(11)), against=Against.TARGET)
    printed = {("rounds", "2024-12"): "RA 2024 p. 6"}
    return Tiles(headline=headline, goals=goals, history=headline, badges=printed)


def pages(paper: bytes) -> list[str]:
    """The text of each page, as it is selected."""
    document = pypdfium2.PdfDocument(paper)
    try:
        return [_text(document, number) for number in range(len(document))]
    finally:
        document.close()


def _text(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number]
    text = page.get_textpage()
    try:
        return str(text.get_text_range())
    finally:
        text.close()
        page.close()


Letter = tuple[float, float, float, float, tuple[float, float]]


def letters(paper: bytes) -> Iterator[Letter]:
    """Where each letter stands, and how large its page is."""
    document = pypdfium2.PdfDocument(paper)
    for page in document:
        text = page.get_textpage()
        for number in range(text.count_chars()):
            yield (*text.get_charbox(number), page.get_size())
        text.close()
        page.close()
    document.close()


def squeezed(text: str) -> str:
    """A text without its spaces, wherever lines break; a hyphen that ends a line is one."""
    return re.sub(r"[\s\u200b\u00ad]", "", text.replace("\ufffe", "-"))


def sizes(paper: bytes) -> list[tuple[int, int]]:
    """The width and the height of each page, in points."""
    with pikepdf.open(io.BytesIO(paper)) as document:
        return [(round(float(page.mediabox[2])), round(float(page.mediabox[3]))) for page in document.pages]


def elements(paper: bytes) -> list[tuple[str, str]]:
    """The tags of a document in reading order, each with the text that stands for it."""
    with pikepdf.open(io.BytesIO(paper)) as document:
        return [(str(tag), alt) for tag, alt in _under(document.Root.StructTreeRoot)]


def _under(node: Any) -> Iterator[tuple[str, str]]:
    if not isinstance(node, pikepdf.Dictionary):
        return
    if "/S" in node:
        yield str(node["/S"]).removeprefix("/"), str(node.get("/Alt", ""))
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        yield from _under(kid)


def typed(paper: bytes) -> list[str]:
    """The pages as they are selected, with the spaces of a keyboard, without when the sample was loaded."""
    plain = (page.replace("\u00a0", " ").replace("\u202f", " ") for page in pages(paper))
    lines = ("\n".join(line.rstrip() for line in page.splitlines()).strip() for page in plain)
    return [_LOADED.sub("fait le …, ", page) for page in lines]
