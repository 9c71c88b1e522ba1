"""For whom the store reads: each meets the rows of the own agencies and domains."""

import hashlib
import hmac

import psycopg
import pytest
from sqlalchemy import select
from sqlalchemy.exc import DatabaseError

from data_access import row_rights
from data_access import schema as s
from data_access.access import Role, Scope, scope_for
from data_access.engine import reading_engine
from data_access.errors import StoreError
from data_access.granting import OWN, grant
from data_access.row_rights import DOMAINS, KNOWN_TO_ALL, as_association, let_read
from metrics.catalogue import METRICS
from tests.guarded import KEY, Guarded, driven

DIRECTION = scope_for(Role.DIRECTION)
RENNES = scope_for(Role.AGENCY_MANAGER, frozenset({"RENNES"}))
BOARD, STEWARD = scope_for(Role.BOARD), scope_for(Role.DATA_STEWARD)


def agencies(url: str, scope: Scope, table: str = "intervention", *, totals: bool = False) -> list[str]:
    """The agencies of the rows met, once it was said for whom."""
    column = s.metadata.tables[table].c.agency_id
    with reading_engine(url).connect() as connection:
        let_read(connection, scope, totals=totals)
        return sorted(str(code) for code in connection.scalars(select(column)))


# --- what a person reads -----------------------------------------------------------------------------------


def test_a_manager_meets_the_rows_of_the_own_agency_and_no_other(guarded_store: Guarded) -> None:
    assert agencies(guarded_store.pages, RENNES) == ["RENNES"]
    assert agencies(guarded_store.pages, RENNES, "intervention_month") == ["RENNES"]
    assert agencies(guarded_store.pages, RENNES, "staff") == ["RENNES"]


def test_what_is_the_whole_association_s_is_read_by_who_has_the_domain(guarded_store: Guarded) -> None:
    assert agencies(guarded_store.pages, RENNES, "staff_countries") == ["None"]
    with reading_engine(guarded_store.pages).connect() as connection:
        let_read(connection, RENNES)
        assert connection.execute(select(s.pay_group)).all() == []
        let_read(connection, BOARD, totals=True)
        assert len(connection.execute(select(s.pay_group)).all()) == 1


def test_the_direction_meets_every_row(guarded_store: Guarded) -> None:
    assert agencies(guarded_store.pages, DIRECTION) == ["NANTES", "NANTES", "RENNES"]
    assert agencies(guarded_store.pages, DIRECTION, "staff") == ["NANTES", "RENNES", "SIEGE"]


def test_the_board_meets_staff_only_for_a_total(guarded_store: Guarded) -> None:
    with pytest.raises(DatabaseError, match="no right on this domain"):
        agencies(guarded_store.pages, BOARD, "staff")
    assert agencies(guarded_store.pages, BOARD, "staff", totals=True) == ["NANTES", "RENNES", "SIEGE"]


@pytest.mark.parametrize("table", ["intervention", "intervention_month", "staff", "pay_group"])
def test_a_role_without_figures_meets_no_row(guarded_store: Guarded, table: str) -> None:
    with reading_engine(guarded_store.pages).connect() as connection:
        let_read(connection, STEWARD)
        with pytest.raises(DatabaseError, match="no right on this domain"):
            connection.execute(select(s.metadata.tables[table])).all()


def test_what_was_said_ends_with_the_transaction(guarded_store: Guarded) -> None:
    with reading_engine(guarded_store.pages).connect() as connection:
        let_read(connection, DIRECTION)
        connection.rollback()
        with pytest.raises(DatabaseError, match="nobody was named"):
            connection.execute(select(s.intervention)).all()


def test_what_is_read_as_the_association_is_read_for_that_while_only(guarded_store: Guarded) -> None:
    agency = select(s.intervention.c.agency_id)
    with reading_engine(guarded_store.pages).connect() as connection:
        let_read(connection, RENNES)
        with as_association(connection):
            assert len(connection.execute(agency).all()) == 3
        assert connection.scalars(agency).all() == ["RENNES"]
    with reading_engine(guarded_store.pages).connect() as connection:
        with as_association(connection):
            assert len(connection.execute(agency).all()) == 3
        with pytest.raises(DatabaseError, match="nobody was named"):
            connection.execute(agency)


def test_without_the_key_the_pages_say_what_is_missing(
    guarded_store: Guarded, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(row_rights.SETTING)
    with pytest.raises(StoreError, match="SUITE_ROWS_KEY"):
        agencies(guarded_store.pages, DIRECTION)
    assert len(agencies(guarded_store.owner, DIRECTION)) == 3


# --- nothing is left out -----------------------------------------------------------------------------------


def test_every_table_that_a_figure_reads_is_kept_by_its_domains() -> None:
    read: dict[object, set[object]] = {}
    for metric in METRICS.values():
        for fact in metric.facts:
            read.setdefault(fact.table, set()).add(metric.domain)
    assert {table: set(domains) for table, domains in DOMAINS.items() if table in read} == read


def test_every_fact_is_kept_row_by_row_or_known_to_all() -> None:
    facts = {
        table for table in s.metadata.tables.values() if "retired_by" in table.c or "people_met" in table.c
    }
    assert facts - {s.coverage} == set(DOMAINS) | set(KNOWN_TO_ALL)


def test_each_of_these_tables_is_guarded(guarded_store: Guarded) -> None:
    wanted = {table.name for table in (*DOMAINS, *OWN)}
    with psycopg.connect(driven(guarded_store.owner)) as connection:
        guards = "SELECT relname FROM pg_class WHERE relrowsecurity AND relkind = 'r'"
        readers = "SELECT tablename FROM pg_policies WHERE 'suite_reader' = ANY (roles)"
        for asked in (guards, readers):
            assert {name for (name,) in connection.execute(asked.encode())} == wanted


def test_giving_the_rights_again_changes_nothing(fresh_guarded_store: Guarded) -> None:
    asked = "SELECT tablename, policyname, cmd, roles, qual, with_check FROM pg_policies ORDER BY 1, 2"
    with psycopg.connect(driven(fresh_guarded_store.owner)) as connection:
        before = connection.execute(asked).fetchall()
    grant(fresh_guarded_store.owner)
    with psycopg.connect(driven(fresh_guarded_store.owner)) as connection:
        assert connection.execute(asked).fetchall() == before
        assert connection.execute("SELECT count(*) FROM suite.key").fetchone() == (1,)
    assert agencies(fresh_guarded_store.pages, RENNES) == ["RENNES"]


def test_rights_are_given_by_a_key_that_is_one(
    guarded_store: Guarded, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(row_rights.SETTING, "courte")
    with pytest.raises(StoreError, match="au moins 32 caractères"):
        grant(guarded_store.owner)


def test_an_embedded_store_has_no_roles(sqlite_store: str) -> None:
    with pytest.raises(StoreError, match="SQLite"):
        grant(sqlite_store)


@pytest.mark.parametrize("key", [KEY, "k" * 200], ids=["short", "longer than a block"])
def test_the_pads_are_those_of_hmac(key: str) -> None:
    inner, outer = row_rights.pads(key)
    proof = hashlib.sha256(outer + hashlib.sha256(inner + b"claims").digest()).hexdigest()
    assert proof == hmac.new(key.encode(), b"claims", hashlib.sha256).hexdigest()
