"""Spans are half-open: the first day is in, the day after the last is out, and each counts once."""

import pytest
from sqlalchemy import Connection

from data_access import schema as s
from data_access.access import Domain
from metrics.catalogue.facts import POSTS
from metrics.catalogue.units import COUNT
from metrics.kinds import When
from metrics.measures import count, total
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
MEAN_FTE = Metric(
    id="mean_post_fte",
    label="ETP des postes en moyenne",
    domain=Domain.ACTIVITY,
    unit=COUNT,
    definition="ETP des postes ouverts à chaque fin de mois, en moyenne.",
    measure=total(POSTS, s.post.c.fte_hundredths, when=When.MONTH_ENDS, label="ETP des postes"),
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


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "month_ends"),
    [
        ("2020-01-01", "-", 12),
        ("2023-05-01", "2024-01-01", 0),  # over on the eve
        ("2023-05-01", "2024-01-31", 0),  # over the day before the end of January
        ("2023-05-01", "2024-02-01", 1),
        ("2024-01-31", "2024-02-01", 1),  # one day, which is the end of a month
        ("2024-06-01", "2024-09-01", 3),  # a season
        ("2024-06-30", "2024-08-31", 2),
        ("2024-12-31", "2025-06-01", 1),
        ("2025-01-01", "-", 0),
    ],
)
def test_a_mean_of_month_ends_weighs_a_span_by_those_it_is_open_at(
    db: Connection, valid_from: str, valid_to: str, month_ends: int
) -> None:
    put(
        db,
        f"""
        post  fte_hundredths  valid_from    valid_to
              1200            {valid_from}  {valid_to}
        """,
    )
    assert value(ask(db, MEAN_FTE)) == 1200 * month_ends / 12


def test_means_of_a_year_of_its_quarters_and_of_its_months(db: Connection) -> None:
    put(
        db,
        """
        post  fte_hundredths  valid_from  valid_to
              100             2024-01-01  -
              60              2024-03-15  2024-06-01
        """,
    )
    quarters = values(ask(db, MEAN_FTE, by="quarter"))
    assert quarters == {"2024-01": 100 + 60 / 3, "2024-04": 100 + 60 * 2 / 3, "2024-07": 100, "2024-10": 100}
    assert value(ask(db, MEAN_FTE)) == 100 + 60 * 3 / 12
    assert value(ask(db, MEAN_FTE, span="2024-03")) == 100 + 60


def test_a_month_end_weighs_more_in_a_part_of_a_quarter_than_in_a_whole_one(db: Connection) -> None:
    put(
        db,
        """
        post  fte_hundredths  valid_from  valid_to
              60              2024-03-01  2024-05-01
        """,
    )
    quarters = values(ask(db, MEAN_FTE, span="2024-02..2024-06", by="quarter"))
    assert quarters == {"2024-01": 60 / 2, "2024-04": 60 / 3}


def test_each_dispositif_has_the_month_ends_of_its_own_contract_year(db: Connection) -> None:
    put(
        db,
        """
        post  dispositif  fte_hundredths  valid_from  valid_to
              JOUR        120             2023-10-01  2023-12-01
              JOUR        120             2024-10-01  -
              QUARTIER    120             2023-10-01  2024-02-01
        """,
    )
    asked = {"span": "marche:2024"}  # October to September for the first, January to December for the second
    own = values(ask(db, MEAN_FTE, by="dispositif", **asked))
    assert (own["JOUR"], own["QUARTIER"]) == (120 * 2 / 12, 120 * 1 / 12)
    assert value(ask(db, MEAN_FTE, **asked)) == 120 * (2 + 1) / 12


def test_days_without_month_end_have_no_mean_of_them(db: Connection) -> None:
    put(
        db,
        """
        post  fte_hundredths  valid_from
              100             2024-01-01
        """,
    )
    assert value(ask(db, MEAN_FTE, span="2024-03-02..2024-03-30")) == "n.d."
