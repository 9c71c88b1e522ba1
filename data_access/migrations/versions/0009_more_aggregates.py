"""Aggregates: interventions by month and dispositif, and by sector, kind, weekday and hour.

Revision: 0009
Follows: 0008
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def _sector() -> sa.Column[str]:
    return sa.Column("sector_id", sa.String(40), sa.ForeignKey("sector.id"), nullable=True)


def _kind() -> sa.Column[str]:
    return sa.Column(
        "intervention_kind_id", sa.String(40), sa.ForeignKey("intervention_kind.id"), nullable=False
    )


def _create(name: str, *by: sa.Column[Any]) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True),
        sa.Column(
            "day", sa.Date(), sa.ForeignKey("calendar.id"), nullable=False, comment="first day of the month"
        ),
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=False),
        sa.Column("dispositif_id", sa.String(40), sa.ForeignKey("dispositif.id"), nullable=False),
        *by,
        sa.Column("rows", sa.Integer(), nullable=False, comment="how many rows were added up"),
        sa.Column("people_met", sa.Integer(), nullable=False),
    )
    op.create_index(f"ix_{name}_day", name, ["day", "dispositif_id"])


def upgrade() -> None:
    """Creates the aggregate tables; the end of the migration fills them."""
    _create("intervention_sector_month", _sector())
    _create("intervention_kind_month", _kind())
    _create(
        "intervention_hour_month",
        sa.Column("weekday", sa.SmallInteger(), nullable=False, comment="1 Monday to 7 Sunday"),
        sa.Column("hour", sa.SmallInteger(), nullable=False, comment="0-23, start of the intervention"),
    )
    _create("intervention_place_month", _sector(), _kind())


def downgrade() -> None:
    """Drops them."""
    for name in ("place", "hour", "kind", "sector"):
        op.drop_table(f"intervention_{name}_month")
