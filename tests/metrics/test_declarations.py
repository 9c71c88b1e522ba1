"""Declarations are frozen data that can be compared, hashed and printed without building SQL."""

import dataclasses
from inspect import getmembers, isclass

import pytest
from sqlalchemy.sql import ClauseElement

from metrics import model, query, result
from metrics.catalogue import METRICS, facts, metric
from metrics.catalogue.dimensions import AGENCY, CONTRACT, DIMENSIONS
from metrics.model import Dimension, Fact, Measure, Metric, Rule
from metrics.period import year
from metrics.query import Filter, Query

DECLARED = [
    each
    for module in (model, query, result)
    for _, each in getmembers(module, isclass)
    if dataclasses.is_dataclass(each) and each.__module__ == module.__name__
]
WITH_SQL = [Fact, Dimension, Measure, Metric, Rule]


@pytest.mark.parametrize("declared", DECLARED, ids=lambda each: each.__name__)
def test_every_declaration_is_frozen(declared: type) -> None:
    assert declared.__dataclass_params__.frozen  # type: ignore[attr-defined]


@pytest.mark.parametrize("declared", WITH_SQL, ids=lambda each: each.__name__)
def test_what_holds_sql_is_compared_by_identity(declared: type) -> None:
    assert declared.__eq__ is object.__eq__  # a generated one would build an expression out of « == »


def test_a_filter_is_compared_by_value_and_its_dimension_by_identity() -> None:
    assert Filter(AGENCY, ("RENNES",)) == Filter(AGENCY, ("RENNES",))
    assert Filter(AGENCY, ("RENNES",)) != Filter(AGENCY, ("NANTES",))
    assert Filter(AGENCY, ("RENNES",)) != Filter(CONTRACT, ("RENNES",))


def test_comparing_two_declarations_is_true_or_false_and_never_sql() -> None:
    for first, second in (
        (AGENCY, CONTRACT),
        (metric("revenue"), metric("sales")),
        (facts.STAFF, facts.POSTS),
    ):
        assert (first == second) is False
        assert not isinstance(first == first, ClauseElement)
    assert AGENCY in (AGENCY, CONTRACT)
    assert len({*METRICS.values()}) == len(METRICS)


@pytest.mark.parametrize("name", METRICS)
def test_a_breakdown_list_is_a_tuple_of_dimensions_and_not_one_without_its_comma(name: str) -> None:
    by = METRICS[name].by
    assert by is None or (isinstance(by, tuple) and all(isinstance(each, Dimension) for each in by))


@pytest.mark.parametrize("dimension", DIMENSIONS.values(), ids=DIMENSIONS)
def test_the_columns_of_a_dimension_are_a_tuple_of_columns(dimension: Dimension) -> None:
    assert isinstance(dimension.also, tuple)
    kinds = {str(column.type) for column in (dimension.key, *dimension.also)}
    assert len(kinds) == 1, "the same values, under the same type"


def test_a_rule_lists_its_measures_in_a_tuple() -> None:
    rules = [each.rule for each in METRICS.values() if each.rule is not None]
    assert rules
    assert all(isinstance(rule.measures, tuple) and rule.measures for rule in rules)


def test_only_a_plain_count_is_part_of_a_whole() -> None:
    women, share, median = metric("women"), metric("women_share"), metric("median_seniority")
    for over, base, measure, rule in (
        (share.over, None, women.measure, None),
        (None, share.over, women.measure, None),
        (None, None, None, median.rule),
    ):
        with pytest.raises(ValueError, match="only a plain count"):
            dataclasses.replace(women, measure=measure, over=over, base=base, rule=rule)


SHARES = {
    "women_share": ("sex",),
    "permanent_share": ("contract",),
    "permanent_share_without_apprentices": ("contract",),
    "foundation_share": ("foundation",),
    "foundation_in_time_share": ("foundation",),
    "born_abroad_share": ("birth_area",),
    "sales_share": ("funding_line", "account"),
    "mediation_share": ("branch",),
    "unassigned_share": ("branch",),
}


@pytest.mark.parametrize("name", SHARES)
def test_a_share_is_not_told_by_what_it_measures(name: str) -> None:
    left_out = {each for each in DIMENSIONS if not METRICS[name].allows(DIMENSIONS[each])}
    whole = dataclasses.replace(METRICS[name], by=None)
    reached = {each for each in DIMENSIONS if whole.allows(DIMENSIONS[each])}
    assert left_out & reached == set(SHARES[name])


def test_a_question_written_with_a_bare_dimension_is_refused_at_once() -> None:
    with pytest.raises(TypeError):
        Query(metrics=(metric("revenue"),), by=(AGENCY), period=year(2024))  # type: ignore[arg-type]


def test_a_question_and_its_answer_are_hashable() -> None:
    asked = Query(metrics=(metric("revenue"),), by=(AGENCY,), period=year(2024))
    assert len({asked, asked.total(), asked.total()}) == 2
