"""Flows: facts that are dated events.

Revision: 0002
Follows: 0001
"""

import sqlalchemy as sa
from alembic import op

from data_access.migrations.tables import fact

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Creates the flows."""
    fact(
        "intervention",
        sa.Column("day", sa.Date(), sa.ForeignKey("calendar.id"), nullable=False),
        sa.Column("hour", sa.SmallInteger(), nullable=False, comment="0-23, start of the intervention"),
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=False),
        sa.Column("dispositif_id", sa.String(40), sa.ForeignKey("dispositif.id"), nullable=False),
        sa.Column("sector_id", sa.String(40), sa.ForeignKey("sector.id"), nullable=True),
        sa.Column(
            "intervention_kind_id", sa.String(40), sa.ForeignKey("intervention_kind.id"), nullable=False
        ),
        sa.Column(
            "people_met",
            sa.Integer(),
            nullable=False,
            comment="contacts counted by tally, not unique persons",
        ),
        live=(("day",), ("dispositif_id", "day")),
    )
    fact(
        "field_hours",
        sa.Column("day", sa.Date(), sa.ForeignKey("calendar.id"), nullable=False),
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=False),
        sa.Column("dispositif_id", sa.String(40), sa.ForeignKey("dispositif.id"), nullable=False),
        sa.Column("planned_minutes", sa.Integer(), nullable=False),
        sa.Column("done_minutes", sa.Integer(), nullable=False, comment="a pair of mediators for 3 h is 360"),
        live=(("day",), ("dispositif_id", "day")),
    )
    fact(
        "meeting",
        sa.Column("day", sa.Date(), sa.ForeignKey("calendar.id"), nullable=False),
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=False),
        sa.Column("dispositif_id", sa.String(40), sa.ForeignKey("dispositif.id"), nullable=False),
        sa.Column("meeting_kind_id", sa.String(40), sa.ForeignKey("meeting_kind.id"), nullable=False),
        sa.Column("participations", sa.Integer(), nullable=False),
        live=(("day",), ("dispositif_id", "day")),
    )
    fact(
        "prevention_action",
        sa.Column("day", sa.Date(), sa.ForeignKey("calendar.id"), nullable=False),
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=False),
        sa.Column("dispositif_id", sa.String(40), sa.ForeignKey("dispositif.id"), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False, comment="action de prévention"),
        sa.Column("participants", sa.Integer(), nullable=False, comment="children and teenagers present"),
        sa.CheckConstraint("kind IN ('exhibition_9_13', 'exhibition_13_18', 'module')", name="kind"),
        live=(("day",), ("dispositif_id", "day")),
    )
    fact(
        "collection",
        sa.Column("day", sa.Date(), sa.ForeignKey("calendar.id"), nullable=False),
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=False),
        sa.Column("dispositif_id", sa.String(40), sa.ForeignKey("dispositif.id"), nullable=False),
        sa.Column(
            "kilograms", sa.Integer(), nullable=False, comment="bulky waste taken to the treatment centre"
        ),
        live=(("day",), ("dispositif_id", "day")),
    )
    fact(
        "placement",
        sa.Column("day", sa.Date(), sa.ForeignKey("calendar.id"), nullable=False),
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=False),
        sa.Column("days", sa.SmallInteger(), nullable=False, comment="length of one pupil's Opti'Stage"),
        live=(("day",),),
    )
    fact(
        "ledger",
        sa.Column("day", sa.Date(), sa.ForeignKey("calendar.id"), nullable=False),
        sa.Column("account_id", sa.String(40), sa.ForeignKey("account.id"), nullable=False),
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=False),
        sa.Column("dispositif_id", sa.String(40), sa.ForeignKey("dispositif.id"), nullable=True),
        sa.Column("funder_id", sa.String(40), sa.ForeignKey("funder.id"), nullable=True),
        sa.Column("branch", sa.String(20), nullable=False, comment="branche"),
        sa.Column("amount_cents", sa.BigInteger(), nullable=False, comment="credit less debit"),
        sa.CheckConstraint("branch IN ('mediation', 'training', 'bulky_waste', 'other')", name="branch"),
        live=(("day",), ("dispositif_id", "day")),
    )
    fact(
        "budget",
        sa.Column(
            "day", sa.Date(), sa.ForeignKey("calendar.id"), nullable=False, comment="first day of the month"
        ),
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=False),
        sa.Column("dispositif_id", sa.String(40), sa.ForeignKey("dispositif.id"), nullable=True),
        sa.Column("branch", sa.String(20), nullable=False, comment="branche"),
        sa.Column("line", sa.String(20), nullable=False, comment="source de financement"),
        sa.Column("amount_cents", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("branch IN ('mediation', 'training', 'bulky_waste', 'other')", name="branch"),
        sa.CheckConstraint("line IN ('sales', 'grants', 'apprenticeship', 'expense')", name="line"),
        live=(("day",), ("dispositif_id", "day")),
    )
    fact(
        "invoice",
        sa.Column("day", sa.Date(), sa.ForeignKey("calendar.id"), nullable=False),
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=False),
        sa.Column("dispositif_id", sa.String(40), sa.ForeignKey("dispositif.id"), nullable=True),
        sa.Column("funder_id", sa.String(40), sa.ForeignKey("funder.id"), nullable=True),
        sa.Column("direction", sa.String(20), nullable=False, comment="sens"),
        sa.Column("document", sa.String(20), nullable=False, comment="nature de pièce"),
        sa.Column(
            "amount_cents",
            sa.BigInteger(),
            nullable=False,
            comment="excluding tax; negative for a credit note",
        ),
        sa.CheckConstraint("direction IN ('client', 'supplier')", name="direction"),
        sa.CheckConstraint("document IN ('invoice', 'credit_note')", name="document"),
        live=(("day",), ("dispositif_id", "day")),
    )
    fact(
        "grant_file",
        sa.Column(
            "day", sa.Date(), sa.ForeignKey("calendar.id"), nullable=False, comment="day of the request"
        ),
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=False),
        sa.Column("dispositif_id", sa.String(40), sa.ForeignKey("dispositif.id"), nullable=True),
        sa.Column("funder_id", sa.String(40), sa.ForeignKey("funder.id"), nullable=False),
        sa.Column("status", sa.String(20), nullable=False, comment="statut de dossier"),
        sa.Column("asked_cents", sa.BigInteger(), nullable=False),
        sa.Column("granted_cents", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("status IN ('pending', 'granted', 'refused')", name="status"),
        live=(("day",), ("dispositif_id", "day")),
    )
    fact(
        "event",
        sa.Column("day", sa.Date(), sa.ForeignKey("calendar.id"), nullable=False),
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=True),
        sa.Column("dispositif_id", sa.String(40), sa.ForeignKey("dispositif.id"), nullable=True),
        sa.Column("kind", sa.String(20), nullable=False, comment="nature d'événement"),
        sa.Column("title", sa.String(200), nullable=False),
        sa.CheckConstraint("kind IN ('market', 'team', 'training', 'rse', 'life')", name="kind"),
        live=(("day",),),
    )


def downgrade() -> None:
    """Drops them."""
    for table in (
        "event",
        "grant_file",
        "invoice",
        "budget",
        "ledger",
        "placement",
        "collection",
        "prevention_action",
        "meeting",
        "field_hours",
        "intervention",
    ):
        op.drop_table(table)
