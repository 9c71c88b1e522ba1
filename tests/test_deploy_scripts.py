"""The scripts of a real server, tried for real on both engines."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from data_access.engine import reading_engine, writing
from data_access.status import history
from tests.conftest import NewStore
from tests.data_access.builders import furnish, interventions, loaded

DEPLOY = Path(__file__).resolve().parent.parent / "deploy"


def launch(*command: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    known = {**os.environ, "PYTHON": sys.executable, **environment}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=known)


@pytest.fixture
def full(new_store: NewStore) -> str:
    store = new_store()
    furnish(store)
    loaded(store, interventions([("04/03/2024", "TRAM", 3)]))
    return store


def test_the_nightly_script_writes_a_backup_and_tries_it(full: str, tmp_path: Path) -> None:
    old = tmp_path / "optima-20240101T000000Z.zip"
    kept = tmp_path / "autre.zip"
    for file in (old, kept):
        file.touch()
        os.utime(file, (0, 0))
    done = launch(DEPLOY / "sauvegarde.sh", tmp_path, "30", DATABASE_URL=full)
    assert done.returncode == 0, done.stderr
    assert "Sauvegarde restaurée et comparée" in done.stdout
    assert not old.exists()
    assert kept.exists()
    (written,) = tmp_path.glob("optima-*.zip")
    assert written.stat().st_size > 1000


def test_a_backup_that_does_not_come_back_fails_aloud_and_removes_nothing(full: str, tmp_path: Path) -> None:
    """Someone changed the trail in the store: the copy is faithful, and yet no store to go back to."""
    with writing(full) as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("DROP TRIGGER audit_never_changes")
        else:
            connection.exec_driver_sql("ALTER TABLE audit DISABLE TRIGGER USER")
        connection.exec_driver_sql("UPDATE audit SET person = 'autre'")
    old = tmp_path / "optima-20240101T000000Z.zip"
    old.touch()
    os.utime(old, (0, 0))
    done = launch(DEPLOY / "sauvegarde.sh", tmp_path, "30", DATABASE_URL=full)
    assert done.returncode == 1
    assert "ne se restaure pas" in done.stderr
    assert old.exists()
    assert [file.suffix for file in tmp_path.glob("optima-2[!0]*.zip*")] == []
    assert len(list(tmp_path.glob("*.douteuse"))) == 1


def test_the_launcher_reads_the_settings_and_writes_who_it_was(full: str, tmp_path: Path) -> None:
    (tmp_path / "imports.env").write_text(f"DATABASE_URL='{full}'\n", encoding="utf-8")
    content = interventions([("04/04/2024", "TRAM", 9)], period="2024-04")
    (tmp_path / "avril.csv").write_bytes(content)
    command = (DEPLOY / "optima", "imports", "load", tmp_path / "avril.csv")
    run = launch(*command, OPTIMA_REGLAGES=str(tmp_path), SUDO_USER="zoe")
    assert run.returncode == 0, run.stderr
    with reading_engine(full).connect() as connection:
        assert history(connection)[-1].person == "opérateur zoe"


def test_the_launcher_says_how_it_is_used() -> None:
    run = launch(DEPLOY / "optima", "n'importe qui", "migrate")
    assert run.returncode == 2
    assert "Utilisation" in run.stderr
