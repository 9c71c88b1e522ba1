"""What the annual reports print of people is told as printed, and no further."""

from fractions import Fraction

from sqlalchemy import Connection

from metrics.result import Figure
from tests.metrics.asking import ask, manager, value, values
from tests.metrics.store import put

CONTRACTS = """
    staff  day         agency  contract    job   times
           2024-11-30  ANGERS  permanent   MED   10
           2024-11-30  ANGERS  apprentice  MED   3
           2024-11-30  NANTES  permanent   MED   30
           2024-11-30  NANTES  apprentice  SUP   9
           2024-12-31  ANGERS  permanent   MED   10
           2024-12-31  ANGERS  apprentice  MED   3
           2024-12-31  NANTES  permanent   MED   30
           2024-12-31  NANTES  apprentice  SUP   9
"""
SHARE = "permanent_share_without_apprentices"


def register(*lines: str) -> str:
    return "\n".join(["published_figure  metric  conditions", *(f" {line}" for line in lines)])


def figure(db: Connection, name: str, **asked: str) -> Figure:
    return ask(db, name, **asked).rows[0].cells[0].figure


def test_a_share_that_is_printed_is_told_without_the_counts_that_are_hidden(db: Connection) -> None:
    """« 100 % de CDI hors apprentis »: ten people of ten would say that the three others are apprentices."""
    put(db, CONTRACTS)
    assert value(ask(db, SHARE, where="agency=ANGERS")) == "s"
    put(db, register(f"{SHARE} agency=ANGERS"))
    told = figure(db, SHARE, where="agency=ANGERS")
    assert (told.value, told.numerator, told.denominator) == (100, None, None)
    assert values(ask(db, SHARE, by="agency"))["ANGERS"] == 100, "the same figure, in a breakdown"
    assert value(ask(db, SHARE, scope=manager("ANGERS"))) == 100


def test_it_is_told_of_its_own_period_perimeter_and_figure_only(db: Connection) -> None:
    put(db, CONTRACTS)
    put(db, register(f"{SHARE} agency=ANGERS"))
    assert value(ask(db, SHARE, where="agency=ANGERS", span="2024-11")) == "s"
    assert value(ask(db, SHARE, where="agency=NANTES")) == "s"
    assert value(ask(db, "permanent_share", where="agency=ANGERS")) == "s"
    assert value(ask(db, "apprentices", where="agency=ANGERS")) == "s"


def test_a_crossing_that_no_table_tells_is_told_where_it_is_printed(db: Connection) -> None:
    put(db, CONTRACTS)
    assert value(ask(db, "apprentices", where="job_family=support")) == "s"
    put(db, register("apprentices job_family=support"))
    assert value(ask(db, "apprentices", where="job_family=support")) == 9
    assert value(ask(db, "apprentices", where="job_family=mediator")) == "s"


def test_a_printed_count_is_known_to_whoever_looks_for_its_neighbour(db: Connection) -> None:
    """Four graduates are printed: what hides beside them is hidden by other cells than theirs."""
    put(
        db,
        """
        exam  day         employer  result  times
              2024-06-28  own       passed  4
              2024-06-28  own       failed  9
              2024-06-28  private   passed  20
              2024-06-28  private   failed  9
              2024-06-28  public    passed  3
              2024-06-28  public    failed  9
        """,
    )
    assert value(ask(db, "graduates", where="employer=own")) == "s"
    put(db, register("graduates employer=own"))
    graduates = values(ask(db, "graduates", by="employer"))
    assert graduates == {"own": 4, "private": "s", "public": "s"}
    assert value(ask(db, "graduates")) == 4 + 20 + 3


def test_the_sum_that_is_printed_by_itself_comes_with_the_share(db: Connection) -> None:
    put(
        db,
        """
        exam  day         programme  result  times
              2023-06-28  MSADS      passed  8
              2023-06-28  AMIS       passed  3
              2024-06-28  MSADS      passed  9
              2024-06-28  AMIS       passed  8
        """,
    )
    line = "published_figure  metric  period  value\n {}  2023..2024  1"
    put(db, line.format("msads_graduates_share"))
    told = figure(db, "msads_graduates_share", span="2023..2024")
    assert told.value == Fraction(8 + 9, 8 + 3 + 9 + 8) * 100
    assert told.denominator == 8 + 3 + 9 + 8, "the graduates of both years are told anyway"
