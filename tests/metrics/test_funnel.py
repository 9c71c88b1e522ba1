"""Funnel limits by hand, on squares: what chance alone explains, and what it never does."""

from fractions import Fraction

import pytest

from metrics.catalogue import METRICS, metric
from metrics.funnel import Law, Limits, Standing, law, limits, standing
from metrics.result import HIDDEN, MISSING, Figure

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


@pytest.mark.parametrize(
    ("interventions", "said"), [(60, Standing.BELOW), (80, Standing.WITHIN), (140, Standing.ABOVE)]
)
def test_an_agency_is_set_against_the_sums_of_all_and_not_the_mean_of_their_rates(
    interventions: int, said: Standing
) -> None:
    # 900 hours elsewhere, 100 here: the rate of all is a sum over a sum, near 1; the mean of rates is not
    peers = [rate(900, 900), rate(interventions, 100)]
    pooled = Fraction(900 + interventions, 900 + 100)
    half = 1.96 * float(pooled / 100) ** 0.5
    own = interventions / 100
    outside = abs(own - float(pooled)) > half
    assert outside is (said is not Standing.WITHIN)
    assert standing(PER_HOUR, peers[1], peers) is said


def test_the_same_gap_is_chance_in_a_small_agency_and_not_in_a_large_one() -> None:
    small, large = rate(12, 10), rate(1200, 1000)
    others = [rate(5000, 5000), rate(5000, 5000)]
    assert standing(PER_HOUR, small, [*others, small]) is Standing.WITHIN
    assert standing(PER_HOUR, large, [*others, large]) is Standing.ABOVE


def test_percentages_are_placed_as_shares_and_not_as_hundreds() -> None:
    own, other = rate(60, 100, 100), rate(800, 1000, 100)
    assert standing(SHARE, own, [own, other]) is Standing.BELOW


@pytest.mark.parametrize("own", [MISSING, HIDDEN, Figure(Fraction(3), numerator=Fraction(3))])
def test_what_has_no_two_sums_has_no_place(own: Figure) -> None:
    assert standing(PER_HOUR, own, [rate(9, 9), rate(9, 9), own]) is Standing.UNKNOWN


def test_alone_one_cannot_stand_out() -> None:
    assert standing(PER_HOUR, rate(50, 10), [rate(50, 10), MISSING]) is Standing.UNKNOWN


def test_a_peer_without_value_does_not_weigh() -> None:
    own = rate(140, 100)
    assert standing(PER_HOUR, own, [own, rate(900, 900), MISSING]) is Standing.ABOVE


def test_only_counts_of_records_over_something_are_known_to_vary_by_chance() -> None:
    poisson = {name for name, each in METRICS.items() if law(each) is Law.POISSON}
    assert {"interventions_per_hour", "interventions_per_fte", "interventions_per_qpv_inhabitant"} <= poisson
    assert not {"interventions", "people_met_per_hour", "meetings_per_fte", "presence_rate"} & poisson
    assert law(SHARE) is Law.BINOMIAL
    assert law(metric("presence_rate")) is None  # minutes over minutes are no cases
