"""Which counts of a base give a printed percentage, tried one by one."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics import counts


def percentages(base: int) -> set[Decimal]:
    """Every whole percentage that some count of the base makes, by decimal arithmetic."""
    return {
        (Decimal(100 * count) / base).quantize(Decimal(1), rounding=ROUND_HALF_UP)
        for count in range(base + 1)
    }


@given(st.integers(min_value=1, max_value=200), st.integers(min_value=0, max_value=100))
def test_a_percentage_fits_when_one_of_all_counts_makes_it(base: int, printed: int) -> None:
    assert counts.fits(Decimal(printed), base) is (Decimal(printed) in percentages(base))


@pytest.mark.parametrize(("printed", "base"), [("64", 63), ("36", 63), ("33", 2), ("99", 50)])
def test_some_percentages_are_no_count_at_all(printed: str, base: int) -> None:
    assert not counts.fits(Decimal(printed), base)


def test_decimals_are_those_that_were_printed() -> None:
    assert counts.fits(Decimal("63.5"), 63)  # 40 / 63 is 63.49 %, printed 63.5 %
    assert not counts.fits(Decimal("63.6"), 63)


@pytest.mark.parametrize(
    ("printed", "base", "near"), [("64", 63, (40, 41)), ("36", 63, (22, 23)), ("33", 2, (0, 1))]
)
def test_the_nearest_counts_lie_on_both_sides(printed: str, base: int, near: tuple[int, int]) -> None:
    assert counts.nearest(Decimal(printed), base) == near


def test_the_sentence_names_the_base_and_both_counts() -> None:
    said = counts.sentence(Decimal(33), 2)
    assert said == "Aucun nombre entier sur 2 ne donne 33\u00a0% : 0 font 0\u00a0%, 1 font 50\u00a0%."
