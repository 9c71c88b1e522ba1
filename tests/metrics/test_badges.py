"""Badges: a figure is said to be printed where a report prints that very figure, and nowhere else."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from metrics import period
from metrics.badges import badges, key, said
from metrics.catalogue import metric
from metrics.catalogue.dimensions import AGENCY, BRANCH, JOB_FAMILY, PROGRAMME_FAMILY, YEAR
from metrics.model import Dimension
from metrics.query import NO_COMPARISON, Against, Comparison, Filter, Query, Value
from metrics.result import Cell, Figure, Result, Row

REVENUE, HEADCOUNT, HOURS = metric("revenue"), metric("headcount"), metric("delivered_hours")
PRINTED = {
    key("revenue", "2024"): "RA 2024 p. 6",
    key("revenue", "2024", versus="previous-year"): "RA 2024 p. 3",
    key("revenue", "2024", ["branch=mediation", "agency=RENNES"]): "RA 2024 p. 17",
    key("headcount", "2023"): "RA 2024 p. 6",
    key("headcount", "2024", ["job_family=referent|mediator"]): "RSE 2024 p. 3",
    key("delivered_hours", "2024", ["programme_family=prison"]): "RA 2024 p. 23",
}
WHOLE = "Ensemble de l'association"


def answer(
    name: str,
    span: str = "2024",
    *,
    by: tuple[Dimension, ...] = (),
    member: Value | date = None,
    where: tuple[Filter, ...] = (),
    versus: Comparison = NO_COMPARISON,
    perimeter: str = WHOLE,
) -> Result:
    """An answer of one line."""
    keys = (member,) if by else ()
    return Result(
        query=Query(metrics=(metric(name),), period=period.parse(span), by=by, where=where, versus=versus),
        rows=(Row(keys, tuple(map(str, keys)), (Cell(Figure(Fraction(5))),)),),
        perimeter=perimeter,
        versus_label="",
        data_dates=(None,),
        partial=(False,),
        as_of=None,
        import_number=1,
    )


def told(found: Result, *, line: bool = False) -> str:
    """What is said of its only figure, in its line or as a whole."""
    return said(PRINTED, found, found.query.metrics[0], found.rows[0] if line else None)


def test_a_figure_is_printed_for_its_own_period_alone() -> None:
    assert told(answer("revenue")) == "publié RA 2024 p. 6"
    assert told(answer("revenue", "2023")) == ""
    assert told(answer("headcount")) == ""


def test_a_printed_change_is_said_apart_and_only_when_it_is_the_one_shown() -> None:
    shown = answer("revenue", versus=Comparison(Against.PREVIOUS_YEAR))
    assert told(shown) == "publié RA 2024 p. 6 · évolution publiée RA 2024 p. 3"
    other = answer("revenue", versus=Comparison(Against.PREVIOUS_PERIOD))
    assert told(other) == "publié RA 2024 p. 6"


def test_a_line_is_printed_for_its_member_and_the_whole_is_not() -> None:
    found = answer("delivered_hours", by=(PROGRAMME_FAMILY,), member="prison")
    assert told(found, line=True) == "publié RA 2024 p. 23"
    assert told(answer("delivered_hours", by=(PROGRAMME_FAMILY,), member="rs"), line=True) == ""
    assert told(answer("delivered_hours")) == ""


def test_filters_and_the_member_of_a_line_count_together_in_any_order() -> None:
    rennes = (Filter(AGENCY, ("RENNES",)),)
    found = answer("revenue", by=(BRANCH,), member="mediation", where=rennes)
    assert told(found, line=True) == "publié RA 2024 p. 17"
    assert told(found) == ""  # all the branches of Rennes


def test_several_members_are_those_printed_together_in_any_order() -> None:
    both = answer("headcount", where=(Filter(JOB_FAMILY, ("mediator", "referent")),))
    assert told(both) == "publié RSE 2024 p. 3"
    assert told(answer("headcount", where=(Filter(JOB_FAMILY, ("mediator",)),))) == ""


def test_a_year_of_a_series_has_the_badge_of_its_own_year() -> None:
    series = answer("headcount", "2023..2024", by=(YEAR,), member=date(2023, 1, 1))
    assert told(series, line=True) == "publié RA 2024 p. 6"


def test_what_follows_other_filters_than_the_page_says_nothing() -> None:
    assert told(replace(answer("revenue"), left_out=(("Famille",),))) == ""


def test_an_agency_that_no_filter_says_is_not_taken_for_the_whole() -> None:
    assert told(answer("revenue", perimeter="Agence : Rennes")) == ""


def test_every_page_that_prints_a_figure_is_named(sample_store: str) -> None:
    known = badges(sample_store)
    assert known["revenue", "2024"] == "RA 2024 p.\u00a06, p.\u00a025\u00a0; RSE 2024 p.\u00a03"


def test_what_no_count_gives_is_explained_where_it_is_shown(sample_store: str) -> None:
    said_of_msads = badges(sample_store)["msads_graduates_share", "2019-01..2024-12"]
    assert said_of_msads.startswith("RA 2024 p.\u00a023\u00a0: aucun nombre entier sur 63 ne donne 64")


@pytest.mark.parametrize("condition", ["agency=RENNES|NANTES", "agency=NANTES|RENNES"])
def test_the_order_of_values_is_no_matter(condition: str) -> None:
    assert key("revenue", "2024", [condition]) == ("revenue", "2024", "agency=NANTES|RENNES")
