"""Parts of a whole number always add up to it."""

from hypothesis import given
from hypothesis import strategies as st

from sample_data.apportion import apportion

WEIGHTS = st.lists(st.integers(0, 10**6), min_size=1, max_size=50).filter(any)


def test_the_largest_remainders_are_served_first() -> None:
    assert apportion(10, [1, 1, 1]) == [4, 3, 3]  # 3.33 each: the first of equals gets the odd one
    assert apportion(7, [50, 30, 20]) == [4, 2, 1]  # 3.5, 2.1, 1.4


def test_a_credit_note_shares_out_like_an_invoice() -> None:
    assert apportion(-10, [1, 1, 1]) == [-4, -3, -3]


@given(st.integers(-(10**9), 10**9), WEIGHTS)
def test_parts_add_up_and_stay_within_one_of_their_due(total: int, weights: list[int]) -> None:
    parts = apportion(total, weights)
    assert sum(parts) == total
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part * sum(weights) - total * weight) < sum(weights)


@given(st.integers(0, 10**9), WEIGHTS)
def test_nothing_goes_where_there_is_no_weight(total: int, weights: list[int]) -> None:
    parts = apportion(total, weights)
    assert not any(part for part, weight in zip(parts, weights, strict=True) if weight == 0)
