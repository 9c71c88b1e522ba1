"""A PostgreSQL store as the association's server has it: an owner, the imports, the pages, and a key."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import psycopg
from psycopg.errors import DuplicateObject
from sqlalchemy import URL, make_url

from data_access import schema as s
from data_access.access import Role
from data_access.engine import writing
from data_access.granting import grant
from data_access.people import add_person
from data_access.row_rights import SETTING
from tests.conftest import close
from tests.metrics.store import put
from tests.metrics.world import WORLD

SCRIPT = Path(__file__).resolve().parent.parent / "deploy" / "postgresql.sql"
KEY = "une clé pour les essais, assez longue pour en être une"

ROWS = """
intervention  agency  dispositif
              RENNES  JOUR
              NANTES  QUARTIER
              NANTES  QUARTIER

staff         day         agency
              2024-06-30  RENNES
              2024-06-30  NANTES
              2024-06-30  SIEGE

staff_countries  day         agency  countries
                 2024-06-30  NANTES  2
                 2024-06-30  -       3

pay_group     day         pay_group  women  men
              2024-12-31  {group}    4      5
"""


@dataclass(frozen=True, slots=True)
class Guarded:
    """The addresses of one store, by who connects."""

    owner: str
    imports: str
    pages: str


@contextmanager
def guarded(owner: str) -> Iterator[Guarded]:
    """Gives the rights on a store, and the key to what runs here meanwhile."""
    url = make_url(owner)
    with patch.dict(os.environ, {SETTING: KEY}):
        _prepare(url)
        grant(owner)
        yield Guarded(owner, _as("optima_imports", url), _as("optima_pages", url))


@contextmanager
def filled(owner: str) -> Iterator[Guarded]:
    """A small world in a store where the rights were given."""
    group = next(iter(s.pay_group.c.pay_group.info["codes"]))
    with writing(owner) as connection:
        put(connection, WORLD)
        put(connection, ROWS.format(group=group))
        add_person(connection, "a@exemple.fr", Role.AGENCY_MANAGER, frozenset({"RENNES"}), by="essai")
        add_person(connection, "b@exemple.fr", Role.BOARD, by="essai")
    with guarded(owner) as addresses:
        yield addresses
    for url in (addresses.owner, addresses.pages, addresses.imports):
        close(url)


def statements() -> list[str]:
    """Those of the script that the server's administrator runs once."""
    lines = (line for line in SCRIPT.read_text(encoding="utf-8").splitlines() if not line.startswith("--"))
    return [each.strip() for each in "\n".join(lines).split(";") if each.strip()]


def driven(url: str) -> str:
    """The same address for psycopg alone."""
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


def _prepare(url: URL) -> None:
    """Runs the script but for its database: each test has its own."""
    server = driven(url.set(database="postgres").render_as_string(hide_password=False))
    with psycopg.connect(server, autocommit=True) as connection:
        for statement in statements():
            if not statement.startswith("CREATE DATABASE"):
                _run(connection, statement)


def _run(connection: psycopg.Connection, statement: str) -> None:
    with suppress(DuplicateObject):  # another store of the same server came first
        connection.execute(statement.encode())


def _as(name: str, url: URL) -> str:
    return url.set(username=name).render_as_string(hide_password=False)
