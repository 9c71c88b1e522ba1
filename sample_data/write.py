"""Writing the files: a title block, French headers taken from the contracts, then the rows.

The same bytes everywhere: no clock in the workbooks, and no compression, which varies with the library.
"""

import csv
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from openpyxl import Workbook

from data_access.ingest.contract import Contract, Field, Type
from data_access.ingest.contracts import contract

ORIGIN = "données d'exemple"
_MADE_ON = datetime(2025, 1, 6, 8, 0)  # what the workbooks say of themselves
_DIVISORS = {Type.MONEY: 100, Type.HUNDREDTHS: 100, Type.THOUSANDTHS: 1000, Type.HOURS: 60}
Row = dict[str, Any]  # column -> value in the unit of the store (cents, minutes, codes)


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One file to write; its rows are made when they are written.

    The rows of a big file are ready: texts and numbers, in the order of the contract.
    """

    name: str
    kind: str
    rows: Callable[[], Iterable[Any]]  # of Row, or of tuples when they are ready
    period: str = ""  # what the rows stand for; empty when the file replaces everything
    ready: bool = False


def records(columns: tuple[str, ...], lines: Iterable[tuple[object, ...]]) -> list[Row]:
    """Names the values of each line of a table."""
    return [dict(zip(columns, line, strict=True)) for line in lines]


def write(folder: Path, sheet: Sheet) -> None:
    """Writes one file into the folder, in the format its name asks for."""
    if sheet.name.endswith(".xlsx"):
        _write_xlsx(folder / sheet.name, sheet)
    else:
        _write_csv(folder / sheet.name, sheet)


def french(value: Any, field: Field) -> Any:
    """Gives a value as a French tool exports it to text."""
    given = cell(value, field)
    if isinstance(given, date):
        return f"{given:%d/%m/%Y}"
    if isinstance(given, Decimal):
        return str(given).replace(".", ",")
    return given


def cell(value: Any, field: Field) -> Any:
    """Gives a value as a workbook holds it: real dates, real numbers, French labels of codes."""
    if value is None:
        return None
    if field.type in _DIVISORS:
        return Decimal(value) / _DIVISORS[field.type]
    if field.type is Type.BOOLEAN:
        return "oui" if value else "non"
    if field.codes is not None:
        return field.codes.labels[value]
    return value


def title_block(sheet: Sheet) -> list[tuple[str, ...]]:
    """Gives the lines that say what the file is, above its headers."""
    period = [("Période", sheet.period)] if sheet.period else []
    return [("Fichier", sheet.kind), *period, ("Origine", ORIGIN), ()]


def _ordered(row: Row, declared: Contract) -> list[tuple[Any, Field]]:
    if row.keys() != {field.column for field in declared.fields}:
        raise ValueError(f"{declared.kind}: {sorted(row)} are not the columns of the contract")
    return [(row[field.column], field) for field in declared.fields]


def _write_csv(path: Path, sheet: Sheet) -> None:
    declared = contract(sheet.kind)
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        writer.writerows(title_block(sheet))
        writer.writerow([field.header for field in declared.fields])
        if sheet.ready:
            writer.writerows(sheet.rows())
        else:
            writer.writerows([french(*pair) for pair in _ordered(row, declared)] for row in sheet.rows())


def _write_xlsx(path: Path, sheet: Sheet) -> None:
    declared = contract(sheet.kind)
    book = Workbook(write_only=True)
    page = book.create_sheet(sheet.kind.capitalize())
    for line in title_block(sheet):
        page.append(line)
    page.append([field.header for field in declared.fields])
    for row in sheet.rows():
        page.append([cell(*pair) for pair in _ordered(row, declared)])
    buffer = BytesIO()
    book.save(buffer)
    path.write_bytes(_without_clock(buffer))


def _without_clock(buffer: BytesIO) -> bytes:
    """Makes a saved workbook say a fixed date wherever it says when it was saved."""
    stamp = f">{_MADE_ON:%Y-%m-%dT%H:%M:%SZ}<".encode("ascii")
    clean = BytesIO()
    with ZipFile(buffer) as saved, ZipFile(clean, "w", ZIP_STORED) as archive:
        for name in saved.namelist():
            content = saved.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb">\d{4}-\d\d-\d\dT[\d:.]+Z<", stamp, content)
            archive.writestr(ZipInfo(name, _MADE_ON.timetuple()[:6]), content)
    return clean.getvalue()
