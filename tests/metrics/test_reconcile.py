"""Every published figure comes out of the records, and the smallest change of them contradicts it."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from sqlalchemy import Connection

from data_access.access import Domain, Role, scope_for
from data_access.aggregates import refresh
from data_access.engine import reading_engine, writing_engine
from metrics.context import Context, context
from metrics.period import parse, year
from metrics.reconcile import Published, Reconciled, Verdict, badges, judge, question, reconcile
from metrics.result import HIDDEN, MISSING, Cell, Figure, Result, Row
from metrics.run import answer
from tests.metrics.asking import EVERYTHING
from tests.metrics.flips import activity, financing, workforce
from tests.metrics.flips.change import Change

FLIPS: dict[str, Change] = {**activity.FLIPS, **workforce.FLIPS, **financing.FLIPS}
MANY_RECORDS = {"RA-072": 3, "RSE-0382": 3, "RA-094": 240}  # counts that one record cannot move far enough
THREE_DOMAINS = {Domain.ACTIVITY, Domain.WORKFORCE, Domain.FINANCING}


@pytest.fixture(scope="module")
def register(sample_store: str) -> dict[str, Reconciled]:
    """Every published figure with its verdict, on the sample years."""
    return {each.published.id: each for each in reconcile(sample_store, EVERYTHING)}


@pytest.fixture(scope="module")
def rehearsal(
    sample_store: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Connection, Context]]:
    """A copy of the sample years where changes are tried and taken back."""
    file = shutil.copy(sample_store.removeprefix("sqlite:///"), tmp_path_factory.mktemp("flips") / "flips.db")
    url = f"sqlite:///{file}"
    known = context(url)
    with writing_engine(url).connect() as connection, connection.begin() as transaction:
        yield connection, known
        transaction.rollback()
    reading_engine(url).dispose()
    writing_engine(url).dispose()


def test_no_published_figure_is_contradicted(register: dict[str, Reconciled]) -> None:
    assert [each.published.id for each in register.values() if each.is_gap] == []


def test_every_figure_that_has_a_metric_comes_out(register: dict[str, Reconciled]) -> None:
    asked = [each for each in register.values() if each.published.metric]
    assert {each.published.domain for each in asked} == THREE_DOMAINS
    assert [each.published.id for each in asked if not each.comes_out] == []


def test_figures_without_a_metric_are_said_to_come(register: dict[str, Reconciled]) -> None:
    to_come = [each for each in register.values() if not each.published.metric]
    assert {each.verdict for each in to_come} == {Verdict.COMING}
    assert {each.computed for each in to_come} == {None}


def test_the_whole_register_is_there_in_the_order_of_the_reports(register: dict[str, Reconciled]) -> None:
    ids = list(register)
    assert len(ids) == 166
    assert (ids[0], ids[-1]) == ("RA-001", "RSE-064")


def test_each_figure_that_comes_out_has_its_smallest_change(register: dict[str, Reconciled]) -> None:
    assert set(FLIPS) == {name for name, each in register.items() if each.comes_out}


def test_one_record_is_enough_wherever_arithmetic_allows() -> None:
    assert {name: change.records for name, change in FLIPS.items() if change.records > 1} == MANY_RECORDS


@pytest.mark.parametrize("name", FLIPS)
def test_the_smallest_change_of_records_contradicts_and_one_less_does_not(
    name: str, register: dict[str, Reconciled], rehearsal: tuple[Connection, Context]
) -> None:
    figure, change = register[name].published, FLIPS[name]
    one_less = change.size - (1 if change.size > 0 else -1)
    assert _after(figure, change, one_less, *rehearsal)[0].comes_out
    found, records = _after(figure, change, change.size, *rehearsal)
    assert (found.verdict, records) == (Verdict.GAP, change.records)


def _after(
    figure: Published, change: Change, size: int, connection: Connection, known: Context
) -> tuple[Reconciled, int]:
    """The verdict after a change, which is then taken back, and how many records it touched."""
    with connection.begin_nested() as savepoint:
        records = sum(connection.execute(statement).rowcount for statement in change.make(size))
        refresh(connection, change.table, date(2023, 1, 1), date(2025, 1, 1), None)
        found = judge(figure, answer(connection, question(figure, known.names), EVERYTHING, known))
        savepoint.rollback()
    return found, records


@pytest.mark.parametrize(("name", "in_2024"), [("RA-093", 10_870), ("RA-094", 16_850)])
def test_rennes_holds_from_october_to_september_and_not_in_the_calendar_year(
    register: dict[str, Reconciled], rehearsal: tuple[Connection, Context], name: str, in_2024: int
) -> None:
    connection, known = rehearsal
    figure = register[name].published
    assert str(figure.period) == "2023-10..2024-09"
    assert register[name].verdict is Verdict.COMPATIBLE
    calendar = replace(figure, period=year(2024))
    found = judge(calendar, answer(connection, question(calendar, known.names), EVERYTHING, known))
    assert (found.computed, found.verdict) == (in_2024, Verdict.GAP)


def test_the_contract_year_of_rennes_is_the_one_that_was_published(
    register: dict[str, Reconciled], rehearsal: tuple[Connection, Context]
) -> None:
    connection, known = rehearsal
    contract_year = replace(register["RSE-020"].published, period=parse("marche:2024"))
    found = judge(contract_year, answer(connection, question(contract_year, known.names), EVERYTHING, known))
    assert found.computed == register["RSE-020"].computed == 64


def test_the_board_judges_all_but_what_is_told_of_an_agency_s_staff(
    sample_store: str, register: dict[str, Reconciled]
) -> None:
    found = reconcile(sample_store, scope_for(Role.BOARD))
    read = {each.published.id for each in found}
    left_out = [each.published for name, each in register.items() if name not in read]
    assert left_out
    assert {each.domain for each in left_out} == {Domain.WORKFORCE}
    assert all(each.conditions for each in left_out)
    assert [each.published.id for each in found if each.is_gap] == []


def test_a_manager_never_judges_the_association_by_their_own_agency(sample_store: str) -> None:
    found = reconcile(sample_store, scope_for(Role.AGENCY_MANAGER, frozenset({"RENNES"})))
    judged = [each for each in found if each.verdict is not Verdict.COMING]
    assert judged
    assert all("agency=RENNES" in each.published.conditions for each in judged)
    assert not any(each.is_gap for each in judged)


@pytest.mark.parametrize("role", [Role.DATA_STEWARD, Role.ADMINISTRATION])
def test_a_role_without_figures_judges_none_and_is_not_refused_the_register(
    sample_store: str, role: Role
) -> None:
    assert {each.verdict for each in reconcile(sample_store, scope_for(role))} == {Verdict.COMING}


def test_badges_are_kept_until_the_next_import_and_cannot_be_changed(sample_store: str) -> None:
    known = badges(sample_store)
    assert badges(sample_store) is known
    assert "RA" in known["headcount", "2024"]
    with pytest.raises(TypeError):
        known["headcount", "2024"] = "ailleurs"  # type: ignore[index]


# --- the rules of a verdict --------------------------------------------------------------------------------


def _published(value: str, precision: str, *, unit: str = "count", part: str = "value") -> Published:
    return Published(
        id="X-1",
        document="RA2024",
        section="Chiffres clés p.6",
        label="X",
        value=Decimal(value),
        unit=unit,
        precision=precision,
        derivation="computed",
        note="",
        domain=Domain.ACTIVITY,
        metric="interventions",
        conditions="",
        period=year(2024),
        versus="none",
        part=part,
    )


def _judged(each: Published, figure: Figure, change: Figure = MISSING) -> Reconciled:
    """The verdict on a figure, whatever the store."""
    query = question(each, {})
    row = Row((), (), (Cell(figure, MISSING, change),))
    known = {"perimeter": "", "versus_label": "", "data_dates": (None,), "partial": (False,)}
    return judge(each, Result(query=query, rows=(row,), as_of=None, import_number=1, **known))  # type: ignore[arg-type]


SAME, ROUNDED, COMPATIBLE, GAP = Verdict.SAME, Verdict.SAME_ROUNDED, Verdict.COMPATIBLE, Verdict.GAP


@pytest.mark.parametrize(
    ("value", "precision", "computed", "verdict"),
    [
        ("55", "exact", "55", SAME),
        ("55", "exact", "56", GAP),
        ("6.8", "exact", "6.8", SAME),
        ("6.8", "exact", "6.85", GAP),  # half-up: 6.9
        ("72.92", "exact", "72.9202", SAME),
        ("72.92", "exact", "72.925", GAP),
        ("7", "rounded", "6.5", ROUNDED),
        ("7", "rounded", "7.4999", ROUNDED),
        ("7", "rounded", "7.5", GAP),
        ("-4", "rounded", "-3.5", ROUNDED),  # away from zero
        ("-4", "rounded", "-3.4999", GAP),
        ("-4", "rounded", "-4.5", GAP),
        ("1000", "more_than", "1000", GAP),  # « plus de » is not « autant »
        ("1000", "more_than", "1000.01", COMPATIBLE),
        ("1000", "more_than", "1050", COMPATIBLE),
        ("1000", "more_than", "1050.01", GAP),  # a tolerance that is not free
        ("17", "about", "17.4999", COMPATIBLE),
        ("17", "about", "17.5", GAP),
        ("64", "unreachable", "63.5", Verdict.UNREACHABLE),
    ],
)
def test_a_verdict_is_equality_after_rounding_at_the_printed_precision(
    value: str, precision: str, computed: str, verdict: Verdict
) -> None:
    assert _judged(_published(value, precision), Figure(Fraction(computed))).verdict is verdict


@pytest.mark.parametrize("figure", [MISSING, HIDDEN])
@pytest.mark.parametrize("precision", ["exact", "rounded", "more_than", "about"])
def test_a_figure_without_value_never_comes_out(figure: Figure, precision: str) -> None:
    assert _judged(_published("55", precision), figure).verdict is GAP


def test_the_computed_figure_is_told_in_the_published_unit() -> None:
    assert _judged(_published("4748", "rounded", unit="k€"), Figure(Fraction(4747870))).computed == Fraction(
        "4747.87"
    )
    assert _judged(_published("4.7", "rounded", unit="M€"), Figure(Fraction(4747870))).verdict is ROUNDED
    fallen = _published("19", "rounded", part="minus change")
    assert _judged(fallen, Figure(Fraction(1)), Figure(Fraction(-19))).computed == 19
