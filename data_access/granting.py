"""Who may do what in a PostgreSQL store: the rights of the pages and of the imports, given again at will.

Two roles of the server receive them: ``suite_reader`` for the pages and ``suite_writer`` for the imports
(deploy/postgresql.sql makes them). The owner of the tables keeps everything else: migrations, people from
the command line, backups, erasures. Everything is taken back first: a right that is no longer written here
does not last.
"""

from collections.abc import Iterator
from typing import Any

from psycopg.sql import SQL, Composable, Composed, Identifier, Literal
from sqlalchemy import Connection, Table, func, select

from data_access import schema as s
from data_access.access import KEEPERS, Domain
from data_access.aggregates import AGGREGATES
from data_access.engine import writing
from data_access.errors import StoreError
from data_access.row_rights import DOMAINS, pads, rows_key

READER, WRITER = "suite_reader", "suite_writer"
# read by those they are about, by a role, or by those who read an agency
OWN = (s.person, s.person_agency, s.saved_view, s.comment, s.audit)
_ADDED = f"INSERT ({', '.join(column.name for column in s.audit.c if not column.primary_key)})"
_ROLES = SQL("{}, {}").format(Identifier(READER), Identifier(WRITER))
_TOLD = "claims() held(text[]) everywhere(text[]) agencies(text[]) person() is_one_of(text[]) last_hash()"
_MISSING = "Le serveur n'a pas les rôles {} et {} : son administrateur exécute d'abord deploy/postgresql.sql."


def grant(url: str) -> int:
    """Gives both roles their rights and the database its key; gives how many tables are kept row by row."""
    with writing(url) as connection:
        if connection.dialect.name != "postgresql":
            raise StoreError("Les droits se donnent dans PostgreSQL : DATABASE_URL désigne une base SQLite.")
        _require_roles(connection)
        driver: Any = connection.connection.driver_connection
        key = pads(rows_key())
        for statement in _statements(connection):
            driver.execute(statement)
        driver.execute(SQL("INSERT INTO suite.key VALUES (%s, %s)"), key)  # bound: no log holds it
    return len(DOMAINS) + len(OWN)


def _require_roles(connection: Connection) -> None:
    for role in (READER, WRITER):
        if connection.scalar(select(func.to_regrole(role))) is None:
            raise StoreError(_MISSING.format(READER, WRITER))


def _statements(connection: Connection) -> Iterator[Composable]:
    yield from _closed(str(connection.scalar(select(func.current_database()))))
    for table in s.metadata.sorted_tables:
        yield from _of_reader(table)
        yield from _of_writer(table)
        if table in DOMAINS or table in OWN:
            yield from _row_by_row(table)
    yield SQL("DELETE FROM suite.key")


