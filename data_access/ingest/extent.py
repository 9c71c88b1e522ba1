"""What a file stands for, hence what loading it replaces: everything, some months, one dispositif of them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Table

from data_access import calendar
from data_access.ingest.parse import Wrong, month, next_month
from data_access.words import MONTHS


@dataclass(frozen=True, slots=True)
class Extent:
    """First and last months, None for everything; the dispositif, None for all of them."""

    first_month: date | None = None
    last_month: date | None = None
    dispositif: str | None = None

    def months(self) -> list[date]:
        """The first days of the months, none when the extent is everything."""
        found: list[date] = []
        current = self.first_month
        while current and self.last_month and current <= self.last_month:
            found.append(current)
            current = next_month(current)
        return found

    def overlaps(self, other: "Extent") -> bool:
        """Tells whether a row could belong to both."""
        if None not in (self.dispositif, other.dispositif) and self.dispositif != other.dispositif:
            return False
        if not (self.first_month and self.last_month and other.first_month and other.last_month):
            return True
        return self.first_month <= other.last_month and other.first_month <= self.last_month

    def conditions(self, table: Table, day: str) -> list[ColumnElement[bool]]:
        """The rows of a table that the extent holds, ``day`` being the column that dates them."""
        found: list[ColumnElement[bool]] = []
        if self.first_month and self.last_month:
            found += [table.c[day] >= self.first_month, table.c[day] < next_month(self.last_month)]
        if self.dispositif:
            found.append(table.c.dispositif_id == self.dispositif)
        return found

    def label(self) -> str:
        """The extent in French: « janvier 2024 à mars 2024, dispositif NANTES-TRAM »."""
        if not (self.first_month and self.last_month):
            return "tout"
        ends = dict.fromkeys(f"{MONTHS[m.month - 1]} {m.year}" for m in (self.first_month, self.last_month))
        return " à ".join(ends) + (f", dispositif {self.dispositif}" if self.dispositif else "")


def period(text: str) -> tuple[date, date]:
    """The first and last months of « 2024-01 », « 2024 » or « 2023-01..2024-12 »."""
    first, dots, last = text.partition("..")
    start, end = _ends(first.strip())[0], _ends((last if dots else first).strip())[1]
    if start > end:
        raise Wrong("Le premier mois vient après le dernier.")
    if start < calendar.FIRST_DAY or next_month(end) > next_month(calendar.LAST_DAY):
        raise Wrong("Vérifiez l'année.")
    return start, end


def _ends(text: str) -> tuple[date, date]:
    if len(text) == 4 and text.isdecimal():
        return date(int(text), 1, 1), date(int(text), 12, 1)
    found = month(text)
    return found, found
