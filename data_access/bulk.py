"""Many rows at once, the shortest way of each engine: COPY on PostgreSQL, the driver's loop on SQLite."""

from collections.abc import Mapping, Sequence
from typing import Any

from psycopg.sql import SQL, Identifier
from sqlalchemy import Connection, Table, insert


def insert_columns(connection: Connection, table: Table, columns: Mapping[str, Sequence[Any]]) -> None:
    """Inserts rows given column by column, values as the table's types take them."""
    if any(map(len, columns.values())):
        (_copy if connection.dialect.name == "postgresql" else _loop)(connection, table, columns)


def _copy(connection: Connection, table: Table, columns: Mapping[str, Sequence[Any]]) -> None:
    """COPY checks what an INSERT checks, without a statement per batch to write and to parse."""
    names = SQL(", ").join(map(Identifier, columns))
    into = SQL("COPY {} ({}) FROM STDIN").format(Identifier(table.name), names)
    driver: Any = connection.connection.driver_connection
    with driver.cursor().copy(into) as sent:
        for row in zip(*columns.values(), strict=True):
            sent.write_row(row)


def _loop(connection: Connection, table: Table, columns: Mapping[str, Sequence[Any]]) -> None:
    """The INSERT is written once; each distinct value is turned into the driver's own once."""
    statement = insert(table).compile(dialect=connection.dialect, column_keys=list(columns))
    order: list[str] = getattr(statement, "positiontup", [])
    driven = [_driven(connection, table, name, columns[name]) for name in order]
    connection.exec_driver_sql(str(statement), list(zip(*driven, strict=True)))


def _driven(connection: Connection, table: Table, name: str, values: Sequence[Any]) -> Sequence[Any]:
    turn = table.c[name].type.dialect_impl(connection.dialect).bind_processor(connection.dialect)
    if turn is None:
        return values
    known = {value: turn(value) for value in set(values)}
    return [known[value] for value in values]
