"""A question that cannot be answered as asked is refused in words, never answered in part."""

from dataclasses import replace

import pytest
from sqlalchemy import Column, Date, ForeignKey, Integer, MetaData, Table

from data_access import schema as s
from data_access.access import Domain
from data_access.errors import QueryError
from metrics import notation, period
from metrics.catalogue import METRICS, dimension, metric
from metrics.catalogue.dimensions import (
    ACCOUNT,
    AGENCY,
    BRANCH,
    CITY,
    CONTRACT,
    DISPOSITIF,
    FAMILY,
    JOB,
    MONTH,
    QUARTER,
    SECTOR,
)
from metrics.catalogue.dimensions import YEAR as STEP_OF_YEARS
from metrics.catalogue.facts import MEETINGS, PLACES, POSTS, STAFF
from metrics.catalogue.sources import FIELD_TOOL
from metrics.catalogue.units import COUNT
from metrics.joins import path_to
from metrics.kinds import Aggregate, Time, When
from metrics.measures import count, total
from metrics.model import Dimension, Fact, Measure, Metric
from metrics.query import Against, Comparison, Filter, Query
from metrics.records import listing_of

YEAR = period.year(2024)
NAMES = {"agency": {"RENNES": "Rennes", "NANTES": "Nantes"}, "contract": dict(CONTRACT.names)}


def test_a_breakdown_a_metric_cannot_follow_is_refused() -> None:
    with pytest.raises(QueryError, match="« Produits » ne se ventile pas par « Métier »"):
        Query(metrics=(metric("revenue"),), by=(JOB,), period=YEAR)


def test_a_filter_a_metric_cannot_follow_is_refused_and_never_ignored() -> None:
    with pytest.raises(QueryError, match="« Produits » ne se ventile pas par « Secteur »"):
        Query(metrics=(metric("revenue"),), where=(Filter(SECTOR, ("R-NORD",)),), period=YEAR)


def test_one_metric_of_several_that_cannot_follow_is_enough_to_refuse() -> None:
    with pytest.raises(QueryError, match="« Heures de terrain »"):
        Query(metrics=(metric("interventions"), metric("field_hours")), by=(SECTOR,), period=YEAR)


def test_a_breakdown_the_definition_leaves_out_is_refused_although_joins_lead_there() -> None:
    assert DISPOSITIF.reached_from(metric("qpv_inhabitants").facts[0])
    with pytest.raises(
        QueryError, match="« Habitants de QPV concernés » ne se ventile pas par « Dispositif »"
    ):
        Query(metrics=(metric("qpv_inhabitants"),), by=(DISPOSITIF,), period=YEAR)


@pytest.mark.parametrize("place", [DISPOSITIF, FAMILY, BRANCH], ids=lambda each: each.id)
def test_the_pay_of_the_few_people_of_a_dispositif_is_not_told(place: Dimension) -> None:
    """A market of one post has one wage: the account of wages is told of an agency at least."""
    expenses, pay = metric("expenses"), Filter(ACCOUNT, ("641000",))
    here = Filter(place, (next(iter(place.names), "JOUR"),))
    for asked in ({"by": (ACCOUNT, place)}, {"by": (place,), "where": (pay,)}, {"where": (here, pay)}):
        with pytest.raises(QueryError, match=f"« Compte » et par « {place.label} » à la fois"):
            Query(metrics=(expenses,), period=YEAR, **asked)  # type: ignore[arg-type]
    Query(metrics=(expenses,), by=(ACCOUNT, AGENCY), period=YEAR)
    Query(metrics=(expenses,), by=(place,), period=YEAR)
    assert listing_of(expenses) is None, "entries name both"


def test_a_count_that_its_year_alone_may_tell_is_refused_by_month_and_over_less_than_a_year() -> None:
    with pytest.raises(QueryError, match="« Salariés d'Optima diplômés » ne se ventile pas par « Mois »"):
        Query(metrics=(metric("employee_graduates"),), by=(MONTH,), period=YEAR)
    for span in ("2024-06", "2024-T2", "ytd:2024-06"):
        with pytest.raises(QueryError, match="par année civile"):
            Query(metrics=(metric("employee_graduates"),), period=period.parse(span))
    for span in ("2024", "2023..2024", "ytd:2024-12"):
        Query(metrics=(metric("employee_graduates"),), by=(STEP_OF_YEARS,), period=period.parse(span))


@pytest.mark.parametrize(
    "span", ["12m:2024-11", "2023-12..2024-12", "scolaire:2023", "2024-01-02..2025-01-01"]
)
def test_two_windows_that_differ_by_a_month_are_refused_for_they_would_tell_it(span: str) -> None:
    with pytest.raises(QueryError, match="par année civile"):
        Query(metrics=(metric("employee_graduates"),), period=period.parse(span))
    versus = Comparison(Against.PERIOD, period.parse(span))
    with pytest.raises(QueryError, match="par année civile"):
        Query(metrics=(metric("employee_graduates"),), period=YEAR, versus=versus)


def test_a_turnover_by_agency_would_give_back_the_exits_that_are_hidden() -> None:
    for name in ("staff_turnover", "permanent_turnover"):
        with pytest.raises(QueryError, match="ne se ventile pas par « Agence »"):
            Query(metrics=(metric(name),), by=(AGENCY,), period=YEAR)
    with pytest.raises(QueryError, match="par année civile"):  # and so would that of a month
        Query(metrics=(metric("staff_turnover"),), period=period.parse("2024-11"))


