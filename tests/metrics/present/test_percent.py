"""Of a handful of people or of things, a change is told by its amount alone: a percentage says too much."""

from dataclasses import replace

import pytest

from metrics.catalogue import metric
from metrics.present import words
from metrics.present.percent import FEWEST
from metrics.result import HIDDEN
from tests.metrics.present.test_words import MINUS, SPACE, cell


@pytest.mark.parametrize(
    ("name", "current", "before", "told", "alone"),
    [
        ("interventions", 30, FEWEST - 1, "+11", "+11"),
        ("interventions", 30, FEWEST, f"+10 (+50,0{SPACE}%)", f"+50,0{SPACE}%"),
        ("field_dispositifs", 14, 11, "+3", "+3"),
        ("headcount", 12, 15, f"{MINUS}3{SPACE}pers.", f"{MINUS}3{SPACE}pers."),
        ("new_markets", 4, 1, "+3", "+3"),
        ("new_markets", 2, 2, "0", "stable"),
        ("revenue", 2_000, 1_000, f"+1{SPACE}k€ (+100,0{SPACE}%)", f"+100,0{SPACE}%"),  # euros are no handful
    ],
)
def test_of_a_handful_the_amount_alone_is_told(
    name: str, current: int, before: int, told: str, alone: str
) -> None:
    assert words.change(cell(name, current, before), metric(name)) == told
    assert words.percent_change(cell(name, current, before), metric(name)) == alone


def test_of_a_handful_whose_change_is_hidden_nothing_is_told() -> None:
    masked = replace(cell("headcount", 12, 10), change=HIDDEN)
    assert words.change(masked, metric("headcount")) == "s"
    assert words.percent_change(masked, metric("headcount")) == ""
