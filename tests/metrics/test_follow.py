"""Several figures asked at once: each follows the filters it can, and sets are told apart."""

from dataclasses import replace

import pytest

from data_access.access import Role, Scope, scope_for
from metrics import follow, period
from metrics.catalogue import metric
from metrics.catalogue.dimensions import AGENCY, INTERVENTION_FAMILY, PROGRAMME
from metrics.context import Context
from metrics.follow import ask_each, ask_sets
from metrics.model import Dimension, Metric
from metrics.query import Against, Comparison, Filter, Query
from metrics.result import Result
from metrics.run import ask
from tests.metrics.asking import EVERYTHING

ACTIVITY = (metric("interventions"), metric("field_hours"))
PEOPLE = (metric("headcount"),)
MONEY = (metric("revenue"), metric("sales_share"))
SETS = (ACTIVITY, PEOPLE, MONEY)
WHERE = {
    "all": (),
    "one agency": (Filter(AGENCY, ("RENNES",)),),
    "what some cannot follow": (Filter(AGENCY, ("RENNES",)), Filter(INTERVENTION_FAMILY, ("I",))),
}


@pytest.mark.parametrize("where", WHERE.values(), ids=WHERE)
@pytest.mark.parametrize(
    ("versus", "by"),
    [
        (Against.PREVIOUS_YEAR, ()),
        (Against.PREVIOUS_YEAR, (AGENCY,)),
        (Against.TARGET, ()),
        (Against.MEDIAN, ()),
    ],
)
def test_a_set_asked_with_others_is_told_as_if_it_were_alone(
    sample_store: str, where: tuple[Filter, ...], versus: Against, by: tuple[Dimension, ...]
) -> None:
    every = (*ACTIVITY, *PEOPLE, *MONEY)
    asked = Query(metrics=every, period=period.year(2024), by=by, versus=Comparison(versus))
    together = ask_sets(sample_store, asked, SETS, where, EVERYTHING)
    for metrics, answer in zip(SETS, together, strict=True):
        alone = ask_each(sample_store, replace(asked, metrics=metrics), where, EVERYTHING)
        assert (answer.query.metrics, answer.data_dates) == (metrics, alone.data_dates)
        assert (answer.perimeter, answer.versus_label) == (alone.perimeter, alone.versus_label)
        assert (answer.partial, answer.left_out) == (alone.partial, alone.left_out)
        told = {row.keys: row.cells for row in answer.rows}
        assert all(told[row.keys] == row.cells for row in alone.rows)


def test_metrics_that_follow_the_same_filters_are_asked_in_one_question(
    sample_store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Metric, ...]] = []

    def counted(url: str, query: Query, scope: Scope, known: Context) -> Result:
        asked.append(query.metrics)
        return ask(url, query, scope, known=known)

    monkeypatch.setattr(follow, "ask", counted)
    every = (*ACTIVITY, *PEOPLE, *MONEY)
    ask_sets(sample_store, Query(metrics=every, period=period.year(2024)), SETS, (), EVERYTHING)
    assert asked == [every]


@pytest.mark.parametrize(
    ("name", "followed"),
    [
        ("trainee_hours", ("Agence", "Formation")),  # a table crosses both
        ("apprentices_in_training", ("Agence",)),  # each has its own table: the last one asked is left out
        ("learners", ("Formation",)),  # by no agency at all
    ],
)
def test_filters_that_no_table_of_people_crosses_are_left_out_the_last_first(
    sample_store: str, name: str, followed: tuple[str, ...]
) -> None:
    where = (Filter(AGENCY, ("RENNES",)), Filter(PROGRAMME, ("MSADS",)))
    asked = Query(metrics=(metric(name),), period=period.year(2024))
    answer = ask_each(sample_store, asked, where, EVERYTHING)
    assert tuple(f.dimension.label for f in answer.query.where) == followed
    assert answer.left_out == (tuple(name for name in ("Agence", "Formation") if name not in followed),)


def test_own_agencies_count_among_the_filters_and_are_never_left_out(sample_store: str) -> None:
    manager = scope_for(Role.AGENCY_MANAGER, frozenset({"RENNES"}))
    where = (Filter(PROGRAMME, ("MSADS",)),)
    asked = Query(metrics=(metric("apprentices_in_training"),), period=period.year(2024))
    answer = ask_each(sample_store, asked, where, manager)
    assert (answer.query.where, answer.left_out) == ((), (("Formation",),))
    assert answer.perimeter == "Agence : Rennes"
