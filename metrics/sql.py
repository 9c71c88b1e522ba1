"""The SQL that a figure is read with, for those who want to check it: the statements of a year."""

from functools import lru_cache

from sqlalchemy import Dialect
from sqlalchemy.dialects import sqlite

from data_access.access import Scope
from metrics.asked import Slot
from metrics.compile import Statement, compile_query
from metrics.model import Metric
from metrics.period import year
from metrics.query import Query


@lru_cache(maxsize=512)
def statements(metric: Metric, scope: Scope, number: int, dialect: Dialect | None = None) -> tuple[str, ...]:
    """The statements that read a metric for a year, each followed by the values bound to it."""
    asked = year(number)
    slot = Slot(0, asked.start, asked.start, asked.stop)
    compiled = compile_query(Query(metrics=(metric,), period=asked), scope, (slot,))
    return tuple(_written(each, dialect or sqlite.dialect()) for each in compiled)


def _written(statement: Statement, dialect: Dialect) -> str:
    compiled = statement.select.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
    values = ", ".join(f"{name} = {value}" for name, value in compiled.params.items())
    return f"{compiled}\n\nValeurs : {values}"
