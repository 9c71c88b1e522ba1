"""What became of a file, told to the person who gave it."""

from dataclasses import asdict, dataclass
from enum import StrEnum

from data_access.errors import ImportRejected
from data_access.ingest.check import Verdict
from data_access.words import counted


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
        return [self._summary(), *problems, *([f"  … et {counted(hidden, 'autre')}."] if hidden else [])]

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
        replaced = f"{counted(self.rows_retired, 'ligne')} remplacée{'s' * (self.rows_retired > 1)}"
        parts = [
            (verdict.contract, verdict.contract and verdict.contract.label),
            (verdict.extent, verdict.extent and verdict.extent.label()),
            (verdict.contract, counted(verdict.count, "ligne")),
            (self.rows_retired, replaced),
            (verdict.errors, counted(verdict.errors, "erreur")),
            (verdict.warnings, counted(verdict.warnings, "avertissement")),
        ]
        what = " · ".join(str(words) for said, words in parts if said)
        number = f", import n° {self.number}" if self.number else ""
        return f"{self.name} : {self.outcome}{number} · {what}"


class FileRejected(ImportRejected):
    """A file was not loaded, and nothing of it was written; the report says why."""

    def __init__(self, report: FileReport) -> None:
        super().__init__("\n".join(report.lines()))
        self.report = report
