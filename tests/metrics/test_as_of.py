"""Any figure can be asked as it was known at a past import."""

from sqlalchemy import Connection

from tests.metrics.asking import ask, reference, value, values
from tests.metrics.store import FACTS, put

TWO_VERSIONS = """
    intervention  day         dispositif  people_met  loaded_by  retired_by
                  2024-05-01  JOUR        3           1          4
                  2024-05-02  QUARTIER    5           2          -
                  2024-05-01  JOUR        30          4          -
                  2024-05-03  JOUR        100         7          -
"""


def test_the_same_question_before_and_after_an_import(db: Connection) -> None:
    put(db, TWO_VERSIONS)
    known = {number: value(ask(db, "people_met", as_of=number)) for number in (1, 2, 3, 4, 6, 7)}
    assert known == {1: 3, 2: 3 + 5, 3: 3 + 5, 4: 30 + 5, 6: 30 + 5, 7: 30 + 5 + 100}
    assert value(ask(db, "people_met")) == 30 + 5 + 100


def test_a_replaced_row_is_neither_lost_before_nor_counted_twice_after(db: Connection) -> None:
    put(db, TWO_VERSIONS)
    assert value(ask(db, "interventions", as_of=3)) == 2
    assert value(ask(db, "interventions", as_of=4)) == 2


def test_a_breakdown_and_a_comparison_are_both_read_at_the_past_import(db: Connection) -> None:
    put(db, TWO_VERSIONS)
    put(
        db,
        """
        intervention  day         dispositif  people_met  loaded_by  retired_by
                      2023-05-01  JOUR        1           1          6
                      2023-05-01  JOUR        2           6          -
        """,
    )
    assert values(ask(db, "people_met", by="dispositif", as_of=3)) == {"JOUR": 3, "QUARTIER": 5}
    assert reference(ask(db, "people_met", versus="previous-year", as_of=5)) == 1
    assert reference(ask(db, "people_met", versus="previous-year")) == 2


def test_what_was_not_loaded_yet_was_not_known_yet(bare: Connection) -> None:
    put(
        bare,
        """
        coverage  kind           month       dispositif  loaded_by  retired_by
                  interventions  2024-05-01  -           3          -
        """,
    )
    assert value(ask(bare, "interventions", span="2024-05", as_of=2)) == "n.d."
    assert value(ask(bare, "interventions", span="2024-05", as_of=3)) == 0


def test_the_snapshot_of_a_stock_is_the_last_one_known_then(db: Connection) -> None:
    put(
        db,
        """
        staff  day         loaded_by  retired_by  times
               2024-10-31  1          -           10
               2024-11-30  2          5           11
               2024-11-30  5          -           12
               2024-12-31  6          -           13
        """,
    )
    assert [value(ask(db, "headcount", as_of=n)) for n in (1, 2, 5, 6)] == [10, 11, 12, 13]


def test_a_span_closed_by_a_later_import_was_still_open_before(db: Connection) -> None:
    put(
        db,
        """
        post  valid_from  valid_to    loaded_by  retired_by
              2023-01-01  -           1          8
              2023-01-01  2024-01-01  8          -
        """,
    )
    assert (value(ask(db, "posts", as_of=7)), value(ask(db, "posts"))) == (1, 0)


def test_an_answer_says_what_it_was_known_at(db: Connection) -> None:
    assert ask(db, "interventions", as_of=3).as_of == 3
    assert ask(db, "interventions").as_of is None


def test_every_fact_keeps_its_versions() -> None:
    assert [fact.id for fact in FACTS if not {"loaded_by", "retired_by"} <= set(fact.table.c.keys())] == []