@pytest.mark.parametrize("name", ["absence_rate_without_parental", "long_sickness_rate"])
def test_no_figure_tells_absences_by_motif_for_nobody_can_count_the_people_behind(name: str) -> None:
    with pytest.raises(QueryError, match="Indicateur inconnu"):
        metric(name)
    read = [m for m in METRICS.values() for each in m.measures if s.absence.c.kind in each.condition]
    assert {each.id for each in read} == {"lost_days", "accident_severity"}  # judged by their accidents
    assert not [m for m in METRICS.values() for each in m.read if s.absence.c.long_term in each.columns]


def test_two_steps_of_time_at_once_are_refused() -> None:
    with pytest.raises(QueryError, match="un seul pas de temps"):
        Query(metrics=(metric("interventions"),), by=(MONTH, QUARTER), period=YEAR)


def test_a_question_without_any_metric_is_refused() -> None:
    with pytest.raises(QueryError, match="aucun indicateur"):
        Query(metrics=(), period=YEAR)


def test_a_criterion_filtered_twice_is_refused_rather_than_emptied() -> None:
    twice = (Filter(AGENCY, ("RENNES",)), Filter(AGENCY, ("NANTES",)))
    with pytest.raises(QueryError, match=r"« Agence » est filtré deux fois.*agency=A\|B"):
        Query(metrics=(metric("interventions"),), where=twice, period=YEAR)


def test_two_ways_to_one_table_are_no_way() -> None:
    assert path_to(s.place, s.city.c.id) is None  # by its sector and by its site: which city?
    assert not CITY.reached_from(PLACES)
    with pytest.raises(
        QueryError, match="« Établissements scolaires concernés » ne se ventile pas par « Commune »"
    ):
        Query(metrics=(metric("schools"),), by=(CITY,), period=YEAR)


def test_the_shortest_way_wins_over_a_longer_one() -> None:
    (only,) = path_to(s.intervention, s.agency.c.id) or ()
    assert only.parent is s.intervention.c.agency_id  # and not the agency of its dispositif


def _table(*columns: Column[int]) -> Table:
    return Table("t", MetaData(), Column("id", Integer, primary_key=True), Column("day", Date), *columns)


def test_two_foreign_keys_to_one_table_are_refused_at_declaration() -> None:
    table = _table(Column("home", ForeignKey(s.agency.c.id)), Column("billing", ForeignKey(s.agency.c.id)))
    with pytest.raises(ValueError, match="two foreign keys"):
        Fact(id="t", label="T", table=table, time=Time.FLOW, day=table.c.day, kind="t", source=FIELD_TOOL)


def test_a_flow_has_no_end_and_a_span_has_one() -> None:
    with pytest.raises(ValueError, match="a span, and only a span"):
        replace(POSTS, until=None)
    with pytest.raises(ValueError, match="a span, and only a span"):
        replace(MEETINGS, until=s.meeting.c.day)


@pytest.mark.parametrize(
    ("fact", "when"),
    [
        (MEETINGS, When.LAST),
        (STAFF, When.EVENT),
        (STAFF, When.OVERLAP),
        (POSTS, When.EVENT),
        (POSTS, When.MONTH_ENDS),  # sums alone have a mean
    ],
)
def test_a_reading_in_time_that_does_not_suit_the_fact_is_refused(fact: Fact, when: When) -> None:
    with pytest.raises(ValueError, match="does not suit"):
        count(fact, when=when, label="x")


def test_a_measure_over_another_date_says_which_date() -> None:
    with pytest.raises(ValueError, match="does not suit"):
        Measure(fact=POSTS, aggregate=Aggregate.COUNT, value=s.post.c.id, when=When.DATED)


def test_a_column_that_no_foreign_key_leads_to_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be reached"):
        total(MEETINGS, s.intervention.c.people_met, label="x")
    with pytest.raises(ValueError, match="cannot be reached"):
        count(MEETINGS, where=s.job.c.family == "mediator", label="x")


def test_a_metric_is_a_measure_or_a_rule_and_not_both() -> None:
    with pytest.raises(ValueError, match="a measure, a measure over another, or a rule"):
        Metric(id="x", label="X", domain=Domain.ACTIVITY, unit=COUNT, definition="X.")
    with pytest.raises(ValueError, match="a measure, a measure over another, or a rule"):
        replace(metric("qpv_share"), over=metric("interventions").measure)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("agency", "agency=RENNES"),
        ("agence=RENNES", "Critère inconnu : « agence ».*« agency »"),
        ("agency=RENES", "Agence inconnue : « RENES ».*« RENNES »"),
        ("contract=CDX", "Type de contrat : valeur inconnue : « CDX ».*« CDD »|« CDI »"),
        ("month=2024-01", "« Mois » ne sert pas de filtre"),
    ],
)
def test_a_condition_that_means_nothing_is_refused_with_the_nearest(text: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        notation.condition(text, NAMES)


@pytest.mark.parametrize("written", ["RENNES", "rennes", "Rennes", " Rennes ", "rènnes"])
def test_a_member_is_understood_by_code_or_by_name_whatever_its_accents(written: str) -> None:
    assert notation.condition(f"agency={written}", NAMES).values == ("RENNES",)


def test_an_empty_value_keeps_what_is_not_filled_in() -> None:
    assert notation.condition("agency=RENNES|vide", NAMES).values == ("RENNES", None)


def test_an_unknown_metric_or_criterion_suggests_the_nearest() -> None:
    with pytest.raises(QueryError, match=r"Indicateur inconnu : « intervention ».*« interventions »"):
        metric("intervention")
    with pytest.raises(QueryError, match=r"Critère inconnu : « agenci ».*« agency »"):
        dimension("agenci")


def test_a_dimension_two_hops_away_is_reached_and_a_stranger_is_not() -> None:
    funder = Dimension(id="x", label="X", key=s.funder.c.id)
    assert funder.reached_from(MEETINGS)
    assert not JOB.reached_from(MEETINGS)
