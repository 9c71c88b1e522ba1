"""CSR indicators, fleet, certifications, actions, events; orders of the funders.

Revision: 0007
Follows: 0006
"""

import sqlalchemy as sa
from alembic import op

from data_access.migrations.tables import fact

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Creates them."""
    op.create_table(
        "vehicle_kind",
        sa.Column("id", sa.String(40), primary_key=True, comment="code known in the field tools"),
        sa.Column("name", sa.String(160), nullable=False, comment="French name"),
        sa.Column("alternative", sa.Boolean(), nullable=False, comment="counts as an alternative vehicle"),
    )
    op.create_table(
        "rse_indicator",
        sa.Column("id", sa.String(40), primary_key=True, comment="code known in the field tools"),
        sa.Column("name", sa.String(160), nullable=False, comment="French name"),
        sa.Column("axis", sa.String(20), nullable=False, comment="axe RSE"),
        sa.Column("sub_axis", sa.String(160), nullable=False),
        sa.Column("issue", sa.String(160), nullable=False, comment="« enjeu » of the published table"),
        sa.Column("unit", sa.String(20), nullable=False, comment="symbol; empty for a count"),
        sa.Column("wanted", sa.String(20), nullable=False, comment="sens souhaité"),
        sa.Column("owner", sa.String(80), nullable=False, comment="function that answers for it"),
        sa.Column("metric", sa.String(60), nullable=False, comment="id of the metric that gives it"),
        sa.Column("position", sa.SmallInteger(), nullable=False, comment="order of the published tables"),
        sa.CheckConstraint("axis IN ('territory', 'social', 'environment', 'economy')", name="axis"),
        sa.CheckConstraint("wanted IN ('more', 'less', 'none')", name="wanted"),
    )
    fact(
        "rse_value",
        sa.Column(
            "day",
            sa.Date(),
            sa.ForeignKey("calendar.id"),
            nullable=False,
            comment="last day of the year the value is about",
        ),
        sa.Column("rse_indicator_id", sa.String(40), sa.ForeignKey("rse_indicator.id"), nullable=False),
        sa.Column(
            "value_thousandths", sa.BigInteger(), nullable=False, comment="in the unit of the indicator"
        ),
        sa.Column("evidence", sa.Text(), nullable=False, comment="what proves it"),
        live=(("day",), ("rse_indicator_id", "day")),
    )
    fact(
        "vehicle",
        sa.Column(
            "day", sa.Date(), sa.ForeignKey("calendar.id"), nullable=False, comment="last day of the month"
        ),
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=False),
        sa.Column("vehicle_kind_id", sa.String(40), sa.ForeignKey("vehicle_kind.id"), nullable=False),
        sa.Column("vehicles", sa.SmallInteger(), nullable=False),
        live=(("day",), ("agency_id", "day")),
    )
    fact(
        "mileage",
        sa.Column(
            "day", sa.Date(), sa.ForeignKey("calendar.id"), nullable=False, comment="first day of the month"
        ),
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=False),
        sa.Column("vehicle_kind_id", sa.String(40), sa.ForeignKey("vehicle_kind.id"), nullable=False),
        sa.Column("kilometres", sa.Integer(), nullable=False),
        live=(("day",), ("agency_id", "day")),
    )
    fact(
        "certification",
        sa.Column("code", sa.String(40), nullable=False),
        sa.Column("title", sa.String(160), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False, comment="nature de certification"),
        sa.Column("issuer", sa.String(80), nullable=False),
        sa.Column("level", sa.String(40), nullable=True, comment="level reached, as « Confirmé »"),
        sa.Column("valid_from", sa.Date(), nullable=False, comment="first day"),
        sa.Column("valid_to", sa.Date(), nullable=True, comment="first day after; empty while it lasts"),
        sa.Column("ended_on", sa.Date(), nullable=True, comment="last day; empty when it does not expire"),
        sa.CheckConstraint("kind IN ('label', 'quality', 'licence')", name="kind"),
        live=(("valid_from",),),
    )
    fact(
        "rse_action",
        sa.Column("code", sa.String(40), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("axis", sa.String(20), nullable=False, comment="axe RSE"),
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=True),
        sa.Column("owner", sa.String(80), nullable=False, comment="function that answers for it"),
        sa.Column("status", sa.String(20), nullable=False, comment="statut d'action"),
        sa.Column("valid_from", sa.Date(), nullable=False, comment="first day"),
        sa.Column("valid_to", sa.Date(), nullable=True, comment="first day after; empty while it lasts"),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.CheckConstraint("axis IN ('territory', 'social', 'environment', 'economy')", name="axis"),
        sa.CheckConstraint("status IN ('planned', 'running', 'done', 'abandoned')", name="status"),
        live=(("valid_from",), ("agency_id", "valid_from")),
    )
    fact(
        "rse_event",
        sa.Column("day", sa.Date(), sa.ForeignKey("calendar.id"), nullable=False),
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False, comment="nature d'événement RSE"),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("participants", sa.SmallInteger(), nullable=True),
        sa.CheckConstraint("kind IN ('workshop', 'awareness', 'stakeholders', 'committee')", name="kind"),
        live=(("day",), ("agency_id", "day")),
    )
    fact(
        "funder_order",
        sa.Column(
            "day",
            sa.Date(),
            sa.ForeignKey("calendar.id"),
            nullable=False,
            comment="day the order was received",
        ),
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=False),
        sa.Column("dispositif_id", sa.String(40), sa.ForeignKey("dispositif.id"), nullable=False),
        sa.Column("funder_id", sa.String(40), sa.ForeignKey("funder.id"), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True, comment="empty while it waits"),
        sa.Column("delay_days", sa.SmallInteger(), nullable=True, comment="calendar days to the answer"),
        live=(("day",), ("dispositif_id", "day")),
    )


def downgrade() -> None:
    """Drops them."""
    for table in (
        "funder_order",
        "rse_event",
        "rse_action",
        "certification",
        "mileage",
        "vehicle",
        "rse_value",
        "rse_indicator",
        "vehicle_kind",
    ):
        op.drop_table(table)
