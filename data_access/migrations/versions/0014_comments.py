"""The comments that people write on the sheets of a period.

Revision: 0014
Follows: 0013
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Creates their table."""
    op.create_table(
        "comment",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True),
        sa.Column("document", sa.String(40), nullable=False, comment="name of the sheet"),
        sa.Column("subject", sa.String(40), nullable=False, comment="the agency or dispositif it is about"),
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=False),
        sa.Column("period", sa.String(40), nullable=False, comment="as commands write it"),
        sa.Column("text", sa.Text(), nullable=False, comment="a paragraph a line"),
        sa.Column("person", sa.String(120), nullable=False, comment="who wrote it; empty once erased"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_comment_document", "comment", ["document", "subject", "period"], unique=True)


def downgrade() -> None:
    """Drops it."""
    op.drop_table("comment")
