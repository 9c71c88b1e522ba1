"""Every role, figure and breakdown against the rights as they are stated here, by hand.

Nothing below is read from the declarations that it checks: who reads what, which breakdowns tell a place,
which figures no agency has, which tables are about the staff.
"""

from collections.abc import Iterator

import pytest

from data_access.access import Domain, Role, Scope, scope_for
from data_access.errors import AccessDenied, QueryError, UserError
from metrics import period
from metrics.asked import slots
from metrics.catalogue import METRICS
from metrics.catalogue.dimensions import AGENCY, DIMENSIONS, DISPOSITIF
from metrics.compile import compile_query
from metrics.context import context
from metrics.model import Dimension, Metric
from metrics.query import Against, Comparison, Filter, Query
from metrics.result import Result
from metrics.run import ask

ALL, OWN, WHOLE, NONE = "tout", "les siennes", "l'ensemble", "rien"
STATED = {
    # ---------------- activity workforce training rse    financing
    "direction":      (ALL,     ALL,      ALL,     ALL,   ALL),
    "agency_manager": (OWN,     OWN,      OWN,     OWN,   OWN),
    "board":          (WHOLE,   WHOLE,    WHOLE,   ALL,   ALL),
    "data_steward":   (NONE,    NONE,     NONE,    NONE,  NONE),
    "administration": (NONE,    NONE,     NONE,    NONE,  NONE),
}  # fmt: skip
COLUMNS = ("activity", "workforce", "training", "rse", "financing")
PLACES = {
    "agency", "agency_kind", "dispositif", "family", "orientation", "setting", "urban_market", "sector",
    "city", "site", "site_kind", "funder", "funder_kind", "branch",
}  # fmt: skip
NOT_PLACES = {
    "intervention_kind", "intervention_family", "hour", "weekday", "meeting_kind", "set_by_market",
    "prevention_kind", "job", "job_family", "contract", "sex", "age_band", "seniority_band",
    "foundation", "title", "staff_theme",
    "birth_area", "account", "document", "funding_line", "grant_status", "market_kind", "programme",
    "programme_family", "objective", "level", "speciality", "trainee", "employer", "exam_result",
    "outcome", "vehicle_kind", "rse_indicator", "rse_axis", "action_status", "rse_event_kind",
    "certification_kind", "month", "quarter", "year",
}  # fmt: skip
NO_AGENCY = {  # told of the whole association, to those who read all of it
    "birth_countries", "legal_headcount", "permanent_turnover", "staff_turnover", "absence_days",
    "equality_index", "pay_gap_points", "pay_gap", "raise_gap_points", "raise_gap", "return_points",
    "return_share", "top_ten_points", "top_ten_fewer", "index_women", "index_men", "learners", "title_hours",
    "lost_days", "accidents_with_stop", "commute_accidents", "accident_frequency", "accident_severity",
    "vsme_accident_rate", "manager_training_days", "employees_training_hours",
    "employees_in_title_modules", "msads_graduates_share", "amis_graduates_share",
    "employee_graduates", "rse_indicators_declared", "certifications_in_force", "certifications_ending",
    "rse_impact_tools", "rse_regulation_share", "rse_newsletters", "rse_committees_share",
    "rse_school_children", "rse_housing_files", "rse_collaborative_tools_cost", "rse_aware_staff",
    "rse_waste_collected", "rse_classes", "rse_management_exchanges", "rse_innovative_projects",
}  # fmt: skip
STAFF_TABLES = {
    "staff", "staff_countries", "staff_move", "hours_worked", "absence", "accident", "staff_training",
    "pay_group", "equality_count",
}  # fmt: skip
MONEY_TABLES = {"ledger", "invoice", "budget", "grant_file"}
YEAR = period.year(2024)
RENNES = frozenset({"RENNES"})
DIRECTION, MANAGER = scope_for(Role.DIRECTION), scope_for(Role.AGENCY_MANAGER, RENNES)
ROLES = tuple(Role(name) for name in STATED)


def scope(role: Role) -> Scope:
    return scope_for(role, RENNES if role is Role.AGENCY_MANAGER else frozenset())


def may_read(role: Role, metric: Metric, *dimensions: Dimension) -> bool:
    """What the statement says."""
    level = STATED[role.value][COLUMNS.index(metric.domain.value)]
    if level == OWN:
        return metric.id not in NO_AGENCY
    return level == ALL or (level == WHOLE and all(each.id not in PLACES for each in dimensions))


def is_refused(query: Query, scope: Scope) -> bool:
    """Whether a question is refused for want of a right; what nobody may ask is no matter of rights."""
    try:
        compile_query(query, scope, slots(query, {}))
    except AccessDenied:
        return True
    except QueryError:
        return False
    return False


