"""The stores the bench measures: the sample years at some scale, in each engine, made or found again."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, create_engine, inspect, make_url

import manage
from data_access.engine import migrate
from tests import postgres
from tests.bench.measure import Line, show, timed

ENGINES = SQLITE, POSTGRESQL = ("sqlite", "postgresql")
AGAIN = (
    "  Elle vaut ce que valaient les années d'exemple quand elle a été faite : supprimez-la, et le dossier\n"
)
AGAIN += "  files-N qui l'a remplie, pour la refaire (dix millions : cinq minutes, dix dans PostgreSQL)."
_CALLED = {SQLITE: "SQLite", POSTGRESQL: "PostgreSQL"}
APART = "tests/bench/apart.py"
MEGABYTE = 1024  # kilobytes, as the system counts the memory of a process


@dataclass(frozen=True)
class Store:
    """One loaded store."""

    engine: str
    scale: int
    url: str

    @property
    def name(self) -> str:
        """What titles say of it."""
        return f"{_CALLED[self.engine]}, échelle {self.scale}"


def stores(folder: Path, scales: list[int], engines: list[str]) -> Iterator[Store]:
    """Each store, loaded. SQLite files stay in the folder; databases, in the server that keeps them."""
    with ExitStack() as stack:
        administrator = stack.enter_context(postgres.server()) if POSTGRESQL in engines else None
        for scale in scales:
            for engine in engines:
                url = _file(folder, scale)
                if engine == POSTGRESQL and administrator:
                    url = _base(administrator, scale)
                store = Store(engine, scale, url)
                _fill(store, folder / f"files-{scale}")
                yield store


def _file(folder: Path, scale: int) -> str:
    return f"sqlite:///{folder.absolute() / f'bench-{scale}.db'}"


def _base(administrator: URL, scale: int) -> str:
    name = f"bench_{scale}"
    engine = create_engine(administrator)
    with engine.connect() as connection:
        known = connection.exec_driver_sql("SELECT datname FROM pg_database").scalars().all()
    engine.dispose()
    url = administrator.set(database=name) if name in known else postgres.create_database(administrator, name)
    return url.render_as_string(hide_password=False)


def _fill(store: Store, files: Path) -> None:
    """Writes the files and loads them by the commands that a person uses, unless that was done before."""
    if _is_full(store.url):
        migrate(store.url)
        print(f"\n{store.name} : base trouvée, {make_url(store.url)!r}.\n{AGAIN}", flush=True)
        return
    lines = []
    if not files.exists():
        lines += measured("écriture des fichiers", "sample_data", str(files), "--scale", str(store.scale))
    migrate(store.url)
    aim = 60 if store.scale == 1 else None
    lines += measured("chargement", "data_access", "load", str(files), url=store.url, aim=aim)
    if store.scale == 1:
        again = "les mêmes fichiers, une seconde fois"
        lines += measured(again, "data_access", "load", str(files), url=store.url)
    show(f"{store.name} : chargement", lines)


def _is_full(url: str) -> bool:
    engine = create_engine(url)
    with engine.connect() as connection:
        migrated = inspect(connection).has_table("imports")
        loaded = migrated and connection.exec_driver_sql("SELECT max(id) FROM imports").scalar()
    engine.dispose()
    return bool(loaded)


def measured(name: str, module: str, *words: str, url: str = "", aim: float | None = None) -> list[Line]:
    """How long a command takes, and the memory it needed at most."""
    environment = {**os.environ, "DATABASE_URL": url}
    memory = 0

    def work() -> None:
        nonlocal memory
        command = [sys.executable, APART, sys.executable, "-m", module, *words]
        child = subprocess.run(command, cwd=manage.ROOT, env=environment, stdout=subprocess.PIPE, check=False)
        if child.returncode:
            raise RuntimeError(f"{' '.join(words)} : {child.returncode}")
        memory = int(child.stdout) // MEGABYTE

    took = timed(work)
    return [Line(f"{name} ({memory} Mo au plus)", [took], aim)]
