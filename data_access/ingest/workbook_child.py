"""Reads the first visible sheet of the workbook given on standard input, and answers JSON.

Run apart, as a file, under limits: a valid workbook of five kilobytes can make the reader ask for
hundreds of gigabytes and abort its process. Imports nothing of the project.
"""

import io
import json
import posixpath
import re
import sys
import zipfile
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from xml.etree import ElementTree

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

if sys.platform != "win32":
    import resource

Cell = str | bool | float | time | date | datetime | timedelta
LETTERS = 64_000_000  # a text can be written once in a workbook and shown a million times
_HIDDEN_RESULT = re.compile(rb"""<(?:\w+:)?f[ />]|\st=["']e["']""")


def limit(memory: int, seconds: int) -> None:
    """Bounds what this process may take; elsewhere than on POSIX only the parent's time-out remains."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def written(cell: Cell) -> str:
    """A cell as a person would type it, dates in ISO form."""
    match cell:
        case str():
            return cell
        case bool():
            return "VRAI" if cell else "FAUX"
        case int() | float():  # fifteen digits are what a spreadsheet computes with
            return format(Decimal(f"{cell:.15g}"), "f")
        case datetime():
            return cell.isoformat(" ", "minutes")
        case date():
            return cell.isoformat()
        case time():
            return cell.isoformat("seconds").removesuffix(":00")
        case timedelta():
            minutes, seconds = divmod(round(cell.total_seconds()), 60)
            return f"{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")


def sheet_part(archive: zipfile.ZipFile, name: str) -> str:
    """The file of the sheet inside the workbook."""
    book = ElementTree.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314 (this process is limited)
    links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
    sheet = next(e for e in book.iter() if e.tag.endswith("}sheet") and e.get("name") == name)
    relation = next(value for key, value in sheet.items() if key.endswith("}id"))
    target = next(link.get("Target", "") for link in links if link.get("Id") == relation)
    return posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")


def hidden_results(xml: bytes) -> dict[tuple[int, int], str]:
    """Cells the reader shows empty: errors (« #DIV/0! ») and formulas saved without a result."""
    found: dict[tuple[int, int], str] = {}
    if not _HIDDEN_RESULT.search(xml):
        return found
    for _, cell in ElementTree.iterparse(io.BytesIO(xml)):  # noqa: S314
        if cell.tag.endswith("}c"):
            texts = {child.tag.rpartition("}")[2]: child.text or "" for child in cell}
            without_result = "f" in texts and not texts.get("v") and cell.get("t") != "str"
            if cell.get("t") == "e" or without_result:
                found[place(cell.get("r", ""))] = texts.get("v") or f"={texts.get('f', '')}"
            cell.clear()
    return found


def place(reference: str) -> tuple[int, int]:
    """Line and column, counted from 0, of « B6 »."""
    letters = reference.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(reference[len(letters) :]) - 1, column - 1


def rows(sheet: CalamineSheet) -> list[list[str]]:
    """Every line of the sheet from its first, as texts."""
    left = LETTERS
    lines = []
    for row in sheet.to_python(skip_empty_area=False):
        lines.append([written(cell) for cell in row])
        left -= sum(map(len, lines[-1]))
        if left < 0:
            raise MemoryError
    return lines


def answer(content: bytes, most_rows: int, most_cells: int) -> dict[str, object]:
    """The sheet, or which limit it passes."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    shown = [
        sheet.name
        for sheet in book.sheets_metadata
        if sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet
    ]
    if not shown:
        return {"refused": "no sheet"}
    sheet = book.get_sheet_by_name(shown[0])
    end = sheet.end or (0, 0)
    if end[0] >= most_rows or (end[0] + 1) * (end[1] + 1) > most_cells:
        return {"refused": "too big"}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        hidden = hidden_results(archive.read(sheet_part(archive, shown[0])))
    texts = rows(sheet)
    for (line, column), value in hidden.items():
        if line < len(texts) and column < len(texts[line]):
            texts[line][column] = value
    merged = [(first[0] + 1, last[0] + 1) for first, last in sheet.merged_cell_ranges or ()]
    return {"sheet": shown[0], "others": shown[1:], "rows": texts, "merged": merged}


if __name__ == "__main__":
    memory, seconds, most_rows, most_cells = map(int, sys.argv[1:])
    limit(memory, seconds)
    json.dump(answer(sys.stdin.buffer.read(), most_rows, most_cells), sys.stdout, ensure_ascii=True)
