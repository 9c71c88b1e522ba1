"""The audit table in files: both years are figures that a reference opens, a target is a number alone."""

from dataclasses import replace

import pytest

from data_access.access import Role, Scope, scope_for
from metrics import figure_id, period
from metrics.context import context
from metrics.present.export import Export
from metrics.present.grid import Grid
from metrics.present.sheets import sheets
from metrics.query import Query
from metrics.rse_table import Line, rse_table
from metrics.run import ask
from metrics.views.asked import asked
from metrics.views.export import export
from metrics.views.parts import audit
from metrics.views.rse import PAGE
from metrics.views.visit import Visit

DIRECTION, MANAGER = scope_for(Role.DIRECTION), scope_for(Role.AGENCY_MANAGER, frozenset({"RENNES"}))


def taken(store: str, scope: Scope = DIRECTION) -> Export:
    visit = Visit(store, scope, context(store), "rse", "quelqu'un")
    return export(asked(visit, PAGE, (), period.parse("2024")), PAGE, "quelqu'un")


def table(store: str) -> Grid:
    (found,) = [each.grid for each in sheets(taken(store)) if "indicateurs RSE, " in each.grid.title]
    return found


def lines(store: str) -> tuple[Line, ...]:
    """The indicators, as the catalogue answers."""
    return rse_table(store, period.parse("2024"), DIRECTION)


def test_each_year_is_the_exact_figure_that_its_reference_asks_again(sample_store: str) -> None:
    known, told = context(sample_store), {line.indicator: line for line in lines(sample_store)}
    whole = table(sample_store)
    labels = [head.label for head in whole.heads]
    assert len(whole.lines) == len(told)
    for cells in whole.lines:
        line = told[cells[labels.index("Indicateur")].text]
        for label, figure in (("2023", line.before), ("2024", line.figure)):
            datum = cells[labels.index(label)]
            assert datum.number == figure.value
            found = figure_id.read(datum.id, known)
            assert (found.metric, str(found.period)) == (line.metric, label)
            query = Query(metrics=(found.metric,), period=found.period, where=found.where)
            again = ask(sample_store, query, DIRECTION, known=known)
            assert again.rows[0].cells[0].figure.value == figure.value


def test_a_target_is_a_number_without_a_reference_even_when_it_is_what_was_done(sample_store: str) -> None:
    whole = table(sample_store)
    place = [head.label for head in whole.heads].index("Objectif 2024")
    told = {line.indicator: line.target.value for line in lines(sample_store)}
    assert {cells[3].text: cells[place].number for cells in whole.lines} == told
    assert {cells[place].id for cells in whole.lines} == {""}


def test_a_target_like_its_figure_to_the_last_sum_has_no_reference_either(
    sample_store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    alike = tuple(replace(each, target=each.figure) for each in lines(sample_store))
    monkeypatch.setattr(audit, "rse_table", lambda *_: alike)
    whole = table(sample_store)
    labels = [head.label for head in whole.heads]
    for cells in whole.lines:
        assert cells[labels.index("Objectif 2024")].number == cells[labels.index("2024")].number
        assert cells[labels.index("Objectif 2024")].id == ""


def test_a_file_of_a_manager_begins_with_what_they_read(sample_store: str) -> None:
    titles = [part.title for part in taken(sample_store, MANAGER).parts if part.title]
    assert titles[-2:] == ["Tableau d'audit", "Labels et certifications"]
    assert sorted(titles) == sorted(part.title for part in taken(sample_store).parts if part.title)
