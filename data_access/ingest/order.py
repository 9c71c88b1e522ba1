"""In which order to load the files of a folder: dimensions first, then by kind and by month."""

from datetime import date

from data_access.ingest.block import read_top
from data_access.ingest.contracts import CONTRACTS
from data_access.ingest.extent import period
from data_access.ingest.parse import Wrong
from data_access.ingest.problems import Findings, Unreadable
from data_access.ingest.read import guard, is_workbook, read_csv
from data_access.ingest.workbook import read_workbook

_TOP_LINES = 40


def rank(content: bytes) -> tuple[int, date]:
    """The place of a file: that of its kind, then its first month; last when it does not say."""
    for part in (_top(content), content):
        try:
            guard(part)
            grid = read_workbook(part) if is_workbook(part) else read_csv(part)
            top = read_top(grid, Findings())
        except Unreadable:  # perhaps only cut in the middle of a cell; the load will tell
            continue
        stated = top.entries.get("Période")
        return list(CONTRACTS).index(top.contract.kind), _first_month(stated.value if stated else "")
    return len(CONTRACTS), date.min


def _top(content: bytes) -> bytes:
    """The first lines, enough for the block; a workbook cannot be cut."""
    return content if is_workbook(content) else b"\n".join(content.split(b"\n", _TOP_LINES)[:_TOP_LINES])


def _first_month(stated: str) -> date:
    try:
        return period(stated)[0]
    except Wrong:
        return date.min
