"""A reference written in a file asks the same question again, typed back from paper."""

import pytest

from data_access.access import Role, scope_for
from data_access.errors import QueryError
from metrics import figure_id, period
from metrics.catalogue.activity import INTERVENTIONS_COUNT, INTERVENTIONS_PER_HOUR
from metrics.catalogue.dimensions import AGENCY, MONTH
from metrics.context import context
from metrics.model import Dimension
from metrics.query import Filter, Query
from metrics.recalled import recall
from metrics.result import Result
from metrics.run import ask

DIRECTION = scope_for(Role.DIRECTION)
RENNES = Filter(AGENCY, ("RENNES",))


def asked(store: str, *by: Dimension, where: tuple[Filter, ...] = ()) -> Result:
    metrics = (INTERVENTIONS_COUNT, INTERVENTIONS_PER_HOUR)
    return ask(store, Query(metrics=metrics, period=period.year(2024), by=by, where=where), DIRECTION)


def test_a_reference_says_the_figure_its_period_its_definition_its_import_and_its_filters(
    sample_store: str,
) -> None:
    answer, version = asked(sample_store, where=(RENNES,)), INTERVENTIONS_COUNT.version
    said = figure_id.written(answer, INTERVENTIONS_COUNT)
    assert said == f"interventions/2024/v{version}/{answer.import_number}/agency=RENNES"


@pytest.mark.parametrize("by", [(), (AGENCY,), (MONTH,), (MONTH, AGENCY)], ids=str)
def test_each_figure_of_a_table_is_found_again_by_its_reference(
    sample_store: str, by: tuple[Dimension, ...]
) -> None:
    answer, known = asked(sample_store, *by), context(sample_store)
    for row in answer.rows[:6]:
        for metric in answer.query.metrics:
            of = figure_id.read(figure_id.written(answer, metric, row), known)
            found = recall(sample_store, of, DIRECTION, known)
            assert found.then.cell(metric).figure.value == answer.cell(metric, row).figure.value
            assert found.is_same


def test_spaces_around_the_parts_and_a_missing_v_are_what_fingers_do(sample_store: str) -> None:
    of = figure_id.read(" interventions / 2024-12/1 / 7/agency=RENNES ", context(sample_store))
    assert (of.metric, str(of.period), of.version, of.number) == (INTERVENTIONS_COUNT, "2024-12", 1, 7)
    assert of.where == (RENNES,)


@pytest.mark.parametrize(
    "text",
    ["", "/", "interventions", "interventions/2024", "interventions/2024/v1/x",
     "autre/2024/v1/1", "interventions/24/v1/1", "interventions/2024/v1/1/agency"],
)  # fmt: skip
def test_what_is_no_reference_is_refused_in_a_sentence(sample_store: str, text: str) -> None:
    with pytest.raises(QueryError, match=r"\w+.*\."):
        figure_id.read(text, context(sample_store))


def test_an_import_that_was_never_made_is_named(sample_store: str) -> None:
    known = context(sample_store)
    of = figure_id.read(f"interventions/2024/v1/{known.import_number + 1}", known)
    with pytest.raises(QueryError, match=f"le dernier est le n° {known.import_number}"):
        recall(sample_store, of, DIRECTION, known)
