"""The spreadsheet of the tests, which opens what the suite writes as a person's would."""

import subprocess
from pathlib import Path

from tests.programs import LIBREOFFICE

_LONGEST = 120  # seconds; its first start is slow


def converted(file: Path, ending: str, folder: Path) -> Path:
    """The same file as LibreOffice writes it in another format; « csv:… » says which sheets of it."""
    program = LIBREOFFICE.executable()
    assert program, LIBREOFFICE.refusal
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    said = [program, profile, "--headless", "--convert-to", ending, "--outdir", str(folder), str(file)]
    done = subprocess.run(said, capture_output=True, timeout=_LONGEST, check=True)
    assert b"Error" not in done.stderr, done.stderr
    return folder / f"{file.stem}.{ending.partition(':')[0]}"
