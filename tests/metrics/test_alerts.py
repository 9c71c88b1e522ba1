"""Alerts by hand: each kind where it must be, and nothing where there is nothing to look at."""

from datetime import date
from fractions import Fraction

import pytest
from sqlalchemy import Connection

from data_access.access import Role, Scope, scope_for
from metrics import period
from metrics.alerts import Alert, Subject, of_figures, of_store
from metrics.catalogue import metric
from metrics.catalogue.dimensions import AGENCY
from metrics.coverage import Coverage
from metrics.period import add_months
from metrics.query import Filter, Query
from metrics.result import Result
from metrics.run import answer
from metrics.unusual import is_unusual
from tests.metrics.asking import EVERYTHING, NOTHING_BELOW, known, manager
from tests.metrics.store import cover, put

HOURS, REVENUE = metric("field_hours"), metric("revenue")


def figures(db: Connection, *names: str, span: str = "2024-12") -> list[Alert]:
    """What the figures of a period raise."""

    def asker(query: Query) -> Result:
        return answer(db, query, EVERYTHING, known(db))

    return list(of_figures(asker, tuple(map(metric, names)), period.parse(span)))


def store(db: Connection, scope: Scope = EVERYTHING, *agencies: str) -> list[str]:
    """What ends soon or comes late, in words."""
    where = (Filter(AGENCY, agencies),) if agencies else ()
    return [each.sentence for each in of_store(db, known(db), scope, where)]


def target(name: str, value: int) -> str:
    """A target of the whole association for December 2024."""
    return f"""
        target  metric  valid_from  valid_to    value_thousandths
                {name}  2024-12-01  2025-01-01  {value * 1000}
    """


HOURS_DONE = """
        field_hours  day         done_minutes  planned_minutes
                     2024-12-05  {minutes}     0
"""


