"""`manage.py`: what it decides, what it says in French, and how it stops; nothing is installed here."""

import ast
import re
import runpy
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import manage

SOURCE = manage.ROOT / "manage.py"
ENGLISH = re.compile(
    r"usage|positional|argument|show this|help message|error|unrecognized|invalid|choose|required|expected",
    re.IGNORECASE,
)
Calls = list[tuple[str, ...]]


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project's folder of the test's own, with locks, an environment and no stamp."""
    for name in ("requirements.lock", "requirements-dev.lock", ".venv/bin/python"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    places = {"ROOT": "", "STAMP": ".venv/installed-locks", "PYTHON": ".venv/bin/python"}
    places |= {"LOCK": "requirements.lock", "DEV_LOCK": "requirements-dev.lock"}
    places |= {"SAMPLE": "var/sample", "SAMPLE_STAMP": "var/sample-loaded"}
    for constant, place in places.items():
        monkeypatch.setattr(manage, constant, tmp_path / place)
    return tmp_path


@pytest.fixture
def answer(house: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Calls]:
    """Stands in for the programs that would be started: a word of a command chooses its exit code."""

    def replace(**codes: int) -> Calls:
        calls: Calls = []

        def call(*command: str | Path, **_options: object) -> int:
            calls.append(tuple(map(str, command[1:])))
            return next((code for word, code in codes.items() if word in calls[-1]), 0)

        monkeypatch.setattr(manage, "call", call)
        return calls

    return replace


# --- environment: install once, and only what was completely installed counts ----------------------------


def test_a_fresh_environment_holds_nothing(house: Path) -> None:
    assert not manage.is_installed(manage.LOCK)


def test_an_installed_lock_is_not_installed_again(
    answer: Callable[..., Calls], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manage, "environment_works", lambda: True)
    calls = answer()
    manage.prepare(manage.LOCK)
    manage.prepare(manage.LOCK)
    assert [call[-1] for call in calls] == [str(manage.LOCK)]


def test_half_an_install_does_not_count_even_over_a_complete_one(answer: Callable[..., Calls]) -> None:
    answer()
    manage.install(manage.LOCK)
    answer(install=1)
    with pytest.raises(manage.Refusal):
        manage.install(manage.DEV_LOCK)
    assert not manage.is_installed(manage.LOCK)


def test_a_changed_lock_is_installed_again(answer: Callable[..., Calls]) -> None:
    answer()
    manage.install(manage.LOCK)
    manage.LOCK.write_text("changed")
    assert not manage.is_installed(manage.LOCK)


def test_the_development_install_serves_run_too_but_not_the_other_way_round(
    answer: Callable[..., Calls],
) -> None:
    answer()
    manage.install(manage.DEV_LOCK)
    assert manage.is_installed(manage.LOCK)
    manage.install(manage.LOCK)
    assert not manage.is_installed(manage.DEV_LOCK)


def test_packages_are_taken_by_their_hashes_only(answer: Callable[..., Calls]) -> None:
    calls = answer()
    manage.install(manage.LOCK)
    assert {"--require-hashes", "--no-deps"} <= set(calls[0])


@pytest.mark.parametrize(("script", "works"), [("exit 0", True), ("exit 1", False), (None, False)])
def test_an_environment_works_when_its_python_finds_pip(house: Path, script: str | None, works: bool) -> None:
    manage.PYTHON.unlink()
    if script:
        manage.PYTHON.write_text(f"#!/bin/sh\n{script}\n")
        manage.PYTHON.chmod(0o755)
    assert manage.environment_works() is works


def test_without_venv_debian_s_command_is_given(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manage, "environment_works", lambda: False)
    monkeypatch.setattr(
        manage.importlib.util, "find_spec", lambda name: None if name == "ensurepip" else name
    )
    with pytest.raises(manage.Refusal, match=r"\n    sudo apt-get install python3-venv$"):
        manage.prepare(manage.LOCK)


# --- sample years: loaded once, whole, and never into a shared store --------------------------------------

GENERATE, LOAD = ("-m", "sample_data"), ("-m", "data_access", "load", "--brief")


def test_an_empty_store_receives_the_sample_and_its_folder_goes(answer: Callable[..., Calls]) -> None:
    calls = answer()
    manage.fill()
    assert calls[1:] == [(*GENERATE, str(manage.SAMPLE)), (*LOAD, str(manage.SAMPLE))]
    assert not manage.SAMPLE.exists()


def test_a_store_with_other_data_receives_nothing(answer: Callable[..., Calls]) -> None:
    calls = answer(empty=1, sample=1)
    manage.fill()
    assert calls == [("-m", "data_access", "empty"), ("-m", "data_access", "sample")]


@pytest.mark.parametrize("older", [False, True])
def test_only_sample_years_of_an_older_version_are_loaded_again(
    answer: Callable[..., Calls], house: Path, older: bool
) -> None:
    answer()
    manage.fill()
    (house / "sample_data").mkdir()
    (house / f"sample_data/staff.{'py' if older else 'txt'}").write_text("a new figure")
    calls = answer(empty=1)
    manage.fill()
    assert ((*LOAD, str(manage.SAMPLE)) in calls) is older


def test_a_first_start_interrupted_between_two_files_is_completed(answer: Callable[..., Calls]) -> None:
    answer(load=1)
    with pytest.raises(manage.Refusal):
        manage.fill()
    calls = answer(empty=1)
    manage.fill()
    assert (*LOAD, str(manage.SAMPLE)) in calls
    assert not manage.SAMPLE.exists()


def test_a_shared_store_is_never_filled_unasked_and_its_password_is_not_shown(
    answer: Callable[..., Calls], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://suite:secret@host/suite")
    calls = answer()
    manage.fill()
    said = capsys.readouterr().out
    assert calls == [("-m", "data_access", "empty")]
    assert "-m data_access load" in said
    assert "secret" not in said


# --- checks: all of them, whatever fails -----------------------------------------------------------------


def test_a_fault_of_style_stops_neither_types_nor_tests(
    answer: Callable[..., Calls], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manage, "prepare", lambda lock: None)
    calls = answer(ruff=1)
    with pytest.raises(manage.Refusal, match=r"Échec : Style, Mise en forme\.$"):
        manage.test(["-k", "period"])
    assert calls[-2:] == [("-m", "mypy"), ("-m", "pytest", "-k", "period")]


@pytest.mark.parametrize("word", ["mypy", "pytest"])
def test_any_failed_check_fails_the_command(
    answer: Callable[..., Calls], monkeypatch: pytest.MonkeyPatch, word: str
) -> None:
    monkeypatch.setattr(manage, "prepare", lambda lock: None)
    answer(**{word: 1})
    with pytest.raises(manage.Refusal):
        manage.test([])


# --- words -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["run", "--help"], ["lock", "-h"]])
def test_help_is_french(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        manage.main(arguments)
    shown = capsys.readouterr().out
    assert end.value.code == 0
    assert "Utilisation" in shown
    assert not ENGLISH.search(shown)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["marche"],
        ["run", "--prot", "8502"],
        ["run", "--port", "x"],
        ["run", "--port", "0"],
        ["lock", "x"],
    ],
)
def test_a_mistake_is_answered_in_french(arguments: list[str]) -> None:
    with pytest.raises(manage.Refusal, match="Commande non comprise") as refusal:
        manage.main(arguments)
    assert not ENGLISH.search(str(refusal.value))


def test_what_follows_test_goes_to_pytest(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(manage, "test", seen.extend)
    manage.main(["test", "-x", "-k", "period", "tests/test_lock.py", "--lf"])
    assert seen == ["-x", "-k", "period", "tests/test_lock.py", "--lf"]


def test_a_taken_port_is_refused_before_anything_is_done() -> None:
    with socket.socket() as other:
        other.bind((manage.HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(manage.Refusal, match=f"Le port {port} n’est pas libre"):
            manage.run(port)


def test_an_older_python_can_read_the_file_and_is_refused_in_french(monkeypatch: pytest.MonkeyPatch) -> None:
    ast.parse(SOURCE.read_text(encoding="utf-8"), feature_version=(3, 8))
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    with pytest.raises(SystemExit, match=r"La suite demande Python 3\.11"):
        runpy.run_path(str(SOURCE), run_name="__main__")
