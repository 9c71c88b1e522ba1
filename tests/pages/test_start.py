"""The application starts where it may be shown, and says in one sentence why it does not elsewhere."""

import subprocess
import sys
from pathlib import Path

import pytest

import manage
from pages.ui.settings import SECRETS
from tests.application import free_port, serving
from tests.pages.test_bounds import GIVEN
from tests.pages.test_session import book


def start(store: str, **settings: str) -> tuple[int, str]:
    """How a start that is refused ends: its status, and all that it prints."""
    command = [sys.executable, *manage.UVICORN, f"--port={free_port()}"]
    environment = {"PATH": "/usr/bin:/bin", **settings, "DATABASE_URL": store}
    ended = subprocess.run(
        command,
        cwd=manage.ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return ended.returncode, (ended.stdout + ended.stderr).strip()


def test_the_repository_holds_no_secret() -> None:
    assert not SECRETS.exists()


def test_real_data_without_a_way_to_sign_in_are_not_served(sqlite_store: str) -> None:
    book(sqlite_store, sample=True)
    book(sqlite_store, sample=False)
    status, said = start(sqlite_store)
    assert status != 0
    assert "données réelles et la connexion n'est pas configurée" in said
    assert "Traceback" not in said


def test_a_store_that_holds_nothing_is_no_example(sqlite_store: str) -> None:
    status, said = start(sqlite_store)
    assert (status != 0, "python -m data_access load" in said, "Traceback" in said) == (True, True, False)


@pytest.mark.parametrize("configured", [False, True])
def test_a_store_that_is_not_there_is_told_with_the_command_that_makes_it(
    tmp_path: Path, configured: bool
) -> None:
    status, said = start(f"sqlite:///{tmp_path / 'absent.db'}", **(GIVEN if configured else {}))
    assert (status != 0, "python -m data_access migrate" in said, "Traceback" in said) == (True, True, False)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"SUITE_AUTH_CLIENT_SECRET": ""}, "Connexion : il manque SUITE_AUTH_CLIENT_SECRET"),
        ({"SUITE_AUTH_ROLES": "Optima.CA=capitaine"}, "Rôle inconnu : « capitaine »"),
    ],
)
def test_settings_that_cannot_be_used_stop_the_start(
    sqlite_store: str, wrong: dict[str, str], said: str
) -> None:
    status, printed = start(sqlite_store, **{**GIVEN, **wrong})
    assert status != 0
    assert said in printed
    assert "Traceback" not in printed
    assert "the secret" not in printed


def test_real_data_with_a_way_to_sign_in_are_served_to_those_who_do(
    sqlite_store: str, tmp_path: Path
) -> None:
    book(sqlite_store, sample=False)
    with serving(sqlite_store, tmp_path / "log", **GIVEN):
        pass
    assert (tmp_path / "log").read_text() == ""
