"""What is wrong in a file: where, what was read, what was expected, what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

SHOWN = 1000  # all problems are counted; beyond this number they are not listed any more
_KEPT = 10 * SHOWN  # problems remembered, of which the first down the file are listed
_LONGEST = 80  # letters of a cell that are shown


class Severity(StrEnum):
    """Whether the file can be loaded all the same."""

    ERROR = "erreur"
    WARNING = "avertissement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing to look at in a file; ``column`` and ``line`` say where, when it has a place."""

    sheet: str = ""
    line: int | None = None
    column: str = ""
    value: str | None = None  # as read; empty for an empty cell
    expected: str = ""
    advice: str = ""
    severity: Severity = Severity.ERROR

    def sentence(self) -> str:
        """The problem in one French line."""
        read = "" if self.value is None else "vide" if self.value == "" else f"« {_shortened(self.value)} »"
        wanted = f"attendu : {self.expected}." if self.expected else ""
        said = " ".join(filter(None, (" — ".join(filter(None, (read, wanted))), self.advice)))
        return f"{self._place()} : {said}" if self._place() else said

    def _place(self) -> str:
        sheet = f"feuille « {self.sheet} »" if self.sheet else ""
        line = f"ligne {self.line}" if self.line else ""
        column = f"colonne « {self.column} »" if self.column else ""
        place = ", ".join(filter(None, (sheet, line, column)))
        return place[:1].upper() + place[1:]


@dataclass(slots=True)
class Findings:
    """The problems of one file as they are found: the first ones in full, all of them counted."""

    listed: list[Problem] = field(default_factory=list)
    errors: int = 0
    warnings: int = 0

    def add(self, problem: Problem) -> None:
        """Notes one problem."""
        self.add_all([problem], 1)

    def add_all(self, problems: Iterable[Problem], count: int) -> None:
        """Notes ``count`` problems of one severity, of which only the first ones are given."""
        given = list(problems)
        self.listed += given[: max(0, _KEPT - len(self.listed))]
        if given and given[0].severity is Severity.WARNING:
            self.warnings += count
        else:
            self.errors += count

    def in_order(self) -> tuple[Problem, ...]:
        """The problems to list: errors before warnings, and each down the file."""
        rank = [Severity.ERROR, Severity.WARNING]
        ordered = sorted(self.listed, key=lambda p: (rank.index(p.severity), p.line or 0))
        return tuple(ordered[:SHOWN])


class Unreadable(Exception):
    """The file cannot be read at all, or no further; carries why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.sentence())
        self.problem = problem


def _shortened(value: str) -> str:
    text = " ".join(value.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
