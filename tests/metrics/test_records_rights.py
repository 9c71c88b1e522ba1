"""Records are listed with the rights of the person, as they were known then, whatever the words."""

import pytest
from sqlalchemy import Connection, insert, select, update

from data_access import schema as s
from data_access.access import Domain, Right, Role, Scope
from data_access.errors import AccessDenied, QueryError
from metrics import period, records
from metrics.catalogue import metric
from metrics.catalogue.dimensions import SECTOR
from metrics.catalogue.listings import LISTINGS
from metrics.query import Filter
from tests.metrics.asking import EVERYTHING, NOTHING_BELOW, known, manager
from tests.metrics.listing import SAME_DAY, column, pages, rows
from tests.metrics.store import put

# --- rights ------------------------------------------------------------------------------------------------


def test_a_manager_lists_the_rows_of_their_agencies_only(db: Connection) -> None:
    put(db, SAME_DAY)
    met = column(db, "interventions", "Personnes rencontrées", scope=manager("RENNES"))
    assert met == [1, 2, 8, 32]
    assert pages(db, "interventions", scope=manager("RENNES"))[0].count.value == 4
    assert column(db, "interventions", "Agence", scope=manager("NANTES", "ANGERS")) == ["Nantes", "Angers"]


def test_a_dispositif_of_another_agency_lists_nothing(db: Connection) -> None:
    put(db, SAME_DAY)
    assert rows(db, "interventions", where="dispositif=QUARTIER", scope=manager("RENNES")) == []


def test_another_agency_is_refused_in_words(db: Connection) -> None:
    put(db, SAME_DAY)
    with pytest.raises(AccessDenied, match="ces agences : NANTES"):
        rows(db, "interventions", where="agency=NANTES", scope=manager("RENNES"))


def test_who_reads_the_whole_association_only_reads_no_record(db: Connection) -> None:
    put(db, SAME_DAY)
    with pytest.raises(AccessDenied, match="qu'à l'échelle de l'association"):
        rows(db, "interventions", scope=NOTHING_BELOW)


@pytest.mark.parametrize("scope", [Scope(Role.DATA_STEWARD, ()), Scope(Role.BOARD, ((Domain.RSE, Right()),))])
def test_a_domain_without_right_is_refused_in_words(db: Connection, scope: Scope) -> None:
    with pytest.raises(AccessDenied, match="votre rôle"):
        rows(db, "revenue", scope=scope)


def test_nothing_that_tells_about_a_person_is_ever_listed() -> None:
    listed = {listing.fact.table.name for listing in LISTINGS}
    money, commitments = {"ledger", "invoice", "grant_file"}, {"certification", "rse_action", "rse_event"}
    assert listed == {"intervention", "meeting", "market", *money, *commitments}
    for name in ("headcount", "fte", "apprentices"):
        assert records.listing_of(metric(name)) is None
        with pytest.raises(QueryError, match="n'a pas de liste d'enregistrements"):
            records.question(metric(name), period.year(2024))


@pytest.mark.parametrize("name", ["interventions_per_hour", "sales_share", "qpv_inhabitants"])
def test_a_ratio_or_a_rule_has_no_record_of_its_own(name: str) -> None:
    assert records.listing_of(metric(name)) is None


def test_what_may_not_be_broken_down_is_not_listed() -> None:
    assert metric("net_result").by is not None
    assert records.listing_of(metric("net_result")) is None


# --- as known then -----------------------------------------------------------------------------------------


def test_records_are_those_known_at_a_past_import(db: Connection) -> None:
    put(
        db,
        """
        intervention  day         dispositif  people_met  loaded_by  retired_by
                      2024-05-01  JOUR        3           1          4
                      2024-05-02  QUARTIER    5           2          -
                      2024-05-01  JOUR        30          4          -
        """,
    )
    met = {n: column(db, "interventions", "Personnes rencontrées", as_of=n, size=1) for n in (1, 2, 4, None)}
    assert met == {1: [3], 2: [3, 5], 4: [30, 5], None: [30, 5]}
    assert pages(db, "interventions", as_of=1)[0].count.value == 1


def test_a_row_replaced_while_pages_are_turned_is_not_seen_twice(db: Connection) -> None:
    put(db, SAME_DAY)
    context = known(db)
    asked = records.question(metric("interventions"), period.year(2024))
    first = records.read(db, asked, EVERYTHING, context, size=2)
    db.execute(
        update(s.intervention).where(s.intervention.c.id == first.rows[0].mark[1]).values(retired_by=9)
    )
    second = records.read(db, asked, EVERYTHING, context, first.following, 2)
    assert [row.cells[-1] for row in (*first.rows, *second.rows)] == [1, 2, 4, 8]


# --- hostile words -----------------------------------------------------------------------------------------

HOSTILE = "x'); DROP TABLE market; -- <script>"


def test_hostile_words_are_values_in_and_out(db: Connection) -> None:
    put(db, "market  code  dispositif  awarded_on\n        A     JOUR        2024-05-01")
    row = db.execute(select(s.market)).mappings().one()
    db.execute(insert(s.market).values({**row, "id": row["id"] + 1, "code": HOSTILE}))
    assert column(db, "new_markets", "Marché") == ["A", HOSTILE]
    asked = records.question(metric("interventions"), period.year(2024), (Filter(SECTOR, (HOSTILE,)),))
    page = records.read(db, asked, EVERYTHING, known(db))
    assert (page.rows, page.count.value) == ((), 0)
