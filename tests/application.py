"""The real application, started as `manage.py run` starts it, on a store and a port of the test's own."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import manage


def free_port() -> int:
    """Gives a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((manage.HOST, 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(
    store: str, log: Path, *, port: int = 0, application: str = "app:app", **settings: str
) -> Iterator[str]:
    """Runs the application in its own process and gives its address; all that it prints goes to `log`."""
    port = port or free_port()
    started = (application if part == "app:app" else part for part in manage.UVICORN)
    command = [sys.executable, *started, f"--port={port}"]
    environment = {**os.environ, **settings, "DATABASE_URL": store}
    with log.open("wb") as output:
        server = subprocess.Popen(
            command, cwd=manage.ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            _wait(server, port, log)
            yield f"http://{manage.HOST}:{port}"
        finally:
            server.terminate()
            server.wait(timeout=30)


def _wait(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Returns when the application answers; its log comes with a failure."""
    limit = time.monotonic() + 60
    while not manage.is_healthy(port):
        if server.poll() is not None or time.monotonic() > limit:
            raise RuntimeError(f"L’application n’a pas démarré :\n{log.read_text()}")
        time.sleep(0.05)