def _closed(database: str) -> Iterator[Composable]:
    """Takes everything back, then opens the door of the database."""
    base = Identifier(database)
    yield SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC, {}").format(base, _ROLES)
    yield SQL("GRANT CONNECT ON DATABASE {} TO {}").format(base, _ROLES)
    yield SQL("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
    for what in ("ALL TABLES", "ALL SEQUENCES"):
        yield SQL("REVOKE ALL ON {} IN SCHEMA public FROM PUBLIC, {}").format(SQL(what), _ROLES)
    yield SQL("GRANT USAGE ON SCHEMA public, suite TO {}").format(_ROLES)
    for function in _TOLD.split():
        yield SQL("GRANT EXECUTE ON FUNCTION suite.{} TO {}").format(SQL(function), _ROLES)
    yield _given("SELECT", Identifier("alembic_version"), READER, WRITER)


def _of_reader(table: Table) -> Iterator[Composable]:
    """The pages read, save views and comments, add to the trail, and let keepers of the register keep it."""
    name = Identifier(table.name)
    if table is s.pseudonym_key:
        return
    yield _given("SELECT", name, READER)
    if table is s.audit:
        yield from _numbered(_ADDED, table, READER)
    elif table is s.saved_view:
        yield from _numbered("INSERT, DELETE, UPDATE (address, is_default)", table, READER)
    elif table is s.comment:
        yield from _numbered("INSERT, DELETE, UPDATE (text, person, at)", table, READER)
    elif table is s.person:
        yield _given("INSERT, UPDATE (role, active)", name, READER)
    elif table is s.person_agency:
        yield _given("INSERT, DELETE", name, READER)


def _of_writer(table: Table) -> Iterator[Composable]:
    """The imports add rows and retire others, and change nothing else; of people they know nothing."""
    name = Identifier(table.name)
    if table is s.audit:
        yield from _numbered(_ADDED, table, WRITER)
    if table in OWN:
        return
    yield _given("SELECT", name, WRITER)
    if "retired_by" in table.c:
        yield from _numbered("INSERT, UPDATE (retired_by)", table, WRITER)
    elif table in {aggregate.table for aggregate in AGGREGATES}:
        yield from _numbered("INSERT, DELETE", table, WRITER)
    elif table is s.imports:
        yield _given("INSERT", name, WRITER)
    elif table is s.closing:
        yield from _numbered("INSERT", table, WRITER)
    elif table not in (s.calendar, s.pseudonym_key):
        yield _given("INSERT, UPDATE", name, WRITER)


def _given(what: str, table: Identifier, *roles: str) -> Composed:
    to = SQL(", ").join(map(Identifier, roles))
    return SQL("GRANT {} ON {} TO {}").format(SQL(what), table, to)


def _numbered(what: str, table: Table, role: str) -> Iterator[Composable]:
    """Rights on a table whose rows the database numbers."""
    yield _given(what, Identifier(table.name), role)
    numbers = Identifier(f"{table.name}_id_seq")
    yield SQL("GRANT USAGE ON SEQUENCE {} TO {}").format(numbers, Identifier(role))


def _row_by_row(table: Table) -> Iterator[Composable]:
    """The rows that the pages meet in a table. The imports meet them all: their account passes by.

    (COPY, which they need, does not work otherwise; what they may do is granted table by table.)
    """
    name = Identifier(table.name)
    yield SQL("ALTER TABLE {} ENABLE ROW LEVEL SECURITY").format(name)
    policies = _own_rows(table) if table in OWN else [("reads", "SELECT", _rows_read(table, DOMAINS[table]))]
    for title in ("reads", "writes"):
        yield SQL("DROP POLICY IF EXISTS {} ON {}").format(Identifier(title), name)
    for title, what, rows in policies:
        kept = SQL("WITH CHECK") if what == "INSERT" else SQL("USING")
        made = SQL("CREATE POLICY {} ON {} FOR {} TO {} {} ({})")
        yield made.format(Identifier(title), name, SQL(what), Identifier(READER), kept, rows)


def _rows_read(table: Table, read_by: tuple[Domain, ...]) -> Composable:
    """All of them, or those of the agencies held, and what is the whole association's."""
    domains = Literal("{" + ",".join(domain.value for domain in read_by) + "}")
    everywhere = SQL("(SELECT suite.everywhere({}))").format(domains)
    if "agency_id" not in table.c:
        return everywhere
    own = SQL("agency_id = ANY ((SELECT suite.agencies({}))::text[])").format(domains)
    shared = SQL(" OR agency_id IS NULL") if table.c.agency_id.nullable else SQL("")
    return SQL("{} OR {}{}").format(everywhere, own, shared)


def _own_rows(table: Table) -> list[tuple[str, str, Composable]]:
    """What a person reads and changes of the tables about people."""
    mine, keeper = SQL("(SELECT suite.person())"), SQL("(SELECT suite.is_one_of({}))")
    keepers = keeper.format(Literal("{" + ",".join(sorted(KEEPERS)) + "}"))
    if table is s.saved_view:
        return [("reads", "ALL", SQL("person = {}").format(mine))]
    if table is s.comment:
        return [("reads", "ALL", _rows_read(table, (Domain.ACTIVITY,)))]
    if table is s.audit:
        return [("reads", "SELECT", keepers), ("writes", "INSERT", SQL("true"))]
    own = SQL("email = {} OR {}").format(mine, keepers)
    return [("reads", "SELECT", own), ("writes", "ALL", keepers)]
