"""A reference written in a file asks the same question again, of the same import and of today's."""

import pytest

from data_access.access import Role, scope_for
from data_access.errors import QueryError
from metrics import figure_id, period
from metrics.catalogue.activity import INTERVENTIONS_COUNT, INTERVENTIONS_PER_HOUR
from metrics.catalogue.dimensions import AGENCY, MONTH, QUARTER
from metrics.context import context
from metrics.model import Dimension
from metrics.query import Filter, Query
from metrics.recalled import recall
from metrics.run import ask

DIRECTION = scope_for(Role.DIRECTION)
RENNES = Filter(AGENCY, ("RENNES",))


@pytest.mark.parametrize("span", ["2024", "marche:2024", "2024-03-05..2024-05-19"])
@pytest.mark.parametrize("by", [(), (AGENCY,), (MONTH,), (QUARTER, AGENCY)], ids=str)
def test_each_figure_of_a_table_is_found_again_by_its_reference(
    sample_store: str, span: str, by: tuple[Dimension, ...]
) -> None:
    known, metrics = context(sample_store), (INTERVENTIONS_COUNT, INTERVENTIONS_PER_HOUR)
    query = Query(metrics=metrics, period=period.parse(span), by=by)
    answer = ask(sample_store, query, DIRECTION, known=known)
    for row in answer.rows:
        for metric in metrics:
            of = figure_id.read(figure_id.written(answer, metric, row), known)
            found = recall(sample_store, of, DIRECTION, known)
            assert found.then == found.now == answer.cell(metric, row).figure


def test_before_its_file_was_loaded_a_figure_was_not_known(sample_store: str) -> None:
    known = context(sample_store)
    found = recall(sample_store, figure_id.read("interventions/2024-12/v1/1", known), DIRECTION, known)
    assert found.then.value is None
    assert found.now.value
    assert not found.is_same


def test_an_import_that_was_never_made_is_named(sample_store: str) -> None:
    known = context(sample_store)
    of = figure_id.read(f"interventions/2024/v1/{known.import_number + 1}", known)
    with pytest.raises(QueryError, match=f"le dernier est le n° {known.import_number}"):
        recall(sample_store, of, DIRECTION, known)
