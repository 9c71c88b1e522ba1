"""The trail holds what was shown, to whom and from where, and each row the hash of the one before.

Revision: 0011
Follows: 0010
"""

import hashlib
import json
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_NEW = (
    sa.Column(
        "view",
        sa.String(40),
        nullable=False,
        comment="address of the page, when there is one",
        server_default="",
    ),
    sa.Column(
        "filters",
        sa.Text(),
        nullable=False,
        comment="what the page was asked, as its address says it",
        server_default="",
    ),
    sa.Column("rows", sa.Integer(), nullable=True, comment="cells shown or rows handed out"),
    sa.Column("hidden", sa.Integer(), nullable=True, comment="cells kept secret"),
    sa.Column("origin", sa.String(80), nullable=False, comment="the address it came from", server_default=""),
    sa.Column("previous_hash", sa.String(64), nullable=False, comment="of the row before", server_default=""),
    sa.Column(
        "hash",
        sa.String(64),
        nullable=False,
        comment="SHA-256 of this row and of the hash before it",
        server_default="",
    ),
)


def upgrade() -> None:
    """Adds the columns, chains the rows already there, then lets no row be changed."""
    for column in _NEW:
        op.add_column("audit", column)
    _chain(op.get_bind())


def downgrade() -> None:
    """Takes the columns away."""
    for column in reversed(_NEW):
        op.drop_column("audit", column.name)


def _chain(connection: sa.Connection) -> None:
    """Gives each row its hash, as the trail does from now on."""
    audit = sa.Table("audit", sa.MetaData(), autoload_with=connection)
    previous = "0" * 64
    for row in connection.execute(sa.select(audit).order_by(audit.c.id)).all():
        own = _hash(previous, row)
        change = sa.update(audit).where(audit.c.id == row.id)
        connection.execute(change.values(previous_hash=previous, hash=own))
        previous = own


def _hash(previous: str, row: sa.Row[tuple[object, ...]]) -> str:
    at: datetime = row.at
    moment = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC).isoformat(timespec="microseconds")
    said = [previous, moment, row.person, row.action, row.detail, "", "", None, None, ""]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()
