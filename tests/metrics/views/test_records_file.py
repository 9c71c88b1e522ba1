"""The records behind a figure as a file: as many lines as the figure counts, read many at a time."""

from fractions import Fraction

from data_access.access import Role, scope_for
from metrics import period, records
from metrics.catalogue.activity import INTERVENTIONS_COUNT
from metrics.context import context
from metrics.present import csv
from metrics.run import ask

DIRECTION, MANAGER = scope_for(Role.DIRECTION), scope_for(Role.AGENCY_MANAGER, frozenset({"RENNES"}))


def test_there_is_a_line_for_each_record_that_the_figure_counts(sample_store: str) -> None:
    known = context(sample_store)
    query = records.question(INTERVENTIONS_COUNT, period.parse("2024-03"))
    for scope in (DIRECTION, MANAGER):
        pages = records.pages(sample_store, query, scope, known, records.AT_ONCE)
        _mark, _header, *lines = csv.listed(pages)
        counted = ask(sample_store, query, scope, known=known).rows[0].cells[0].figure.value
        assert Fraction(len(lines)) == counted
        assert len(set(lines)) > len(lines) / 2  # no page is written twice in place of the next
        names = {line.decode().split(";")[2] for line in lines}
        assert names == ({"Rennes"} if scope is MANAGER else names | {"Rennes", "Nantes"})
