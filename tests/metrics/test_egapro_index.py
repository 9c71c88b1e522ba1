"""The traps of the equality index as a whole, of its regimes and of the rules to come."""

from fractions import Fraction

import pytest

from metrics.egapro import counts, index, next_rules, scales
from metrics.egapro.pay import PayGroup
from metrics.egapro.raises import Raises
from metrics.egapro.scales import InvalidDeclaration, Regime

GROUP = PayGroup(name="a", women=10, men=10, women_pay=Fraction(84), men_pay=Fraction(100))


def test_the_index_is_rounded_half_up() -> None:
    assert index.from_points(Regime.SMALL, {"ind1": 40, "ind2_3": 35, "ind4": 15, "ind5": 5}).score == 95
    assert (
        index.from_points(Regime.LARGE, {"ind1": 34, "ind2": 10, "ind3": 10, "ind5": 10}).score == 75
    )  # 64/85
    assert (
        index.from_points(Regime.LARGE, {"ind1": 36, "ind2": 0, "ind3": 15, "ind5": 10}).score == 72
    )  # 61/85
    assert (
        index.from_points(Regime.LARGE, {"ind1": 40, "ind2": 20, "ind4": 15, "ind5": 5}).score == 94
    )  # 80/85
    assert (
        index.from_points(Regime.LARGE, {"ind1": 29, "ind2": 5, "ind4": 15, "ind3": 10}).score == 66
    )  # 59/90
    assert index.from_points(Regime.LARGE, {"ind1": 19, "ind3": 0, "ind4": 15, "ind5": 0}).score == 43  # 42.5


def test_65_points_out_of_65_make_no_index() -> None:
    found = index.from_points(Regime.SMALL, {"ind1": 40, "ind2_3": None, "ind4": 15, "ind5": 10})
    assert (found.points, found.base, found.score) == (65, 65, None)
    assert found.sentence == "Index non calculable : 65 points possibles, il en faut au moins 75."


def test_an_employer_of_50_to_250_needs_indicators_1_and_2_3_and_nothing_else() -> None:
    only = index.from_points(Regime.SMALL, {"ind1": 40, "ind2_3": 35})
    assert (only.base, only.score) == (75, 100)
    assert only.sentence == "100 points sur 100, soit 75 points sur 75 possibles."


def test_90_of_100_is_out_of_reach_on_a_base_of_85() -> None:
    scores = {
        index.from_points(Regime.SMALL, {"ind1": pay, "ind2_3": up, "ind5": top}).score
        for _, pay in scales.PAY_SCALE.steps
        for up in (35, 25, 15, 0)
        for top in (0, 5, 10)
    }
    assert {89, 91} <= scores
    assert 90 not in scores
    assert index.from_points(Regime.SMALL, {"ind1": 40, "ind2_3": 35, "ind4": 15, "ind5": 0}).score == 90


def test_a_whole_employer_from_its_groups_to_its_duties() -> None:
    common = index.Common(groups=[GROUP], leave=counts.Leave(during=2, raised=2), top_women=1, top_men=9)
    found = index.small_index(common, Raises(women=10, men=10, women_raised=0, men_raised=5))
    assert [each.points for each in found.indicators] == [25, 25, 15, 0]  # 16 - 5 = 11 %; 50 %, 5 people
    assert (found.score, found.base) == (65, 100)
    assert found["ind2_3"].result == 50
    assert index.duties(found)[1:] == (
        "Prendre des mesures de correction : 75 points au moins sous trois ans.",
        (
            "Fixer des objectifs de progression : Écart de rémunération ; Écart de taux d'augmentations "
            "individuelles, promotions comprises ; Sexe sous-représenté parmi les dix plus hautes "
            "rémunérations."
        ),
    )


def test_84_points_ask_for_objectives_and_85_for_nothing_more() -> None:
    lower = index.from_points(Regime.SMALL, {"ind1": 34, "ind2_3": 35, "ind4": 15, "ind5": 0})
    assert (lower.score, len(index.duties(lower))) == (84, 2)
    higher = index.from_points(Regime.SMALL, {"ind1": 35, "ind2_3": 35, "ind4": 15, "ind5": 0})
    assert (higher.score, len(index.duties(higher))) == (85, 1)


def test_points_beyond_an_indicator_or_for_one_of_the_other_regime_are_refused() -> None:
    with pytest.raises(InvalidDeclaration, match="Écart de rémunération"):
        index.from_points(Regime.SMALL, {"ind1": 41})
    with pytest.raises(InvalidDeclaration, match="hors promotions"):
        index.from_points(Regime.SMALL, {"ind2": 20})


@pytest.mark.parametrize(
    ("headcount", "regime"),
    [
        ("49.99", None), ("50", Regime.SMALL), ("103", Regime.SMALL), ("250.99", Regime.SMALL),
        ("251", Regime.LARGE),
    ],
)  # fmt: skip
def test_the_regime_follows_the_legal_headcount_which_is_never_rounded_up(
    headcount: str, regime: Regime | None
) -> None:
    assert index.regime(Fraction(headcount)) is regime


# --- the rules to come --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("share", "short"), [("0.4499", "women"), ("0.55", "balanced"), ("0.5501", "men")])
def test_the_balanced_band_includes_both_its_bounds(share: str, short: str) -> None:
    assert next_rules.balance(Fraction(share)) == short


def test_a_gap_of_5_percent_alerts_and_none_is_computed_without_men() -> None:
    assert next_rules.alert(next_rules.gap(Fraction(95), Fraction(100))) is True
    assert next_rules.alert(next_rules.gap(Fraction("95.01"), Fraction(100))) is False
    assert next_rules.alert(next_rules.gap(Fraction(100), Fraction(0))) is False


def test_100_legal_employees_declare_every_year_and_99_every_third_one() -> None:
    years = range(2027, 2034)
    assert [year for year in years if next_rules.declaration_due(99, year)] == [2027, 2030, 2033]
    assert [year for year in years if next_rules.declaration_due(100, year)] == list(years)


def test_the_seventh_indicator_reaches_smaller_employers_from_2030() -> None:
    assert next_rules.indicators(149, 2027) == ("A", "B", "C", "D", "E", "F")
    assert next_rules.indicators(149, 2030) == ("A", "B", "C", "D", "E", "F", "G")
    assert next_rules.indicators(250, 2028)[-1] == "G"