def questions(metric: Metric) -> Iterator[tuple[Query, tuple[Dimension, ...]]]:
    """A figure alone, by each of its breakdowns, and under a filter on each."""
    yield Query(metrics=(metric,), period=YEAR), ()
    for each in filter(metric.allows, DIMENSIONS.values()):
        yield Query(metrics=(metric,), period=YEAR, by=(each,)), (each,)
        if each.grain is None and each is not AGENCY:
            value = next(iter(each.names), "X")
            yield Query(metrics=(metric,), period=YEAR, where=(Filter(each, (value,)),)), (each,)


def test_the_statement_knows_every_domain_role_and_breakdown() -> None:
    assert {role.value for role in Role} == set(STATED)
    assert {domain.value for domain in Domain} == set(COLUMNS)
    assert set(DIMENSIONS) == PLACES | NOT_PLACES
    assert not PLACES & NOT_PLACES
    assert set(METRICS) >= NO_AGENCY


def test_what_reads_the_tables_of_the_staff_or_of_money_is_a_figure_of_that_domain() -> None:
    for metric in METRICS.values():
        tables = {column.table.name for measure in metric.read for column in measure.columns}
        tables |= {measure.fact.table.name for measure in metric.read}
        if tables & STAFF_TABLES:
            assert metric.domain is Domain.WORKFORCE, metric.id
        if tables & MONEY_TABLES:
            assert metric.domain is Domain.FINANCING, metric.id


@pytest.mark.parametrize("role", ROLES)
def test_each_figure_and_breakdown_is_read_by_the_roles_that_are_stated(role: Role) -> None:
    mine, wrong = scope(role), []
    for metric in METRICS.values():
        for query, dimensions in questions(metric):
            if is_refused(query, mine) is may_read(role, metric, *dimensions):
                wrong.append((metric.id, *(each.id for each in dimensions)))
    assert wrong == []


@pytest.mark.parametrize("metric", METRICS.values(), ids=METRICS)
def test_a_manager_is_refused_every_other_agency_by_name(metric: Metric) -> None:
    if not metric.allows(AGENCY):
        return
    for values in (("NANTES",), ("RENNES", "NANTES"), (None,), ("RENNES", None)):
        query = Query(metrics=(metric,), period=YEAR, where=(Filter(AGENCY, values),))
        assert is_refused(query, MANAGER)


# --- what a manager is answered is what the direction is answered of that agency --------------------------

OF_RENNES = Filter(AGENCY, ("RENNES",))
NOT_TIME = [each for each in DIMENSIONS.values() if each.id not in ("quarter", "year")]  # as months do
LAST_YEAR = Comparison(Against.PREVIOUS_YEAR)


def told(store: str, query: Query, scope: Scope) -> object:
    """All that an answer tells, or why there is none."""
    try:
        answer = ask(store, query, scope, known=context(store))
    except UserError as refusal:
        return str(refusal)
    return _lines(answer)


def _lines(answer: Result) -> object:
    return [(row.keys, row.labels, row.cells) for row in answer.rows]


@pytest.mark.parametrize("by", [None, *NOT_TIME], ids=lambda each: each.id if each else "alone")
def test_a_manager_is_told_what_the_direction_is_told_of_their_agency(
    sample_store: str, by: Dimension | None
) -> None:
    """Same lines, same figures, same changes: no row of another agency, no total of all of them."""
    breakdown = (by,) if by else ()
    asked = [m for m in METRICS.values() if m.id not in NO_AGENCY and (by is None or m.allows(by))]
    for metric in asked:
        mine = Query(metrics=(metric,), period=YEAR, by=breakdown, versus=LAST_YEAR)
        of_rennes = Query(metrics=(metric,), period=YEAR, by=breakdown, where=(OF_RENNES,), versus=LAST_YEAR)
        assert told(sample_store, mine, MANAGER) == told(sample_store, of_rennes, DIRECTION), metric.id


@pytest.mark.parametrize("by", [AGENCY, DISPOSITIF], ids=lambda each: each.id)
def test_two_agencies_never_name_a_third(sample_store: str, by: Dimension) -> None:
    two = frozenset({"RENNES", "ANGERS"})
    homes = {**context(sample_store).home_agencies, **{agency: agency for agency in two}}
    for metric in (m for m in METRICS.values() if m.id not in NO_AGENCY and m.allows(by)):
        try:
            query = Query(metrics=(metric,), period=YEAR, by=(by,))
            answer = ask(sample_store, query, scope_for(Role.AGENCY_MANAGER, two))
        except QueryError:  # nobody may ask it so
            continue
        assert {homes[str(key)] for row in answer.rows for key in row.keys if key is not None} <= two
