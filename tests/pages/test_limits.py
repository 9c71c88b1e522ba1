"""What chance would say of agencies is explained where it is said, and nowhere else."""

import pytest

from tests.pages.screen import Show
from tests.pages.test_agencies import medians, opened


@pytest.mark.parametrize(
    ("base", "span", "told"),
    [("heure", "2024", True), ("heure", "2022", False), ("absolu", "2022", False)],
)
def test_limits_are_explained_only_where_a_verdict_is_read(
    sample_store: str, show: Show, base: str, span: str, told: bool
) -> None:
    screen = opened(show, sample_store, base, periode=span)
    assert any("limites à 95" in each.text for each in screen.html.all(".phrase")) is told
    judged = [text for row in medians(screen).rows for text in row[1:] if "médiane" in text]
    assert bool(judged) is told, "nothing is set against what is not known"
