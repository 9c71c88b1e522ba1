"""What the equality rules answer to each kind of vector, field by field, under the vectors' own names.

Vectors hold facts only: numbers in, numbers out. Decimals are read as exact fractions.
"""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from metrics.egapro import counts, index, next_rules, pay, raises, scales
from metrics.present.words import rounded
from tests.metrics.egapro_company import Answer, Given, index_fields, indicator, whole_index

SAME = {"egalite": "equality"}  # as the ministry's own code writes it


# --- one indicator at a time -------------------------------------------------------------------------------


def _points(scale: scales.Scale, result: Any) -> int | None:
    return None if result is None else scale.points(Fraction(result))


def _favours(code: str | None) -> scales.Favours | None:
    return None if code is None else scales.Favours(SAME.get(code, code))


def _pay(given: Given) -> scales.Indicator:
    """Indicator 1 as a vector states it: by its points, or by its gap."""
    points = given.get("ind1_points", _points(scales.PAY_SCALE, given.get("ind1_gap_pct")))
    return scales.Indicator(
        id="ind1", maximum=40, points=points, favours=_favours(given.get("ind1_favourable"))
    )


def _raises_and_promotions(given: Given, regime: str) -> Answer:
    favours = _favours(given.get("ind2_3_favourable", given.get("favourable")))
    first = _pay(given)
    gap, people = _fractions(given, "gap_pct", "gap_in_employees")
    return indicator(raises.from_gaps(gap, people, favours, first), first)


def _rates(name: str) -> Callable[[Given, str], Answer]:
    def answer(given: Given, regime: str) -> Answer:
        if given["gap_pct"] is None:
            return {"points": None, "full_points_by_compensation": False}
        favours = _favours(given.get(f"{name}_favourable", given.get("favourable")))
        first = _pay(given)
        return indicator(raises.from_gap(name, Fraction(given["gap_pct"]), favours, first), first)

    return answer


def _leave(given: Given, regime: str) -> Answer:
    leave = counts.Leave(during=given["returns_with_raises_during_leave"], raised=given["raised_on_return"])
    return {"percent": counts.raised_on_return(leave).result}


def _top_ten(given: Given, regime: str) -> Answer:
    fewer = counts.under_represented(given["women"], given["men"])
    return {
        "under_represented_count": fewer,
        "over_represented": counts.over_represented(given["women"], given["men"]),
        "points": counts.top_ten_points(fewer),
    }


def _from_results(given: Given, regime: str) -> Answer:
    """A declaration that states the results of its indicators; one without a result is not computable."""
    first = _pay(given)
    points = {
        "ind1": first.points,
        "ind4": None if given.get("ind4_pct") is None else counts.leave_points(Fraction(given["ind4_pct"])),
        "ind5": _top_points(given.get("ind5_under_represented")),
    }
    for name in [name for name in scales.MAXIMA[scales.Regime(regime)] if name not in points]:
        gap = given.get(f"{name}_gap_pct")
        people = given.get(f"{name}_gap_in_employees", gap)  # unstated: the rate alone decides
        favours = _favours(given.get(f"{name}_favourable"))
        points[name] = (
            None if gap is None else _gap_points(name, Fraction(gap), Fraction(people), favours, first)
        )
    return {"points": points} | index_fields(index.from_points(scales.Regime(regime), points))


def _top_points(fewer: int | None) -> int | None:
    return None if fewer is None else counts.top_ten_points(fewer)


def _gap_points(
    name: str, gap: Fraction, people: Fraction, favours: scales.Favours | None, first: scales.Indicator
) -> int | None:
    if name == "ind2_3":
        return raises.from_gaps(gap, people, favours, first).points
    return raises.from_gap(name, gap, favours, first).points


def _six(value: Fraction | None) -> Fraction | None:
    return None if value is None else Fraction(rounded(value, 6))


