"""A total is asked for, never obtained by adding rows."""

from fractions import Fraction

from sqlalchemy import Connection

from metrics.run import answer
from tests.metrics.asking import EVERYTHING, ask, known, question, value, values
from tests.metrics.store import put
from tests.metrics.unguarded import APPRENTICES_IN_YEAR


def test_a_rate_over_two_agencies_is_a_sum_over_a_sum_not_an_average_of_rates(db: Connection) -> None:
    put(
        db,
        """
        field_hours  day         dispositif  planned_minutes  done_minutes
                     2024-03-01  JOUR        600              300
                     2024-03-01  QUARTIER    60               60
        """,
    )
    by_agency = values(ask(db, "presence_rate", by="agency"))
    assert (by_agency["RENNES"], by_agency["NANTES"]) == (50, 100)
    assert value(ask(db, "presence_rate")) == Fraction(300 + 60, 600 + 60) * 100  # and not 75


def test_the_numerator_and_the_denominator_travel_to_the_answer(db: Connection) -> None:
    put(
        db,
        """
        field_hours  day         planned_minutes  done_minutes
                     2024-03-01  600              300
                     2024-03-02  60               60
        """,
    )
    figure = ask(db, "presence_rate").rows[0].cells[0].figure
    assert (figure.numerator, figure.denominator) == (Fraction(360, 60), Fraction(660, 60))


def test_a_ratio_over_two_facts_divides_the_whole_by_the_whole(db: Connection) -> None:
    put(
        db,
        """
        intervention  day         dispositif  times
                      2024-03-01  JOUR        6
                      2024-03-01  QUARTIER    2

        field_hours   day         dispositif  done_minutes
                      2024-03-01  JOUR        120
                      2024-03-02  QUARTIER    120
        """,
    )
    by_agency = values(ask(db, "interventions_per_hour", by="agency"))
    assert (by_agency["RENNES"], by_agency["NANTES"]) == (6 / Fraction(2), 2 / Fraction(2))
    assert value(ask(db, "interventions_per_hour")) == (6 + 2) / Fraction(2 + 2)  # and not 3 + 1


def test_a_place_served_by_two_dispositifs_counts_once_in_the_total(db: Connection) -> None:
    put(
        db,
        """
        place  dispositif  site
               JOUR        ALMA
               ECOLE       ALMA
               ECOLE       BRETON
        """,
    )
    assert values(ask(db, "schools", by="dispositif")) == {"JOUR": 1, "ECOLE": 2}
    assert value(ask(db, "schools")) == 2  # and not 1 + 2


def test_a_person_present_twelve_months_is_one_apprentice_of_the_year(db: Connection) -> None:
    months = "\n".join(
        f"                   2024-{m:02}-28  ANGERS  apprentice  p{n}" for m in range(1, 13) for n in range(5)
    )
    put(db, f"            staff  day         agency  contract    person\n{months}")
    assert set(values(ask(db, APPRENTICES_IN_YEAR, by="month")).values()) == {5}
    assert value(ask(db, APPRENTICES_IN_YEAR)) == 5  # and not 60


def test_the_months_of_a_flow_add_up_to_its_year(db: Connection) -> None:
    put(
        db,
        """
        intervention  day         people_met
                      2024-01-31  3
                      2024-02-01  4
                      2024-12-31  5
                      2025-01-01  100
        """,
    )
    months = values(ask(db, "people_met", by="month"))
    assert (months["2024-01"], months["2024-02"], months["2024-12"]) == (3, 4, 5)
    assert sum(months.values()) == value(ask(db, "people_met")) == 3 + 4 + 5


def test_the_total_of_hidden_cells_is_still_the_true_total(db: Connection) -> None:
    put(
        db,
        """
        staff  day         agency  times
               2024-12-31  RENNES  4
               2024-12-31  NANTES  9
               2024-12-31  ANGERS  20
        """,
    )
    shown = values(ask(db, "headcount", by="agency"))
    assert shown == {"RENNES": "s", "NANTES": "s", "ANGERS": 20, "IDF": 0, "SIEGE": 0}
    assert value(ask(db, "headcount")) == 4 + 9 + 20


def test_the_total_of_a_question_keeps_its_filters_period_and_comparison(db: Connection) -> None:
    put(
        db,
        """
        intervention  day         dispositif  people_met
                      2024-05-02  JOUR        3
                      2024-05-02  NUIT        4
                      2023-05-02  JOUR        2
        """,
    )
    asked = question(known(db).names, "people_met", by="agency", where="family=day", versus="previous-year")
    total = answer(db, asked.total(), EVERYTHING, known(db))
    assert total.rows[0].cells[0].figure.value == 3
    assert total.rows[0].cells[0].reference.value == 2


def test_a_row_without_any_member_is_kept_under_its_own_name(db: Connection) -> None:
    put(
        db,
        """
        ledger  dispositif  agency  amount_cents
                JOUR        RENNES  700
                -           SIEGE   300
        """,
    )
    answered = ask(db, "revenue", by="dispositif")
    assert values(answered) == {"JOUR": 7, None: 3}
    assert [row.labels for row in answered.rows] == [("JOUR",), ("Hors dispositif",)]
    assert value(ask(db, "revenue")) == 7 + 3
