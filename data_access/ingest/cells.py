"""One column of a file: what is expected in it, and how each distinct text of it is read, once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import BigInteger, Column, Integer, SmallInteger, String

from data_access import calendar, countries, schema
from data_access.errors import nearest
from data_access.ingest.contract import Contract, Field, Type
from data_access.ingest.contracts import CONTRACTS
from data_access.ingest.notation import COMPARISONS, PERIODS
from data_access.ingest.parse import Wrong, parse
from data_access.ingest.references import References
from data_access.words import INVISIBLE, plain

EXAMPLES = {
    Type.TEXT: "un texte",
    Type.DATE: "une date comme 31/12/2024",
    Type.LAST_DAY: "une date comme 31/12/2024",
    Type.MONTH: "un mois comme 01/2024",
    Type.MONTH_END: "le dernier jour d'un mois, comme 31/01/2024",
    Type.INTEGER: "un nombre entier",
    Type.MONEY: "un montant en euros, à deux décimales au plus",
    Type.HUNDREDTHS: "un nombre à deux décimales au plus",
    Type.THOUSANDTHS: "un nombre à trois décimales au plus",
    Type.HOURS: "une durée en heures, comme 7,5 ou 7h30",
    Type.BOOLEAN: "oui ou non",
    Type.COUNTRY: "un pays, en français",
    Type.DECIMAL: "un nombre",
    Type.PERIOD: f"une période comme {PERIODS}",
    Type.COMPARISON: f"{', '.join(COMPARISONS)} ou une période",
}
_ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NOM?", "#NULL!", "#NUL!", "#NUM!", "#NOMBRE!", "#REF!"})
_ERRORS |= {"#VALUE!", "#VALEUR!", "#GETTING_DATA", "#SPILL!", "#CALC!"}
_MOST_HINTS, _LONGEST_HINTED = 50, 80  # searching the nearest word is slow


@dataclass(frozen=True, slots=True)
class ColumnReader:
    """How the cells of one field are read, given what the store knows."""

    contract: Contract
    field: Field
    references: References

    def expected(self) -> str:
        """What the column holds, in words."""
        field = self.field
        if field.codes:
            return f"l'une des valeurs {', '.join(field.codes.labels.values())}"
        if field.refers is not None:
            return f"un code du référentiel « {_named(field)} »"
        if _is_calendar_day(self._target):
            return f"{EXAMPLES[field.type]}, entre {calendar.FIRST_DAY.year} et {calendar.LAST_DAY.year}"
        return EXAMPLES[field.type] + _bounds(field)

    def read_all(self, cells: Iterable[str]) -> tuple[dict[str, object], dict[str, str]]:
        """Reads each distinct text once: stored values on one side, advice on what is wrong on the other."""
        good: dict[str, object] = {}
        bad: dict[str, str] = {}
        for cell in dict.fromkeys(cells):
            text = cell.strip(INVISIBLE)
            try:
                good[cell] = self._read(text)
            except Wrong as wrong:
                bad[cell] = str(wrong) or (self._hint(text) if len(bad) < _MOST_HINTS else "")
        return good, bad

    @property
    def _target(self) -> Column[object]:
        return self.contract.table.c[self.field.column]

    def _read(self, text: str) -> object:
        if not text:
            return self.absent()
        if text in _ERRORS:
            raise Wrong("Corrigez la formule : son résultat est une erreur.")
        if text.startswith("="):
            raise Wrong("La formule est enregistrée sans résultat : ouvrez et enregistrez le classeur.")
        value = self._understood(text)
        _fits(self._target, value)
        return value

    def absent(self) -> object:
        """What is stored when the cell says nothing."""
        if self.field.required:
            raise Wrong
        if self.field.type is Type.COUNTRY:
            return countries.UNDECLARED
        return "" if self.field.type is Type.TEXT and not self._target.nullable else None

    def _understood(self, text: str) -> object:
        field = self.field
        if field.codes:
            return _code(field.codes.labels, text)
        if field.refers is not None:
            if text not in self.references.names[field.refers.name]:
                raise Wrong
            return text
        return _country(text) if field.type is Type.COUNTRY else parse(field, text)

    def _hint(self, text: str) -> str:
        """Proposes what may have been meant; searching a long text would take long."""
        field = self.field
        if not text or len(text) > _LONGEST_HINTED:
            return ""
        if field.refers is not None:
            return self.references.near(field.refers.name, text)
        known = field.codes.labels.values() if field.codes else countries.names()
        return nearest(text, known).strip() if field.codes or field.type is Type.COUNTRY else ""


def _code(labels: dict[str, str], text: str) -> str:
    by_word = {plain(word): code for code, label in labels.items() for word in (code, label)}
    try:
        return by_word[plain(text)]
    except KeyError:
        raise Wrong from None


def _country(text: str) -> str:
    code = countries.country(text)
    if code is None:
        raise Wrong
    return code


def _fits(target: Column[object], value: object) -> None:
    """Refuses what the store's column cannot hold; SQLite would take anything."""
    if isinstance(value, str) and isinstance(target.type, String):
        longest = target.type.length
        if longest is not None and len(value) > longest:
            raise Wrong(f"Pas plus de {longest} caractères.")
    if isinstance(value, int) and isinstance(target.type, Integer) and abs(value) >= 1 << _bits(target.type):
        raise Wrong("Ce nombre est trop grand.")
    if isinstance(value, date) and _is_calendar_day(target) and not _in_calendar(value):
        raise Wrong("Vérifiez l'année.")


def _in_calendar(day: date) -> bool:
    return calendar.FIRST_DAY <= day <= calendar.LAST_DAY


def _bits(kind: Integer) -> int:
    if isinstance(kind, SmallInteger):
        return 15
    return 63 if isinstance(kind, BigInteger) else 31


def _is_calendar_day(target: Column[object]) -> bool:
    return any(key.column.table is schema.calendar for key in target.foreign_keys)


def _named(field: Field) -> str:
    return next(contract.kind for contract in CONTRACTS.values() if contract.table is field.refers)


def _bounds(field: Field) -> str:
    low, high = field.minimum, field.maximum
    if low is not None and high is not None:
        return f" entre {low} et {high}"
    if low is not None:
        return f" d'au moins {low}"
    return "" if high is None else f" d'au plus {high}"
