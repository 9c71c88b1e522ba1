"""How tables are made: dimensions, versioned facts, codes and keys."""

from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
)

from data_access.codes import Codes

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite numbers rows by itself only for an INTEGER primary key.
ROW_ID = BigInteger().with_variant(Integer(), "sqlite")


def code(name: str, codes: Codes, *, nullable: bool = False) -> Column[str]:
    """A column holding one code of a closed list; the list travels with the column."""
    return Column(name, String(20), nullable=nullable, comment=codes.name, info={"codes": codes})


def _closed_lists(columns: tuple[Any, ...]) -> list[CheckConstraint]:
    """The constraints that keep coded columns to their lists; on the table, where migrations see them."""
    coded = [column for column in columns if isinstance(column, Column) and "codes" in column.info]
    return [CheckConstraint(column.in_(list(column.info["codes"])), name=column.name) for column in coded]


def key(table: Table, name: str = "", *, nullable: bool = False, comment: str = "") -> Column[Any]:
    """A foreign key to a dimension, named after it."""
    return Column(
        name or f"{table.name}_id", ForeignKey(table.c.id), nullable=nullable, comment=comment or None
    )


def dimension(name: str, *columns: Any, length: int = 40) -> Table:
    """A conformed dimension: a natural code people know, and its French name."""
    code = Column("id", String(length), primary_key=True, comment="code known in the field tools")
    label = Column("name", String(160), nullable=False, comment="French name")
    return Table(name, metadata, code, label, *columns, *_closed_lists(columns))


def fact(name: str, *columns: Any, day: str = "day", indexed: tuple[str, ...] = ("dispositif_id",)) -> Table:
    """A fact: numbered rows, dated, with the import that brought each and the one that replaced it.

    The version columns are plain integers: an import is no dimension of a figure. Live rows are
    found by partial indexes; as-of questions, and the rows of one month to put back, by the whole one.
    """
    table = Table(
        name,
        metadata,
        Column("id", ROW_ID, primary_key=True),
        *columns,
        *_closed_lists(columns),
        Column("loaded_by", Integer, nullable=False, comment="number of the import that brought the row"),
        Column("retired_by", Integer, nullable=True, comment="number of the import that replaced it"),
    )
    live = table.c.retired_by.is_(None)
    for number, keys in enumerate(((day,), *((key, day) for key in indexed))):
        Index(
            f"ix_{name}_live_{number}", *(table.c[k] for k in keys), sqlite_where=live, postgresql_where=live
        )
    Index(f"ix_{name}_versions", table.c[day], table.c.loaded_by, table.c.retired_by)
    return table


def span_days() -> tuple[Column[Any], Column[Any]]:
    return (
        Column("valid_from", Date, nullable=False, comment="first day"),
        Column("valid_to", Date, nullable=True, comment="first day after; empty while it lasts"),
    )
