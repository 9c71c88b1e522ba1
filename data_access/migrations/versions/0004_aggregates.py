"""Aggregates: interventions by month and dispositif.

Revision: 0004
Follows: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Creates the first aggregate table; loading fills it."""
    op.create_table(
        "intervention_month",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True),
        sa.Column(
            "day", sa.Date(), sa.ForeignKey("calendar.id"), nullable=False, comment="first day of the month"
        ),
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=False),
        sa.Column("dispositif_id", sa.String(40), sa.ForeignKey("dispositif.id"), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False, comment="how many rows were added up"),
        sa.Column("people_met", sa.Integer(), nullable=False),
    )
    op.create_index("ix_intervention_month_day", "intervention_month", ["day", "dispositif_id"])


def downgrade() -> None:
    """Drops it."""
    op.drop_table("intervention_month")
