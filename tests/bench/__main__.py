"""Prints the timings of the suite: python -m tests.bench [--scale N…] [--keep DIR] [--store-only]."""

import argparse
import os
import platform
import sys
import tempfile
from pathlib import Path

from data_access.clock import now
from tests.bench import questions, screen, transaction
from tests.bench.measure import show
from tests.bench.stores import stores

SCREEN = "À l'écran, base SQLite"
SERVER = "Du côté du serveur, base SQLite"


def main(folder: Path, scales: list[int], store_only: bool) -> None:
    """Measures the stores at each scale, then the pages on the first one."""
    os.environ.pop("DATABASE_URL", None)
    cores, load = len(os.sched_getaffinity(0)), os.getloadavg()[0]
    machine = f"{cores} cœurs, {platform.machine()}, Python {platform.python_version()}, {sys.platform}"
    print(f"{now():%Y-%m-%d}, {machine}, charge {load:.1f}")  # the load says what else the machine does
    with stores(folder, scales) as found:
        for store in found:
            show(f"{store.name} : questions jamais posées", questions.answers(store.url))
            show(f"{store.name} : autour des questions", questions.around(store.url))
            print(f"\n{store.name} : mémoire\n  {questions.memory(store.url)}", flush=True)
            show(f"{store.name} : transaction d'écriture", transaction.transactions(store.url))
        if not store_only:
            show(SCREEN, screen.screen(found[0].url, folder))
            show(SERVER, screen.server(found[0].url, folder))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Temps de la suite.")
    parser.add_argument("--scale", type=int, nargs="+", default=[1], help="échelles des interventions")
    kept = "garde les bases dans ce dossier, et celles de PostgreSQL dans le serveur de TEST_DATABASE_URL"
    parser.add_argument("--keep", type=Path, help=kept)
    parser.add_argument("--store-only", action="store_true", help="n'ouvre pas de navigateur")
    return parser.parse_args()


if __name__ == "__main__":
    given = _options()
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        kept_in = given.keep or Path(name)
        kept_in.mkdir(parents=True, exist_ok=True)
        main(kept_in, given.scale, given.store_only)
