"""The rules over members, as plain functions: medians, gaps and shares, without a store."""

from fractions import Fraction
from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from metrics.rules import gap, gap_share, middle, middle_in_years, share_having, share_of_either

DELAYS = st.lists(st.integers(0, 40), min_size=1, max_size=60)


@given(DELAYS)
def test_the_middle_of_counted_values_is_the_median_of_the_values_written_out(delays: list[int]) -> None:
    counted = {delay: (Fraction(delays.count(delay)),) for delay in delays}
    assert middle(counted) == (Fraction(median(delays)), None)


def test_the_middle_leaves_out_what_has_no_value_and_values_nobody_has() -> None:
    assert middle({None: (Fraction(9),), 4: (Fraction(1),), 7: (Fraction(0),), 9: (None,)}) == (4, None)


def test_there_is_no_middle_of_nothing() -> None:
    assert middle({}) == middle({None: (Fraction(3),)}) == (0, 0)


def test_a_median_in_years_is_a_twelfth_of_months_and_never_weighed_by_people() -> None:
    assert middle_in_years({18: (Fraction(5),), 600: (Fraction(1),)}) == (Fraction(18, 12), None)
    assert middle_in_years({}) == (0, 0)


def test_a_share_of_those_having_is_never_above_the_whole() -> None:
    held, markets, nothing = Fraction(3), Fraction(2), Fraction(0)
    members = {"RENNES": (held, markets), "NANTES": (nothing, markets), "IDF": (None, markets)}
    assert share_having({**members, "ANGERS": (held, None), "TOURS": (held, nothing)}) == (1, 3)
    assert share_having({"ANGERS": (held, None)}) == (0, 0)


def test_a_gap_counts_who_has_only_one_of_the_numbers() -> None:
    members = {
        "RENNES": (Fraction(90), Fraction(80)),
        "NANTES": (None, Fraction(50)),
        "IDF": (Fraction(5), None),
    }
    assert gap(members) == (90 + 5 - 80 - 50, None)
    assert gap_share(members) == (90 + 5 - 80 - 50, 80 + 50)


def test_better_than_a_negative_promise_is_a_gap_above_zero() -> None:
    assert gap_share({"RENNES": (Fraction(-50), Fraction(-100))}) == (50, 100)


def test_nothing_promised_leaves_nothing_to_divide_by() -> None:
    assert gap_share({"RENNES": (Fraction(50), None)}) == (50, 0)


def test_a_member_with_both_numbers_counts_once_in_the_whole() -> None:
    members = {
        "DUE": (Fraction(30), None),
        "DUE-AND-RUNNING": (Fraction(50), Fraction(50)),
        "RUNNING": (None, Fraction(120)),
        "UNKNOWN": (None, None),
    }
    assert share_of_either(members) == (30 + 50, 30 + 50 + 120)
    assert share_of_either({}) == (0, 0)
