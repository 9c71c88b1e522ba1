"""Rules that look at the rows of a file together: what one row says may contradict another."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Table

from data_access import schema
from data_access.codes import EQUALITY
from data_access.ingest.contract import Contract

Rows = Mapping[str, list[Any]]  # stored values, by column of the store; None where a cell is wrong
JudgeAll = Callable[[Rows], Iterator[tuple[int, str]]]  # the wrong rows, and what was expected there


@dataclass(frozen=True, slots=True)
class FileRule:
    """A judgement on all the rows of a file; the column is the one to blame."""

    column: str
    judge: JudgeAll
    advice: str


def file_rules(contract: Contract) -> tuple[FileRule, ...]:
    """The rules over all the rows of this kind of file."""
    return _BY_TABLE.get(contract.table, ())


def _counts_of_days(rows: Rows) -> dict[date | None, dict[str | None, int]]:
    """Where each count of the index is, day by day."""
    places: dict[date | None, dict[str | None, int]] = defaultdict(dict)
    for row, (day, item) in enumerate(zip(rows["day"], rows["item"], strict=True)):
        places[day].setdefault(item, row)
    return places


def _every_count(rows: Rows) -> Iterator[tuple[int, str]]:
    """Each day has all the counts; a cell that could not be read may be the one that is missing."""
    places = _counts_of_days(rows)
    for day, items in places.items():
        missing = [f"« {label} »" for item, label in EQUALITY.labels.items() if item not in items]
        if missing and day is not None and None not in items and None not in places:
            yield min(items.values()), f"chaque compte au {day:%d/%m/%Y} : il manque {', '.join(missing)}"


def _raised_among_returns(sex: str) -> JudgeAll:
    def judge(rows: Rows) -> Iterator[tuple[int, str]]:
        for day, items in _counts_of_days(rows).items():
            if day is None or not {"returns", "returns_raised"} <= items.keys():
                continue
            whole, part = (rows[sex][items[item]] for item in ("returns", "returns_raised"))
            if whole is not None and part is not None and part > whole:
                yield items["returns_raised"], f"{whole} au plus, le nombre de retours au {day:%d/%m/%Y}"

    return judge


_RAISED = "Corrigez ce nombre, ou celui des retours de congé."
_BY_TABLE: dict[Table, tuple[FileRule, ...]] = {
    schema.equality_count: (
        FileRule("item", _every_count, "Ajoutez une ligne par compte, même à zéro."),
        FileRule("women", _raised_among_returns("women"), _RAISED),
        FileRule("men", _raised_among_returns("men"), _RAISED),
    ),
}