@pytest.fixture(autouse=True)
def last_day_of_2024(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUITE_TODAY", "2024-12-31")


def test_a_target_missed_is_told_with_what_was_reached_and_aimed_at(db: Connection) -> None:
    put(db, HOURS_DONE.format(minutes=9 * 60) + target("field_hours", 10))
    (alert,) = figures(db, "field_hours")
    assert (alert.subject, alert.metric, alert.month) == (Subject.TARGET, HOURS, None)
    assert alert.sentence == "Heures de terrain : 9\u00a0h pour un objectif de 10\u00a0h."


def test_the_stop_of_a_unit_ends_the_alert(db: Connection) -> None:
    put(db, "intervention day people_met\n 2024-12-05 9\n\n" + target("people_met", 10))
    (alert,) = figures(db, "people_met")
    assert alert.said == "9\u00a0pers. pour un objectif de 10\u00a0pers."


@pytest.mark.parametrize("hours", [10, 11])
def test_a_target_reached_is_no_alert(db: Connection, hours: int) -> None:
    put(db, HOURS_DONE.format(minutes=hours * 60) + target("field_hours", 10))
    assert figures(db, "field_hours") == []


def test_less_is_better_turns_a_target_round(db: Connection) -> None:
    put(db, "rse_action status due_on\n running 2024-12-05\n running 2024-12-06")
    put(db, target("rse_actions_late", 1))
    assert [each.subject for each in figures(db, "rse_actions_late")] == [Subject.TARGET]


def test_a_figure_that_is_neither_good_nor_bad_has_a_target_to_reach(db: Connection) -> None:
    put(db, "intervention day\n 2024-12-05" + "\n\n" + target("interventions", 10))
    assert [each.subject for each in figures(db, "interventions")] == [Subject.TARGET]


@pytest.mark.parametrize(("hours", "missed"), [(98, False), (97, True)])  # 2 % of 100 h is its neutral band
def test_a_target_is_missed_beyond_the_neutral_band_only(db: Connection, hours: int, missed: bool) -> None:
    put(db, HOURS_DONE.format(minutes=hours * 60) + target("field_hours", 100))
    assert bool(figures(db, "field_hours")) is missed


def test_a_target_is_not_missed_while_months_are_to_come(bare: Connection) -> None:
    cover(bare, "heures de terrain", "2024-01", "2024-11")
    put(bare, "field_hours day done_minutes planned_minutes\n 2024-11-05 60 0")
    put(
        bare,
        """
        target  metric       valid_from  valid_to    value_thousandths
                field_hours  2024-01-01  2025-01-01  5000
        """,
    )
    assert figures(bare, "field_hours", span="2024") == []
    cover(bare, "heures de terrain", "2024-12")
    assert [each.subject for each in figures(bare, "field_hours", span="2024")] == [Subject.TARGET]


def test_a_month_out_of_the_trend_is_told_with_its_month(db: Connection) -> None:
    changes = [0, 10] * 6 + [100]  # in percent of the 100 of each month a year before
    months = [add_months(date(2023, 12, 1), place) for place in range(13)]
    cents = {add_months(month, -12): 10_000 for month in months}
    cents |= {month: 10_000 + 100 * change for month, change in zip(months, changes, strict=True)}
    put(db, "ledger day amount_cents\n" + "\n".join(f"{day} {amount}" for day, amount in cents.items()))
    alerts = figures(db, "revenue")
    assert [(each.subject, each.metric, each.month) for each in alerts] == [
        (Subject.UNUSUAL, REVENUE, date(2024, 12, 1))
    ]
    assert "en déc. 2024 sur un an" in alerts[0].sentence


@pytest.mark.parametrize(
    ("before", "last", "unusual"),
    [
        ([1, 2, 3, 1, 2, 3], 6, True),  # median 2, spread 1: beyond 2 + 3.5 x 1
        ([1, 2, 3, 1, 2, 3], Fraction(11, 2), False),  # on the limit
        ([1, 2, 3, 1, 2, 3], -2, True),
        ([2, 2, 2, 2, 2, 2], 50, False),  # no spread to measure with
        ([1, 2, 3, 1, 2], 50, False),  # five months are too few
    ],
)
def test_unusual_is_three_and_a_half_spreads_from_the_median(
    before: list[int], last: int | Fraction, unusual: bool
) -> None:
    assert is_unusual([Fraction(each) for each in before], Fraction(last)) is unusual


MARKETS = """
        market  dispositif  kind        term_on     renewed
                JOUR        multi_year  2025-02-01  -
                QUARTIER    multi_year  2025-03-01  no
                ECOLE       multi_year  2025-03-02  yes
                NUIT        seasonal    2025-03-03  -
                NUIT        multi_year  2026-01-01  -
                NUIT        multi_year  2024-12-30  -
                VRAC        multi_year  -           -
"""


def test_markets_about_to_end_and_not_renewed_are_told_the_nearest_first(db: Connection) -> None:
    put(db, MARKETS)
    assert store(db) == [
        "Marché « JOUR » : échéance le 1er février 2025.",
        "Marché « QUARTIER » : échéance le 1er mars 2025.",
    ]
    assert [each.dispositif for each in of_store(db, known(db), EVERYTHING)] == ["JOUR", "QUARTIER"]


def test_markets_follow_the_agency_that_is_looked_at_and_the_rights(db: Connection) -> None:
    put(db, MARKETS)
    (nantes,) = store(db, EVERYTHING, "NANTES")
    assert "QUARTIER" in nantes
    assert store(db, manager("NANTES")) == [nantes]
    assert store(db, manager("NANTES"), "RENNES") == []
    for scope in (NOTHING_BELOW, scope_for(Role.ADMINISTRATION)):
        assert store(db, scope) == []


def test_a_term_is_near_for_half_a_year_its_first_and_its_last_day_included(db: Connection) -> None:
    put(
        db,
        """
        certification  title  ended_on
                       Hier   2024-12-30
                       Jour   2024-12-31
                       Un     2025-01-01
                       Bord   2025-07-02
                       Loin   2025-07-03
        """,
    )
    assert store(db) == [
        "Jour : expire le 31 décembre 2024.",
        "Un : expire le 1er janvier 2025, 1 jour après le 31 décembre 2024.",
        "Bord : expire le 2 juillet 2025, 183 jours après le 31 décembre 2024.",
    ]
    assert store(db, scope_for(Role.ADMINISTRATION)) == []


def test_a_certification_that_goes_on_under_its_title_is_no_alert(db: Connection) -> None:
    """From the day after and for longer: a day without, or one that ends with it, changes nothing."""
    put(
        db,
        """
        certification  code  title    valid_from  ended_on
                       A     Label    2022-02-14  2025-02-13
                       B     Label    2025-02-14  2028-02-13
                       C     Qualité  2022-02-14  2025-03-13
                       D     Qualité  2025-03-15  2028-02-13
                       E     Licence  2022-02-14  2025-04-13
                       F     Licence  2022-02-14  2025-04-13
        """,
    )
    assert [each.split(" :")[0] for each in store(db)] == ["Qualité", "Licence", "Licence"]


def test_no_month_after_the_data_is_out_of_the_ordinary(bare: Connection) -> None:
    """Eleven markets at each month-end of two years; one left a year later, which nothing loaded tells of."""
    cover(bare, "interventions", "2023-01", "2024-12")
    put(
        bare,
        """
        coverage  kind     month  dispositif
                  marchés  -      -

        market  dispositif  valid_from  valid_to
                JOUR        2022-01-01  -
                QUARTIER    2022-01-01  2025-06-01
        """,
    )
    assert figures(bare, "field_dispositifs", span="2024-09..2025-08") == []


def test_a_file_that_came_each_month_and_did_not_for_the_last_is_late(bare: Connection) -> None:
    for kind in ("interventions", "heures de terrain"):
        cover(bare, kind, "2024-01", "2024-12")
    cover(bare, "instances", "2024-01", "2024-11")
    cover(bare, "prévention", "2024-01", "2024-04")  # never regular up to then
    (alert,) = of_store(bare, known(bare), EVERYTHING)
    assert (alert.subject, alert.month) == (Subject.LATE, date(2024, 12, 1))
    assert alert.said == "déc. 2024 n'est pas chargé."


def test_nothing_is_late_where_nothing_was_loaded(bare: Connection) -> None:
    assert known(bare).coverage.last_month() is None
    assert Coverage({}).last_month() is None
    assert store(bare) == []
