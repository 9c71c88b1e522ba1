"""Views that people save under a name.

Revision: 0010
Follows: 0009
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Creates their table."""
    op.create_table(
        "saved_view",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True),
        sa.Column("person", sa.String(120), nullable=False, comment="whose it is"),
        sa.Column("page", sa.String(40), nullable=False, comment="address of the page"),
        sa.Column("name", sa.String(60), nullable=False, comment="as the person calls it"),
        sa.Column("address", sa.String(2000), nullable=False, comment="what follows the question mark"),
        sa.Column(
            "is_default", sa.Boolean(), nullable=False, comment="opens the page, when nothing else is asked"
        ),
    )
    op.create_index("ix_saved_view_person", "saved_view", ["person", "page", "name"], unique=True)


def downgrade() -> None:
    """Drops it."""
    op.drop_table("saved_view")
