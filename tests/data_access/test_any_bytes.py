"""Whatever bytes are given, a verdict comes back: never another error, never a long wait."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from data_access.ingest.check import check
from data_access.ingest.contract import Replaces
from data_access.ingest.contracts import CONTRACTS
from data_access.ingest.references import DIMENSIONS, References
from tests.data_access.builders import WORLD, csv_file, interventions, workbook

KNOWN = References(
    {table.name: {row["id"]: row["name"] for row in WORLD.get(table, ())} for table in DIMENSIONS},
    {"TRAM": "NANTES", "QUARTIER": "NANTES", "JOUR": "RENNES"},
    {},
)
RIGHT_TEXT = interventions([("04/03/2024", "TRAM", 3)] * 3)
RIGHT_BOOK = workbook([line.split(";") for line in RIGHT_TEXT.decode().splitlines()])
# pieces that mean something to one of the readers, to be put anywhere in a right file
PIECES = [b'"', b";", b"\r", b"\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\x00", b"\xc3", b"\x81", b"PK\x03\x04"]
PIECES += [
    b"Fichier;",
    b"P\xc3\xa9riode;2024-03\n",
    b"9" * 400,
    b"\xe2\x80\xaf",
    b"-",
    b"=A1",
    b"#N/A",
    b"1e999",
]
places = st.floats(0, 1)


def spoilt(right: bytes, changes: list[tuple[float, float, bytes]]) -> bytes:
    """A right file, some pieces of which are replaced."""
    for start, length, piece in changes:
        at = int(start * len(right))
        right = right[:at] + piece + right[at + int(length * 20) :]
    return right


CHANGES = st.lists(st.tuples(places, places, st.sampled_from(PIECES) | st.binary(max_size=8)), max_size=6)


def judged(content: bytes) -> None:
    verdict = check(content, KNOWN)
    assert (verdict.accepted is None) == (verdict.errors > 0)
    assert all(problem.sentence() for problem in verdict.problems)


@pytest.mark.parametrize("kind", CONTRACTS)
def test_a_table_without_one_of_its_columns_is_judged(kind: str) -> None:
    """Rules over several columns meet a column that is not there, or cells they could not read."""
    contract = CONTRACTS[kind]
    period = "2024-03" if contract.day and contract.replaces is not Replaces.EVERYTHING else ""
    headers = [field.header for field in contract.fields]
    for cells in ("", "x", "1", "31/03/2024", "TRAM"):
        for missing in range(len(headers) + 1):
            kept = headers[:missing] + headers[missing + 1 :]
            judged(csv_file(kind, kept, [[cells] * len(kept)] * 2, period=period).encode())


@settings(max_examples=400)
@given(st.binary(max_size=300))
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf")
def test_any_bytes_are_judged(content: bytes) -> None:
    judged(content)


@settings(max_examples=400)
@given(CHANGES)
def test_a_spoilt_text_is_judged(changes: list[tuple[float, float, bytes]]) -> None:
    judged(spoilt(RIGHT_TEXT, changes))


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(CHANGES)
def test_a_spoilt_workbook_is_judged(changes: list[tuple[float, float, bytes]]) -> None:
    judged(spoilt(RIGHT_BOOK, changes))
