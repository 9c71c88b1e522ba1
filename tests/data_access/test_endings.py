"""How a command ends when something around it fails: a sentence, an exit code, and no traceback."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import make_url

from data_access.__main__ import main
from data_access.cli import files, store
from data_access.engine import ROOT, writing_engine
from metrics.__main__ import main as main_of_figures
from tests.data_access.builders import interventions

ABSENT = "La base n'existe pas encore. Lancez « python -m data_access migrate »."
SILENT = "La base ne répond pas : vérifiez DATABASE_URL et que le serveur est lancé."
OTHER = "La base n'est pas à la version de l'application. Lancez « python -m data_access migrate »."
BUSY = "La base ne répond pas, ou un autre chargement est en cours : réessayez."
WAYS = [
    (main, ["history"]),
    (main, ["load", __file__]),
    (main, ["empty"]),
    (main, ["people", "list"]),
    (main_of_figures, ["ask", "interventions", "--period", "2024"]),
    (main_of_figures, ["reconcile"]),
]


@pytest.mark.parametrize(("program", "words"), WAYS)
def test_a_store_that_is_not_there_is_told_how_to_be_made(
    tmp_path: Path, monkeypatch, capsys, program, words: list[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'suite.db'}")
    assert program(words) == 2
    assert capsys.readouterr() == ("", f"{ABSENT}\n")
    assert list(tmp_path.iterdir()) == []  # looking for it made no empty one


@pytest.mark.parametrize(("program", "words"), WAYS)
def test_a_store_that_does_not_answer_is_no_traceback(monkeypatch, capsys, program, words: list[str]) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://someone@/suite?host=/nowhere")
    assert program(words) == 2
    assert capsys.readouterr() == ("", f"{SILENT}\n")


def test_a_store_of_another_version_is_told_how_to_be_updated(
    store: str, tmp_path: Path, monkeypatch, capsys
) -> None:
    """Nothing is read or written there; the very command of the sentence mends it."""
    config = Config(toml_file=ROOT / "pyproject.toml")
    config.attributes["url"] = store
    command.downgrade(config, "-1")
    monkeypatch.setenv("DATABASE_URL", store)
    for program, words in WAYS:
        assert program(words) == 2
        assert capsys.readouterr() == ("", f"{OTHER}\n")
    assert main(["migrate"]) == 0
    assert main(["empty"]) == 0


def test_another_load_under_way_is_no_traceback(
    small_world: str, tmp_path: Path, monkeypatch, capsys
) -> None:
    """The embedded store waits for its turn thirty seconds, here none; PostgreSQL waits without end."""
    monkeypatch.setenv("DATABASE_URL", small_world)
    (tmp_path / "mars.csv").write_bytes(interventions([("04/03/2024", "TRAM", 3)]))
    with writing_engine(small_world).connect() as impatient:
        impatient.exec_driver_sql("PRAGMA busy_timeout=0")
    with closing(sqlite3.connect(make_url(small_world).database or "", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert main(["load", str(tmp_path / "mars.csv")]) == 2
    assert capsys.readouterr().err == f"{BUSY}\n"


def test_an_interruption_is_said_and_counted_as_shells_do(
    small_world: str, tmp_path: Path, monkeypatch, capsys
) -> None:
    def interrupted(*_given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setenv("DATABASE_URL", small_world)
    monkeypatch.setattr(files, "load", interrupted)
    (tmp_path / "mars.csv").write_bytes(interventions([("04/03/2024", "TRAM", 3)]))
    assert main(["load", str(tmp_path / "mars.csv")]) == 130
    assert capsys.readouterr().err == "\nInterrompu : ce qui était en cours n'est pas enregistré.\n"


def test_a_defect_keeps_its_traceback(small_world: str, monkeypatch) -> None:
    def broken(*_given: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setenv("DATABASE_URL", small_world)
    monkeypatch.setattr(store, "history", broken)
    with pytest.raises(ZeroDivisionError):
        main(["history"])


@pytest.mark.parametrize("words", [["metrics", "list"], ["data_access", "history"]])
def test_a_reader_that_leaves_is_no_traceback(small_world: str, words: list[str]) -> None:
    """As in « history | head -1 »: the pipe is closed before anything is written."""
    read, write = os.pipe()
    os.close(read)
    asked = [sys.executable, "-m", *words]
    environment = {**os.environ, "DATABASE_URL": small_world}
    try:
        ended = subprocess.run(
            asked, cwd=ROOT, env=environment, stdout=write, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(write)
    assert (ended.returncode, ended.stderr) == (141, b"")


@pytest.mark.parametrize("words", [["metrics", "list"], ["data_access", "history"]])
def test_a_terminal_that_cannot_write_a_letter_loses_it_and_nothing_else(
    small_world: str, words: list[str]
) -> None:
    """« Rien n'a encore été chargé » and « Activité » on a terminal in ASCII."""
    environment = {**os.environ, "DATABASE_URL": small_world, "PYTHONIOENCODING": "ascii"}
    asked = [sys.executable, "-m", *words]
    ended = subprocess.run(asked, cwd=ROOT, env=environment, capture_output=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert b"?" in ended.stdout
