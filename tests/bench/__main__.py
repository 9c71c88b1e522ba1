"""Prints the timings of the suite: python -m tests.bench."""

import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

import manage
from tests import postgres
from tests.bench import questions, screen
from tests.bench.measure import Line, show, timed

SCREEN = "À l'écran, base SQLite"
SERVER = "Du côté du serveur, base SQLite"


def main(folder: Path) -> None:
    """Measures the loads, the questions, then the pages."""
    os.environ.pop("DATABASE_URL", None)
    cores = len(os.sched_getaffinity(0))
    print(f"{cores} cœurs, {platform.machine()}, Python {platform.python_version()}, {sys.platform}")
    files = folder / "files"
    writing = [sys.executable, "-m", "sample_data", str(files)]
    wrote = timed(lambda: subprocess.run(writing, cwd=manage.ROOT, check=True, stdout=subprocess.DEVNULL))
    show("Années d'exemple", [Line("écriture des fichiers", [wrote])])
    sqlite = f"sqlite:///{folder / 'sample.db'}"
    with postgres.server() as administrator:
        url = postgres.create_database(administrator, "bench").render_as_string(hide_password=False)
        for engine, store in (("SQLite", sqlite), ("PostgreSQL", url)):
            show(f"{engine} : chargement", questions.load(store, files))
            show(f"{engine} : questions jamais posées", questions.answers(store))
    show(SCREEN, screen.screen(sqlite, folder))
    show(SERVER, screen.server(sqlite, folder))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        main(Path(name))
