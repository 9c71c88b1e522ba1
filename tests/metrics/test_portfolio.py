"""The portfolio of the books: who is listed, with which markets, where each stood, and to whom it is told."""

from datetime import date
from fractions import Fraction

import pytest
from sqlalchemy import Connection, Engine, event

from data_access.access import Scope
from data_access.errors import AccessDenied
from metrics import period, portfolio
from metrics.catalogue.activity import INTERVENTIONS_COUNT
from metrics.catalogue.dimensions import AGENCY, DISPOSITIF, FAMILY, SECTOR
from metrics.portfolio import Entry
from metrics.portrait import Stage
from metrics.query import Filter
from metrics.result import Cell, Figure, State
from tests.metrics.asking import EVERYTHING, NOTHING_BELOW, manager
from tests.metrics.store import put

YEAR = period.year(2024)
_MARKETS = """
    market  code  dispositif  funder   awarded_on  valid_from  valid_to    term_on
            OLD   JOUR        VILLE-R  2018-09-01  2018-10-01  2022-10-01  2022-09-30
            NOW   JOUR        VILLE-R  2022-09-01  2022-10-01  2026-10-01  2026-09-30
            NEXT  JOUR        VILLE-N  2024-12-31  2026-10-01  2030-10-01  2030-09-30
            PAST  ECOLE       VILLE-R  2023-01-01  2023-01-01  2024-03-01  2024-12-31
            LATE  QUARTIER    VILLE-N  2025-01-01  2025-01-01  -           -
            OPEN  NUIT        VILLE-N  2020-01-01  2020-01-01  -           -
"""


def listed(db: Connection, span: str = "2024", scope: Scope = EVERYTHING, *where: Filter) -> dict[str, Entry]:
    return {entry.id: entry for entry in portfolio.read(db, period.parse(span), scope, where)}


def stages(entry: Entry) -> list[tuple[date, Stage]]:
    return [(market.begins, market.stage) for market in entry.markets]


def test_families_come_in_the_order_of_the_association_then_names(db: Connection) -> None:
    assert list(listed(db)) == ["JOUR", "QUARTIER", "NUIT", "ECOLE", "VRAC"]  # day, day, night, school, waste


def test_what_runs_and_what_is_awarded_stand_on_the_last_day_and_the_past_does_not(db: Connection) -> None:
    put(db, _MARKETS)
    found = listed(db)
    assert stages(found["JOUR"]) == [
        (date(2022, 10, 1), Stage.RUNNING),
        (date(2026, 10, 1), Stage.TO_COME),  # awarded on the very last day
    ]
    assert [market.funder for market in found["JOUR"].markets] == ["Ville-R", "Ville-N"]
    assert found["JOUR"].markets[0].last_day == date(2026, 9, 30)


def test_a_market_that_ended_in_the_period_is_told_when_none_follows(db: Connection) -> None:
    put(db, _MARKETS)
    (ended,) = listed(db)["ECOLE"].markets
    assert (ended.stage, ended.last_day, ended.term) == (Stage.OVER, date(2024, 2, 29), date(2024, 12, 31))
    assert listed(db, "2024-03")["ECOLE"].markets == ()  # over the day before it begins


def test_what_is_awarded_after_the_period_is_not_known_yet(db: Connection) -> None:
    put(db, _MARKETS)
    assert listed(db)["QUARTIER"].markets == ()
    assert stages(listed(db, "2025-01")["QUARTIER"]) == [(date(2025, 1, 1), Stage.RUNNING)]


def test_an_open_ended_market_runs_without_a_last_day(db: Connection) -> None:
    put(db, _MARKETS)
    (market,) = listed(db)["NUIT"].markets
    assert (market.stage, market.last_day, market.term) == (Stage.RUNNING, None, None)


def test_a_dispositif_without_commanditaire_nor_market_is_listed(db: Connection) -> None:
    entry = listed(db)["NUIT"]
    assert (entry.funder, entry.markets, entry.agency, entry.family) == (
        "",
        (),
        "Angers",
        "Médiation de nuit",
    )


def test_a_contract_year_is_each_dispositif_its_own(db: Connection) -> None:
    put(db, _MARKETS)
    found = listed(db, "marche:2024")
    assert (found["JOUR"].first_day, found["JOUR"].last_day) == (date(2023, 10, 1), date(2024, 9, 30))
    assert (found["QUARTIER"].first_day, found["QUARTIER"].last_day) == (date(2024, 1, 1), date(2024, 12, 31))
    assert stages(found["JOUR"]) == [
        (date(2022, 10, 1), Stage.RUNNING)
    ]  # the next is awarded after September


