"""Promises every declaration keeps, checked for each metric and each dimension by name."""

import re
from datetime import date

import pytest

from data_access.access import Domain
from data_access.ingest.contract import Replaces
from data_access.ingest.contracts import CONTRACTS
from data_access.words import plain
from metrics import glossary
from metrics.__main__ import GLOSSARY
from metrics.catalogue import METRICS, dimension, listings, metric
from metrics.catalogue.dimensions import AGENCY, DIMENSIONS, FUNDER
from metrics.catalogue.facts import BUDGET, LEDGER
from metrics.joins import path_to
from metrics.kinds import Grain, Polarity, Time, When
from metrics.model import Dimension, Fact, Metric
from metrics.present.words import french
from metrics.ways import column_of
from tests.metrics.store import FACTS

every_metric = pytest.mark.parametrize("each", METRICS.values(), ids=METRICS)
every_dimension = pytest.mark.parametrize("each", DIMENSIONS.values(), ids=DIMENSIONS)
every_fact = pytest.mark.parametrize("each", FACTS, ids=lambda fact: fact.id)
FRENCH = re.compile(r"[A-ZÀ-Ý][^\n]*")
TODO = re.compile(r"\b(TODO|FIXME|XXX|à définir|à venir)\b", re.IGNORECASE)


@every_metric
def test_a_metric_is_found_by_an_identifier_people_can_type(each: Metric) -> None:
    assert each.id.isidentifier()
    assert each.id == each.id.lower()
    assert each.id.isascii()
    assert metric(each.id) is each


@every_metric
def test_a_metric_has_a_short_capitalised_label(each: Metric) -> None:
    assert FRENCH.fullmatch(each.label)
    assert not each.label.endswith(".")
    assert len(each.label) <= 60


@every_metric
def test_a_definition_is_a_sentence_that_says_more_than_the_label(each: Metric) -> None:
    assert FRENCH.fullmatch(each.definition)
    assert each.definition.endswith(".")
    assert "  " not in each.definition
    assert not TODO.search(each.definition)
    said = set(plain(each.definition).rstrip(".").split())
    assert len(said - set(plain(each.label).split())) >= 4


@every_metric
def test_a_metric_has_a_unit_that_scales_it_the_right_way(each: Metric) -> None:
    assert 0 <= each.unit.decimals <= 3
    if each.unit.symbol in ("%", "/100"):
        assert (each.unit.factor, each.unit.change_in_points) == (100, True)
        assert each.is_ratio
    else:
        assert (each.unit.factor, each.unit.change_in_points) == (1, False)


@every_metric
def test_a_metric_tells_its_source_its_owner_and_its_rhythm(each: Metric) -> None:
    for fact in each.facts:
        assert fact.source.tool
        assert fact.source.owner
        assert fact.source.refreshed
    assert all("None" not in line for line in glossary.sources(each))


@every_metric
def test_a_metric_is_in_the_glossary_with_everything_a_reader_needs(each: Metric) -> None:
    entry = glossary.entry(each)
    assert entry in GLOSSARY.read_text(encoding="utf-8"), "lancez « python -m metrics glossary »"
    assert french(each.definition) in entry
    for title in ("Identifiant", "Calcul", "Lecture dans le temps", "Se ventile par", "Source", "Version"):
        assert f"**{title}" in entry
    assert ("Secret statistique" in entry) is bool(each.hidden_below)


@every_metric
def test_the_formula_names_each_measure_in_french(each: Metric) -> None:
    formula = glossary.formula(each)
    in_its_own_words = each.rule is not None and "{0}" not in each.rule.formula
    assert formula[0].islower() or formula[:3].isupper() or formula.startswith("(")
    for measure in each.measures:
        assert measure.label
        assert in_its_own_words or measure.label in formula
        assert measure.label[0].islower() or measure.label.startswith("ETP")
    assert each.rule is not None or ("÷" in formula) is (each.over is not None)


@every_metric
def test_a_metric_breaks_down_by_agency_and_by_every_step_of_time(each: Metric) -> None:
    allowed = [dimension for dimension in DIMENSIONS.values() if each.allows(dimension)]
    assert AGENCY in allowed or each.by is not None or not all(map(AGENCY.reached_from, each.facts))
    assert {dimension.grain for dimension in allowed} >= ({Grain.YEAR} if each.yearly else set(Grain))


def meaning(fact: Fact, told_by: Dimension) -> str:
    """The column that says the member of a row: one of the fact by its name, another with its table."""
    column = column_of(fact, told_by)
    way = path_to(fact.table, column)
    says = way[-1].parent if way else column
    return says.name if says.table is fact.table else str(says)


# the account of an entry and the line of a budget say the same source of financing
ALIKE = {("budget_gap", "funding_line"), ("budget_gap_share", "funding_line")}


