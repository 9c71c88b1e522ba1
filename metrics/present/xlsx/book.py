"""A workbook being written: its sheets under names that Excel takes, and its formats, each made once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from metrics.unit import Unit

INK, PALE, LINE = "#10181D", "#E3EEF0", "#7B8A93"
SIZE = 10  # points of letters
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST = 31  # characters of the name of a sheet
_NOT_OURS = frozenset({"history", "historique"})  # names that Excel keeps to itself
_FORMULAS = ("=", "+", "-", "@")
_SETTINGS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_A4 = 9
_AND, _FOOT = re.compile(r"\s*&\s*"), 200  # what begins an order in a footer, and how much of one is ours


@dataclass(slots=True)
class Book:
    """The workbook, what its pages say at their foot, and what was made of it so far."""

    foot: str
    held: BytesIO = field(default_factory=BytesIO)
    workbook: Workbook = field(init=False)
    names: set[str] = field(default_factory=set)
    formats: dict[tuple[tuple[str, Any], ...], Format] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.workbook = Workbook(self.held, _SETTINGS)

    def sheet(self, name: str) -> Worksheet:
        """A new sheet under this name, or the nearest that Excel takes and no other has; A4, landscape."""
        sheet: Worksheet = self.workbook.add_worksheet(self.named(name))
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.7)
        sheet.set_footer(f"&L{_AND.sub(' et ', self.foot)[:_FOOT]}&R&A · page &P/&N")
        return sheet

    def named(self, name: str) -> str:
        """The name of a sheet: without the signs that Excel refuses, cut between words, unlike all others."""
        whole = " ".join(_FORBIDDEN.sub(" ", name).split()).strip(" '") or "Feuille"
        found, number = _cut(whole, _LONGEST), 1
        while found.lower() in self.names | _NOT_OURS:
            number += 1
            found = f"{_cut(whole, _LONGEST - len(f' ({number})'))} ({number})"
        self.names.add(found.lower())
        return found

    def look(self, **look: Any) -> Format:
        """The format that looks so."""
        key = tuple(sorted(look.items()))
        if key not in self.formats:
            self.formats[key] = self.workbook.add_format({"font_size": SIZE, "valign": "top", **look})
        return self.formats[key]

    def write(self, sheet: Worksheet, row: int, column: int, text: str, look: Mapping[str, Any]) -> None:
        """Writes a text, which stays one even where it begins like a formula and somebody edits it."""
        if not text:
            sheet.write_blank(row, column, None, self.look(**look))
            return
        quoted = {"quote_prefix": True} if text.startswith(_FORMULAS) else {}
        lines = text.replace("\r\n", "\n").replace("\r", "\n")  # a workbook has no other ends of line
        sheet.write_string(row, column, lines, self.look(**look, **quoted))

    def content(self) -> bytes:
        """The bytes of the workbook, which is then closed."""
        self.workbook.close()
        return self.held.getvalue()


def number_format(unit: Unit) -> str:
    """How Excel shows numbers of a unit, « 0.0 % » or « #,##0.00 »; a French Excel writes them in French."""
    decimals = f".{'0' * unit.decimals}" if unit.decimals else ""
    if is_percent(unit):
        return f"0{decimals} %"
    return f"#,##0{decimals}"


def signed_format(unit: Unit) -> str:
    """The same with its sign, for changes."""
    shown = number_format(unit)
    return f"+{shown};-{shown};{shown}"


def is_percent(unit: Unit) -> bool:
    """Whether its numbers are percentages, which a spreadsheet keeps out of one."""
    return unit.symbol == "%"


def _cut(text: str, most: int) -> str:
    """The text, or its first words and « … »."""
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    whole = kept.rpartition(" ")[0] if text[most - 1] != " " else kept
    return f"{(whole or kept).rstrip(' ,;:–-')}…"
