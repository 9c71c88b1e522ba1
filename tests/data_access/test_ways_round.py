"""Going round the application: what PostgreSQL itself refuses to whoever holds the password of the pages."""

from collections.abc import Iterator

import psycopg
import pytest
from psycopg import sql
from psycopg.errors import InsufficientPrivilege
from sqlalchemy import insert
from sqlalchemy.exc import DatabaseError

from data_access import row_rights
from data_access import schema as s
from data_access.access import Role, scope_for
from data_access.engine import reading_engine
from data_access.row_rights import let_read, signed
from tests.guarded import KEY, Guarded, driven

DIRECTION = scope_for(Role.DIRECTION)
RENNES = scope_for(Role.AGENCY_MANAGER, frozenset({"RENNES"}))


@pytest.fixture
def intruder(guarded_store: Guarded) -> Iterator[psycopg.Connection]:
    """Whoever has the password of the pages, and not the key."""
    with psycopg.connect(driven(guarded_store.pages), autocommit=True) as connection:
        yield connection


def _forged() -> str:
    claims = '{"person": "", "role": "direction", "rights": {"activity": null}, "until": 4102444800}'
    return signed("a key that is not the one of this store", claims)


FORGERIES = {
    "nothing is said": "",
    "no proof": '{"rights": {"activity": null}}',
    "another key": _forged(),
    "no key": _forged()[64:].rjust(130, "0"),
}


@pytest.mark.parametrize("table", ["intervention", "intervention_month", "staff", "person", "audit"])
@pytest.mark.parametrize("said", FORGERIES.values(), ids=FORGERIES)
def test_rights_that_the_application_did_not_sign_open_nothing(
    intruder: psycopg.Connection, table: str, said: str
) -> None:
    intruder.execute("SELECT set_config('suite.rights', %s, false)", (said,))
    with pytest.raises(InsufficientPrivilege, match="nobody was named"):
        intruder.execute(sql.SQL("SELECT * FROM {}").format(sql.Identifier(table)))


def test_signed_rights_that_are_too_old_open_nothing(intruder: psycopg.Connection) -> None:
    claims = '{"person": "", "role": "direction", "rights": {"activity": null}, "until": 1700000000}'
    intruder.execute("SELECT set_config('suite.rights', %s, false)", (signed(KEY, claims),))
    with pytest.raises(InsufficientPrivilege, match="too old"):
        intruder.execute("SELECT * FROM intervention")


def test_signed_rights_that_were_changed_open_nothing(intruder: psycopg.Connection) -> None:
    said = signed(KEY, row_rights._claims(RENNES, "", False)).replace("RENNES", "NANTES")
    intruder.execute("SELECT set_config('suite.rights', %s, false)", (said,))
    with pytest.raises(InsufficientPrivilege, match="nobody was named"):
        intruder.execute("SELECT * FROM intervention")


WAYS_ROUND = (
    "SELECT * FROM suite.key",
    "UPDATE suite.key SET inner_pad = ''",
    "CREATE OR REPLACE FUNCTION suite.claims() RETURNS jsonb LANGUAGE sql AS 'SELECT NULL::jsonb'",
    "CREATE FUNCTION public.claims() RETURNS jsonb LANGUAGE sql AS 'SELECT NULL::jsonb'",
    "ALTER TABLE intervention DISABLE ROW LEVEL SECURITY",
    "ALTER POLICY reads ON staff USING (true)",
    "CREATE POLICY mine ON staff USING (true)",
    "DROP POLICY reads ON staff",
    "SET ROLE suite_writer",
    "SET ROLE optima_owner",
    "SET SESSION AUTHORIZATION optima_owner",
    "ALTER ROLE optima_pages SUPERUSER",
    "ALTER ROLE optima_pages BYPASSRLS",
    "GRANT suite_writer TO optima_pages",
    "CREATE VIEW everyone AS SELECT * FROM staff",
    "CREATE TABLE kept (id integer)",
    "CREATE TEMPORARY TABLE kept (id integer)",
    "COPY staff TO '/dev/null'",
    "COPY staff TO PROGRAM 'true'",
    "SELECT pg_read_file('PG_VERSION')",
    "DO $$ BEGIN LOCK TABLE intervention IN ACCESS EXCLUSIVE MODE; END $$",
    "TRUNCATE audit",
    "DELETE FROM audit",
    "UPDATE audit SET person = 'x'",
    "INSERT INTO audit (id, at, person) VALUES (9000000000, now(), 'x')",
    "DELETE FROM person",
    "UPDATE person SET email = 'x@exemple.fr'",
    "UPDATE saved_view SET person = 'x@exemple.fr'",
    "UPDATE comment SET agency_id = 'NANTES'",
    "INSERT INTO intervention DEFAULT VALUES",
    "UPDATE intervention SET people_met = 0",
    "DELETE FROM intervention",
    "DELETE FROM staff",
    "UPDATE agency SET name = 'x'",
    "INSERT INTO imports DEFAULT VALUES",
    "UPDATE coverage SET retired_by = 1",
    "UPDATE alembic_version SET version_num = '0001'",
    "ALTER TABLE audit DISABLE TRIGGER ALL",
    "DROP TRIGGER audit_only_grows ON audit",
)


@pytest.mark.parametrize("way", WAYS_ROUND)
def test_no_way_round_is_open_even_to_the_direction(intruder: psycopg.Connection, way: str) -> None:
    """The rights of a reader, signed, and a transaction that may write: the statement is still refused."""
    said = signed(KEY, row_rights._claims(DIRECTION, "camille@exemple.fr", True))
    intruder.execute("SELECT set_config('suite.rights', %s, false)", (said,))
    with pytest.raises((InsufficientPrivilege, psycopg.errors.ReadOnlySqlTransaction)):
        intruder.execute(way.encode())


def test_a_condition_that_tells_what_it_sees_sees_no_row_of_others(
    guarded_store: Guarded, intruder: psycopg.Connection
) -> None:
    """A division by zero on a row of NANTES would tell that it is there."""
    said = signed(KEY, row_rights._claims(RENNES, "", False))
    intruder.execute("SELECT set_config('suite.rights', %s, false)", (said,))
    told = "SELECT count(*) FROM staff WHERE 1 / (CASE WHEN agency_id = 'NANTES' THEN 0 ELSE 1 END) = 1"
    assert intruder.execute(told).fetchone() == (1,)


def test_pages_cannot_even_start_to_write(guarded_store: Guarded) -> None:
    with reading_engine(guarded_store.pages).connect() as connection:
        let_read(connection, DIRECTION, person="camille@exemple.fr")
        row = {"person": "camille@exemple.fr", "page": "activite", "name": "x", "address": ""}
        with pytest.raises(DatabaseError, match="read-only transaction"):
            connection.execute(insert(s.saved_view).values(**row, is_default=False))


def test_imports_know_nothing_of_people_and_change_no_row(guarded_store: Guarded) -> None:
    with psycopg.connect(driven(guarded_store.imports), autocommit=True) as connection:
        for table in ("person", "person_agency", "saved_view", "comment", "audit", "suite.key"):
            with pytest.raises(InsufficientPrivilege):
                connection.execute(f"SELECT * FROM {table}".encode())
        for statement in (
            "UPDATE intervention SET people_met = 0",
            "DELETE FROM staff",
            "DELETE FROM imports",
        ):
            with pytest.raises(InsufficientPrivilege):
                connection.execute(statement.encode())
