#!/usr/bin/env python3
"""Sets up, starts and checks the suite with nothing but Python's standard library."""

from __future__ import annotations  # an older Python then reads this file up to the sentence that refuses it

import argparse
import hashlib
import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing, suppress
from functools import partial
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "installed-locks"
LOCK, DEV_LOCK = ROOT / "requirements.lock", ROOT / "requirements-dev.lock"
SAMPLE = ROOT / "var" / "sample"
SAMPLE_STAMP = ROOT / "var" / "sample-loaded"
HOST = "127.0.0.1"
UVICORN = f"-m uvicorn app:app --host={HOST} --log-level=warning --timeout-graceful-shutdown=3".split()
HELP = """\
Utilisation : python3 manage.py COMMANDE [OPTIONS]

  run     installe ce qu’il faut, crée la base et les années d’exemple, ouvre la suite
            --port N     port de la suite (8501 si rien n’est dit)
  test    installe ce qu’il faut et lance toutes les vérifications, navigateur et PostgreSQL compris
            la suite de la ligne est pour pytest, par exemple : test -k periode
  lock    écrit de nouveau les listes de paquets : les dernières versions que permet pyproject.toml

  -h, --help             affiche cette aide
  DATABASE_URL           (environnement) base partagée ; sans elle, la base est le fichier var/suite.db
"""
say = partial(print, flush=True)  # at once: our lines and our programs' lines keep their true order


class Refusal(Exception):
    """Ends the command with a French sentence instead of a traceback."""


def start(*command: str | Path) -> subprocess.Popen[bytes]:
    """Starts a program out of reach of the terminal's Ctrl+C, which is ours to pass on."""
    return subprocess.Popen([str(part) for part in command], cwd=ROOT, start_new_session=True)


def call(*command: str | Path, interrupt: signal.Signals = signal.SIGTERM) -> int:
    """Runs a program to its end; an interruption reaches it as the signal that it takes quietly."""
    program = start(*command)
    try:
        return program.wait()
    except KeyboardInterrupt:
        program.send_signal(interrupt)
        program.wait()
        raise


def step(title: str, *command: str | Path) -> bool:
    """Announces a step, runs it, and tells whether it went well."""
    say(f"{title}…")
    beginning = time.monotonic()
    done = call(*command) == 0
    say(f"{title} : {'fait' if done else 'échec'} en {time.monotonic() - beginning:.0f} s.")
    return done


def need(title: str, *command: str | Path) -> None:
    """Runs a step that the following ones cannot do without."""
    if not step(title, *command):
        raise Refusal("La commande s’arrête ici (voir le message ci-dessus).")


def digest(*files: Path) -> str:
    """Identifies the content of files."""
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def is_installed(lock: Path) -> bool:
    """Tells whether the environment was completely installed from this very lock."""
    return STAMP.exists() and digest(lock) in STAMP.read_text("ascii").split()


def install(lock: Path) -> None:
    """Installs the lock; the stamp goes first and comes back last, so that half an install never counts."""
    STAMP.unlink(missing_ok=True)
    pip = (PYTHON, "-m", "pip", "-qq", "--disable-pip-version-check", "--no-input")
    need("Installation des paquets", *pip, "install", "--require-hashes", "--no-deps", "--requirement", lock)
    # the development lock holds the runtime lock, version for version (tests/test_lock.py)
    STAMP.write_text(f"{digest(LOCK)} {digest(lock)}", "ascii")


def environment_works() -> bool:
    """Tells whether the environment runs pip: a half-made one, or one whose Python has gone, does not."""
    pip = (PYTHON, "-c", "import pip")
    return PYTHON.exists() and subprocess.run(pip, capture_output=True, check=False).returncode == 0


def prepare(lock: Path) -> None:
    """Makes the environment hold what the lock lists; does nothing when it already does."""
    if not environment_works():
        if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
            advice = "Lancez la commande suivante, puis recommencez :\n    sudo apt-get install python3-venv"
            raise Refusal(f"Il manque à Python de quoi créer un environnement. {advice}")
        need("Création de l’environnement", sys.executable, "-m", "venv", "--clear", VENV)
    if not is_installed(lock):
        install(lock)


