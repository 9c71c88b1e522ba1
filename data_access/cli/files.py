"""The commands that read files: check and load."""

import json
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from data_access.cli.progress import Bar
from data_access.engine import reading_engine, require_store, store_url
from data_access.errors import ImportRejected
from data_access.ingest.load import judge, load
from data_access.ingest.order import rank
from data_access.ingest.read import MOST_BYTES
from data_access.ingest.references import known_references
from data_access.ingest.report import FileRejected, FileReport, Outcome
from data_access.words import counted

_FORMATS = {".csv", ".xlsx"}


def check_files(given: Namespace) -> int:
    """Judges each file as if those before it were loaded; writes nothing."""
    url = store_url()
    require_store(url)
    reports: list[FileReport] = []
    with reading_engine(url).connect() as connection:
        references = known_references(connection)
        for path, bar in _each(given.files):
            report = judge(connection, path.name, _content(path), references)
            if accepted := report.verdict.accepted:
                references = references.with_file(accepted.contract, accepted.values)
            report = replace(report, verdict=report.verdict.without_values())
            reports.append(report)
            _tell(report, given, bar)
    return _end(reports, given)


def load_files(given: Namespace) -> int:
    """Loads each file in its own transaction, and stops at the first that is refused."""
    url = store_url()
    reports: list[FileReport] = []
    for path, bar in _each(given.files):
        try:
            report = load(url, path.name, _content(path), given.person, bar.show)
        except FileRejected as rejected:
            report = rejected.report
        reports.append(report)
        _tell(report, given, bar)
        if report.outcome is Outcome.REJECTED:
            break
    return _end(reports, given)


def _each(files: list[str]) -> Iterator[tuple[Path, Bar]]:
    """Every file in its order, with the bar that follows the work."""
    paths = [path for name in files for path in _paths(Path(name))]
    bar = Bar(sum(path.stat().st_size for path in paths))
    for path in paths:
        bar.start(path.stat().st_size)
        bar.show(0)
        yield path, bar


def _paths(given: Path) -> list[Path]:
    if given.is_file():
        return [given]
    if not given.is_dir():
        raise ImportRejected(f"« {given} » n'est ni un fichier ni un dossier.")
    found = [path for path in sorted(given.iterdir()) if _is_table(path)]
    if not found:
        raise ImportRejected(f"Le dossier « {given} » ne contient aucun fichier CSV ou XLSX.")
    return sorted(found, key=lambda path: rank(_content(path)))


def _is_table(path: Path) -> bool:
    """Spreadsheets leave hidden files beside those they hold open."""
    return path.is_file() and path.suffix.lower() in _FORMATS and not path.name.startswith((".", "~$"))


def _content(path: Path) -> bytes:
    """The bytes of a file; of one that is too big, just enough for it to be refused."""
    with path.open("rb") as stream:
        return stream.read(MOST_BYTES + 1)


def _tell(report: FileReport, given: Namespace, bar: Bar) -> None:
    bar.clear()
    if not given.json and not (_is_brief(given) and report.outcome is not Outcome.REJECTED):
        print("\n".join(report.lines()), flush=True)


def _end(reports: list[FileReport], given: Namespace) -> int:
    rejected = sum(report.outcome is Outcome.REJECTED for report in reports)
    if given.json:
        print(json.dumps([report.as_json() for report in reports], ensure_ascii=False, indent=2))
    elif rejected and given.command == "load":
        print("Rien de ce fichier n'a été chargé, ni des suivants.")
    elif _is_brief(given):
        rows = sum(report.verdict.count for report in reports)
        print(f"{counted(len(reports), 'fichier')}, {counted(rows, 'ligne')}.")
    return 1 if rejected else 0


def _is_brief(given: Namespace) -> bool:
    return given.command == "load" and bool(given.brief)
