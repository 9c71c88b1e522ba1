"""The traps of the five indicators, on numbers that can be checked by hand."""

from fractions import Fraction

import pytest

from metrics.egapro import counts, pay, raises, scales
from metrics.egapro.pay import Classification, PayGroup
from metrics.egapro.raises import CategoryRates, Raises, Reading
from metrics.egapro.scales import Favours, Indicator, InvalidDeclaration, Reason


def group(
    name: str, women: int, men: int, women_pay: int | None = None, men_pay: int | None = None
) -> PayGroup:
    means = [None if pay is None else Fraction(pay) for pay in (women_pay, men_pay)]
    return PayGroup(name=name, women=women, men=men, women_pay=means[0], men_pay=means[1])


def first(points: int | None, favours: Favours | None) -> Indicator:
    return Indicator(id="ind1", maximum=40, points=points, favours=favours)


# --- rounding comes before scoring --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("result", "points"),
    [
        ("0", 40), ("0.047", 40), ("0.0499", 40), ("0.05", 39), ("1.04", 39), ("1.05", 38), ("2.04", 38),
        ("2.05", 37), ("5.04", 35), ("5.05", 34), ("20.04", 2), ("20.05", 0), ("112", 0),
    ],
)  # fmt: skip
def test_pay_points_are_read_after_rounding_half_up_to_one_decimal(result: str, points: int) -> None:
    assert scales.PAY_SCALE.points(Fraction(result)) == points


def test_the_gap_in_people_is_rounded_from_the_exact_rates_not_from_the_rounded_ones() -> None:
    # 15 women of whom 5, 20 men of whom 6: 33.33 % and 30 %
    found = raises.raises_and_promotions(
        Raises(women=15, men=20, women_raised=5, men_raised=6), first(40, None)
    )
    assert found.result == Fraction("3.3")
    assert found.people == Fraction("0.5")  # 15/3 - 15*3/10 = 0.5; from 3.3 % it would be 0.495
    assert (found.points_by_rate, found.points_by_people, found.points) == (25, 35, 35)


# --- indicator 1 --------------------------------------------------------------------------------------------


def test_a_threshold_shrinks_a_gap_and_never_turns_it_over() -> None:
    assert pay.beyond(Fraction("0.06"), Fraction("0.05")) == Fraction("0.01")
    assert pay.beyond(Fraction("-0.06"), Fraction("0.05")) == Fraction("-0.01")
    assert pay.beyond(Fraction("-0.04"), Fraction("0.05")) == 0


def test_groups_weigh_their_women_and_men_over_those_of_the_groups_retained() -> None:
    groups = [
        group("a", 3, 3, 90, 100),  # +10 %, of which 5 beyond the threshold
        group("b", 4, 10, 110, 100),  # -10 %, of which 5 beyond
        group("c", 2, 8),  # not retained: two women
    ]
    found = pay.pay_gap(groups, Classification.CATEGORIES)
    assert found.retained == 6 + 14
    assert found.result == Fraction("2.0")  # |5 * 6/20 - 5 * 14/20|
    assert (found.favours, found.points) == (Favours.WOMEN, 38)


def test_40_percent_of_the_headcount_is_enough_and_39_is_not() -> None:
    kept = group("a", 20, 20, 100, 100)
    assert pay.pay_gap([kept, group("b", 2, 58)], Classification.CATEGORIES).points == 40
    found = pay.pay_gap([kept, group("b", 2, 59)], Classification.CATEGORIES)
    assert (found.points, found.reason, found.retained) == (None, Reason.RETAINED, 40)
    assert found.why_not == "Les groupes retenus représentent moins de 40 % de l'effectif pris en compte."


def test_levels_that_are_not_computable_give_way_to_categories_and_their_threshold() -> None:
    levels = [group("level 1", 2, 8), group("level 2", 8, 2)]
    categories = [group("workers", 10, 10, 94, 100)]  # 6 %, of which 1 beyond 5 %, and 4 beyond 2 %
    assert pay.pay_gap(levels, Classification.LEVELS).reason is Reason.RETAINED
    assert pay.pay_gap(levels, Classification.LEVELS, categories).result == 1
    assert pay.pay_gap(categories, Classification.LEVELS, categories).result == 4


def test_a_gap_that_rounds_to_nothing_favours_nobody() -> None:
    found = pay.pay_gap([group("a", 3, 3, 94960, 100000)], Classification.CATEGORIES)  # 5.04 - 5 = 0.04 %
    assert (found.result, found.favours, found.points) == (0, Favours.EQUALITY, 40)


@pytest.mark.parametrize("pays", [(None, 100), (100, None), (0, 100), (100, 0)])
def test_a_group_retained_without_both_means_is_refused_by_name(pays: tuple[int | None, int | None]) -> None:
    with pytest.raises(InvalidDeclaration, match="Groupe « cadres/30_39 » : il compte au moins 3 femmes"):
        pay.pay_gap([group("cadres/30_39", 3, 3, *pays)], Classification.CATEGORIES)


