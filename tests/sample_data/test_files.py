"""The files are what the association's tools would send, and the same on every machine."""

import hashlib
import os
import subprocess
import sys
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest

from data_access.ingest.contract import Contract, Field, Replaces, Type
from data_access.ingest.contracts import CONTRACTS
from tests.sample_data.reading import Line, Sent, day, number

ROOT = Path(__file__).resolve().parents[2]
NUMBERS = {Type.INTEGER: 1, Type.MONEY: 100, Type.HUNDREDTHS: 100, Type.THOUSANDTHS: 1000, Type.HOURS: 60}
DATES = {Type.DATE, Type.LAST_DAY, Type.MONTH, Type.MONTH_END}


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def test_two_runs_write_the_same_bytes_whatever_the_order_of_sets(sample_files: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": "12345", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    command = [sys.executable, "-m", "sample_data", tmp_path / "again"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    assert digests(tmp_path / "again") == digests(sample_files)


def test_workbooks_do_not_say_when_they_were_made(sample_files: Path) -> None:
    workbooks = sorted(sample_files.glob("*.xlsx"))
    assert workbooks
    for path in workbooks:
        with ZipFile(path) as archive:
            assert {entry.date_time for entry in archive.infolist()} == {(2025, 1, 6, 8, 0, 0)}
            assert archive.read("docProps/core.xml").count(b"2025-01-06T08:00:00Z") == 2


def test_texts_start_with_the_mark_that_spreadsheets_need_to_read_accents(sample_files: Path) -> None:
    assert all(path.read_bytes()[:3] == b"\xef\xbb\xbf" for path in sample_files.glob("*.csv"))


def test_every_kind_of_file_is_sent(sent: Sent) -> None:
    assert {file.block["Fichier"] for file in sent.files} == set(CONTRACTS)


def test_both_readers_are_exercised_on_facts(sample_files: Path) -> None:
    names = {path.name for path in sample_files.iterdir()}
    assert {"kelio_personnel_2024-12.xlsx", "compta_grand_livre_2024.xlsx"} <= names
    assert {"optimedia_interventions_2024-01.csv", "referentiel_dispositifs.csv"} <= names


def test_each_file_says_what_it_is_what_it_covers_and_that_it_is_an_example(sent: Sent) -> None:
    for file in sent.files:
        replaces = CONTRACTS[file.block["Fichier"]].replaces
        assert ("Période" in file.block) == (replaces is not Replaces.EVERYTHING), file.name
        assert file.block["Origine"] == "données d'exemple", file.name


def test_dated_rows_stay_within_the_period_the_file_replaces(sent: Sent) -> None:
    for file in sent.files:
        contract = CONTRACTS[file.block["Fichier"]]
        if contract.day:
            header = contract.field(contract.day).header
            assert all(f"{day(line[header]):%Y-%m}".startswith(file.block["Période"]) for line in file.lines)


def test_the_months_of_the_two_years_follow_each_other_without_a_gap(sent: Sent) -> None:
    for kind in ("interventions", "heures de terrain", "personnel"):
        periods = [file.block["Période"] for file in sent.files if file.block["Fichier"] == kind]
        months = [date.fromisoformat(f"{period}-01") for period in periods]
        assert (months[0], months[-1], len(months)) == (date(2023, 1, 1), date(2024, 12, 1), 24)
        assert all(first < second for first, second in pairwise(months))


def test_headers_are_those_of_the_contract_in_its_order(sent: Sent) -> None:
    for file in sent.files:
        contract = CONTRACTS[file.block["Fichier"]]
        assert file.headers == [field.header for field in contract.fields], file.name


def test_no_file_has_a_column_for_the_name_of_a_person(sent: Sent) -> None:
    forbidden = ("nom", "prénom", "adresse", "téléphone", "courriel", "e-mail", "sécurité sociale")
    for file in sent.files:
        assert not [header for header in file.headers if header.lower().startswith(forbidden)], file.name


def test_pseudonyms_are_numbers_and_nothing_else(sent: Sent) -> None:
    people = {line["Matricule"] for line in sent.lines("personnel")}
    assert all(person[0] == "M" and len(person) == 5 and person[1:].isdigit() for person in people)


@pytest.mark.parametrize("kind", CONTRACTS)
def test_every_value_is_one_the_contract_allows(kind: str, sent: Sent) -> None:
    contract = CONTRACTS[kind]
    lines = sent.lines(kind)
    assert lines
    for field in contract.fields:
        cells = {line[field.header] for line in lines}
        wrong = [cell for cell in cells if not is_allowed(cell, field, sent)]
        assert not wrong, (field.header, wrong[:5])


@pytest.mark.parametrize("kind", [kind for kind, contract in CONTRACTS.items() if contract.key])
def test_keys_do_not_repeat(kind: str, sent: Sent) -> None:
    headers = [CONTRACTS[kind].field(column).header for column in CONTRACTS[kind].key]
    keys = [tuple(line[header] for header in headers) for line in sent.lines(kind)]
    assert len(keys) == len(set(keys))


def is_allowed(cell: object, field: Field, sent: Sent) -> bool:
    """Judges a cell by the contract, without the reader of the suite."""
    if cell == "":
        return not field.required
    if field.codes:
        return cell in field.codes.labels.values()
    if field.refers is not None:
        return cell in known(sent, field)
    if field.type in NUMBERS:
        return is_number_allowed(cell, field)
    if field.type in DATES:
        return isinstance(cell, datetime) or bool(day(cell))
    return field.type is not Type.BOOLEAN or cell in ("oui", "non")


def is_number_allowed(cell: object, field: Field) -> bool:
    value = number(cell)
    whole = value * NUMBERS[field.type]
    low, high = field.minimum, field.maximum
    return whole == int(whole) and (low is None or value >= low) and (high is None or value <= high)


def known(sent: Sent, field: Field) -> set[str]:
    contract: Contract = next(c for c in CONTRACTS.values() if c.table is field.refers)
    lines: list[Line] = sent.lines(contract.kind)
    return {line["Code"] for line in lines}
