"""The audit table of the CSR approach: every indicator, with its past, its target and its proof."""

import json
from datetime import date
from fractions import Fraction

import pytest
from sqlalchemy import insert, select, update

from data_access import schema as s
from data_access.access import Role, scope_for
from data_access.engine import reading_engine, writing
from data_access.versions import last_import
from metrics.catalogue import METRICS
from metrics.context import context
from metrics.kinds import Polarity
from metrics.period import parse, year
from metrics.result import MISSING, Cell, Figure, State
from metrics.rse_table import Line, Progress, Standing, progress, rse_table, standing
from tests.metrics.asking import EVERYTHING
from tests.metrics.running import Run
from tests.metrics.store import book

PRINTED = {  # metric -> 2023, 2024: the tables of the report
    "rse_impact_tools": (2, 3),
    "rse_regulation_share": (100, 100),
    "rse_newsletters": (3, 3),
    "rse_committees_share": (80, 100),
    "manager_training_days": (8, 23),
    "alternative_fleet": (6, 7),
    "rse_workshop_share": (25, 50),
    "rse_management_exchanges": (5, 8),
    "rse_innovative_projects": (2, 4),
}


@pytest.fixture(scope="module")
def table(sample_store: str) -> dict[str, Line]:
    """The table of 2024, by metric."""
    return {line.metric.id: line for line in rse_table(sample_store, year(2024), EVERYTHING) if line.metric}


@pytest.mark.parametrize("metric", PRINTED)
def test_the_published_tables_are_there_with_both_years(table: dict[str, Line], metric: str) -> None:
    line = table[metric]
    assert (line.before.value, line.figure.value) == PRINTED[metric]


def test_every_line_is_whole(table: dict[str, Line], sample_store: str) -> None:
    assert len(table) == len(rse_table(sample_store, year(2024), EVERYTHING)), "an indicator has no metric"
    for name, line in table.items():
        assert line.evidence, name
        assert line.target.value is not None, name
        assert line.standing is not Standing.UNKNOWN, name
        assert all((line.axis, line.sub_axis, line.issue, line.indicator, line.owner)), name


def test_the_axes_follow_the_report(table: dict[str, Line]) -> None:
    axes = ["Ancrage territorial", "Politique sociale", "Environnement", "Équilibre économique"]
    assert list(dict.fromkeys(line.axis for line in table.values())) == axes


def test_an_indicator_wants_what_its_metric_wants(table: dict[str, Line]) -> None:
    assert {name: line.wanted for name, line in table.items()} == {
        name: METRICS[name].polarity for name in table
    }


def test_an_indicator_is_written_in_the_unit_of_its_metric(sample_store: str) -> None:
    with reading_engine(sample_store).connect() as connection:
        rows = connection.execute(select(s.rse_indicator.c.metric, s.rse_indicator.c.unit)).all()
    assert {name: unit or "" for name, unit in rows} == {name: METRICS[name].unit.symbol for name, _ in rows}


def test_a_declared_line_shows_what_was_sent_with_it_and_a_computed_one_its_tool(
    table: dict[str, Line],
) -> None:
    assert table["rse_classes"].evidence == "Attestation de l'école, séances du 19/09/2024."
    assert table["kilometres"].evidence.startswith("Calculé depuis : Classeur RSE")


def test_the_evidence_of_a_year_is_its_own(sample_store: str) -> None:
    lines = {line.indicator: line for line in rse_table(sample_store, year(2023), EVERYTHING)}
    classes = lines["Classes sensibilisées au tri sélectif"]
    assert classes.evidence == "Attestation de l'école, séance du 15/09/2023."
    assert classes.before.state is State.MISSING


def test_where_nothing_was_declared_the_line_says_so_without_a_proof(sample_store: str) -> None:
    lines = {
        line.metric.id: line for line in rse_table(sample_store, parse("2024-06"), EVERYTHING) if line.metric
    }
    assert (lines["rse_classes"].standing, lines["rse_classes"].evidence) == (Standing.UNKNOWN, "")


def test_a_past_import_is_read_with_the_evidence_of_its_time(sample_copy: str) -> None:
    with writing(sample_copy) as connection:
        before = last_import(connection)
        book(connection, before + 1)
        old = (s.rse_value.c.rse_indicator_id == "CLASSES") & (s.rse_value.c.day == date(2024, 12, 31))
        connection.execute(update(s.rse_value).where(old).values(retired_by=before + 1))
        said = {"day": date(2024, 12, 31), "rse_indicator_id": "CLASSES", "value_thousandths": 3000}
        corrected = {**said, "evidence": "Attestation corrigée.", "loaded_by": before + 1}
        connection.execute(insert(s.rse_value).values(**corrected))

    def classes(as_of: int | None) -> tuple[Fraction | None, str]:
        lines = rse_table(sample_copy, year(2024), EVERYTHING, context(sample_copy, as_of))
        return next((x.figure.value, x.evidence) for x in lines if x.metric and x.metric.id == "rse_classes")

    assert classes(None) == (3, "Attestation corrigée.")
    assert classes(before) == (2, "Attestation de l'école, séances du 19/09/2024.")


