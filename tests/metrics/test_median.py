"""The median of the other agencies: territorial ones, without one's own, and never a recognisable cell."""

from fractions import Fraction

import pytest
from sqlalchemy import Connection

from data_access.access import Role, scope_for
from data_access.errors import AccessDenied, QueryError
from tests.metrics.asking import ask, change, manager, reference, references, value
from tests.metrics.store import put

FOUR_AGENCIES = """
    intervention  day         dispositif  agency  times
                  2024-05-01  JOUR        RENNES  10
                  2024-05-01  QUARTIER    NANTES  7
                  2024-05-01  NUIT        ANGERS  3
                  2024-05-01  JOUR        IDF     1
                  2024-05-01  JOUR        SIEGE   100
"""


def test_the_median_is_that_of_the_three_others_without_the_head_office(db: Connection) -> None:
    put(db, FOUR_AGENCIES)
    answered = ask(db, "interventions", where="agency=RENNES", versus="median")
    assert (value(answered), reference(answered)) == (10, 3)  # the middle of 1, 3 and 7
    assert change(answered) == "–"  # how large an agency is, is no performance
    assert answered.versus_label == "médiane des autres agences"


def test_each_agency_meets_the_median_of_its_own_others(db: Connection) -> None:
    put(db, FOUR_AGENCIES)
    others = references(ask(db, "interventions", by="agency", versus="median"))
    assert others == {"RENNES": 3, "NANTES": 3, "ANGERS": 7, "IDF": 7, "SIEGE": "–"}  # no field to compare


def test_the_median_of_a_rate_is_taken_on_the_rates_of_whole_agencies(db: Connection) -> None:
    put(
        db,
        """
        field_hours  day         dispositif  agency  planned_minutes  done_minutes
                     2024-05-01  JOUR        RENNES  100              50
                     2024-05-01  QUARTIER    NANTES  100              90
                     2024-05-02  QUARTIER    NANTES  300              90
                     2024-05-01  NUIT        ANGERS  100              70
                     2024-05-01  JOUR        IDF     100              80
        """,
    )
    answered = ask(db, "presence_rate", where="agency=RENNES", versus="median")
    assert reference(answered) == 70  # of 45, 70 and 80
    assert change(answered) == 50 - 70  # in points


def test_the_median_is_that_of_the_same_month_and_of_the_same_member(db: Connection) -> None:
    put(
        db,
        """
        intervention  day         dispositif  agency  intervention_kind  times
                      2024-01-01  QUARTIER    NANTES  BRUIT              3
                      2024-01-01  NUIT        ANGERS  BRUIT              5
                      2024-01-01  JOUR        IDF     BRUIT              9
                      2024-02-01  QUARTIER    NANTES  BRUIT              30
                      2024-02-01  NUIT        ANGERS  CONFLIT            50
        """,
    )
    months = references(
        ask(db, "interventions", span="2024-T1", where="agency=RENNES", by="month", versus="median")
    )
    assert months == {"2024-01": 5, "2024-02": 30, "2024-03": 0}
    kinds = "intervention_kind,agency"
    by_kind = references(ask(db, "interventions", span="2024-02", by=kinds, versus="median"))
    assert by_kind["CONFLIT", "ANGERS"] == 0  # nobody else had one
    assert by_kind["BRUIT", "NANTES"] == 0


def test_a_filter_other_than_the_agency_applies_to_the_others_too(db: Connection) -> None:
    put(
        db,
        """
        intervention  day         dispositif  agency  intervention_kind  times
                      2024-01-01  QUARTIER    NANTES  BRUIT              3
                      2024-01-01  QUARTIER    NANTES  CONFLIT            50
                      2024-01-01  NUIT        ANGERS  BRUIT              5
                      2024-01-01  JOUR        IDF     BRUIT              9
        """,
    )
    asked = {"where": "agency=RENNES,intervention_kind=BRUIT", "versus": "median"}
    assert reference(ask(db, "interventions", **asked)) == 5


