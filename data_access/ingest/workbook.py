"""From the bytes of an XLSX workbook to a grid, without ever letting it harm this process."""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

from data_access.ingest.problems import Problem, Severity, Unreadable
from data_access.ingest.read import MOST_CELLS, MOST_ROWS, Grid, refuse

_CHILD = Path(__file__).with_name("workbook_child.py")
_MOST_UNPACKED = 300 << 20
_MOST_PARTS = 2000
_MEMORY = 1500 << 20
_SECONDS = 30
_SAVE_AGAIN = "Ouvrez-le dans votre tableur, enregistrez-le au format .xlsx et recommencez."
_TOO_BIG = "Le classeur est trop grand une fois ouvert. Effacez les cellules inutiles ou découpez-le."


def read_workbook(content: bytes) -> Grid:
    """Reads the first visible sheet, in a process apart whose memory and time are limited."""
    warnings = _look_inside(content)
    answer = _ask_child(content)
    if refused := answer.get("refused"):
        raise refuse(_TOO_BIG if refused == "too big" else "Le classeur n'a aucune feuille visible.")
    filled = [(number, row) for number, row in enumerate(answer["rows"], 1) if "".join(row).strip()]
    if others := answer["others"]:
        warnings.append(_warning(f"Seule la première feuille est lue : « {others[0]} » est laissée de côté."))
    return Grid(
        rows=[row for _, row in filled],
        lines=[number for number, _ in filled],
        sheet=answer["sheet"],
        merged=[(first, last) for first, last in answer["merged"]],
        warnings=warnings,
    )


def _look_inside(content: bytes) -> list[Problem]:
    """Reads the table of contents only: refuses bombs, macros and what is no workbook."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        raise _damaged() from None
    names = {part.filename for part in parts}
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED:
        raise refuse(_TOO_BIG)
    if "xl/workbook.xml" not in names:
        raise refuse("Cette archive n'est pas un classeur XLSX. Enregistrez le tableau au format .xlsx.")
    if "xl/vbaProject.bin" in names:
        raise refuse("Le classeur contient des macros. Enregistrez-le au format .xlsx, sans macros.")
    if any(name.startswith("xl/externalLinks/") for name in names):
        return [_warning("Le classeur lit d'autres classeurs : leurs dernières valeurs connues sont prises.")]
    return []


def _ask_child(content: bytes) -> dict[str, Any]:
    limits = (_MEMORY, _SECONDS, MOST_ROWS, MOST_CELLS)
    command = [sys.executable, "-I", str(_CHILD), *map(str, limits)]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=_SECONDS + 10, check=False)
    except subprocess.TimeoutExpired:
        raise refuse(_TOO_BIG) from None
    if done.returncode < 0 or b"MemoryError" in done.stderr:
        raise refuse(_TOO_BIG)
    if done.returncode:
        raise _damaged()
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _damaged() -> Unreadable:
    return refuse(f"Le classeur est abîmé ou incomplet. {_SAVE_AGAIN}")


def _warning(advice: str) -> Problem:
    return Problem(advice=advice, severity=Severity.WARNING)
