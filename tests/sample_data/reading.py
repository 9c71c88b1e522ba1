"""Reads the sample files back with nothing of the generator: csv, openpyxl and plain arithmetic."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

Line = dict[str, Any]  # header -> text of a CSV cell, or value of a workbook cell


@dataclass(frozen=True)
class SentFile:
    """One file as it was sent: its title block and its table."""

    name: str
    block: dict[str, str]
    headers: list[str]
    cells: list[list[Any]]

    @property
    def lines(self) -> list[Line]:
        """The rows, by header."""
        return [dict(zip(self.headers, row, strict=True)) for row in self.cells]


class Sent:
    """The whole folder, read once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def files(self) -> list[SentFile]:
        """Every file of the folder."""
        return [_read(path) for path in sorted(self.folder.iterdir())]

    @cached_property
    def _lines(self) -> dict[str, list[Line]]:
        kinds: dict[str, list[Line]] = {}
        for file in self.files:
            kinds.setdefault(file.block["Fichier"], []).extend(file.lines)
        return kinds

    def lines(self, kind: str, **conditions: Callable[[Any], bool] | str) -> list[Line]:
        """The lines of a kind, of all its files, whose columns say what is asked."""
        return [line for line in self._lines[kind] if _holds(line, conditions)]

    def total(self, kind: str, column: str, **conditions: Callable[[Any], bool] | str) -> Decimal:
        """The sum of a column over the lines that say what is asked."""
        return sum((number(line[column]) for line in self.lines(kind, **conditions)), Decimal(0))


def _holds(line: Line, conditions: dict[str, Callable[[Any], bool] | str]) -> bool:
    return all(
        asked(line[header]) if callable(asked) else line[header] == asked
        for header, asked in conditions.items()
    )


def _read(path: Path) -> SentFile:
    rows = list(_workbook(path) if path.suffix == ".xlsx" else _text(path))
    blank = next(place for place, row in enumerate(rows) if not any(cell not in (None, "") for cell in row))
    headers = [cell for cell in rows[blank + 1] if cell]
    return SentFile(
        path.name,
        {row[0]: row[1] for row in rows[:blank]},
        headers,
        [row[: len(headers)] for row in rows[blank + 2 :]],
    )


def _text(path: Path) -> Iterator[list[Any]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        yield from csv.reader(stream, delimiter=";")


def _workbook(path: Path) -> Iterator[list[Any]]:
    book = load_workbook(path, read_only=True)
    for row in book.active.iter_rows(values_only=True):
        yield ["" if cell is None else cell for cell in row]
    book.close()


def number(cell: Any) -> Decimal:
    """A number of a CSV file, with its decimal comma, or of a workbook."""
    return Decimal(str(cell).replace(",", "."))


@cache
def day(cell: Any) -> date:
    """A date of a CSV file or of a workbook."""
    return cell.date() if isinstance(cell, datetime) else datetime.strptime(cell, "%d/%m/%Y").date()


def within(first: date, last: date) -> Callable[[Any], bool]:
    """The condition of a date between two days, both included."""
    return lambda cell: first <= day(cell) <= last


def in_year(year: int) -> Callable[[Any], bool]:
    """The condition of a date in a year."""
    return lambda cell: day(cell).year == year


def among(*texts: str) -> Callable[[Any], bool]:
    """The condition of a text in a list."""
    return lambda cell: cell in texts
