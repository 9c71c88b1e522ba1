"""How the first revisions make a fact table; frozen, as released revisions are."""

from typing import Any

import sqlalchemy as sa
from alembic import op

_ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def fact(name: str, *columns: Any, live: tuple[tuple[str, ...], ...]) -> None:
    """Creates a versioned table, its partial indexes over live rows and the one over versions."""
    op.create_table(
        name,
        sa.Column("id", _ROW_ID, primary_key=True),
        *columns,
        sa.Column(
            "loaded_by", sa.Integer(), nullable=False, comment="number of the import that brought the row"
        ),
        sa.Column("retired_by", sa.Integer(), nullable=True, comment="number of the import that replaced it"),
    )
    is_live = sa.text("retired_by IS NULL")
    for number, keys in enumerate(live):
        index = f"ix_{name}_live_{number}"
        op.create_index(index, name, list(keys), sqlite_where=is_live, postgresql_where=is_live)
    op.create_index(f"ix_{name}_versions", name, [live[0][0], "loaded_by", "retired_by"])