def test_a_ratio_has_a_gap_to_the_median_in_percent(db: Connection) -> None:
    put(
        db,
        """
        intervention  day         dispositif  agency  times
                      2024-05-01  JOUR        RENNES  10
                      2024-05-01  QUARTIER    NANTES  6
                      2024-05-01  NUIT        ANGERS  8

        field_hours   day         dispositif  agency  planned_minutes  done_minutes
                      2024-05-01  JOUR        RENNES  120              120
                      2024-05-01  QUARTIER    NANTES  120              120
                      2024-05-01  NUIT        ANGERS  120              120
                      2024-05-01  JOUR        IDF     120              120
        """,
    )
    answered = ask(db, "interventions_per_hour", where="agency=RENNES", versus="median")
    assert (value(answered), reference(answered)) == (Fraction(10, 2), Fraction(6, 2))  # of 0, 3 and 4
    assert change(answered) == Fraction(10 - 6, 6) * 100


def test_a_manager_reads_the_median_of_agencies_that_stay_unreadable_to_them(db: Connection) -> None:
    put(db, FOUR_AGENCIES)
    answered = ask(db, "interventions", where="agency=RENNES", versus="median", scope=manager("RENNES"))
    assert (value(answered), reference(answered)) == (10, 3)
    alone = ask(db, "interventions", versus="median", scope=manager("RENNES"))
    assert (value(alone), reference(alone)) == (10, 3)  # their agency is the only one they read


def test_a_manager_without_the_right_to_compare_is_refused(db: Connection) -> None:
    with pytest.raises(AccessDenied, match="comparaison avec les autres agences"):
        ask(
            db,
            "interventions",
            where="agency=RENNES",
            versus="median",
            scope=manager("RENNES", compare=False),
        )


def test_the_median_is_hidden_as_soon_as_one_of_the_others_is(db: Connection) -> None:
    put(
        db,
        """
        staff  day         agency  times
               2024-12-31  RENNES  20
               2024-12-31  NANTES  30
               2024-12-31  ANGERS  2
               2024-12-31  IDF     10
        """,
    )  # Paris hides with Angers
    answered = ask(db, "headcount", where="agency=RENNES", versus="median")
    assert (value(answered), reference(answered), change(answered)) == (20, "s", "–")  # no gap of a size


@pytest.mark.parametrize("where", ["", "agency=RENNES|NANTES"])
def test_the_median_of_the_others_needs_one_agency_to_have_others(db: Connection, where: str) -> None:
    with pytest.raises(QueryError, match="choisissez-en une"):
        ask(db, "interventions", where=where, versus="median")


def test_the_board_has_no_median_where_it_has_no_agency(db: Connection) -> None:
    board = scope_for(Role.BOARD)
    with pytest.raises(AccessDenied, match="à l'échelle de l'association"):
        ask(db, "headcount", where="agency=RENNES", versus="median", scope=board)


def test_agencies_that_a_dispositif_cannot_reach_do_not_count_as_zero(db: Connection) -> None:
    put(db, FOUR_AGENCIES)
    own = ask(db, "interventions", where="agency=RENNES,dispositif=JOUR", versus="median")
    assert (value(own), reference(own)) == (10, "–")  # and not the median of three zeros
    two = ask(db, "interventions", where="agency=RENNES,dispositif=JOUR|QUARTIER", versus="median")
    assert reference(two) == 7  # Nantes alone is the home of QUARTIER
    by_dispositif = references(
        ask(db, "interventions", where="agency=RENNES", by="dispositif", versus="median")
    )
    assert by_dispositif == {"JOUR": "–"}


@pytest.mark.parametrize(
    ("own", "median"),
    [
        (("RENNES",), 3),  # the middle of 1, 3 and 7: whose it is, nobody says
        (("RENNES", "IDF"), 3),  # of 1, which they read, and of 3 and 7
        (("RENNES", "IDF", "NANTES"), "s"),  # what is left is the figure of Angers
        (("RENNES", "IDF", "NANTES", "ANGERS"), 3),
    ],
)
def test_the_median_never_tells_what_one_agency_out_of_reach_did(
    db: Connection, own: tuple[str, ...], median: int | str
) -> None:
    put(db, FOUR_AGENCIES)
    answered = ask(db, "interventions", where="agency=RENNES", versus="median", scope=manager(*own))
    assert reference(answered) == median


def test_a_filter_that_leaves_one_other_agency_hides_the_median(db: Connection) -> None:
    put(db, FOUR_AGENCIES)
    named = {"by": "agency", "where": "dispositif=JOUR|QUARTIER", "versus": "median"}
    told = references(ask(db, "interventions", **named))
    assert (told["RENNES"], told["NANTES"]) == (7, 10)
    assert references(ask(db, "interventions", **named, scope=manager("RENNES"))) == {"RENNES": "s"}
