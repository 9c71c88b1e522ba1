"""Every problem of a file at once, and what it would bring if it has none."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from data_access.ingest.block import read_extent, read_origin, read_top
from data_access.ingest.cells import ColumnReader
from data_access.ingest.coherence import file_rules
from data_access.ingest.contract import Contract, Replaces
from data_access.ingest.extent import Extent
from data_access.ingest.problems import SHOWN, Findings, Problem, Severity, Unreadable
from data_access.ingest.read import Grid, guard, is_workbook, read_csv
from data_access.ingest.references import References
from data_access.ingest.rules import Rule, rules
from data_access.ingest.table import Column, TableRead, read_table
from data_access.ingest.workbook import read_workbook
from data_access.words import INVISIBLE

Values = Mapping[str, list[Any]]  # stored values, by column of the store


@dataclass(frozen=True, slots=True)
class Accepted:
    """A file without error, ready to load: what it stands for and the values to store."""

    contract: Contract
    extent: Extent
    sample: bool
    values: Values
    count: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found in a file; ``accepted`` is None when there is an error."""

    accepted: Accepted | None
    contract: Contract | None
    extent: Extent | None
    count: int
    problems: tuple[Problem, ...]
    errors: int
    warnings: int

    def without_values(self) -> "Verdict":
        """What is worth keeping once the values are stored: those of many files would fill the memory."""
        return replace(self, accepted=None)


class Fault(NamedTuple):
    """What to say of a value that is not right."""

    expected: str
    advice: str


def check(content: bytes, references: References) -> Verdict:
    """Reads and judges a whole file; writes nothing."""
    findings = Findings()
    try:
        guard(content)
        grid = read_workbook(content) if is_workbook(content) else read_csv(content)
        return _check_grid(grid, references, findings)
    except Unreadable as unreadable:
        findings.add(unreadable.problem)
        return _verdict(findings, None, None, None, 0)


def _check_grid(grid: Grid, references: References, findings: Findings) -> Verdict:
    findings.add_all(grid.warnings, len(grid.warnings))
    top = read_top(grid, findings)
    extent = read_extent(top, references, findings)
    sample = read_origin(top, findings)
    table = read_table(grid, top, findings)
    values = _read_values(top.contract, table, references, findings)
    for rule in rules(top.contract, extent, references):
        _apply(rule, top.contract, table, values, findings)
    for whole in file_rules(top.contract):
        if found := [(row, Fault(expected, whole.advice)) for row, expected in whole.judge(values)]:
            _blame(top.contract, table, whole.column, found, findings)
    _look_for_repeats(top.contract, table, values, findings)
    count = len(table.lines)
    if count == 0:
        findings.add(_nothing(top.contract, table.sheet))
    accepted = None
    if extent and not findings.errors:
        accepted = Accepted(top.contract, extent, sample, values, count)
    return _verdict(findings, accepted, top.contract, extent, count)


def _verdict(
    findings: Findings,
    accepted: Accepted | None,
    contract: Contract | None,
    extent: Extent | None,
    count: int,
) -> Verdict:
    problems = findings.in_order()
    return Verdict(accepted, contract, extent, count, problems, findings.errors, findings.warnings)


def _read_values(
    contract: Contract, table: TableRead, references: References, findings: Findings
) -> dict[str, list[object]]:
    """The stored values, None where a cell is wrong; a column that is not there is empty."""
    values: dict[str, list[object]] = {}
    for field in contract.fields:
        reader = ColumnReader(contract, field, references)
        column = table.columns.get(field.column)
        if column is None:
            values[field.column] = [None if field.required else reader.absent()] * len(table.lines)
            continue
        good, bad = reader.read_all(column.cells)
        values[field.column] = list(map(good.get, column.cells))
        if bad:
            expected = reader.expected()
            found = [
                (row, Fault(expected, bad[cell])) for row, cell in enumerate(column.cells) if cell in bad
            ]
            _blame(contract, table, field.column, found, findings)
    return values


def _apply(rule: Rule, contract: Contract, table: TableRead, values: Values, findings: Findings) -> None:
    """Judges each distinct combination of values once."""
    columns = [values[column] for column in rule.columns]
    distinct = set(zip(*columns, strict=True))
    faults = {row: Fault(expected, rule.advice) for row in distinct if (expected := rule.judge(*row))}
    if faults:
        name = rule.columns[-1]
        rows = enumerate(zip(*columns, strict=True))
        found = [
            (number, faults[row])
            for number, row in rows
            if row in faults and not _is_unread(table.columns.get(name), number, row[-1])
        ]
        _blame(contract, table, name, found, findings)


def _is_unread(column: Column | None, row: int, value: object) -> bool:
    """Whether a cell holds what could not be understood: it was told already."""
    return value is None and column is not None and bool(column.cells[row].strip(INVISIBLE))


def _look_for_repeats(contract: Contract, table: TableRead, values: Values, findings: Findings) -> None:
    keys = list(zip(*(values[column] for column in contract.key), strict=True))
    if len(set(keys)) == len(keys):
        return
    headers = [f"« {contract.field(column).header} »" for column in contract.key]
    expected = f"une seule ligne par {' et '.join(headers)}"
    first: dict[tuple[object, ...], int] = {}
    found = [
        (row, Fault(expected, f"Déjà donné ligne {table.lines[first[key]]}."))
        for row, key in enumerate(keys)
        if None not in key and first.setdefault(key, row) != row
    ]
    if found:
        _blame(contract, table, contract.key[-1], found, findings)


def _blame(
    contract: Contract, table: TableRead, name: str, faults: list[tuple[int, Fault]], findings: Findings
) -> None:
    """Reports faults of one column, even absent; all are counted, the first ones are listed."""
    column = table.columns.get(name)
    problems = (
        Problem(
            sheet=table.sheet,
            line=table.lines[row],
            column=column.header if column else contract.field(name).header,
            value=column.cells[row].strip() if column else "",
            expected=fault.expected,
            advice=fault.advice,
        )
        for row, fault in faults[:SHOWN]
    )
    findings.add_all(problems, len(faults))


def _nothing(contract: Contract, sheet: str) -> Problem:
    """A month without any row is a fact; a reference without any row is a mistake."""
    if contract.replaces is Replaces.EVERYTHING:
        return Problem(sheet=sheet, advice="Le tableau n'a aucune ligne.")
    zero = "Le tableau n'a aucune ligne : la période sera comptée à zéro."
    return Problem(sheet=sheet, advice=zero, severity=Severity.WARNING)
