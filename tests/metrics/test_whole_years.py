"""Who comes and goes is told of whole years, and year-ends do not give it back."""

import pytest
from sqlalchemy import Connection

from data_access.errors import QueryError
from tests.metrics.asking import ask, value, values
from tests.metrics.store import put
from tests.metrics.test_small_cells import staff


def test_who_comes_and_goes_is_told_of_whole_years_only(db: Connection) -> None:
    put(db, "staff_move day times\n 2024-03-15 8\n 2024-06-15 9")
    assert value(ask(db, "entries")) == 8 + 9
    for span in ("2024-03", "ytd:2024-06", "12m:2024-06", "2024-01..2024-11", "scolaire:2023"):
        assert value(ask(db, "entries", span=span)) == "s"
    assert set(values(ask(db, "entries", by="month")).values()) == {"s"}


def test_two_years_are_told_together_when_each_is(db: Connection) -> None:
    put(db, "staff_move day times\n 2023-03-15 3\n 2024-06-15 9")
    assert value(ask(db, "entries", span="2024")) == 9
    assert value(ask(db, "entries", span="2023..2024")) == "s"  # 12 less 9 would be the three of 2023


def test_year_ends_do_not_give_back_who_moved(db: Connection) -> None:
    """Rennes goes from 20 to 24: six came, so two left, who are hidden. What came is hidden with them."""
    put(db, staff(20, 30, 40, day="2023-12-31"))
    put(db, staff(24, 30, 40))
    put(
        db,
        """
        staff_move  day         agency  move   reason       times
                    2024-03-01  RENNES  entry  hire         6
                    2024-06-01  RENNES  exit   resignation  2
                    2024-03-01  NANTES  entry  hire         8
                    2024-06-01  NANTES  exit   resignation  8
        """,
    )
    assert value(ask(db, "exits", where="agency=RENNES")) == "s"
    assert value(ask(db, "entries", where="agency=RENNES")) == "s"


def test_absences_of_an_agency_are_those_of_a_year_and_those_of_all_of_any_month(db: Connection) -> None:
    put(
        db,
        """
        staff         day         agency  times
                      2024-12-31  RENNES  20
                      2024-12-31  NANTES  30

        hours_worked  day         agency  theoretical_minutes  worked_minutes
                      2024-12-01  RENNES  6000                 6000
                      2024-12-01  NANTES  6000                 6000

        absence       day         agency  kind      days  minutes
                      2024-12-01  RENNES  sickness  1     600
        """,
    )
    assert value(ask(db, "absence_rate")) == 5
    assert value(ask(db, "absence_rate", span="2024-12")) == 5
    assert value(ask(db, "absence_rate", where="agency=RENNES")) == 10
    assert value(ask(db, "absence_rate", span="2024-12", where="agency=RENNES")) == "s"
    assert value(ask(db, "hours_worked", span="2024-12")) == (6000 + 6000) / 60
    assert value(ask(db, "hours_worked", where="agency=RENNES")) == 6000 / 60
    # what is not worked of the hours that full-time equivalents owe in a month is the absences of that month
    assert value(ask(db, "hours_worked", span="2024-12", where="agency=RENNES")) == "s"


@pytest.mark.parametrize(
    "asked",
    [
        {"by": "age_band"},
        {"by": "seniority_band"},
        {"by": "age_band,sex"},
        {"where": "birth_area=france|undeclared"},
    ],
    ids=lambda asked: next(iter(asked.values())),
)
def test_from_one_month_to_the_next_nobody_s_age_seniority_nor_origin_is_told(
    db: Connection, asked: dict[str, str]
) -> None:
    """The headcount goes from 60 to 61: the cell that grows by one would be about that person."""
    put(db, "staff day times\n 2024-10-31 60\n 2024-11-30 61\n 2024-12-31 61")
    assert set(values(ask(db, "headcount", **asked)).values()) == {61}
    for span in ("2024-11", "ytd:2024-11", "12m:2024-11", "2024-01..2024-11"):
        assert set(values(ask(db, "headcount", span=span, **asked)).values()) == {"s"}


@pytest.mark.parametrize("name", ["born_abroad", "born_abroad_share", "birth_countries"])
def test_where_people_were_born_is_told_of_whole_years(db: Connection, name: str) -> None:
    for asked in ({"span": "2024-11"}, {"by": "month"}, {"versus": "2024-11"}):
        with pytest.raises(QueryError, match=r"que par année civile|ne se ventile pas par « Mois »"):
            ask(db, name, **asked)