def test_an_indicator_whose_metric_is_not_in_the_catalogue_stays_on_its_line(sample_copy: str) -> None:
    with writing(sample_copy) as connection:
        of_the_fleet = s.rse_indicator.c.metric == "alternative_fleet"
        connection.execute(update(s.rse_indicator).where(of_the_fleet).values(metric="unheard_of"))
    (line,) = [line for line in rse_table(sample_copy, year(2024), EVERYTHING) if line.metric is None]
    assert line.indicator == "Flotte de véhicules alternatifs"
    assert (line.figure, line.standing, line.evidence) == (MISSING, Standing.UNKNOWN, "")


def test_the_table_is_the_association_s_and_a_manager_never_reads_an_agency_as_it(sample_store: str) -> None:
    assert rse_table(sample_store, year(2024), scope_for(Role.AGENCY_MANAGER, frozenset({"RENNES"}))) == ()
    assert rse_table(sample_store, year(2024), scope_for(Role.DATA_STEWARD)) == ()


def test_the_board_reads_every_line(sample_store: str, table: dict[str, Line]) -> None:
    found = rse_table(sample_store, year(2024), scope_for(Role.BOARD))
    assert [line.figure for line in found] == [line.figure for line in table.values()]


# --- where an indicator stands -----------------------------------------------------------------------------


def _cell(before: int | None, now: int | None, change: int | None = None) -> Cell:
    worth = [MISSING if each is None else Figure(Fraction(each)) for each in (now, before, change)]
    return Cell(*worth)


MORE, LESS, NONE = Polarity.MORE, Polarity.LESS, Polarity.NONE


@pytest.mark.parametrize(
    ("before", "now", "change", "target", "wanted", "expected"),
    [
        (1, None, None, 3, MORE, Standing.UNKNOWN),
        (1, 3, 200, 3, MORE, Standing.REACHED),
        (1, 2, 100, 3, MORE, Standing.MISSED),  # better, and still short of what was promised
        (5, 3, -40, 3, LESS, Standing.REACHED),
        (5, 4, -20, 3, LESS, Standing.MISSED),
        (0, 46, None, 50, NONE, Standing.FOLLOWED),
        (1, 2, 100, None, MORE, Standing.BETTER),
        (2, 1, -50, None, MORE, Standing.WORSE),
        (2, 1, -50, None, LESS, Standing.BETTER),
        (100, 101, 1, None, MORE, Standing.STABLE),  # within the neutral band of 2 %
        (0, 3, None, None, MORE, Standing.BETTER),  # nothing to divide by, and yet more
        (3, 3, 0, None, MORE, Standing.STABLE),
        (None, 3, None, None, MORE, Standing.FOLLOWED),
    ],
)
def test_an_indicator_stands_by_its_target_else_by_the_year_before(
    before: int | None,
    now: int | None,
    change: int | None,
    target: int | None,
    wanted: Polarity,
    expected: Standing,
) -> None:
    promised = MISSING if target is None else Figure(Fraction(target))
    assert standing(_cell(before, now, change), promised, wanted, Fraction(2)) is expected


# --- how far each axis is ----------------------------------------------------------------------------------


def test_each_axis_counts_its_own_indicators_in_the_order_of_the_table(table: dict[str, Line]) -> None:
    axes = progress(table.values())
    assert [each.axis for each in axes] == list(dict.fromkeys(line.axis for line in table.values()))
    for each in axes:
        own = [line for line in table.values() if line.axis == each.axis]
        assert len(each.standings) == len(own)
        assert each.count(*Standing) == len(own)
        reached = sum(line.standing is Standing.REACHED for line in own)
        assert each.count(Standing.REACHED) == reached


def test_several_standings_are_counted_together() -> None:
    axis = Progress("Axe", (Standing.REACHED, Standing.MISSED, Standing.REACHED, Standing.FOLLOWED))
    assert (axis.count(Standing.REACHED), axis.count(Standing.REACHED, Standing.MISSED)) == (2, 2 + 1)


# --- the command -------------------------------------------------------------------------------------------


def test_the_command_tells_people_each_indicator_with_its_proof(run: Run, told_store: str) -> None:
    code, out, _ = run("rse", "--period", "2024", store=told_store)
    assert code == 0
    (line,) = [line for line in out.splitlines() if "Kilomètres parcourus" in line]
    for said in ("92\u202f400", "74\u202f844", "85\u202f000", "À la baisse", "objectif atteint"):
        assert said in line


def test_the_command_tells_programs_the_same(run: Run, told_store: str, table: dict[str, Line]) -> None:
    code, out, _ = run("rse", "--period", "2024", "--json", store=told_store)
    lines = {line["metric"]: line for line in json.loads(out)}
    assert (code, list(lines)) == (0, list(table))
    fleet = lines["alternative_fleet"]
    assert (fleet["previous_year"]["value"], fleet["figure"]["value"], fleet["target"]["value"]) == (6, 7, 8)
    assert (fleet["wanted"], fleet["standing"]) == ("more", "objectif non atteint")


def test_the_command_refuses_what_is_no_period(run: Run, told_store: str) -> None:
    code, out, err = run("rse", "--period", "l'an dernier", store=told_store)
    assert (code, out) == (2, "")
    assert "l'an dernier" in err
