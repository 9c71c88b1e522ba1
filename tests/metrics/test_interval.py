"""The Wilson interval, against arithmetic that can be redone by hand and against printed values."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.interval import wilson

Z = Fraction("1.959964")
NARROW = Fraction(1, 10**30)  # what 40 digits of a square root leave


@pytest.mark.parametrize("people", [1, 5, 20, 63])
def test_nobody_and_everybody_keep_some_width(people: int) -> None:
    n = Fraction(people)
    low, high = wilson(Fraction(0), n)
    assert low == 0
    assert abs(high - Z**2 / (n + Z**2)) < NARROW
    low, high = wilson(n, n)
    assert abs(low - n / (n + Z**2)) < NARROW
    assert high == 1


@pytest.mark.parametrize("people", [2, 10, 100])
def test_a_half_is_in_the_middle_and_its_width_squared_has_no_root(people: int) -> None:
    low, high = wilson(Fraction(people, 2), Fraction(people))
    assert abs((low + high) / 2 - Fraction(1, 2)) < NARROW
    assert abs((high - low) ** 2 - Z**2 / (people + Z**2)) < NARROW


@pytest.mark.parametrize(
    ("numerator", "denominator", "low", "high"),
    [
        (81, 263, "0.2553", "0.3662"), (15, 148, "0.0624", "0.1605"), (0, 20, "0", "0.1611"),
        (1, 29, "0.0061", "0.1718"),
    ],
)  # fmt: skip
def test_values_printed_by_newcombe_in_1998(numerator: int, denominator: int, low: str, high: str) -> None:
    found = wilson(Fraction(numerator), Fraction(denominator))
    half = Fraction(5, 10**5)  # they have four decimals
    assert all(abs(got - Fraction(printed)) <= half for got, printed in zip(found, (low, high), strict=True))


@given(st.integers(1, 100_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_it_holds_the_rate_stays_within_bounds_and_mirrors_its_complement(counts: tuple[int, int]) -> None:
    numerator, denominator = map(Fraction, counts)
    low, high = wilson(numerator, denominator)
    assert 0 <= low <= numerator / denominator <= high <= 1
    mirrored = wilson(denominator - numerator, denominator)
    assert abs(low - (1 - mirrored[1])) < NARROW


def test_ten_times_the_people_narrow_it() -> None:
    few, many = (wilson(Fraction(7 * times), Fraction(10 * times)) for times in (1, 10))
    assert few[0] < many[0] < many[1] < few[1]


@pytest.mark.parametrize(("numerator", "denominator"), [(0, 0), (-1, 5), (6, 5)])
def test_what_is_no_proportion_has_no_interval(numerator: int, denominator: int) -> None:
    with pytest.raises(ValueError, match="no proportion"):
        wilson(Fraction(numerator), Fraction(denominator))
