"""What falls due or is late, by hand: from today on, to those who may read it, and nothing else."""

from datetime import date

import pytest
from sqlalchemy import Connection

from data_access.access import Domain, Role, Scope, scope_for
from metrics.alert import Subject
from metrics.catalogue.dimensions import AGENCY
from metrics.coverage import Coverage
from metrics.due import of_store
from metrics.query import Filter
from tests.metrics.asking import EVERYTHING, NOTHING_BELOW, known, manager
from tests.metrics.store import cover, put


def store(db: Connection, scope: Scope = EVERYTHING, *agencies: str) -> list[str]:
    """What ends soon or comes late, in words."""
    where = (Filter(AGENCY, agencies),) if agencies else ()
    return [each.sentence for each in of_store(db, known(db), scope, where)]


@pytest.fixture(autouse=True)
def last_day_of_2024(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUITE_TODAY", "2024-12-31")


MARKETS = """
        market  dispositif  kind        term_on     renewed
                JOUR        multi_year  2025-02-01  -
                QUARTIER    multi_year  2025-03-01  no
                ECOLE       multi_year  2025-03-02  yes
                NUIT        seasonal    2025-03-03  -
                NUIT        multi_year  2026-01-01  -
                NUIT        multi_year  2024-12-30  -
                VRAC        multi_year  -           -
"""


def test_markets_about_to_end_and_not_renewed_are_told_the_nearest_first(db: Connection) -> None:
    put(db, MARKETS)
    assert store(db) == [
        "Marché « JOUR » : échéance le 1er février 2025.",
        "Marché « QUARTIER » : échéance le 1er mars 2025.",
    ]
    assert [each.dispositif for each in of_store(db, known(db), EVERYTHING)] == ["JOUR", "QUARTIER"]


def test_markets_follow_the_agency_that_is_looked_at_and_the_rights(db: Connection) -> None:
    put(db, MARKETS)
    (nantes,) = store(db, EVERYTHING, "NANTES")
    assert "QUARTIER" in nantes
    assert store(db, manager("NANTES")) == [nantes]
    assert store(db, manager("NANTES"), "RENNES") == []
    for scope in (NOTHING_BELOW, scope_for(Role.ADMINISTRATION)):
        assert store(db, scope) == []


def test_a_term_is_near_for_half_a_year_its_first_and_its_last_day_included(db: Connection) -> None:
    put(
        db,
        """
        certification  title  ended_on
                       Hier   2024-12-30
                       Jour   2024-12-31
                       Un     2025-01-01
                       Bord   2025-07-02
                       Loin   2025-07-03
        """,
    )
    assert store(db) == [
        "Jour : expire le 31 décembre 2024.",
        "Un : expire le 1er janvier 2025, 1 jour après le 31 décembre 2024.",
        "Bord : expire le 2 juillet 2025, 183 jours après le 31 décembre 2024.",
    ]
    assert store(db, scope_for(Role.ADMINISTRATION)) == []


def test_a_certification_that_goes_on_under_its_title_is_no_alert(db: Connection) -> None:
    """From the day after and for longer: a day without, or one that ends with it, changes nothing."""
    put(
        db,
        """
        certification  code  title    valid_from  ended_on
                       A     Label    2022-02-14  2025-02-13
                       B     Label    2025-02-14  2028-02-13
                       C     Qualité  2022-02-14  2025-03-13
                       D     Qualité  2025-03-15  2028-02-13
                       E     Licence  2022-02-14  2025-04-13
                       F     Licence  2022-02-14  2025-04-13
        """,
    )
    assert [each.split(" :")[0] for each in store(db)] == ["Qualité", "Licence", "Licence"]


def test_an_action_due_and_not_done_is_late_from_the_day_after(db: Connection) -> None:
    put(
        db,
        """
        rse_action  title    status     due_on      done_on
                    Demain   running    2025-01-01  -
                    Jour     running    2024-12-31  -
                    Veille   running    2024-12-30  -
                    Prévue   planned    2024-12-01  -
                    Faite    done       2024-12-01  2024-12-15
                    Quittée  abandoned  2024-12-01  -
        """,
    )
    assert store(db) == [
        "Prévue : échéance le 1er décembre 2024, 30 jours avant le 31 décembre 2024.",
        "Veille : échéance le 30 décembre 2024, 1 jour avant le 31 décembre 2024.",
    ]
    assert {each.domain for each in of_store(db, known(db), EVERYTHING)} == {Domain.RSE}


def test_an_action_is_late_for_those_who_read_its_agency(db: Connection) -> None:
    put(
        db,
        """
        rse_action  title  agency  due_on
                    Ici    RENNES  2024-12-30
                    Siège  SIEGE   2024-12-30
                    Nulle  -       2024-12-30
        """,
    )
    assert len(store(db)) == 3
    assert [each.split(" :")[0] for each in store(db, manager("RENNES"))] == ["Ici"]
    assert [each.split(" :")[0] for each in store(db, EVERYTHING, "SIEGE")] == ["Siège"]
    assert store(db, manager("RENNES"), "NANTES") == []


def test_a_file_that_came_each_month_and_did_not_for_the_last_is_late(bare: Connection) -> None:
    for kind in ("interventions", "heures de terrain"):
        cover(bare, kind, "2024-01", "2024-12")
    cover(bare, "instances", "2024-01", "2024-11")
    cover(bare, "prévention", "2024-01", "2024-04")  # never regular up to then
    (alert,) = of_store(bare, known(bare), EVERYTHING)
    assert (alert.subject, alert.month, alert.domain) == (Subject.LATE, date(2024, 12, 1), Domain.ACTIVITY)
    assert alert.said == "déc. 2024 n'est pas chargé."


def test_nothing_is_late_where_nothing_was_loaded(bare: Connection) -> None:
    assert known(bare).coverage.last_month() is None
    assert Coverage({}).last_month() is None
    assert store(bare) == []
