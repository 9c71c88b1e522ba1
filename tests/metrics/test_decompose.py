"""What moved adds up to the change exactly, whatever the parts do."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from metrics.decompose import Effects, Ratio, of_quotient, of_sum, whole
from metrics.decompose import of_rate as of_rate_of

amounts = st.integers(min_value=0, max_value=1000).map(Fraction)
ratios = st.builds(Ratio, amounts, amounts)


def of_rate(before: dict[str, Ratio], after: dict[str, Ratio]) -> dict[str, Effects] | None:
    """The effects when every part is given."""
    return of_rate_of(before, after, (whole(before.values()), whole(after.values())))


def test_a_part_that_appears_or_goes_counts_for_all_of_itself() -> None:
    before, after = (
        {"stays": Fraction(10), "goes": Fraction(4)},
        {"stays": Fraction(13), "comes": Fraction(5)},
    )
    assert of_sum(before, after) == {"stays": 13 - 10, "comes": 5, "goes": -4}


def test_rates_that_do_not_move_leave_a_pure_mix_effect() -> None:
    """90 % and 50 % each year; the weight of the first goes from 1/2 to 3/4: from 70 % to 80 %."""
    before = {"good": Ratio(Fraction(90), Fraction(100)), "bad": Ratio(Fraction(50), Fraction(100))}
    after = {"good": Ratio(Fraction(270), Fraction(300)), "bad": Ratio(Fraction(50), Fraction(100))}
    good_and_bad_to_the_middle = Fraction(90, 100) - Fraction(75, 100), Fraction(50, 100) - Fraction(75, 100)
    assert of_rate(before, after) == {
        "good": Effects(Fraction(0), good_and_bad_to_the_middle[0] * Fraction(1, 4)),
        "bad": Effects(Fraction(0), good_and_bad_to_the_middle[1] * -Fraction(1, 4)),
    }


def test_weights_that_do_not_move_leave_a_pure_rate_effect() -> None:
    before = {"a": Ratio(Fraction(20), Fraction(100)), "b": Ratio(Fraction(30), Fraction(300))}
    after = {"a": Ratio(Fraction(30), Fraction(100)), "b": Ratio(Fraction(30), Fraction(300))}
    assert of_rate(before, after) == {
        "a": Effects(Fraction(1, 4) * (Fraction(30, 100) - Fraction(20, 100)), Fraction(0)),
        "b": Effects(Fraction(0), Fraction(0)),
    }


def test_the_better_part_growing_is_a_gain_even_when_no_rate_moves() -> None:
    before = {"good": Ratio(Fraction(9), Fraction(10)), "bad": Ratio(Fraction(1), Fraction(10))}
    after = {"good": Ratio(Fraction(18), Fraction(20)), "bad": Ratio(Fraction(1), Fraction(10))}
    effects = of_rate(before, after)
    assert effects is not None
    assert effects["good"].mix > 0
    assert effects["bad"].mix > 0  # the worse part weighs less, which is a gain too


def test_a_part_without_denominator_in_one_period_has_no_rate_effect() -> None:
    before = {"old": Ratio(Fraction(10), Fraction(100))}
    after = {"old": Ratio(Fraction(10), Fraction(100)), "new": Ratio(Fraction(30), Fraction(100))}
    effects = of_rate(before, after)
    assert effects is not None
    assert effects["new"].rate == 0
    assert effects["new"].mix + effects["old"].mix == Fraction(40, 200) - Fraction(10, 100)


def test_a_rate_that_does_not_exist_is_not_explained() -> None:
    assert of_rate({}, {"a": Ratio(Fraction(1), Fraction(2))}) is None
    assert of_rate({"a": Ratio(Fraction(1), Fraction(2))}, {"a": Ratio(Fraction(1), Fraction(0))}) is None


@given(
    before=st.dictionaries(st.sampled_from("abcd"), amounts),
    after=st.dictionaries(st.sampled_from("abcd"), amounts),
)
def test_the_parts_of_a_sum_add_up_to_its_change(
    before: dict[str, Fraction], after: dict[str, Fraction]
) -> None:
    assert sum(of_sum(before, after).values()) == sum(after.values()) - sum(before.values())


@given(
    before=st.dictionaries(st.sampled_from("abcd"), ratios),
    after=st.dictionaries(st.sampled_from("abcd"), ratios),
)
def test_the_effects_of_a_rate_add_up_to_its_change(
    before: dict[str, Ratio], after: dict[str, Ratio]
) -> None:
    wholes = [
        [sum(p.numerator for p in side.values()), sum(p.denominator for p in side.values())]
        for side in (before, after)
    ]
    effects = of_rate(before, after)
    if not all(denominator for _, denominator in wholes):
        assert effects is None
        return
    assert effects is not None
    (old, old_over), (new, new_over) = wholes
    assert sum(each.both for each in effects.values()) == Fraction(new, new_over) - Fraction(old, old_over)


def test_parts_that_may_not_be_told_leave_the_others_their_own_effects() -> None:
    before = {"told": Ratio(Fraction(10), Fraction(100)), "secret": Ratio(Fraction(1), Fraction(50))}
    after = {"told": Ratio(Fraction(30), Fraction(120)), "secret": Ratio(Fraction(2), Fraction(60))}
    wholes = whole(before.values()), whole(after.values())
    alone = of_rate_of({"told": before["told"]}, {"told": after["told"]}, wholes)
    together = of_rate_of(before, after, wholes)
    assert alone is not None
    assert together is not None
    assert alone["told"] == together["told"]


def test_a_sum_over_a_number_moves_by_each_term_and_by_the_number() -> None:
    """40 came and 30 left of 100, half of both: 35 %; then 60 and 30 of 120: 37,5 %."""
    before, after = {"in": Fraction(20), "out": Fraction(15)}, {"in": Fraction(30), "out": Fraction(15)}
    terms, number = of_quotient(before, after, (Fraction(100), Fraction(120)))
    assert terms == {"in": 10 * (Fraction(1, 100) + Fraction(1, 120)) / 2, "out": 0}
    assert number == Fraction(35 + 45, 2) * (Fraction(1, 120) - Fraction(1, 100))
    assert sum(terms.values()) + number == Fraction(45, 120) - Fraction(35, 100)
