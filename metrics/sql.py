"""The SQL that a figure is read with, for those who want to check it: the statements of a year, as text."""

from functools import lru_cache

from sqlalchemy import Dialect
from sqlalchemy.dialects import sqlite

from data_access.access import Scope
from metrics.asked import Slot
from metrics.compile import compile_query
from metrics.model import Metric
from metrics.period import year
from metrics.query import Query


@lru_cache(maxsize=512)
def statements(metric: Metric, scope: Scope, number: int, dialect: Dialect | None = None) -> tuple[str, ...]:
    """The statements that read a metric for a year, with their values written in."""
    asked = year(number)
    slot = Slot(0, asked.start, asked.start, asked.stop)
    compiled = compile_query(Query(metrics=(metric,), period=asked), scope, (slot,))
    written = dialect or sqlite.dialect()
    return tuple(
        str(each.select.compile(dialect=written, compile_kwargs={"literal_binds": True})) for each in compiled
    )