@every_metric
def test_two_facts_of_one_figure_mean_the_same_by_each_breakdown(each: Metric) -> None:
    measured = dict.fromkeys(measure.fact for measure in each.measures)
    plain_allowed = [d for d in DIMENSIONS.values() if d.grain is None and each.allows(d)]
    apart = {(each.id, d.id) for d in plain_allowed if len({meaning(fact, d) for fact in measured}) > 1}
    assert apart == {pair for pair in ALIKE if pair[0] == each.id}


def test_an_entry_and_a_budget_have_no_funder_that_means_the_same() -> None:
    assert (meaning(LEDGER, FUNDER), meaning(BUDGET, FUNDER)) == ("funder_id", "dispositif.funder_id")
    money = ("budgeted_revenue", "budget_gap", "budget_gap_share", "expenses", "budgeted_expenses")
    for name in (*money, "expenses_gap", "net_result"):
        assert not metric(name).allows(FUNDER)


@every_metric
def test_thresholds_are_sane(each: Metric) -> None:
    assert 0 <= each.neutral <= 10
    assert each.min_cohort >= 0
    assert each.hidden_below == 0 or 5 <= each.hidden_below <= 20
    if each.min_cohort:
        assert each.is_ratio
    if each.domain is Domain.WORKFORCE and each.facts[0].table.name == "staff":
        assert each.hidden_below >= 5


@every_metric
def test_a_definition_has_a_version_and_its_date(each: Metric) -> None:
    assert each.version >= 1
    assert date(2015, 1, 1) <= each.since <= date(2040, 1, 1)


@every_metric
def test_only_flows_that_are_counted_or_summed_add_up_over_months(each: Metric) -> None:
    if each.adds_up:
        assert all(measure.fact.time is Time.FLOW for measure in each.measures)
        assert not each.is_ratio
    if any(measure.when in (When.LAST, When.AT_END, When.OVERLAP) for measure in each.measures):
        assert not each.adds_up


@every_metric
def test_more_of_a_good_thing_is_said_and_facts_are_neither_good_nor_bad(each: Metric) -> None:
    assert each.polarity in Polarity
    if each.id in ("interventions", "people_met", "headcount", "born_abroad", "born_abroad_share"):
        assert each.polarity is Polarity.NONE


def test_no_two_metrics_share_a_label() -> None:
    labels = [plain(each.label) for each in METRICS.values()]
    assert len(set(labels)) == len(labels)


@every_dimension
def test_a_dimension_is_found_by_its_identifier_and_read_by_its_label(each: Dimension) -> None:
    assert each.id.isidentifier()
    assert each.id == each.id.lower()
    assert dimension(each.id) is each
    assert FRENCH.fullmatch(each.label)


@every_dimension
def test_a_dimension_says_what_is_not_filled_in(each: Dimension) -> None:
    assert FRENCH.fullmatch(each.missing)


@every_dimension
def test_a_dimension_serves_at_least_one_metric(each: Dimension) -> None:
    assert [m.id for m in METRICS.values() if m.allows(each)]


NO_MEMBER = {("funding_line", "expense")}  # a line of the accounts, and no source of money


@every_dimension
def test_a_closed_list_names_each_of_its_values_in_french(each: Dimension) -> None:
    assert all(name and name != str(code) for code, name in each.names.items())
    if "codes" in each.key.info:
        named = [code for code in each.key.info["codes"] if (each.id, code) not in NO_MEMBER]
        assert list(each.names) == named


def test_no_two_dimensions_share_a_label() -> None:
    labels = [plain(each.label) for each in DIMENSIONS.values()]
    assert len(set(labels)) == len(labels)


@every_fact
def test_a_fact_is_covered_by_a_kind_of_file_that_exists(each: Fact) -> None:
    contract = CONTRACTS[each.kind]
    assert contract.table is each.table or each.level is not None
    assert each.time is Time.SPAN or contract.replaces is not Replaces.EVERYTHING


@every_fact
def test_a_fact_is_dated_by_its_own_columns(each: Fact) -> None:
    assert each.day.table is each.table
    assert each.time is not Time.SPAN or each.end.table is each.table
    assert FRENCH.fullmatch(each.label)


@every_fact
def test_a_fact_serves_a_metric_or_counts_the_lines_of_a_listing(each: Fact) -> None:
    counted = [one for one in vars(listings).values() if isinstance(one, Metric)]
    assert any(each in one.facts for one in (*METRICS.values(), *counted))


def test_the_glossary_is_up_to_date_and_in_alphabetical_order() -> None:
    written = GLOSSARY.read_text(encoding="utf-8")
    assert written == glossary.markdown()
    ordered = sorted(METRICS.values(), key=lambda each: plain(each.label))
    places = [written.index(french(f"\n## {each.label}")) for each in ordered]
    assert places == sorted(places)
