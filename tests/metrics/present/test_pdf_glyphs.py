"""Signs that the font of documents does not have: a square stands for each, and the document is made."""

from dataclasses import replace

import pytest

from metrics.catalogue.dimensions import DISPOSITIF
from metrics.present import pdf
from metrics.present.blocks import note
from metrics.present.charts.bars import bars
from metrics.present.export import SHEET
from metrics.present.pdf.glyphs import drawable
from metrics.result import Cell
from tests.metrics.present.papers import ROUNDS, exported, pages, picture
from tests.pages.answers import answer, figure

PARTY, HAN, SQUARE = "\N{PARTY POPPER}", "\N{CJK UNIFIED IDEOGRAPH-6F22}", "\N{WHITE SQUARE}"


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Bravo à tous, cœur et “façade” : 3 m² → 12 ↗ ≥ 5 €, − 2 …", None),
        ("1\u202f234\u00a0k€\u200b", None),  # what is not seen stays
        (f"Bravo {PARTY}", f"Bravo {SQUARE}"),
        (HAN, SQUARE),
        ("", None),
        ("deux\u0085lignes\u2028ou trois", "deux lignes ou trois"),
        ("au\ufeff milieu\u0000\u1680", "au milieu  "),
    ],
)
def test_only_what_cannot_be_drawn_is_a_square(text: str, drawn: str | None) -> None:
    assert drawable(text) == (text if drawn is None else drawn)


@pytest.mark.parametrize("layout", ["view", SHEET])
def test_a_name_that_cannot_be_drawn_spoils_no_document(layout: str) -> None:
    told = answer(ROUNDS, {f"Jour {PARTY}": Cell(figure(50)), "Nuit": Cell(figure(30))}, by=DISPOSITIF)
    drawn = replace(picture(2), chart=bars(told, ROUNDS))
    (page,) = pages(pdf.write(exported(drawn, note(f"Bravo {HAN}"), layout=layout)))
    assert f"Bravo {SQUARE}" in page
    assert PARTY not in page