def test_filters_that_tell_dispositifs_apart_keep_them_and_the_others_do_not(db: Connection) -> None:
    def kept(*where: Filter) -> set[str]:
        return set(listed(db, "2024", EVERYTHING, *where))

    assert kept(Filter(AGENCY, ("RENNES",))) == {"JOUR", "ECOLE", "VRAC"}
    assert kept(Filter(AGENCY, ("RENNES", "ANGERS")), Filter(FAMILY, ("day", "night"))) == {"JOUR", "NUIT"}
    assert kept(Filter(DISPOSITIF, ("NUIT", None))) == {"NUIT"}
    assert kept(Filter(AGENCY, (None,))) == set()
    assert len(kept(Filter(SECTOR, ("R-NORD",)))) == 5  # about places: for the figures to follow


def test_a_manager_lists_the_dispositifs_of_their_agencies_only(db: Connection) -> None:
    put(db, _MARKETS)
    assert set(listed(db, scope=manager("NANTES", "ANGERS"))) == {"QUARTIER", "NUIT"}
    assert listed(db, "2024", manager("NANTES"), Filter(AGENCY, ("RENNES",))) == {}


def test_who_reads_the_association_only_is_refused(db: Connection) -> None:
    with pytest.raises(AccessDenied, match="à l'échelle de l'association"):
        listed(db, scope=NOTHING_BELOW)
    with pytest.raises(AccessDenied):
        listed(db, scope=Scope(EVERYTHING.role, ()))


def test_the_books_are_read_as_they_were(db: Connection) -> None:
    put(db, _MARKETS)
    assert all(entry.markets == () for entry in portfolio.read(db, YEAR, EVERYTHING, as_of=0))


def test_one_statement_reads_them_all(db: Connection) -> None:
    put(db, _MARKETS)
    sent: list[str] = []
    engine: Engine = db.engine

    def note(_c: object, _x: object, statement: str, *_: object) -> None:
        sent.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        portfolio.read(db, YEAR, EVERYTHING)
    finally:
        event.remove(engine, "before_cursor_execute", note)
    assert len(sent) == 1


def test_the_sample_lists_what_the_reports_tell_of(sample: str) -> None:
    found = {entry.id: entry for entry in portfolio.entries(sample, YEAR, EVERYTHING)}
    assert len(found) == 22
    assert stages(found["BAGNEUX"]) == [(date(2025, 1, 1), Stage.TO_COME)]
    assert stages(found["VINCENNES"]) == [(date(2024, 6, 15), Stage.OVER)]
    assert stages(found["ANGERS-NUIT"]) == [(date(2024, 12, 1), Stage.RUNNING)]
    own = {entry.id: entry for entry in portfolio.entries(sample, period.contract_year(2024), EVERYTHING)}
    assert stages(own["ANGERS-NUIT"]) == [
        (date(2020, 12, 1), Stage.RUNNING),  # to its last day, 30 November 2024
        (date(2024, 12, 1), Stage.TO_COME),
    ]


def test_before_its_first_market_what_was_not_done_has_no_object(db: Connection) -> None:
    put(db, _MARKETS)
    late, running = listed(db)["QUARTIER"], listed(db)["JOUR"]
    assert (late.begins, running.begins) == (date(2025, 1, 1), None)
    assert listed(db, "2025-01")["QUARTIER"].begins is None
    nothing, something = Cell(Figure(Fraction(0))), Cell(Figure(Fraction(3)))
    assert late.cell(INTERVENTIONS_COUNT, nothing).figure.state is State.NOT_APPLICABLE
    assert late.cell(INTERVENTIONS_COUNT, something) is something  # what was done is told all the same
    assert running.cell(INTERVENTIONS_COUNT, nothing) is nothing


def test_a_year_is_held_when_one_of_its_markets_meets_it(db: Connection) -> None:
    put(db, _MARKETS)
    entry = listed(db)["ECOLE"]  # from 1 January 2023, over on 1 March 2024
    assert entry.is_held(date(2023, 9, 1), date(2024, 9, 1))
    assert not entry.is_held(date(2022, 1, 1), date(2023, 1, 1))
    assert not entry.is_held(date(2024, 3, 1), date(2025, 3, 1))
    assert listed(db)["NUIT"].is_held(date(2030, 1, 1), date(2031, 1, 1))  # it has no end
