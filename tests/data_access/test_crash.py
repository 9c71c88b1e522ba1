"""A loading process killed at any instant leaves the store as it was before, or as it is after."""

import hashlib
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import select

from data_access import schema as s
from data_access.engine import reading_engine, writing
from tests.data_access.builders import interventions, loaded, people_met

ROOT = Path(__file__).resolve().parents[2]
ROWS = 12_000  # several batches, so that most of the time is spent between the first row and the commit
LOADING = """
import sys
from pathlib import Path
from data_access.ingest.load import load

url, file = sys.argv[1:]
print("ready", flush=True)
load(url, "mars.csv", Path(file).read_bytes(), "essai", lambda share: print(share, flush=True))
print("over", flush=True)
"""


def checksum(url: str) -> str:
    """One value for all the rows of all the tables that a load writes."""
    digest = hashlib.sha256()
    with reading_engine(url).connect() as connection:
        for table in (s.intervention, s.intervention_month, s.coverage, s.imports, s.audit):
            for row in connection.execute(select(table).order_by(table.c.id)):
                digest.update(repr(row).encode())
    return digest.hexdigest()


def killed(url: str, file: Path, *, steps: int, pause: float) -> list[str]:
    """Starts a load, waits for some steps of it, kills it without warning; gives the steps seen."""
    command = [sys.executable, "-c", LOADING, url, str(file)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        seen = [process.stdout.readline().strip() for _ in range(steps)]
        time.sleep(pause)
        process.kill()
        return seen + process.stdout.read().split()


# judged, then the first batch, the second, the third with the books and the commit; and between them
INSTANTS = [(1, 0.02), (2, 0.0), (3, 0.02), (4, 0.0), (5, 0.0)]


@pytest.mark.parametrize(("steps", "pause"), INSTANTS)
def test_a_killed_load_leaves_the_store_before_or_after(
    world: str, tmp_path: Path, steps: int, pause: float
) -> None:
    loaded(world, interventions([("04/03/2024", "TRAM", 3), ("05/03/2024", "JOUR", 5)]))
    before, as_it_was = checksum(world), people_met(world)
    content = interventions([(f"{1 + n % 31:02}/03/2024", "TRAM", 1) for n in range(ROWS)])
    file = tmp_path / "mars.csv"
    file.write_bytes(content)
    seen = killed(world, file, steps=steps, pause=pause)
    assert seen[0] == "ready", seen
    with writing(world):  # the server has let go of what the dead process held
        pass
    if checksum(world) == before:
        assert people_met(world) == as_it_was
        assert "over" not in seen
        loaded(world, content)
    assert sum(people_met(world).values()) == ROWS
