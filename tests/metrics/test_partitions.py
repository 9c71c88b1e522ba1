"""What the declaration of published tables promises: conditions it can see, and tables that form a forest."""

import pytest

from metrics.catalogue import METRICS
from metrics.catalogue.facts import STAFF
from metrics.model import Fact, Measure, Metric
from metrics.star import Crossing
from tests.metrics.store import FACTS

ABOUT_PEOPLE = [fact for fact in FACTS if fact.published is not None]
MEASURES = {m: each for each in METRICS.values() for m in each.read if m.fact.published is not None}
every_fact = pytest.mark.parametrize("fact", ABOUT_PEOPLE, ids=lambda fact: fact.id)
# Beside its parts, one measure leaves out who replaces the absent: full-time equivalents, and no count.
MORE_THAN_PARTS = {"legal_headcount"}


@pytest.mark.parametrize(("measure", "metric"), MEASURES.items(), ids=lambda each: getattr(each, "id", ""))
def test_a_measure_of_people_keeps_rows_by_declared_parts_and_by_nothing_else(
    measure: Measure, metric: Metric
) -> None:
    said = {column for part in measure.parts for column in part.keeps(measure.fact).get_children()}
    assert {column.name for column in measure.condition} <= {
        getattr(column, "name", "") for column in said
    } or metric.id in MORE_THAN_PARTS


@pytest.mark.parametrize(("measure", "metric"), MEASURES.items(), ids=lambda each: getattr(each, "id", ""))
def test_a_measure_of_people_is_told_by_a_table(measure: Measure, metric: Metric) -> None:
    assert measure.fact.published is not None
    parts = [part.dimension for part in measure.parts]
    assert any(crossing.crosses(parts) for crossing in measure.fact.published.crossings)


def names(crossing: Crossing) -> frozenset[str]:
    return frozenset(dimension.id for dimension in crossing.dimensions)


def trees(fact: Fact) -> list[frozenset[str]]:
    """The tables of a fact, those that are joined as one, without those that are within another."""
    assert fact.published is not None
    joined: dict[object, frozenset[str]] = {}
    for crossing in fact.published.crossings:
        if crossing.least:
            name = crossing.joined or crossing
            joined[name] = joined.get(name, frozenset()) | names(crossing)
    found = list(joined.values())
    return [each for each in dict.fromkeys(found) if not any(each < other for other in found)]


@every_fact
def test_tables_share_no_more_than_one_margin_and_no_way_leads_back(fact: Fact) -> None:
    """Leaf by leaf, each meets the rest in one dimension at most: a forest, where each is judged alone."""
    left = trees(fact)
    while left:
        leaves = [each for each in left if len(each & _others(each, left)) <= 1]
        assert leaves, left
        left.remove(leaves[0])


def _others(table: frozenset[str], tables: list[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*(each for each in tables if each is not table))


@every_fact
def test_tables_that_are_joined_are_judged_by_one_threshold(fact: Fact) -> None:
    assert fact.published is not None
    leasts: dict[str, set[int]] = {}
    for crossing in fact.published.crossings:
        leasts.setdefault(crossing.joined, set()).add(crossing.least)
    leasts.pop("", None)
    assert all(len(each) == 1 for each in leasts.values())


def test_a_loop_of_tables_would_be_found() -> None:
    """By agency and contract, by contract and job, by job and agency: each pair is shared, none is a leaf."""
    loop = [frozenset(pair) for pair in (("agency", "contract"), ("contract", "job"), ("job", "agency"))]
    for each in loop:
        assert len(each & _others(each, loop)) == 2


def test_the_staff_has_no_table_by_dispositif_nor_by_job() -> None:
    assert STAFF.published is not None
    told = {dimension.id for each in STAFF.published.crossings for dimension in each.dimensions}
    assert told.isdisjoint({"dispositif", "job", "family", "site", "orientation"})
