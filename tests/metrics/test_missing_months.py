"""A period is never set against one of which months are missing: half a year is no fall of a half."""

from sqlalchemy import Connection

from tests.metrics.asking import ask, change, changes, reference, value, values
from tests.metrics.store import cover, put

EVENTS = """
intervention  day         dispositif  times
              2023-08-01  JOUR        10
              2024-02-01  JOUR        30
              2024-08-01  JOUR        15
"""


def test_a_reference_with_missing_months_is_not_known_and_neither_is_the_change(bare: Connection) -> None:
    cover(bare, "interventions", "2023-07", "2024-12")
    put(bare, EVENTS)
    year = ask(bare, "interventions", span="2024", versus="previous-year")
    assert (value(year), reference(year), change(year)) == (30 + 15, "n.d.", "n.d.")


def test_a_period_with_missing_months_keeps_its_reference_and_has_no_change(bare: Connection) -> None:
    cover(bare, "interventions", "2023-01", "2024-06")
    put(bare, EVENTS)
    year = ask(bare, "interventions", span="2024", versus="previous-year")
    assert (value(year), reference(year), change(year)) == (30 + 15, 10, "n.d.")


def test_the_months_both_years_have_are_compared(bare: Connection) -> None:
    cover(bare, "interventions", "2023-07", "2024-12")
    put(bare, EVENTS)
    august = ask(bare, "interventions", span="2024-08", versus="previous-year")
    assert change(august) == (15 - 10) / 10 * 100


def test_each_dispositif_answers_for_the_months_of_its_own_contract_year(bare: Connection) -> None:
    cover(bare, "interventions", "2022-10", "2024-12")  # JOUR starts in October, QUARTIER in January
    put(
        bare,
        """
        intervention  day         dispositif  times
                      2023-02-01  JOUR        10
                      2024-02-01  JOUR        20
                      2023-02-01  QUARTIER    10
                      2024-02-01  QUARTIER    20
                      2022-11-01  QUARTIER    10
        """,
    )
    moved = changes(ask(bare, "interventions", span="marche:2023", by="dispositif", versus="previous-year"))
    assert (moved["JOUR"], moved["QUARTIER"]) == ("n.d.", "n.d.")
    moved = changes(ask(bare, "interventions", span="marche:2024", by="dispositif", versus="previous-year"))
    assert (moved["JOUR"], moved["QUARTIER"]) == (100, 100)


MARKETS = """
coverage  kind     month  dispositif
          marchés  -      -

market  dispositif  valid_from
        JOUR        2022-01-01
        QUARTIER    2023-02-01
"""


def test_a_register_is_not_known_before_the_first_month_of_the_files(bare: Connection) -> None:
    cover(bare, "interventions", "2023-01", "2024-12")
    put(bare, MARKETS)
    year = ask(bare, "field_dispositifs", span="2023-02", versus="previous-year")
    assert (value(year), reference(year), change(year)) == (2, "n.d.", "n.d.")  # the book forgets
    month = ask(bare, "field_dispositifs", span="2023-02", versus="previous-period")
    assert (reference(month), change(month)) == (1, 100)
    years = ask(bare, "field_dispositifs", span="2023", versus="previous-year")
    assert change(years) == "n.d."


def test_each_month_of_a_register_is_known_or_not(bare: Connection) -> None:
    cover(bare, "interventions", "2023-01", "2024-12")
    put(bare, MARKETS)
    asked = {"span": "2023-12..2024-01", "by": "month", "versus": "previous-year"}
    assert [*changes(ask(bare, "field_dispositifs", **asked)).values()] == ["n.d.", 100]


def test_a_register_kept_without_any_monthly_file_is_known_as_it_is(bare: Connection) -> None:
    put(bare, MARKETS)
    answer = ask(bare, "field_dispositifs", span="2023-02", versus="previous-year")
    assert (values(answer), change(answer)) == ({(): 2}, 100)
