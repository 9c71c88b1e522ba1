"""Every published figure has its verdict; the smallest change of records contradicts each computed one."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import ColumnElement, Connection, insert, select, update

from data_access import schema as s
from data_access.access import Domain, Role, scope_for
from data_access.aggregates import refresh
from data_access.engine import reading_engine, writing, writing_engine
from metrics.badges import badges
from metrics.context import Context, context
from metrics.period import parse, year
from metrics.reconcile import Published, Reconciled, judge, question, reconcile
from metrics.run import answer
from metrics.verdict import Verdict
from tests.metrics.asking import EVERYTHING
from tests.metrics.flips import activity, financing, rse, training, workforce
from tests.metrics.flips.change import Change, shift

FLIPS: dict[str, Change] = {
    **activity.FLIPS,
    **workforce.FLIPS,
    **training.FLIPS,
    **rse.FLIPS,
    **financing.FLIPS,
}
MANY_RECORDS = {"RA-072": 3, "RSE-0382": 3, "RA-094": 240}  # counts that one record cannot move far enough
OUT_OF_REACH = {
    "RA-125": "Aucun nombre entier sur 63 ne donne 64\u00a0% : 40 font 63\u00a0%, 41 font 65\u00a0%.",
    "RA-126": "Aucun nombre entier sur 63 ne donne 36\u00a0% : 22 font 35\u00a0%, 23 font 37\u00a0%.",
}
TITLE_HOURS = {"RA-128", "RA-129"}  # held in a reference file, and not in the workbook of the RSE
DECLARED = {
    *(f"RSE-0{number}" for number in (30, 31, 32, 33, 34, 35, 36, 37, 38, 49, 54, 55, 60, 61, 62, 63)),
    *("RSE-0491", "RSE-0551"),
}


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


def test_every_published_figure_has_its_metric_and_its_verdict(register: dict[str, Reconciled]) -> None:
    assert [name for name, each in register.items() if not each.published.metric] == []
    assert [name for name, each in register.items() if each.verdict is Verdict.COMING] == []
    assert {each.published.domain for each in register.values()} == set(Domain)


def test_every_computed_figure_that_can_come_out_does(register: dict[str, Reconciled]) -> None:
    computed = {name for name, each in register.items() if not each.published.is_declared}
    assert {name for name, each in register.items() if each.comes_out} == computed - set(OUT_OF_REACH)


def test_two_shares_only_are_out_of_reach_and_say_between_which_counts(
    register: dict[str, Reconciled],
) -> None:
    found = {name: each.explanation for name, each in register.items() if each.verdict is Verdict.UNREACHABLE}
    assert found == OUT_OF_REACH


def test_what_is_declared_is_told_with_its_evidence(
    register: dict[str, Reconciled], sample_store: str
) -> None:
    declared = {name: each for name, each in register.items() if each.verdict is Verdict.DECLARED}
    assert set(declared) == DECLARED | TITLE_HOURS
    with reading_engine(sample_store).connect() as connection:
        for name, each in declared.items():
            sent = connection.scalar(select(s.rse_value.c.evidence).where(*_value_of(each.published)))
            assert (sent is None) is (name in TITLE_HOURS)
            assert each.explanation.startswith(sent or "Valeur tenue dans : ")


def _value_of(figure: Published) -> tuple[ColumnElement[bool], ...]:
    """The line of the workbook that holds a declared figure."""
    mine = select(s.rse_indicator.c.id).where(s.rse_indicator.c.metric == figure.metric)
    return s.rse_value.c.rse_indicator_id.in_(mine), s.rse_value.c.day == figure.period.last_day


@pytest.mark.parametrize("name", sorted(DECLARED))
def test_a_declared_figure_is_a_gap_as_soon_as_what_is_declared_rounds_otherwise(
    name: str, register: dict[str, Reconciled], rehearsal: tuple[Connection, Context]
) -> None:
    figure = register[name].published
    half_a_unit = shift(s.rse_value.c.value_thousandths, 500, *_value_of(figure))
    assert _after(figure, half_a_unit, 499, *rehearsal)[0].verdict is Verdict.DECLARED
    assert _after(figure, half_a_unit, 500, *rehearsal)[0].verdict is Verdict.GAP


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ({"metric": None}, "Aucun indicateur ne lui est associé."),
        ({"metric": "alternativ_fleet"}, "Indicateur inconnu : « alternativ_fleet ». Vouliez-vous dire"),
        ({"conditions": "agency=ATLANTIS"}, "Agence inconnue : « ATLANTIS »."),
    ],
)
def test_a_line_that_names_nothing_known_is_to_come_and_says_so_alone(
    sample_copy: str, register: dict[str, Reconciled], line: dict[str, str | None], said: str
) -> None:
    with writing(sample_copy) as connection:
        of_the_fleet = s.published_figure.c.figure == "RSE-051"
        connection.execute(update(s.published_figure).where(of_the_fleet).values(**line))
    found = {each.published.id: each for each in reconcile(sample_copy, EVERYTHING)}
    assert (found["RSE-051"].verdict, found["RSE-051"].computed) == (Verdict.COMING, None)
    assert found["RSE-051"].explanation.startswith(said)
    assert found["RSE-051"].explanation.endswith(register["RSE-051"].published.note)
    others = {name: each.verdict for name, each in register.items() if name != "RSE-051"}
    assert {name: each.verdict for name, each in found.items() if name != "RSE-051"} == others


def test_a_target_of_an_unknown_metric_judges_nothing_and_breaks_nothing(
    sample_copy: str, register: dict[str, Reconciled]
) -> None:
    with writing(sample_copy) as connection:
        days = {"valid_from": date(2024, 1, 1), "valid_to": date(2025, 1, 1)}
        promised = {"metric": "unheard_of", "value_thousandths": 1, "loaded_by": 1, **days}
        connection.execute(insert(s.target).values(**promised))
    found = reconcile(sample_copy, EVERYTHING)
    assert [each.verdict for each in found] == [each.verdict for each in register.values()]


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


def test_the_board_judges_all_but_what_is_told_of_an_agency_outside_financing_and_rse(
    sample_store: str, register: dict[str, Reconciled]
) -> None:
    found = reconcile(sample_store, scope_for(Role.BOARD))
    read = {each.published.id for each in found}
    left_out = [each.published for name, each in register.items() if name not in read]
    assert left_out
    assert {each.domain for each in left_out} == {Domain.ACTIVITY, Domain.WORKFORCE}
    assert all(each.conditions for each in left_out)
    assert [each.published.id for each in found if each.is_gap] == []


def test_a_manager_never_judges_the_association_by_their_own_agency(sample_store: str) -> None:
    found = reconcile(sample_store, scope_for(Role.AGENCY_MANAGER, frozenset({"RENNES"})))
    assert found
    assert all("agency=RENNES" in each.published.conditions for each in found)
    assert not any(each.is_gap for each in found)


@pytest.mark.parametrize("role", [Role.DATA_STEWARD, Role.ADMINISTRATION])
def test_a_role_without_figures_judges_none_and_is_not_refused_the_register(
    sample_store: str, role: Role
) -> None:
    assert reconcile(sample_store, scope_for(role)) == []


def test_badges_are_kept_until_the_next_import_and_cannot_be_changed(sample_store: str) -> None:
    known = badges(sample_store)
    assert badges(sample_store) is known
    assert "RA" in known["headcount", "2024"]
    with pytest.raises(TypeError):
        known["headcount", "2024"] = "ailleurs"  # type: ignore[index]