def _fraction(given: Given, name: str) -> Fraction:
    """A number the vector states; without it there is nothing to compute."""
    if given.get(name) is None:
        raise scales.InvalidDeclaration(f"« {name} » manque.")
    return Fraction(given[name])


def _fractions(given: Given, *names: str) -> Sequence[Fraction]:
    return [_fraction(given, name) for name in names]


def _group_gap(given: Given, regime: str) -> Answer:
    return {"gap_ratio_6dp": _six(pay.pay_ratio(given["women_mean_pay"], given["men_mean_pay"]))}


def _beyond(given: Given, regime: str) -> Answer:
    gap, threshold = _fractions(given, "gap_ratio", "relevance_threshold_pct")
    return {"adjusted_ratio": pay.beyond(gap, threshold / 100)}


def _weighted(given: Given, regime: str) -> Answer:
    gap = _fraction(given, "gap_ratio")
    part = scales.weighted(gap, given["group_headcount"], given["retained_headcount"])
    return {"weighted_gap_6dp": _six(part)}


def _retained(least: int) -> Callable[[Given, str], Answer]:
    return lambda given, regime: {
        "retained": scales.large_enough(given["women_count"], given["men_count"], least)
    }


def _rates_computable(given: Given, regime: str) -> Answer:
    rates = _fractions(given, "total_rate_women", "total_rate_men")
    asked = given["any_in_period"], given["retained_headcount"], given["total_headcount"]
    return {"computable": raises.rates_computable(*asked, rates)}


def _next_gap(given: Given, regime: str) -> Answer:
    found = next_rules.gap(*_fractions(given, "women", "men"))
    return {"gap_pct": found, "alert": next_rules.alert(found)}


KINDS: Mapping[str, Callable[[Given, str], Answer]] = {
    "whole_index": whole_index,
    "ind1_points": lambda given, regime: {"points": _points(scales.PAY_SCALE, given["gap_pct"])},
    "ind1_group_retained": _retained(pay.LEAST),
    "ind1_group_gap_ratio": _group_gap,
    "ind1_after_relevance_threshold": _beyond,
    "ratio_to_percent": lambda given, regime: {"percent": scales.percent(_fraction(given, "ratio"))},
    "forty_percent_rule": lambda given, regime: {
        "computable": scales.enough_retained(given["retained_headcount"], given["total_headcount"])
    },
    "weighted_gap": _weighted,
    "ind2_3_scale": lambda given, regime: {
        "points": _points(scales.RAISES_AND_PROMOTIONS_SCALE, given["value"])
    },
    "ind2_3_points": _raises_and_promotions,
    "ind2_3_points_api": _raises_and_promotions,
    "ind2_points": _rates("ind2"),
    "ind3_points": _rates("ind3"),
    "ind2_ind3_group_retained": _retained(raises.LEAST_BY_CATEGORY),
    "raise_rate_gap": lambda given, regime: {
        "gap": raises.rate_gap(*_fractions(given, "rate_women", "rate_men"))
    },
    "ind2_ind3_computable": _rates_computable,
    "ind4_percent": _leave,
    "ind4_points": lambda given, regime: {"points": counts.leave_points(_fraction(given, "percent"))},
    "ind5_under_represented": _top_ten,
    "ind5_points": lambda given, regime: {"points": _top_points(given["under_represented_count"])},
    "index_from_points": lambda given, regime: index_fields(index.from_points(scales.Regime(regime), given)),
    "declaration_from_results": _from_results,
    "v2_gap_pct": _next_gap,
    "v2_quartile_balance": lambda given, regime: {
        "under_represented": next_rules.balance(_fraction(given, "avg_women_ratio_top_quartile"))
    },
    "v2_indicator_G_required": lambda given, regime: {
        "required": next_rules.indicator_g_required(given["workforce"], given["year"])
    },
    "v2_declaration_due": lambda given, regime: {
        "due": next_rules.declaration_due(given["workforce"], given["year"])
    },
}
