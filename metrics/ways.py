"""From a fact to the columns a question reads: which column, and the joins that lead to it."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Column, FromClause

from data_access.errors import QueryError
from metrics.joins import Path, path_to
from metrics.model import Dimension, Fact


def _way(fact: Fact, column: Column[Any]) -> tuple[Path, Column[Any]]:
    """The joins a column needs and the column to read: the foreign key itself when it holds the value."""
    path = path_to(fact.table, column)
    if path is None:
        raise ValueError(f"{fact.id} does not lead to {column}")
    if path and path[-1].column is column:
        return path[:-1], path[-1].parent
    return path, column


def column_of(fact: Fact, dimension: Dimension) -> Column[Any]:
    """The column of a fact, or of a table it leads to, that holds the values of a dimension."""
    column = dimension.column_from(fact)
    if column is None:
        raise QueryError(f"« {fact.label} » ne se ventile pas par « {dimension.label} ».")
    return column


def key_of(fact: Fact, dimension: Dimension) -> Column[Any]:
    """The column to group and filter by, as near to the fact as it can be read."""
    return _way(fact, column_of(fact, dimension))[1]


def joined(source: FromClause, fact: Fact, columns: Iterable[Column[Any]]) -> FromClause:
    """Each needed parent once, outer so that no row is lost."""
    for hop in dict.fromkeys(hop for column in columns for hop in _way(fact, column)[0]):
        source = source.outerjoin(hop.column.table, hop.parent == hop.column)
    return source
