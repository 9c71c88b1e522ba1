"""What became of a file, told to the person who gave it."""

from dataclasses import asdict, dataclass
from enum import StrEnum

from data_access.errors import ImportRejected
from data_access.ingest.check import Verdict


class Outcome(StrEnum):
    """How it ended."""

    CHECKED = "vérifié"
    LOADED = "chargé"
    ALREADY = "déjà chargé"
    REJECTED = "refusé"


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file: what was found in it and what was done with it."""

    name: str
    outcome: Outcome
    verdict: Verdict
    number: int | None = None
    rows_retired: int = 0

    def lines(self) -> list[str]:
        """The report in French, one problem a line."""
        problems = [f"  {problem.severity} — {problem.sentence()}" for problem in self.verdict.problems]
        hidden = self.verdict.errors + self.verdict.warnings - len(problems)
        return [self._summary(), *problems, *([f"  … et {_count(hidden, 'autre')}."] if hidden else [])]

    def as_json(self) -> dict[str, object]:
        """The same for a program."""
        verdict = self.verdict
        extent = verdict.extent
        return {
            "file": self.name,
            "outcome": self.outcome,
            "import": self.number,
            "kind": verdict.contract.kind if verdict.contract else None,
            "first_month": f"{extent.first_month:%Y-%m}" if extent and extent.first_month else None,
            "last_month": f"{extent.last_month:%Y-%m}" if extent and extent.last_month else None,
            "dispositif": extent.dispositif if extent else None,
            "rows": verdict.count,
            "rows_retired": self.rows_retired,
            "errors": verdict.errors,
            "warnings": verdict.warnings,
            "problems": [asdict(problem) | {"sentence": problem.sentence()} for problem in verdict.problems],
        }

    def _summary(self) -> str:
        verdict = self.verdict
        what = [verdict.contract.label] if verdict.contract else []
        what += [verdict.extent.label()] if verdict.extent else []
        what += [_count(verdict.count, "ligne")] if verdict.contract else []
        what += [f"{_count(self.rows_retired, 'ligne')} remplacée{'s' * (self.rows_retired > 1)}"] * bool(
            self.rows_retired
        )
        what += [_count(verdict.errors, "erreur")] * bool(verdict.errors)
        what += [_count(verdict.warnings, "avertissement")] * bool(verdict.warnings)
        number = f", import n° {self.number}" if self.number else ""
        return f"{self.name} : {self.outcome}{number}. {' · '.join(what)}".rstrip(". ") + "."


class FileRejected(ImportRejected):
    """A file was not loaded, and nothing of it was written; the report says why."""

    def __init__(self, report: FileReport) -> None:
        super().__init__("\n".join(report.lines()))
        self.report = report


def _count(number: int, noun: str) -> str:
    """« 1 ligne », « 12 345 lignes » with a narrow no-break space."""
    return f"{number:,} {noun}".replace(",", "\u202f") + "s" * (number > 1)
