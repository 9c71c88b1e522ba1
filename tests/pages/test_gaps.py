"""Tiles and tables set against a target or other agencies: a gap in one word, or none."""

import pytest

from metrics.query import Against
from metrics.result import Cell
from metrics.views.parts import comparison
from tests.pages.answers import by_agency, figure, metric, moved
from tests.pages.conftest import Drawn
from tests.pages.test_tiles import table, tile


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (moved(110, 10, 10), "+10 (+10,0\u00a0%) · au-dessus face à : médiane"),
        (moved(90, -10, -10), "−10 (−10,0\u00a0%) · en\u00a0dessous face à : médiane"),
        (moved(99, -1, -1), "−1 (−1,0\u00a0%) · proche face à : médiane"),
        (Cell(figure(110), figure(100)), "Médiane : 100"),  # a size: no gap is told
    ],
)
def test_what_is_no_other_period_is_a_gap_without_arrow(drawn: Drawn, cell: Cell, said: str) -> None:
    assert tile(drawn, cell, versus="médiane", against=Against.MEDIAN).change == said


@pytest.mark.parametrize(
    ("cell", "partial", "said"),
    [
        (moved(101, 1, 1), False, "+1 (+1,0\u00a0%) · atteint écart par rapport à : objectif"),
        (moved(90, -10, -10), False, "−10 (−10,0\u00a0%) · manqué écart par rapport à : objectif"),
        (moved(90, -10, -10), True, "−10 (−10,0\u00a0%) écart par rapport à : objectif"),  # half-way
        (Cell(figure(90)), False, "Sans objectif"),
    ],
)
def test_a_tile_has_one_word_for_its_target(drawn: Drawn, cell: Cell, partial: bool, said: str) -> None:
    shown = tile(drawn, cell, versus="objectif", against=Against.TARGET, partial=partial)
    assert shown.change == said


def test_a_column_without_any_target_says_so_in_its_header(drawn: Drawn) -> None:
    each = metric()
    for cell, said in ((Cell(figure(5)), "Rondes, sans objectif"), (moved(90, -10, -10), "Rondes")):
        parts = by_agency(each, {"Rennes": cell}, versus="objectif", against=Against.TARGET)
        assert comparison.column(parts, each).said == said


def test_the_table_of_a_gap_says_it_is_one(drawn: Drawn) -> None:
    parts = by_agency(metric(), {"Rennes": moved(90, -10, -10)}, versus="objectif", against=Against.TARGET)
    assert table(drawn, parts, parts).caption.endswith("décembre 2024 (écart par rapport à : objectif)")
