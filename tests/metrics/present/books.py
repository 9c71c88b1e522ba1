"""Workbooks as openpyxl reads them, beside the tables that they were written from."""

import io
from datetime import datetime, time
from fractions import Fraction

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from metrics.present.datum import Datum
from metrics.present.export import Export
from metrics.present.sheets import Sheet, sheets
from metrics.present.xlsx import workbook

HEADER, FIRST = 3, 4  # lines of a sheet, from 1


def opened(export: Export) -> Workbook:
    """The workbook of a view, read again."""
    return load_workbook(io.BytesIO(workbook.write(export)))


def tables(export: Export, book: Workbook) -> list[tuple[Sheet, Worksheet]]:
    """Each table of a view with the sheet that holds it, in the order of both."""
    of_tables = book.worksheets[1:-1]  # after « Lisez-moi », before « Identifiants »
    return list(zip(sheets(export), of_tables, strict=True))


def held(datum: Datum) -> object:
    """What the cell of a datum holds: a percentage is kept out of one."""
    if datum.number is not None:
        return float(datum.number / 100 if datum.unit.symbol == "%" else datum.number)
    if datum.day is not None:
        return datetime.combine(datum.day, time())
    return datum.text or None


def is_same(cell: object, expected: object) -> bool:
    """Whether a cell holds this, as near as Excel keeps numbers: fifteen digits."""
    if isinstance(expected, float) and isinstance(cell, int | float):
        near = abs(Fraction(cell) - Fraction(expected))
        return near <= abs(Fraction(expected)) / 10**14
    return cell == expected


def differences(export: Export, book: Workbook) -> list[str]:
    """Where a workbook does not hold what the tables of a view do."""
    found = []
    for sheet, written in tables(export, book):
        grid = sheet.grid
        headers = [written.cell(HEADER, place).value for place in range(1, len(grid.heads) + 1)]
        if headers != [head.label for head in grid.heads]:
            found.append(f"{written.title}: {headers}")
        for number, line in enumerate(grid.lines, FIRST):
            for place, datum in enumerate(line, 1):
                cell = written.cell(number, place)
                if not is_same(cell.value, held(datum)) or cell.data_type == "f":
                    found.append(f"{written.title}!{cell.coordinate}: {cell.value!r} for {datum.text!r}")
    return found
