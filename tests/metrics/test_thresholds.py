"""Every figure about staff has its threshold, and what tells people apart can only raise it."""

from fractions import Fraction

import pytest
from sqlalchemy import Connection

from data_access import schema as s
from metrics.catalogue import METRICS
from metrics.catalogue.dimensions import DIMENSIONS
from metrics.disclosure import protect
from metrics.model import Dimension, Metric
from metrics.result import HIDDEN, Figure, State
from tests.metrics.asking import ask, value, values
from tests.metrics.store import put


@pytest.mark.parametrize("asked", [{"by": "birth_area"}, {"where": "birth_area=africa"}])
def test_a_headcount_told_by_area_of_birth_hides_as_much_as_the_count_of_births_abroad(
    db: Connection, asked: dict[str, str]
) -> None:
    put(
        db,
        """
        staff  day         agency  birth_area  times
               2024-12-31  RENNES  africa      10
               2024-12-31  RENNES  europe      4
               2024-12-31  RENNES  france      40
        """,
    )
    for where in ("", "agency=RENNES"):
        conditions = ",".join(filter(None, (where, asked.get("where"))))
        found = values(ask(db, "headcount", by=asked.get("by", ""), where=conditions))
        assert found.get("africa", found.get(())) == "s"  # 10 is above 5 and below 11
    assert value(ask(db, "headcount", where="birth_area=france")) == 40


ABOUT_PEOPLE = [m for m in METRICS.values() if any(fact.table is s.staff for fact in m.facts)]
OWN = [d for d in DIMENSIONS.values() if any(column.table is s.staff for column in (d.key, *d.also))]


@pytest.mark.parametrize("about", ABOUT_PEOPLE, ids=lambda each: each.id)
def test_every_figure_about_staff_has_a_threshold(about: Metric) -> None:
    assert about.hidden_below >= 5


@pytest.mark.parametrize("about", ABOUT_PEOPLE, ids=lambda each: each.id)
def test_a_figure_that_reads_the_area_of_birth_hides_below_eleven(about: Metric) -> None:
    reads = any(s.staff.c.birth_area in measure.columns for measure in about.measures)
    assert not reads or about.hidden_below >= 11


NOT_SENSITIVE = {"contract", "sex", "age_band", "seniority_band", "foundation", "title"}


@pytest.mark.parametrize("told_by", OWN, ids=lambda each: each.id)
def test_what_tells_people_apart_has_a_threshold_of_its_own_unless_it_is_known_at_work(
    told_by: Dimension,
) -> None:
    assert (told_by.hidden_below >= 11) is (told_by.id not in NOT_SENSITIVE)


@pytest.mark.parametrize("about", ABOUT_PEOPLE, ids=lambda each: each.id)
def test_no_breakdown_lowers_the_threshold_of_a_figure(about: Metric) -> None:
    nine = [Figure(Fraction(9), State.PRESENT, Fraction(9))]
    for each in filter(about.allows, DIMENSIONS.values()):
        hidden = protect(about, nine, breakdown=False, dimensions=(each,)) == [HIDDEN]
        assert hidden is (max(about.hidden_below, each.hidden_below) > 9)


@pytest.mark.parametrize(
    "name", [m.id for m in METRICS.values() if any(f.level is not None for f in m.facts)]
)
def test_a_count_without_threshold_about_births_is_never_told_by_agency(name: str) -> None:
    assert METRICS[name].by == ()
