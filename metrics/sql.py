"""The SQL that a figure is read with, for those who want to check it: the statements of a year."""

import re
from functools import lru_cache

from sqlalchemy import Dialect
from sqlalchemy.dialects import sqlite

from data_access.access import Scope
from metrics.asked import Slot
from metrics.compile import Statement, compile_query
from metrics.model import Metric
from metrics.period import year
from metrics.query import Query

_WORDS = re.compile(
    r"(\bLEFT OUTER JOIN\b|\bUNION ALL\b|\bGROUP BY\b|\bORDER BY\b|\bSELECT\b|\bFROM\b|\bJOIN\b|\bWHERE\b"
    r"|\bHAVING\b|\bAND\b|[()])"
)


@lru_cache(maxsize=512)
def statements(metric: Metric, scope: Scope, number: int, dialect: Dialect | None = None) -> tuple[str, ...]:
    """The statements that read a metric for a year, each under the values bound to it, ready to be copied."""
    asked = year(number)
    slot = Slot(0, asked.start, asked.start, asked.stop)
    compiled = compile_query(Query(metrics=(metric,), period=asked), scope, (slot,))
    return tuple(_written(each, dialect or sqlite.dialect(paramstyle="named")) for each in compiled)


def _written(statement: Statement, dialect: Dialect) -> str:
    compiled = statement.select.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
    values = "".join(f"-- :{name} = {_shown(value)}\n" for name, value in compiled.params.items())
    return f"-- Valeurs liées\n{values}{by_clause(str(compiled))}"


def _shown(value: object) -> str:
    return "NULL" if value is None else str(value)


def by_clause(sql: str) -> str:
    """A statement with a clause on each line, and those of a question within it set back."""
    written, reads = "", [False]  # for each parenthesis that is open: whether a question is asked inside
    for piece in _WORDS.split(" ".join(sql.split())):
        if piece == "(":
            reads.append(False)
        elif piece == ")":
            reads.pop()
        elif piece == "SELECT":
            reads[-1] = True
        if _WORDS.fullmatch(piece) and piece not in "()" and reads[-1]:
            written = f"{written.rstrip()}\n{'  ' * (len(reads) - (piece != 'AND'))}"
        written += piece
    return written.strip()
