"""Funnel limits by hand, on squares: what chance alone explains, and what it never does."""

from fractions import Fraction

import pytest

from metrics.catalogue import METRICS, metric
from metrics.funnel import Law, Limits, Standing, law, limits, standing
from metrics.result import HIDDEN, MISSING, NOT_APPLICABLE, Cell, Figure

PER_HOUR, SHARE = metric("interventions_per_hour"), metric("permanent_share")


def rate(numerator: int, denominator: int, factor: int = 1) -> Figure:
    """A figure and the two sums it comes from."""
    sums = Fraction(numerator), Fraction(denominator)
    return Figure(sums[0] / sums[1] * factor, numerator=sums[0], denominator=sums[1])


def test_counts_vary_by_the_square_root_of_the_rate_over_the_exposure() -> None:
    found = limits(Law.POISSON, Fraction(4), Fraction(100))
    assert found == Limits(4 - 1.96 * 2 / 10, 4 + 1.96 * 2 / 10)


def test_proportions_vary_less_near_all_or_nothing() -> None:
    found = limits(Law.BINOMIAL, Fraction(4, 5), Fraction(1600))
    assert found is not None
    assert (found.low, found.high) == pytest.approx((0.8 - 1.96 * 0.4 / 40, 0.8 + 1.96 * 0.4 / 40))


def test_four_times_the_exposure_halves_the_funnel() -> None:
    narrow, wide = (limits(Law.POISSON, Fraction(1), Fraction(n)) for n in (400, 100))
    assert narrow is not None
    assert wide is not None
    assert wide.high - 1 == pytest.approx(2 * (narrow.high - 1))


@pytest.mark.parametrize(
    ("kind", "all_of_them", "exposure"),
    [
        (Law.POISSON, Fraction(1, 100), 499),  # 4.99 events expected
        (Law.BINOMIAL, Fraction(1, 100), 499),
        (Law.BINOMIAL, Fraction(99, 100), 499),  # 4.99 failures expected
        (Law.BINOMIAL, Fraction(1), 499),
        (Law.POISSON, Fraction(0), 499),
    ],
)
def test_under_five_expected_nothing_is_said(kind: Law, all_of_them: Fraction, exposure: int) -> None:
    assert limits(kind, all_of_them, Fraction(exposure)) is None


def test_five_expected_are_enough() -> None:
    assert limits(Law.POISSON, Fraction(1, 100), Fraction(500)) is not None


@pytest.mark.parametrize(
    ("at", "said"),
    [(3.6, Standing.BELOW), (3.7, Standing.WITHIN), (4.3, Standing.WITHIN), (4.4, Standing.ABOVE)],
)
def test_a_rate_is_placed_by_its_limits(at: float, said: Standing) -> None:
    assert Limits(3.608, 4.392).place(at) is said


def test_a_rate_on_a_limit_is_not_told_apart() -> None:
    assert Limits(1.0, 2.0).place(1.0) is Limits(1.0, 2.0).place(2.0) is Standing.WITHIN


def beside(own: Figure, median: Figure) -> Cell:
    """A figure and the median of the others."""
    return Cell(own, median)


@pytest.mark.parametrize(
    ("interventions", "said"),
    [(62, Standing.BELOW), (63, Standing.WITHIN), (97, Standing.WITHIN), (98, Standing.ABOVE)],
)
def test_the_gap_that_is_judged_is_the_one_to_the_median_that_is_read(
    interventions: int, said: Standing
) -> None:
    median = Figure(Fraction(4, 5))  # 80 are expected in 100 hours, give or take 1.96 × √80 = 17.5
    expected, chance = 80, 1.96 * 80**0.5
    assert (abs(interventions - expected) > chance) is (said is not Standing.WITHIN)
    assert standing(PER_HOUR, beside(rate(interventions, 100), median)) is said


def test_above_the_median_is_never_said_below() -> None:
    # 3.1 an hour elsewhere together, 2.9 in the middle: 3.0 lies between the two
    median, own = Figure(Fraction(29, 10)), rate(300_000, 100_000)
    assert standing(PER_HOUR, beside(own, median)) is Standing.ABOVE


def test_the_same_gap_is_chance_in_a_small_agency_and_not_in_a_large_one() -> None:
    median = Figure(Fraction(1))
    assert standing(PER_HOUR, beside(rate(12, 10), median)) is Standing.WITHIN
    assert standing(PER_HOUR, beside(rate(1200, 1000), median)) is Standing.ABOVE


def test_percentages_are_placed_as_shares_and_not_as_hundreds() -> None:
    assert standing(SHARE, beside(rate(60, 100, 100), Figure(Fraction(80)))) is Standing.BELOW


@pytest.mark.parametrize("own", [MISSING, HIDDEN, Figure(Fraction(3), numerator=Fraction(3))])
def test_what_has_no_two_sums_has_no_place(own: Figure) -> None:
    assert standing(PER_HOUR, beside(own, Figure(Fraction(1)))) is Standing.UNKNOWN


@pytest.mark.parametrize("median", [MISSING, HIDDEN, NOT_APPLICABLE])
def test_without_a_median_nothing_stands_out(median: Figure) -> None:
    assert standing(PER_HOUR, beside(rate(50, 10), median)) is Standing.UNKNOWN


def test_only_counts_of_records_over_something_are_known_to_vary_by_chance() -> None:
    poisson = {name for name, each in METRICS.items() if law(each) is Law.POISSON}
    assert {"interventions_per_hour", "interventions_per_fte", "interventions_per_qpv_inhabitant"} <= poisson
    assert not {"interventions", "people_met_per_hour", "meetings_per_fte", "presence_rate"} & poisson
    assert law(SHARE) is Law.BINOMIAL
    assert law(metric("presence_rate")) is None  # minutes over minutes are no cases
