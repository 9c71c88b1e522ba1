"""The only joins there are: foreign keys, followed from a fact to the table of a dimension.

Each leads to a primary key, so a join never multiplies rows. The shortest way wins; when two
shortest ways exist the question is ambiguous and there is no way.
"""

from functools import cache
from typing import Any

from sqlalchemy import Column, ForeignKey, Table

Path = tuple[ForeignKey, ...]


@cache
def path_to(start: Table, column: Column[Any]) -> Path | None:
    """The foreign keys from ``start`` to the table of ``column``; empty when it is there already."""
    goal = column.table
    if goal is start:
        return ()
    ways: list[Path] = [()]
    for _ in range(3):
        ways = [(*way, key) for way in ways for key in _keys_of(way[-1].column.table if way else start)]
        arrived = [way for way in ways if way[-1].column.table is goal]
        if arrived:
            return arrived[0] if len(arrived) == 1 else None
    return None


def _keys_of(table: Table) -> list[ForeignKey]:
    return sorted(table.foreign_keys, key=lambda key: key.parent.name)
