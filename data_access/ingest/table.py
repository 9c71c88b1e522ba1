"""The table under the block: which column feeds which field, and its cells column by column."""

from collections.abc import Mapping
from dataclasses import dataclass

from data_access.errors import nearest
from data_access.ingest.block import Top
from data_access.ingest.contract import Contract, Field
from data_access.ingest.problems import Findings, Problem, Severity
from data_access.ingest.read import MOST_COLUMNS, TOP, Grid, refuse
from data_access.words import INVISIBLE, plain


@dataclass(frozen=True, slots=True)
class Column:
    """The cells of one field, and the header they have in the file."""

    field: Field
    header: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableRead:
    """The rows of a file, by column of the store; ``lines`` gives the line of each row."""

    sheet: str
    lines: list[int]
    columns: Mapping[str, Column]


def read_table(grid: Grid, top: Top, findings: Findings) -> TableRead:
    """Matches headers with fields, whatever their order, and turns rows into columns."""
    header = [cell.strip(INVISIBLE) for cell in grid.rows[top.header]]
    if len(header) > MOST_COLUMNS:
        raise refuse(f"Le tableau a plus de {MOST_COLUMNS} colonnes.", line=grid.lines[top.header])
    places = _places(top.contract, header)
    _judge_header(top, grid, header, places, findings)
    rows, lines = grid.rows[top.header + 1 :], grid.lines[top.header + 1 :]
    _judge_shape(top, grid, header, findings)
    width = len(header)
    if any(len(row) != width for row in rows):
        rows = [(row + [""] * (width - len(row)))[:width] for row in rows]
    columns = {field.column: _column(field, header, at[0], rows) for field, at in places.items() if at}
    return TableRead(top.sheet, lines, columns)


def _column(field: Field, header: list[str], place: int, rows: list[list[str]]) -> Column:
    return Column(field, header[place], tuple([row[place] for row in rows]))


def _places(contract: Contract, header: list[str]) -> dict[Field, list[int]]:
    """Where each field is in the header: nowhere, once, or wrongly several times."""
    words = [plain(cell) for cell in header]
    return {
        field: [i for i, word in enumerate(words) if word == plain(field.header)] for field in contract.fields
    }


def _judge_header(
    top: Top, grid: Grid, header: list[str], places: Mapping[Field, list[int]], findings: Findings
) -> None:
    known = {i for found in places.values() for i in found}
    unknown = [name for i, name in enumerate(header) if name and i not in known]
    line = grid.lines[top.header]
    for field, found in places.items():
        if len(found) > 1:
            twice = "une seule colonne de ce nom"
            findings.add(Problem(sheet=top.sheet, line=line, column=field.header, expected=twice))
        elif not found:
            findings.add(_missing(top.sheet, line, field, unknown))
    absent = [field.header for field, found in places.items() if not found]
    for name in unknown[:TOP]:
        advice = f"Cette colonne n'est pas lue.{nearest(name, absent)}"
        findings.add(_warning(top.sheet, line, name, advice))
    if len(unknown) > TOP:
        advice = f"{len(unknown) - TOP} autres colonnes ne sont pas lues."
        findings.add(_warning(top.sheet, line, "", advice))


def _missing(sheet: str, line: int, field: Field, unknown: list[str]) -> Problem:
    near = nearest(field.header, unknown[:TOP]).replace("Vouliez-vous dire", "Est-ce")
    if field.required:
        return Problem(sheet=sheet, line=line, advice=f"Il manque la colonne « {field.header} ».{near}")
    return _warning(sheet, line, field.header, f"Colonne absente : elle sera vide.{near}")


def _judge_shape(top: Top, grid: Grid, header: list[str], findings: Findings) -> None:
    """Looks for cells that belong to no column, and for merged cells: both would lose values."""
    untitled = [i for i, name in enumerate(header) if not name]
    for row, line in zip(grid.rows[top.header + 1 :], grid.lines[top.header + 1 :], strict=True):
        if len(row) > len(header) and "".join(row[len(header) :]).strip(INVISIBLE):
            beyond = "Cette ligne a plus de valeurs que d'en-têtes : un texte contient-il le séparateur ?"
            findings.add(Problem(sheet=top.sheet, line=line, advice=beyond))
        if untitled and any(row[i].strip(INVISIBLE) for i in untitled if i < len(row)):
            advice = "Cette ligne a une valeur dans une colonne sans en-tête, qui n'est pas lue."
            findings.add(_warning(top.sheet, line, "", advice))
    for first, last in grid.merged:
        if last >= grid.lines[top.header]:
            advice = "Des cellules sont fusionnées : défusionnez-les et remplissez chacune."
            findings.add(Problem(sheet=top.sheet, line=first, advice=advice))


def _warning(sheet: str, line: int, column: str, advice: str) -> Problem:
    return Problem(sheet=sheet, line=line, column=column, advice=advice, severity=Severity.WARNING)
