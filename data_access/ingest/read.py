"""From the bytes of a file to a grid of texts, whatever the file; nothing here knows a contract."""

import csv
import io
import re
from dataclasses import dataclass, field
from sys import intern

from data_access.ingest.problems import Problem, Unreadable

MOST_BYTES = 64 << 20
MOST_ROWS = 1_000_000
MOST_COLUMNS = 200
MOST_CELLS = 12_000_000
TOP = 20  # lines among which the block and the header are looked for

_WORKBOOK, _OLD_WORKBOOK = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_OTHER_FORMATS = {b"%PDF": "un PDF", b"{\\rtf": "un texte mis en forme", b"\x1f\x8b": "une archive"}
_BLOCK = re.compile(r'^\s*"?\s*fichier\s*:?\s*"?\s*([;,\t])', re.IGNORECASE)
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
# « é » or « ’ » written in UTF-8 and read in cp1252: no French word holds « Ã© » or « â€™ »
_MIXED = re.compile("Ã[\u00a0-\u00bf]|â€[\u2122\u0153\u017e\u201c\u201d\u00a6]")
CSV_ADVICE = "Enregistrez le fichier au format CSV (séparateur point-virgule) ou XLSX."


@dataclass(frozen=True, slots=True)
class Grid:
    """The filled lines of a file, each with its number in it; ``sheet`` is empty for a CSV."""

    rows: list[list[str]]
    lines: list[int]
    sheet: str = ""
    merged: list[tuple[int, int]] = field(default_factory=list)  # first and last lines of merged cells
    warnings: list[Problem] = field(default_factory=list)


def refuse(advice: str, *, line: int | None = None) -> Unreadable:
    """The end of a reading, with the sentence that says why."""
    return Unreadable(Problem(line=line, advice=advice))


def is_workbook(content: bytes) -> bool:
    """Tells a workbook from a text by its first bytes, whatever its name."""
    return content.startswith(_WORKBOOK)


def guard(content: bytes) -> None:
    """Refuses what is neither a text nor an XLSX workbook, or is too big."""
    if not content.strip():
        raise refuse("Le fichier est vide.")
    if len(content) > MOST_BYTES:
        raise refuse(f"Le fichier dépasse {MOST_BYTES >> 20} Mo. Découpez-le par mois.")
    if content.startswith(_OLD_WORKBOOK):
        old = "Ce classeur est à l'ancien format .xls, ou protégé par un mot de passe."
        raise refuse(f"{old} Enregistrez-le au format .xlsx, sans mot de passe.")
    for start, what in _OTHER_FORMATS.items():
        if content.startswith(start):
            raise refuse(f"Ce fichier est {what}, pas un tableau. {CSV_ADVICE}")


def read_csv(content: bytes) -> Grid:
    """Reads a text with separators; a cell may hold line breaks between quotes."""
    text = _decoded(content)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    rows: list[list[str]] = []
    lines: list[int] = []
    start = 1
    try:
        for row in reader:
            if "".join(row).strip():
                rows.append([*map(intern, row)])  # cells repeat: each distinct text is kept once
                lines.append(start)
            start = reader.line_num + 1
    except csv.Error:
        quotes = "Un guillemet est ouvert et mal fermé à partir de cette ligne : doublez-le ou retirez-le."
        raise refuse(quotes, line=start) from None
    if len(rows) > MOST_ROWS:
        raise refuse(f"Le fichier dépasse {MOST_ROWS} lignes. Découpez-le par mois.")
    return Grid(rows, lines)


def _decoded(content: bytes) -> str:
    text = _in_utf_16(content) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else _in_utf_8(content)
    if unseen := _UNSEEN.search(text):
        binary = "Cette ligne contient des caractères qui ne sont pas du texte."
        raise refuse(f"{binary} {CSV_ADVICE}", line=_line_of(text, unseen.start()))
    if text.lstrip()[:1] == "<":
        raise refuse(f"Ce fichier est une page web ou du XML, pas un tableau. {CSV_ADVICE}")
    return text


def _in_utf_16(content: bytes) -> str:
    try:
        return content.decode("utf-16")
    except UnicodeDecodeError:
        raise refuse(f"L'encodage UTF-16 du fichier est abîmé. {CSV_ADVICE}") from None


def _in_utf_8(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _in_cp1252(content)


def _in_cp1252(content: bytes) -> str:
    """What Excel writes on Windows; a text half in UTF-8 is refused, its accents would be lost."""
    utf8 = "Enregistrez-le en « CSV UTF-8 »."
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError as error:
        line = _line_of(content.decode("latin-1"), error.start)
        raise refuse(f"L'encodage de cette ligne n'est ni UTF-8 ni Windows. {utf8}", line=line) from None
    if mixed := _MIXED.search(text):
        line = _line_of(text, mixed.start())
        raise refuse(f"Le fichier mélange deux encodages (« {mixed[0]} »). {utf8}", line=line)
    return text


def _line_of(text: str, position: int) -> int:
    return len(text[: position + 1].splitlines())


def _separator(text: str) -> str:
    """The separator that follows « Fichier »; the grid of a text without it is refused later."""
    for line in text[:20_000].splitlines()[:TOP]:
        if found := _BLOCK.match(line):
            return found[1]
    return ";"
