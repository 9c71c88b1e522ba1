"""Every figure about people has its threshold and its tables; what is sensitive counts eleven, not five."""

import pytest

from data_access import schema as s
from metrics.catalogue import METRICS
from metrics.catalogue.dimensions import DIMENSIONS, SENSITIVE_CELL
from metrics.catalogue.facts import ABSENCES, ACCIDENTS
from metrics.model import Metric
from tests.metrics.store import FACTS

ABOUT_STAFF = [m for m in METRICS.values() if any(fact.table is s.staff for fact in m.facts)]
STAFF_TABLES = {"staff", "staff_move", "hours_worked", "absence", "accident", "staff_training"}
LEARNING = {"enrolment", "exam", "attendance"}  # apprentices, and employees among the trainees


@pytest.mark.parametrize("about", ABOUT_STAFF, ids=lambda each: each.id)
def test_every_figure_about_staff_has_a_threshold(about: Metric) -> None:
    assert about.hidden_below >= 5


@pytest.mark.parametrize("about", ABOUT_STAFF, ids=lambda each: each.id)
def test_a_figure_that_reads_the_area_of_birth_hides_below_eleven(about: Metric) -> None:
    reads = any(s.staff.c.birth_area in measure.columns for measure in about.measures)
    assert not reads or about.hidden_below >= 11


def test_every_table_of_people_has_its_published_tables() -> None:
    assert {fact.table.name for fact in FACTS if fact.published} == STAFF_TABLES | LEARNING


def test_no_table_of_people_is_told_below_five() -> None:
    leasts = {c.least for fact in FACTS if fact.published for c in fact.published.crossings}
    assert min(leasts - {0}) >= 5
    free = {fact.table.name for fact in FACTS for c in (fact.published.crossings if fact.published else ())
            if not c.least}  # fmt: skip
    assert free == {"attendance"}, "trainees from outside, and never by employer"


def test_what_is_sensitive_is_never_told_below_eleven() -> None:
    for fact in (ABSENCES, ACCIDENTS):
        assert fact.published is not None
        assert {crossing.least for crossing in fact.published.crossings} == {SENSITIVE_CELL}
    births = [
        crossing
        for fact in FACTS
        for crossing in (fact.published.crossings if fact.published else ())
        if "birth_area" in {dimension.id for dimension in crossing.dimensions}
    ]
    assert {crossing.least for crossing in births} == {SENSITIVE_CELL}


@pytest.mark.parametrize("fact", [s.pay_group, s.equality_count], ids=str)
def test_pay_groups_are_told_of_the_whole_association_only(fact: object) -> None:
    assert all(each.by == () for each in METRICS.values() if any(f.table is fact for f in each.facts))


def test_reasons_to_leave_kinds_of_accident_and_employers_of_trainees_are_no_breakdown() -> None:
    assert {"move", "move_reason", "accident_kind", "absence_kind", "pay_group"}.isdisjoint(DIMENSIONS)
    trained = [m for m in METRICS.values() if any(fact.table is s.attendance for fact in m.facts)]
    assert not any(each.allows(DIMENSIONS["employer"]) for each in trained)


@pytest.mark.parametrize(
    "name", [m.id for m in METRICS.values() if any(f.level is not None for f in m.facts)]
)
def test_a_count_without_threshold_about_births_is_never_told_by_agency(name: str) -> None:
    assert METRICS[name].by == ()