def check_port(port: int) -> None:
    """Refuses a port that the application could not take, before minutes are spent on the rest."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            reason = f"Le port {port} n’est pas libre : un autre programme l’utilise, ou la suite elle-même."
            raise Refusal(f"{reason} Arrêtez-le, ou donnez un autre port avec --port.") from None


def sample_digest() -> str:
    """Tells one version of the sample years from another, by what writes them."""
    rooms = (ROOT / "sample_data", ROOT / "data_access" / "ingest" / "contracts")
    return digest(*sorted(file for room in rooms for file in room.glob("*.[pc]*") if file.is_file()))


def is_outdated() -> bool:
    """Tells whether the store holds the sample years of another version, and nothing else."""
    current = SAMPLE_STAMP.exists() and SAMPLE_STAMP.read_text("ascii") == sample_digest()
    return not current and call(PYTHON, "-m", "data_access", "sample") == 0


def fill() -> None:
    """Loads the sample years into an empty embedded store, or over those of another version.

    A shared store is never filled unasked. The sample's folder lives exactly as long as the work on it:
    still there, it tells that an earlier start was interrupted, and everything is done again.
    """
    empty = call(PYTHON, "-m", "data_access", "empty") == 0
    if os.environ.get("DATABASE_URL"):
        if empty:
            say("La base désignée par DATABASE_URL est vide. Pour y charger les années d’exemple :")
            say(f'    cd "{ROOT}"\n    .venv/bin/python -m sample_data var/exemple')
            say("    .venv/bin/python -m data_access load var/exemple")
    elif empty or SAMPLE.exists() or is_outdated():
        shutil.rmtree(SAMPLE, ignore_errors=True)
        SAMPLE.mkdir(parents=True)
        need("Création des années d’exemple", PYTHON, "-m", "sample_data", SAMPLE)
        need("Chargement des années d’exemple", PYTHON, "-m", "data_access", "load", "--brief", SAMPLE)
        shutil.rmtree(SAMPLE)
        SAMPLE_STAMP.write_text(sample_digest(), "ascii")


def is_healthy(port: int) -> bool:
    """Asks the application whether it is ready."""
    with suppress(OSError, HTTPException), closing(HTTPConnection(HOST, port, timeout=5)) as connection:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == 200
    return False


def serve(port: int) -> None:
    """Runs the application until it is asked to stop."""
    server = start(PYTHON, *UVICORN, f"--port={port}")
    try:
        while server.poll() is None and not is_healthy(port):
            time.sleep(0.1)
        if server.poll() is None:
            say(f"La suite est ouverte : http://{HOST}:{port} (Ctrl+C pour l’arrêter)")
        server.wait()
        raise Refusal("L’application s’est arrêtée d’elle-même (voir le message ci-dessus).")
    except KeyboardInterrupt:
        server.terminate()
        server.wait()
        say("La suite est arrêtée.")


def run(port: int) -> None:
    """Goes from a bare machine to the open application."""
    check_port(port)
    prepare(LOCK)
    (ROOT / "var").mkdir(exist_ok=True)
    need("Mise à jour de la base de données", PYTHON, "-m", "data_access", "migrate")
    fill()
    serve(port)


def test(arguments: list[str]) -> None:
    """Runs every check even when one fails; pytest comes last, so that its own summary closes the output."""
    prepare(DEV_LOCK)
    need("Navigateur et tableur des tests", PYTHON, "-m", "tests.programs")
    checks = {"Style": ("ruff", "check"), "Mise en forme": ("ruff", "format", "--check"), "Types": ("mypy",)}
    failures = [title for title, tool in checks.items() if not step(title, PYTHON, "-m", *tool)]
    say("Tests…")
    if call(PYTHON, "-m", "pytest", *arguments, interrupt=signal.SIGINT) != 0:
        failures.append("Tests")
    if failures:
        raise Refusal(f"Échec : {', '.join(failures)}.")


def lock() -> None:
    """Writes both locks again, with the newest versions that pyproject.toml allows."""
    prepare(DEV_LOCK)
    uv = (PYTHON, "-m", "uv", "pip", "compile", "--quiet", "--upgrade", "pyproject.toml", "--output-file")
    need("Paquets d’exécution", *uv, LOCK.name)
    need("Paquets de développement", *uv, DEV_LOCK.name, "--group", "dev", "--constraint", LOCK.name)


class Parser(argparse.ArgumentParser):
    """Speaks French where argparse would speak English."""

    def format_help(self) -> str:
        return HELP

    def error(self, message: str) -> NoReturn:  # noqa: ARG002 - the message is in English
        raise Refusal(f"Commande non comprise : {' '.join(sys.argv[1:])}\nAide : python3 manage.py --help")


def main(arguments: list[str]) -> None:
    """Reads the command line and carries it out; after `test`, what is not ours is for pytest."""
    parser = Parser(allow_abbrev=False)
    parser.add_argument("command", choices=("run", "test", "lock"))
    parser.add_argument("--port", type=int, choices=range(1, 65536), default=8501)
    options, rest = parser.parse_known_args(arguments)
    if rest and options.command != "test":
        parser.error("unknown argument")
    commands: dict[str, Callable[[], None]] = {"run": partial(run, options.port), "lock": lock}
    commands.get(options.command, partial(test, rest))()


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - the one file that an older Python may meet
        sys.exit(f"La suite demande Python 3.11 ou plus récent ; celui-ci est le {sys.version.split()[0]}.")
    for number in {signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)}:
        if signal.getsignal(number) != signal.SIG_IGN:  # `nohup` is respected
            signal.signal(number, signal.default_int_handler)
    try:
        main(sys.argv[1:])
    except Refusal as refusal:
        sys.exit(str(refusal))
    except KeyboardInterrupt:
        sys.exit("Commande interrompue.")
