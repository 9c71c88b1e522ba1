"""What the equality rules answer to a whole company, field by field, under the vectors' own names."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from metrics.egapro import counts, index, pay, raises, scales
from metrics.present.words import rounded

Given = Mapping[str, Any]
Answer = dict[str, Any]


def whole_index(given: Given, regime: str) -> Answer:
    """Every intermediate result of a company, and its index."""
    common = _common(given)
    found = _small(common, given) if regime == scales.Regime.SMALL else _large(common, given)
    names = {"ind2": "ind2_raises", "ind3": "ind3_promotions"}
    first = found["ind1"]
    each = {names.get(one.id, one.id): indicator(one, first) for one in found.indicators}
    return each | index_fields(found)


def _common(given: Given) -> index.Common:
    classification = (
        pay.Classification.CATEGORIES if given["classification"] == "csp" else pay.Classification.LEVELS
    )
    assert given.get("relevance_threshold_pct") in (None, 100 * pay.THRESHOLDS[classification])
    leave, top = given["maternity"], given["top_ten"]
    return index.Common(
        groups=[
            pay.PayGroup(
                name=f"{group['category']}/{group.get('age_band')}",
                women=group["women_count"],
                men=group["men_count"],
                women_pay=group.get("women_mean_pay"),
                men_pay=group.get("men_mean_pay"),
            )
            for group in given["pay_groups"]
        ],
        classification=classification,
        leave=counts.Leave(
            during=leave["returns_with_raises_during_leave"], raised=leave["raised_on_return"]
        ),
        top_women=top["women"],
        top_men=top["men"],
    )


def _small(common: index.Common, given: Given) -> index.Index:
    people, raised = given["workforce"], given["raises_and_promotions"]
    counted = raised["any_in_period"]
    return index.small_index(
        common,
        raises.Raises(
            women=people["women"],
            men=people["men"],
            women_raised=raised["women_raised"] if counted else 0,
            men_raised=raised["men_raised"] if counted else 0,
        ),
    )


def _large(common: index.Common, given: Given) -> index.Index:
    raised, promoted = given["ind2_raises"], given["ind3_promotions"]
    people = given["workforce"]["by_csp"]
    return index.large_index(
        common,
        _categories(people, raised.get("rates_pct_by_csp") or {}),
        _categories(people, promoted.get("rates_pct_by_csp") or {}),
        any_raise=raised["any_in_period"],
        any_promotion=promoted["any_in_period"],
    )


def _categories(people: Given, rates: Given) -> list[raises.CategoryRates]:
    """A category that states no rate had nobody raised: it still weighs its headcount."""
    return [
        raises.CategoryRates(
            name=name,
            women=group["women"],
            men=group["men"],
            women_rate=Fraction(rates.get(name, {}).get("women") or 0) / 100,
            men_rate=Fraction(rates.get(name, {}).get("men") or 0) / 100,
        )
        for name, group in people.items()
    ]


def indicator(found: scales.Indicator, first: scales.Indicator) -> Answer:
    """The fields of an indicator; ``first`` is the pay gap it may make up for."""
    answer = {
        "computable": found.computable,
        "retained_headcount": found.retained,
        "gap_pct": found.result,
        "favourable": found.favours,
        "under_represented_count": found.result,
        "points": found.points,
        "points_before_compensation": found.scaled,
        "full_points_by_compensation": raises.caught_up(
            first.points, first.favours, found.favours, raises.Reading.SIMULATOR
        ),
    }
    if isinstance(found, raises.RaisesIndicator):
        answer |= {
            "gap_in_employees": found.people,
            "points_pct": found.points_by_rate,
            "points_in_employees": found.points_by_people,
        }
    return answer


def index_fields(found: index.Index) -> Answer:
    """The simulator's own figure on a base that is too small is the vectors' arithmetic, never ours."""
    rescaled = rounded(Fraction(100 * found.points, found.base), 0) if found.base else None
    return {
        "total_points": found.points,
        "max_points": found.base,
        "index_computable": found.computable,
        "index": found.score,
        "rescaled_note_shown_by_simulator": rescaled if found.score is None else None,
    }
