"""The top of a file: the block that says what the file is and replaces, then the line of headers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from data_access.errors import ImportRejected, nearest
from data_access.ingest import contracts
from data_access.ingest.contract import Contract, Replaces
from data_access.ingest.extent import Extent, period
from data_access.ingest.parse import Wrong
from data_access.ingest.problems import Findings, Problem, Unreadable
from data_access.ingest.read import TOP, Grid, refuse
from data_access.ingest.references import References
from data_access.words import INVISIBLE, plain

SAMPLE = "données d'exemple"
ALL = "tous"
_KEYS = {plain(word): word for word in ("Fichier", "Période", "Dispositif", "Origine")}
_PERIODS = "un mois (2024-01), une année (2024) ou un intervalle (2023-01..2024-12)"
_FIRST_LINE = "La première ligne doit dire ce qu'est le fichier, par exemple « Fichier;interventions »."


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the block: what it says, and where."""

    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Top:
    """What the top of a file says: its contract, its block, and where its header is in the grid."""

    sheet: str
    contract: Contract
    entries: Mapping[str, Entry]
    header: int

    def wrong(self, key: str, expected: str, advice: str = "") -> Problem:
        """A problem with one line of the block, or with its absence."""
        entry = self.entries.get(key)
        if entry is None:
            return Problem(sheet=self.sheet, advice=f"Il manque la ligne « {key} » : {expected}.")
        place = {"sheet": self.sheet, "line": entry.line, "column": key}
        return Problem(**place, value=entry.value, expected=expected, advice=advice)  # type: ignore[arg-type]


def read_top(grid: Grid, findings: Findings) -> Top:
    """Finds the block and the header; lines of one cell are titles and are passed over."""
    start = next((i for i, row in enumerate(grid.rows[:TOP]) if _key(filled(row)) == "Fichier"), None)
    if start is None:
        raise refuse(_FIRST_LINE)
    contract = _contract(filled(grid.rows[start]), grid, start)
    entries: dict[str, Entry] = {}
    strange: list[Problem] = []
    for index in range(start, min(start + TOP, len(grid.rows))):
        cells = filled(grid.rows[index])
        if _is_header(contract, cells):
            findings.add_all(strange, len(strange))
            return Top(grid.sheet, contract, entries, index)
        key = _key(cells)
        if key and key not in entries:
            entries[key] = Entry(" ".join(cells[1:]), grid.lines[index])
        elif len(cells) > 1:
            strange.append(_strange(grid, index, cells[0], twice=bool(key)))
    headers = ", ".join(f"« {field.header} »" for field in contract.fields)
    raise refuse(f"La ligne d'en-têtes est introuvable. Elle doit contenir {headers}.{_separators(grid)}")


def read_extent(top: Top, references: References, findings: Findings) -> Extent | None:
    """What the file replaces, None when the block does not say it rightly."""
    before = findings.errors
    first, last = _months(top, findings)
    dispositif = _dispositif(top, references, findings)
    return None if findings.errors > before else Extent(first, last, dispositif)


def read_origin(top: Top, findings: Findings) -> bool:
    """Tells whether the file says it holds example data."""
    origin = top.entries.get("Origine")
    if origin is None or not origin.value:
        return False
    if plain(origin.value) != plain(SAMPLE):
        findings.add(top.wrong("Origine", f"« {SAMPLE} », ou pas de ligne « Origine »"))
    return True


def filled(row: list[str]) -> list[str]:
    """The cells of a line that say something."""
    return [text for cell in row if (text := cell.strip(INVISIBLE))]


def _key(cells: list[str]) -> str:
    return _KEYS.get(plain(cells[0].rstrip(" :")), "") if cells else ""


def _contract(cells: list[str], grid: Grid, index: int) -> Contract:
    kinds = {plain(kind): kind for kind in contracts.CONTRACTS}
    said = " ".join(cells[1:])
    try:
        return contracts.contract(kinds.get(plain(said), said))
    except ImportRejected as unknown:
        raise Unreadable(Problem(sheet=grid.sheet, line=grid.lines[index], advice=str(unknown))) from None


def _is_header(contract: Contract, cells: list[str]) -> bool:
    """Two known headers make a header: no line of the block can hold as many."""
    known = {plain(field.header) for field in contract.fields}
    return sum(plain(cell) in known for cell in cells) > 1


def _strange(grid: Grid, index: int, word: str, *, twice: bool) -> Problem:
    said = f"« {word} » est dit deux fois." if twice else f"Ligne non comprise : « {word} »."
    hint = "" if twice else nearest(word, _KEYS.values())
    return Problem(sheet=grid.sheet, line=grid.lines[index], advice=said + hint)


def _separators(grid: Grid) -> str:
    """The hint for a file whose block and table are not separated alike."""
    lonely = [row[0] for row in grid.rows[1:TOP] if len(row) == 1]
    mixed = any(cell.count(other) > 1 for cell in lonely for other in ";,\t")
    return " Le bloc et le tableau doivent avoir le même séparateur." if mixed else ""


def _months(top: Top, findings: Findings) -> tuple[date | None, date | None]:
    stated = top.entries.get("Période")
    if top.contract.replaces is Replaces.EVERYTHING:
        if stated:
            findings.add(top.wrong("Période", "pas de période : ce fichier remplace tout le précédent"))
        return None, None
    try:
        return period(stated.value if stated else "")
    except Wrong as wrong:
        findings.add(top.wrong("Période", _PERIODS, str(wrong)))
        return None, None


def _dispositif(top: Top, references: References, findings: Findings) -> str | None:
    stated = top.entries.get("Dispositif")
    if stated is None or plain(stated.value) == ALL:
        return None
    if top.contract.replaces is not Replaces.DISPOSITIF_MONTHS:
        findings.add(top.wrong("Dispositif", "pas de dispositif : ce fichier les contient tous"))
    elif stated.value not in references.names["dispositif"]:
        near = references.near("dispositif", stated.value)
        findings.add(top.wrong("Dispositif", f"le code d'un dispositif, ou « {ALL} »", near))
    return stated.value
