"""Markets on a line of time: which run, which are to renew within the year, and what nobody may read."""

from datetime import date

from sqlalchemy import Connection

from data_access.access import Role, Scope, scope_for
from metrics import markets, period
from metrics.catalogue.listings import MARKETS_PAID
from metrics.context import context
from metrics.markets import Market
from metrics.portrait import Stage
from tests.metrics.asking import EVERYTHING, ask, manager, value, values
from tests.metrics.listing import pages
from tests.metrics.store import put

TODAY = date(2024, 12, 31)
BOOKS = """
    market  code      kind        dispositif  valid_from  valid_to    term_on     renewed  annual_cents
            OVER      multi_year  JOUR        2020-01-01  2023-07-01  2023-06-30  yes      1000000
            ENDED     multi_year  JOUR        2021-01-01  2024-07-01  2024-06-30  yes      2000000
            TODAY     agreement   JOUR        2022-01-01  2025-01-01  2024-12-31  -        4000000
            NEAR      multi_year  QUARTIER    2022-01-01  2026-01-01  2025-12-31  -        8000000
            FAR       multi_year  QUARTIER    2022-01-01  2026-01-02  2026-01-01  -        16000000
            ADVANCE   multi_year  QUARTIER    2022-01-01  2025-10-01  2025-09-30  yes      32000000
            SUMMER    seasonal    JOUR        2025-06-01  2025-09-01  2025-08-31  -        64000000
            ENDLESS   agreement   JOUR        2022-01-01  -           -           -        -
            TO-COME   multi_year  JOUR        2025-03-01  2029-03-01  2029-02-28  -        12800000
"""


def told(db: Connection, span: str = "2024", scope: Scope = EVERYTHING, where: str = "") -> dict[str, Market]:
    put(db, BOOKS)
    asked = str(markets.from_then_on(period.parse(span), TODAY))
    turned = pages(db, MARKETS_PAID, span=asked, scope=scope, where=where)
    return {each.code: each for each in markets.told(turned, TODAY)}


def test_the_first_to_end_comes_first_and_what_has_no_end_last(db: Connection) -> None:
    found = told(db)
    assert list(found) == ["ENDED", "TODAY", "ADVANCE", "NEAR", "FAR", "TO-COME", "ENDLESS"]
    assert "OVER" not in found  # before the period
    assert "SUMMER" not in found  # a season is no market that lasts


def test_what_is_to_renew_falls_due_from_today_to_the_same_day_of_next_year(db: Connection) -> None:
    due = [code for code, each in told(db).items() if each.is_due]
    assert due == ["TODAY", "NEAR"]  # FAR falls the day after, ADVANCE is renewed already
    window = markets.near(TODAY)
    assert (window.start, window.last_day) == (TODAY, date(2025, 12, 31))


def test_each_stands_where_it_is_today_whatever_the_period(db: Connection) -> None:
    stages = {code: each.stage for code, each in told(db, "2023").items()}
    assert stages["OVER"] is Stage.OVER
    assert (stages["ENDED"], stages["TODAY"]) == (Stage.OVER, Stage.RUNNING)  # it runs on its last day
    assert (stages["ENDLESS"], stages["TO-COME"]) == (Stage.RUNNING, Stage.TO_COME)


def test_an_amount_that_is_not_known_stays_so(db: Connection) -> None:
    found = told(db)
    assert (found["TODAY"].cents, found["ENDLESS"].cents) == (4000000, None)
    assert (found["ENDLESS"].last_day, found["ENDLESS"].term) == (None, None)


def test_a_manager_sees_the_markets_of_their_agency_and_the_board_all_of_them(db: Connection) -> None:
    board = scope_for(Role.BOARD)
    assert set(told(db, scope=manager("NANTES"))) == {"NEAR", "FAR", "ADVANCE"}  # QUARTIER is of Nantes
    asked = str(markets.from_then_on(period.parse("2024"), TODAY))
    assert len(markets.told(pages(db, MARKETS_PAID, span=asked, scope=board), TODAY)) == 7


def test_what_is_drawn_as_due_is_what_is_asked_as_falling_due(db: Connection) -> None:
    due = [each for each in told(db).values() if each.is_due]
    answer = ask(db, "markets_falling_due", "amount_falling_due", span=str(markets.near(TODAY)))
    assert values(answer) == {(): (len(due), sum(each.cents or 0 for each in due) / 100)}


def test_each_year_ahead_has_what_falls_due_in_it(db: Connection) -> None:
    put(db, BOOKS)
    answer = ask(db, "amount_falling_due", span=str(markets.years_ahead(TODAY)), by="year")
    assert list(values(answer).values()) == [40000, 80000, 160000, 0, 0]  # of 2024, 2025, 2026, 2027, 2028
    assert not answer.partial[0]


def test_what_falls_due_is_known_though_it_is_to_come_and_what_fell_due_is_not(db: Connection) -> None:
    put(db, BOOKS)
    assert value(ask(db, "amount_falling_due", span="2026")) == 160000
    assert value(ask(db, "amount_to_renew", span="2026")) == "n.d."  # a register tells no future


def test_an_import_is_read_once_for_those_who_read_the_same(sample_store: str) -> None:
    known, year = context(sample_store), period.parse("2024")
    asked = [
        markets.timeline(sample_store, year, TODAY, scope, (), known)
        for scope in (EVERYTHING, EVERYTHING, manager("RENNES"))
    ]
    assert asked[0] is asked[1]
    assert {each.code for each in asked[2]} < {each.code for each in asked[0]}
