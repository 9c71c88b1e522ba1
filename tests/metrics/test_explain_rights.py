"""Why a figure moved, as those who read some agencies are told, and of few people no more than is shown."""

from fractions import Fraction

import pytest
from sqlalchemy import Connection

from data_access.access import Role, Scope, scope_for
from data_access.errors import AccessDenied, QueryError
from metrics import period
from metrics.catalogue import METRICS, dimension
from metrics.explain import OTHER_AGENCIES, OTHERS, explain
from metrics.query import Against, Comparison, Query
from tests.metrics.asking import EVERYTHING, NOTHING_BELOW, manager
from tests.metrics.explaining import contributions, told
from tests.metrics.store import put

LAST_YEAR = Comparison(Against.PREVIOUS_YEAR)


def question(name: str, by: str, span: str = "2024", versus: Comparison = LAST_YEAR) -> Query:
    return Query(metrics=(METRICS[name],), period=period.parse(span), by=(dimension(by),), versus=versus)


def test_a_manager_is_told_of_their_own_agency_only(sample: str) -> None:
    rennes = scope_for(Role.AGENCY_MANAGER, frozenset({"RENNES"}))
    found = explain(sample, question("revenue", "dispositif"), rennes)
    assert found.change == (746_210 + 85_120) - (632_400 + 71_530)
    assert found.others == 0
    assert {part.key for part in found.parts} <= {
        "RENNES-JOUR", "RENNES-BINOMES", "RENNES-ECOLE", "RENNES-PISCINE", "ENCOMBRANTS",
    }  # fmt: skip


THREE_AGENCIES = """
    intervention  day         dispositif  people_met
                  2023-05-01  JOUR        3
                  2024-05-01  JOUR        7
                  2023-05-01  QUARTIER    10
                  2024-05-01  QUARTIER    4
                  2024-05-01  NUIT        9
"""


def test_the_other_agencies_are_one_line_for_a_manager(db: Connection) -> None:
    put(db, THREE_AGENCIES)
    own = told(db, manager("RENNES"), by="agency")
    assert (own.change, contributions(own), own.others) == (7 - 3, {"RENNES": 7 - 3}, 0)
    for by, part in (("agency", "RENNES"), ("dispositif", "JOUR")):
        found = told(db, manager("RENNES"), wide=True, by=by)
        assert found.change == (7 + 4 + 9) - (3 + 10)
        assert contributions(found) == {part: 7 - 3}
        assert (found.others, found.others_label) == ((4 - 10) + 9, OTHER_AGENCIES)


def test_the_other_agencies_of_a_rate_are_one_line_too(db: Connection) -> None:
    """From 50 % to 75 % in all; Rennes goes from 60 to 90 minutes of 120, in all of 240."""
    put(
        db,
        """
        field_hours  day         dispositif  planned_minutes  done_minutes
                     2023-05-01  JOUR        120              60
                     2023-05-01  QUARTIER    120              60
                     2024-05-01  JOUR        120              90
                     2024-05-01  NUIT        120              90
        """,
    )
    found = told(db, manager("RENNES"), wide=True, by="agency", metric="presence_rate")
    (mine,) = found.parts
    assert found.change == 75 - 50
    assert (mine.rate, mine.mix) == (Fraction(1, 2) * (75 - 50), 0)
    assert found.others == 25 - Fraction(25, 2)


@pytest.mark.parametrize(
    ("scope", "asked"),
    [
        (EVERYTHING, {"by": "agency"}),  # who reads all has nothing wider to read
        (manager("RENNES", compare=False), {"by": "agency"}),
        (manager("RENNES"), {"by": "agency", "where": "dispositif=QUARTIER"}),  # that of another agency
    ],
    ids=["everything", "no comparison", "narrowed"],
)
def test_the_whole_association_is_not_for_everyone_nor_under_any_filter(
    db: Connection, scope: Scope, asked: dict[str, str]
) -> None:
    put(db, THREE_AGENCIES)
    with pytest.raises(QueryError, match="ne se compare pas à toute l'association"):
        told(db, scope, wide=True, **asked)


A_FOURTH = """
    intervention  day         dispositif  agency  people_met
                  2024-05-01  QUARTIER    IDF     2
"""


def test_a_filter_on_ones_own_agency_leaves_the_whole_as_it_is(db: Connection) -> None:
    put(db, THREE_AGENCIES)
    put(db, A_FOURTH)
    found = told(db, manager("RENNES", "ANGERS"), wide=True, by="dispositif", where="agency=RENNES")
    assert (contributions(found), found.others) == ({"JOUR": 7 - 3}, (4 - 10) + 9 + 2)


def test_one_other_agency_alone_is_not_given_away_by_the_whole(db: Connection) -> None:
    """Of three agencies, who reads two of them would know the third by taking them away."""
    put(db, THREE_AGENCIES)
    for by in ("agency", "dispositif"):
        with pytest.raises(QueryError, match="ne concerne qu'une autre agence, que le total désignerait"):
            told(db, manager("RENNES", "ANGERS"), wide=True, by=by)


def test_too_few_people_elsewhere_are_not_given_back_by_the_whole(db: Connection) -> None:
    put(
        db,
        """
        staff  day         agency  times
               2023-12-31  RENNES  9
               2023-12-31  NANTES  8
               2024-12-31  RENNES  12
               2024-12-31  NANTES  3
        """,
    )
    with pytest.raises(QueryError, match="n'a pas d'évolution"):  # Nantes hides Rennes, whoever asks
        told(db, manager("RENNES"), by="agency", metric="headcount")
    with pytest.raises(QueryError, match="trop peu de personnes"):
        told(db, manager("RENNES"), wide=True, by="agency", metric="headcount")


def test_a_secret_part_is_never_alone_among_the_others(db: Connection) -> None:
    """Nantes hides 3 this year, and Angers with it; in all, the others gain (3 + 6) - (7 + 5)."""
    put(
        db,
        """
        staff  day         agency  times
               2023-12-31  RENNES  9
               2023-12-31  NANTES  7
               2023-12-31  ANGERS  5
               2024-12-31  RENNES  12
               2024-12-31  NANTES  3
               2024-12-31  ANGERS  6
        """,
    )
    found = told(db, EVERYTHING, by="agency", metric="headcount")
    assert {"NANTES", "ANGERS"}.isdisjoint(contributions(found))
    assert contributions(found)["RENNES"] == 12 - 9
    assert (found.others, found.others_label) == ((3 + 6) - (7 + 5), OTHERS)


def test_a_secret_part_takes_another_along_when_the_store_hides_it_alone(db: Connection) -> None:
    """Shares of permanent contracts: 17 of 20 tells of 3, none of 30 tells of nobody, and is told with it."""
    put(
        db,
        """
        staff  day         agency  contract   times
               2023-12-31  RENNES  permanent   20
               2023-12-31  NANTES  apprentice  30
               2024-12-31  RENNES  permanent   17
               2024-12-31  RENNES  apprentice  3
               2024-12-31  NANTES  apprentice  30
        """,
    )
    found = told(db, EVERYTHING, by="agency", metric="permanent_share")
    assert (found.change, found.others) == (34 - 40, 34 - 40)  # of 50 people
    assert {"RENNES", "NANTES"}.isdisjoint(contributions(found))


def test_association_level_is_told_no_part(db: Connection) -> None:
    put(db, THREE_AGENCIES)
    with pytest.raises(AccessDenied):
        told(db, NOTHING_BELOW, by="agency")
