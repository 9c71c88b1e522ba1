"""Spans are half-open: the first day is in, the day after the last is out, and each counts once."""

import pytest
from sqlalchemy import Connection

from data_access.access import Domain
from metrics.catalogue.facts import POSTS
from metrics.catalogue.units import COUNT
from metrics.kinds import When
from metrics.measures import count
from metrics.model import Metric
from tests.metrics.asking import ask, reference, value, values
from tests.metrics.store import put

OPEN_AT_END = Metric(
    id="posts_at_end",
    label="Postes ouverts le dernier jour",
    domain=Domain.ACTIVITY,
    unit=COUNT,
    definition="Postes ouverts le dernier jour de la période.",
    measure=count(POSTS, when=When.AT_END, label="postes ouverts le dernier jour"),
)


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "at_any_time", "on_last_day"),
    [
        ("2023-05-01", "2024-01-01", 0, 0),  # its last day is the eve of the period
        ("2023-05-01", "2024-01-02", 1, 0),  # its last day is the first of the period
        ("2024-01-01", "2024-01-02", 1, 0),  # a single day
        ("2024-06-01", "2024-09-01", 1, 0),  # a season within
        ("2024-06-01", "2024-12-31", 1, 0),  # ends on 30 December
        ("2024-06-01", "2025-01-01", 1, 1),  # ends on 31 December
        ("2024-12-31", "2025-06-01", 1, 1),  # starts on the last day
        ("2025-01-01", "2025-06-01", 0, 0),  # starts on the day after
        ("2020-01-01", "-", 1, 1),  # has no end
        ("2025-01-01", "-", 0, 0),
    ],
)
def test_the_bounds_of_a_span(
    db: Connection, valid_from: str, valid_to: str, at_any_time: int, on_last_day: int
) -> None:
    put(
        db,
        f"""
        post  valid_from    valid_to
              {valid_from}  {valid_to}
        """,
    )
    assert value(ask(db, "posts")) == at_any_time
    assert value(ask(db, OPEN_AT_END)) == on_last_day


def test_a_span_over_many_months_counts_once_in_the_year_and_once_in_each_month(db: Connection) -> None:
    put(
        db,
        """
        post  valid_from  valid_to    fte_hundredths
              2024-01-15  2024-04-01  80
              2024-03-31  -           100
        """,
    )
    months = values(ask(db, "posts", span="2024-01..2024-05", by="month"))
    assert months == {"2024-01": 1, "2024-02": 1, "2024-03": 2, "2024-04": 1, "2024-05": 1}
    assert value(ask(db, "posts", span="2024-01..2024-05")) == 2  # and not 6
    assert value(ask(db, "field_fte", span="2024-01..2024-05")) * 100 == 80 + 100


def test_a_closed_seasonal_post_counts_in_its_year_but_not_on_its_last_day(db: Connection) -> None:
    put(
        db,
        """
        post  valid_from  valid_to    times
              2024-06-01  2024-09-01  5
              2022-01-01  -           8
        """,
    )
    assert value(ask(db, "posts")) == 5 + 8
    assert value(ask(db, OPEN_AT_END)) == 8


def test_each_step_of_time_reads_the_spans_open_on_its_own_last_day(db: Connection) -> None:
    put(
        db,
        """
        post  valid_from  valid_to
              2024-01-01  2024-06-30
              2024-03-31  2024-07-01
        """,
    )
    quarters = values(ask(db, OPEN_AT_END, by="quarter"))
    assert quarters == {"2024-01": 2, "2024-04": 1, "2024-07": 0, "2024-10": 0}


def test_a_market_awarded_in_the_year_counts_although_it_starts_later(db: Connection) -> None:
    put(
        db,
        """
        market  awarded_on  valid_from  renewal  kind
                2024-11-02  2025-01-01  no       multi_year
                2023-12-31  2024-01-01  no       multi_year
                2024-12-31  2024-12-31  no       multi_year
                2024-04-01  2024-11-01  no       seasonal
                2024-04-01  2024-04-01  yes      multi_year
        """,
    )
    assert value(ask(db, "new_markets")) == 2
    assert values(ask(db, "new_markets", by="quarter")) == {
        "2024-01": 0,
        "2024-04": 0,
        "2024-07": 0,
        "2024-10": 2,
    }


def test_two_readings_of_one_table_in_time_share_a_question(db: Connection) -> None:
    put(
        db,
        """
        market  awarded_on  valid_from  valid_to    term_on     renewed
                2020-01-01  2020-01-01  2024-07-01  2024-06-30  yes
                2024-03-01  2025-01-01  -           -           -
        """,
    )
    answered = ask(db, "new_markets", "renewed_markets", "dispositifs")
    assert values(answered) == {(): (1, 1, 0)}  # awarded in 2024; its term in 2024; none running on 31/12


def test_the_reference_of_a_span_is_what_was_open_then(db: Connection) -> None:
    put(
        db,
        """
        post  valid_from  valid_to
              2022-01-01  2023-07-01
              2023-12-31  -
              2024-02-01  -
        """,
    )
    answered = ask(db, "posts", versus="previous-year")
    assert (value(answered), reference(answered)) == (2, 2)


def test_a_distinct_count_over_spans_counts_a_dispositif_with_two_markets_once(db: Connection) -> None:
    put(
        db,
        """
        market  dispositif  valid_from  valid_to
                JOUR        2020-01-01  2024-07-01
                JOUR        2024-07-01  -
                JOUR        2024-10-01  -
                QUARTIER    2022-01-01  -
                NUIT        2022-01-01  2024-12-31
        """,
    )
    assert value(ask(db, "field_dispositifs")) == len({"JOUR", "QUARTIER"})
