"""A stock is read on one day: months are never added, and nothing but the data moves that day."""

from sqlalchemy import Connection

from data_access.access import Domain
from metrics.catalogue.facts import STAFF
from metrics.catalogue.units import COUNT
from metrics.kinds import When
from metrics.measures import count
from metrics.model import Metric
from tests.metrics.asking import ask, reference, value, values
from tests.metrics.store import put
from tests.metrics.unguarded import APPRENTICES_IN_YEAR

GROWING = """
    staff  day         agency  contract   times
           2024-01-31  RENNES  permanent  10
           2024-02-29  RENNES  permanent  11
           2024-03-31  RENNES  permanent  12
           2024-04-30  RENNES  permanent  13
"""


def test_a_year_is_worth_its_last_snapshot_not_the_sum_of_its_months(db: Connection) -> None:
    put(db, GROWING)
    assert value(ask(db, "headcount")) == 13  # and not 10 + 11 + 12 + 13


def test_each_month_is_worth_its_own_snapshot(db: Connection) -> None:
    put(db, GROWING)
    months = values(ask(db, "headcount", span="2024-01..2024-04", by="month"))
    assert months == {"2024-01": 10, "2024-02": 11, "2024-03": 12, "2024-04": 13}


def test_a_quarter_is_worth_its_last_snapshot(db: Connection) -> None:
    put(db, GROWING)
    assert values(ask(db, "headcount", span="2024-01..2024-04", by="quarter")) == {
        "2024-01": 12,
        "2024-04": 13,
    }


def test_years_are_worth_their_last_snapshots(db: Connection) -> None:
    put(db, GROWING)
    put(
        db,
        """
        staff  day         times
               2023-12-31  9
        """,
    )
    assert values(ask(db, "headcount", span="2023..2024", by="year")) == {"2023-01": 9, "2024-01": 13}


def test_a_filter_never_moves_the_day_a_stock_is_read_on(db: Connection) -> None:
    put(
        db,
        """
        staff  day         contract    times
               2024-11-30  fixed_term  7
               2024-12-31  permanent   9
        """,
    )
    assert value(ask(db, "headcount", where="contract=CDD")) == 0  # there were 7 in November: too late
    assert value(ask(db, "headcount", where="contract=CDI")) == 9


def test_a_late_agency_never_keeps_its_old_row(db: Connection) -> None:
    put(
        db,
        """
        staff  day         agency  times
               2024-11-30  NANTES  20
               2024-12-31  RENNES  8
        """,
    )
    shown = values(ask(db, "headcount", by="agency"))
    assert (shown["RENNES"], shown["NANTES"]) == (8, 0)
    assert value(ask(db, "headcount")) == 8  # and not 28: the two are not the same day


def test_a_breakdown_reads_every_member_on_the_same_day(db: Connection) -> None:
    put(
        db,
        """
        staff  day         contract    times
               2024-11-30  apprentice  6
               2024-12-31  permanent   7
               2024-12-31  fixed_term  8
        """,
    )
    contracts = values(ask(db, "headcount", by="contract"))
    assert contracts == {"permanent": 7, "fixed_term": 8, "apprentice": 0}


def test_a_share_of_a_stock_divides_two_counts_of_the_same_day(db: Connection) -> None:
    put(
        db,
        """
        staff  day         contract    times
               2024-11-30  permanent   100
               2024-12-31  permanent   6
               2024-12-31  fixed_term  18
        """,
    )
    assert value(ask(db, "permanent_share")) == 100 * 6 / (6 + 18)


def test_the_reference_of_a_stock_is_its_own_last_snapshot(db: Connection) -> None:
    put(
        db,
        """
        staff  day         times
               2023-10-31  5
               2023-11-30  6
               2024-12-31  9
        """,
    )
    answered = ask(db, "headcount", versus="previous-year")
    assert (value(answered), reference(answered)) == (9, 6)


def test_distinct_people_over_every_snapshot_are_counted_once_and_include_those_who_left(
    db: Connection,
) -> None:
    put(
        db,
        """
        staff  day         contract    person
               2024-01-31  apprentice  a
               2024-01-31  apprentice  b
               2024-02-29  apprentice  b
               2024-02-29  apprentice  c
               2024-03-31  apprentice  c
               2024-03-31  apprentice  d
               2024-03-31  apprentice  e
               2024-03-31  permanent   a
               2023-12-31  apprentice  z
        """,
    )
    assert value(ask(db, APPRENTICES_IN_YEAR)) == len({"a", "b", "c", "d", "e"})


def test_a_stock_and_a_sum_over_its_snapshots_share_a_question(db: Connection) -> None:
    put(db, GROWING)
    person_months = Metric(
        id="person_months",
        label="Mois-personnes",
        domain=Domain.WORKFORCE,
        unit=COUNT,
        definition="Salariés de chaque fin de mois, additionnés.",
        measure=count(STAFF, when=When.EVERY, label="salariés de chaque fin de mois"),
    )
    assert values(ask(db, "headcount", person_months)) == {(): (13, 10 + 11 + 12 + 13)}


def test_a_stock_of_a_period_without_snapshot_is_not_that_of_the_period_before(db: Connection) -> None:
    put(db, GROWING)
    assert value(ask(db, "headcount", span="2024-05")) == 0  # covered: nobody is on roll any more


def test_days_that_hold_no_month_end_tell_nothing_of_a_stock(db: Connection) -> None:
    put(db, GROWING)
    assert value(ask(db, "headcount", span="2024-03-15")) == "n.d."  # and not 0
    assert value(ask(db, "headcount", span="2024-03-15..2024-03-31")) == 12
    assert value(ask(db, "headcount", span="2024-03-31..2024-04-15")) == 12
    days = ask(db, "headcount", span="2024-03-02..2024-03-30", by="agency")
    assert set(values(days).values()) == {"n.d."}


def test_a_share_of_a_stock_over_days_without_month_end_is_not_known(db: Connection) -> None:
    put(db, GROWING)
    assert value(ask(db, "permanent_share", span="2024-03-15")) == "n.d."  # and not n.c.
    assert value(ask(db, "mean_headcount", span="2024-03-15")) == "n.d."