# --- indicators 2-3, 2 and 3 --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("women", "men", "raised", "reason"),
    [(4, 50, 1, Reason.TOO_FEW), (50, 4, 1, Reason.TOO_FEW), (50, 50, 0, Reason.NO_RAISE), (5, 5, 1, None)],
)
def test_raises_need_five_women_five_men_and_one_raise(
    women: int, men: int, raised: int, reason: Reason | None
) -> None:
    counted = Raises(women=women, men=men, women_raised=raised, men_raised=0)
    assert raises.raises_and_promotions(counted, first(40, None)).reason is reason


CATCHING_UP = [
    (39, Favours.MEN, Favours.WOMEN, True),
    (0, Favours.WOMEN, Favours.MEN, True),
    (39, Favours.MEN, Favours.MEN, False),
    (40, Favours.MEN, Favours.WOMEN, False),  # a full score has nothing to make up for
    (None, None, Favours.WOMEN, False),
    (39, Favours.MEN, None, False),
    (39, Favours.MEN, Favours.EQUALITY, False),
]


@pytest.mark.parametrize(("points", "pay_favours", "favours", "expected"), CATCHING_UP)
def test_catching_up_needs_lost_points_and_two_different_sexes(
    points: int | None, pay_favours: Favours | None, favours: Favours | None, expected: bool
) -> None:
    assert raises.caught_up(points, pay_favours, favours) is expected


def test_both_readings_of_equality_give_the_same_points() -> None:
    pay_lost = first(25, Favours.MEN)
    found = raises.raises_and_promotions(Raises(women=10, men=20, women_raised=1, men_raised=2), pay_lost)
    assert raises.caught_up(25, Favours.MEN, found.favours, Reading.SIMULATOR) is True
    assert found.caught_up is False
    assert found.points == found.scaled == 35  # 10 % and 10 %: the scale gives every point by itself


def test_rates_by_category_weigh_their_headcount_and_need_ten_of_each_sex() -> None:
    categories = [
        CategoryRates(name="a", women=10, men=10, women_rate=Fraction("0.10"), men_rate=Fraction("0.20")),
        CategoryRates(name="b", women=30, men=30, women_rate=Fraction("0.30"), men_rate=Fraction("0.28")),
        CategoryRates(name="c", women=9, men=100),
    ]
    found = raises.raises(categories, True, first(40, None))
    assert found.retained == 20 + 60  # of 189: 42 %
    assert found.result == 1  # 10 * 20/80 - 2 * 60/80
    assert (found.favours, found.points) == (Favours.MEN, 20)
    assert raises.promotions(categories, False, first(40, None)).reason is Reason.NO_PROMOTION
    too_many = [*categories, CategoryRates(name="d", women=0, men=12)]
    assert raises.raises(too_many, True, first(40, None)).reason is Reason.RETAINED  # 80 of 201


def test_more_people_raised_than_employed_is_refused() -> None:
    with pytest.raises(InvalidDeclaration, match="les augmentés dépassent l'effectif"):
        Raises(women=5, men=9, women_raised=6, men_raised=0)


# --- indicators 4 and 5 -------------------------------------------------------------------------------------


def test_one_woman_not_raised_on_return_costs_every_point() -> None:
    assert counts.raised_on_return(counts.Leave(during=2501, raised=2500)).points == 0  # 99.96 %
    assert counts.raised_on_return(counts.Leave(during=3, raised=3)).points == 15


@pytest.mark.parametrize(
    ("returns", "reason"),
    [(0, Reason.NO_RETURN), (4, Reason.NO_RAISE_DURING_LEAVE), (None, Reason.NO_RAISE_DURING_LEAVE)],
)
def test_nobody_to_raise_is_not_computable_and_says_why(returns: int | None, reason: Reason) -> None:
    found = counts.raised_on_return(counts.Leave(during=0, raised=0, returns=returns))
    assert (found.computable, found.reason) == (False, reason)


def test_more_women_raised_than_back_from_leave_is_refused() -> None:
    with pytest.raises(InvalidDeclaration, match="11 salariées augmentées sur 10 concernées"):
        counts.Leave(during=10, raised=11)
    with pytest.raises(InvalidDeclaration, match="et 9 retours"):
        counts.Leave(during=10, raised=10, returns=9)


@pytest.mark.parametrize(
    ("women", "points"), [(0, 0), (1, 0), (2, 5), (3, 5), (4, 10), (5, 10), (6, 10), (9, 0)]
)
def test_the_sex_with_fewer_of_the_ten_highest_pays_scores_whichever_it_is(women: int, points: int) -> None:
    assert counts.top_ten(women, 10 - women).points == points


@pytest.mark.parametrize("fewer", [-1, 6])
def test_the_sex_with_fewer_has_from_0_to_5_people(fewer: int) -> None:
    with pytest.raises(InvalidDeclaration, match="de 0 à 5 personnes"):
        counts.top_ten_points(fewer)


def test_the_ten_highest_pays_are_ten() -> None:
    with pytest.raises(InvalidDeclaration, match="4 femmes et 5 hommes ne font pas 10 personnes"):
        counts.top_ten(4, 5)
