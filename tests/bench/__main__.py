"""Prints the timings of the suite: python -m tests.bench [--only …] [--scale N…] [--keep DIR] [--quick]."""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from data_access.clock import now
from tests.bench import files, guard, people, questions, screen, together, transaction
from tests.bench.measure import show
from tests.bench.stores import ENGINES, POSTGRESQL, SQLITE, Store, stores

YEARS, TEN_MILLION = 1, 50  # scales of the sample: its own years, and as many again as make ten million


def _questions(store: Store, _folder: Path, _quick: bool) -> None:
    show(f"{store.name} : questions jamais posées", questions.answers(store.url))
    show(f"{store.name} : autour des questions", questions.around(store.url))
    print(f"\n{store.name} : mémoire\n  {questions.memory(store.url)}", flush=True)
    show(f"{store.name} : transaction d'écriture", transaction.transactions(store.url))
    if store.engine == POSTGRESQL:
        show(f"{store.name} : droits ligne par ligne", guard.cost(store.url))


def _files(store: Store, _folder: Path, _quick: bool) -> None:
    """In one engine: files are made of answers, whatever gave them."""
    if store.engine == SQLITE:
        show(f"{store.name} : fichiers, par commande", files.commanded(store.url))
        show(f"{store.name} : enregistrements, par commande", files.records(store.url))
        show(f"{store.name} : documents, par commande", files.documents(store.url))
        show(f"{store.name} : fichiers, vues déjà lues", files.written(store.url))


def _screen(store: Store, folder: Path, quick: bool) -> None:
    """In one engine: what the browser adds is the same in front of another."""
    if store.engine == SQLITE:
        screen.measure(store.url, folder, store.name, quick=quick)


def _people(store: Store, folder: Path, quick: bool) -> None:
    people.measure(store.url, folder, store.name, quick=quick)


def _together(store: Store, folder: Path, quick: bool) -> None:
    """In one engine: what is remembered between two people is the same in front of another."""
    if store.engine == SQLITE:
        together.measure(store.url, folder, store.name, quick=quick)


PARTS: dict[str, Callable[[Store, Path, bool], None]] = {
    "questions": _questions,
    "files": _files,
    "screen": _screen,
    "people": _people,
    "together": _together,
}


def main(folder: Path, given: argparse.Namespace) -> None:
    """Measures each part on each store."""
    os.environ.pop("DATABASE_URL", None)
    cores, load = len(os.sched_getaffinity(0)), os.getloadavg()[0]
    machine = f"{cores} cœurs, {platform.machine()}, Python {platform.python_version()}, {sys.platform}"
    print(f"{now():%Y-%m-%d}, {machine}, charge {load:.1f}")  # the load says what else the machine does
    scales = given.scale or ([YEARS] if given.quick else [YEARS, TEN_MILLION])
    engines = given.engine or ([SQLITE] if given.quick else list(ENGINES))
    for store in stores(folder, scales, engines):
        for part in given.only:
            PARTS[part](store, folder, given.quick)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Temps de la suite.")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS), help="ces parties seulement")
    parser.add_argument("--scale", type=int, nargs="+", help="échelles des interventions (1 et 50)")
    parser.add_argument("--engine", nargs="+", choices=ENGINES, help="moteurs (les deux)")
    kept = "garde les bases dans ce dossier, et celles de PostgreSQL dans le serveur de TEST_DATABASE_URL"
    parser.add_argument("--keep", type=Path, help=kept)
    short = "peu de fois, sur les années d'exemple dans SQLite si rien d'autre n'est dit"
    parser.add_argument("--quick", action="store_true", help=short)
    return parser.parse_args()


if __name__ == "__main__":
    options = _options()
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        kept_in = options.keep or Path(name)
        kept_in.mkdir(parents=True, exist_ok=True)
        main(kept_in, options)
