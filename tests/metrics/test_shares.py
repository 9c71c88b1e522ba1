"""The largest remainder: parts of 100 that add up to 100, and the rule of ties.

Source: M. L. Balinski and H. P. Young, « Fair Representation », 1982 (Hamilton's method); each case is
worked out beside it.
"""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.shares import parts_of_100


def parts(*amounts: int, decimals: int = 0) -> list[str] | None:
    found = parts_of_100([Fraction(amount) for amount in amounts], decimals)
    return None if found is None else [f"{Decimal(p.numerator) / p.denominator:f}" for p in found]


def test_three_thirds_add_up_to_100_and_the_first_one_has_the_unit_left() -> None:
    assert parts(1, 1, 1) == ["34", "33", "33"]  # 33 + 33 + 33 = 99: one unit is left
    assert parts(1, 1, 1, decimals=2) == ["33.34", "33.33", "33.33"]


def test_the_unit_goes_to_the_largest_remainder_and_not_to_the_largest_amount() -> None:
    # 700 / 1001 = 69.930 %, 201 / 1001 = 20.079 %, 100 / 1001 = 9.990 %: floors 69 + 20 + 9 = 98
    assert parts(700, 201, 100) == ["70", "20", "10"]
    # of 1000: 50.6, 25.5, 23.9: floors 50 + 25 + 23 = 98, remainders 6, 5, 9
    assert parts(506, 255, 239) == ["51", "25", "24"]


def test_where_remainders_are_equal_the_larger_amount_goes_first_then_the_one_that_comes_first() -> None:
    assert parts(125, 875) == ["12", "88"]  # 12.5 and 87.5
    assert parts(875, 125) == ["88", "12"]
    assert parts(5, 5, 990) == ["1", "0", "99"]  # 0.5, 0.5, 99: the two ties are alike, the first has it


def test_half_up_would_miss_100_where_the_largest_remainder_does_not() -> None:
    amounts = (165, 165, 670)  # 16.5, 16.5, 67.0: half-up gives 17 + 17 + 67 = 101
    assert parts(*amounts) == ["17", "16", "67"]


def test_the_sources_of_2024_as_the_report_prints_them() -> None:
    # activity report, p. 25: 72.92 %, 25.36 %, 1.72 % of 4 747 870 €
    assert parts(3_462_157, 1_204_171, 81_542, decimals=2) == ["72.92", "25.36", "1.72"]


@pytest.mark.parametrize(
    "amounts", [(), (0, 0), (10, -1), (-5, -5)], ids=["none", "nothing", "credit", "all"]
)
def test_parts_that_mean_nothing_are_not_told(amounts: tuple[int, ...]) -> None:
    assert parts(*amounts) is None


def test_an_amount_of_nothing_has_no_part() -> None:
    assert parts(3, 0, 0) == ["100", "0", "0"]


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=12), st.integers(0, 3))
def test_they_always_add_up_and_none_is_a_unit_away(amounts: list[int], decimals: int) -> None:
    found = parts_of_100([Fraction(each) for each in amounts], decimals)
    if not sum(amounts):
        assert found is None
        return
    assert found is not None
    assert sum(found) == 100
    exact = [Fraction(100 * each, sum(amounts)) for each in amounts]
    gaps = [abs(part - whole) for part, whole in zip(found, exact, strict=True)]
    assert max(gaps) < Fraction(1, 10**decimals)
