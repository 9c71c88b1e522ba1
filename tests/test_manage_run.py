"""`manage.py run` as a person starts and stops it: the real file and server, a stand-in for the suite."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import manage
from tests.application import free_port

APPLICATION = """
async def app(scope, receive, send):
    if scope["type"] == "http":
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"ok"})
"""
STORE = "import sys; sys.exit(sys.argv[1] in {'empty', 'sample'})"  # migrates; other data


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone in a folder whose name has a space, with an environment that says it is installed."""
    root = tmp_path / "une suite"
    files = {"app.py": APPLICATION, "data_access/__main__.py": STORE}
    files[".venv/bin/python"] = f'#!/bin/sh\nexec "{sys.executable}" "$@"\n'
    files[".venv/installed-locks"] = manage.digest(manage.LOCK)
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content)
    (root / ".venv/bin/python").chmod(0o755)
    for file in (manage.ROOT / "manage.py", manage.LOCK):
        shutil.copy(file, root)
    return root


def started(clone: Path, port: int) -> subprocess.Popen[str]:
    """Starts the suite from another folder and returns once its address is said."""
    command = [sys.executable, clone / "manage.py", "run", f"--port={port}"]
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    suite = subprocess.Popen(
        command, cwd="/", env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert suite.stdout
    assert any(f"http://{manage.HOST}:{port} " in line for line in suite.stdout)
    return suite


@pytest.mark.parametrize("way", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=lambda way: way.name)
def test_the_suite_stops_cleanly_and_gives_its_port_back(clone: Path, way: signal.Signals) -> None:
    port = free_port()
    suite = started(clone, port)
    assert manage.is_healthy(port)
    suite.send_signal(way)
    said, _ = suite.communicate(timeout=30)
    assert said == "La suite est arrêtée.\n"
    assert suite.returncode == 0
    manage.check_port(port)


def test_a_second_start_on_the_same_port_is_refused(clone: Path) -> None:
    port = free_port()
    suite = started(clone, port)
    command = [sys.executable, clone / "manage.py", "run", f"--port={port}"]
    second = subprocess.run(command, capture_output=True, text=True, check=False)
    suite.terminate()
    suite.communicate(timeout=30)
    assert second.returncode == 1
    assert second.stderr.startswith(f"Le port {port} n’est pas libre")


def test_an_application_that_cannot_start_is_said_so_after_its_own_message(clone: Path) -> None:
    (clone / "app.py").write_text("raise SystemExit('panne')")
    command = [sys.executable, clone / "manage.py", "run", f"--port={free_port()}"]
    suite = subprocess.run(command, capture_output=True, text=True, check=False)
    assert suite.returncode == 1
    assert suite.stderr.endswith(
        "panne\nL’application s’est arrêtée d’elle-même (voir le message ci-dessus).\n"
    )
