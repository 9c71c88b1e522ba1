"""Facts of the HR tools: moves, hours, absences, accidents, training, equality.

Revision: 0005
Follows: 0004
"""

import sqlalchemy as sa
from alembic import op

from data_access.migrations.tables import fact

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Creates them."""
    fact(
        "staff_move",
        sa.Column(
            "day",
            sa.Date(),
            sa.ForeignKey("calendar.id"),
            nullable=False,
            comment="first day on roll of an entry, last day of an exit",
        ),
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=False),
        sa.Column("dispositif_id", sa.String(40), sa.ForeignKey("dispositif.id"), nullable=True),
        sa.Column("job_id", sa.String(40), sa.ForeignKey("job.id"), nullable=False),
        sa.Column("contract", sa.String(20), nullable=False, comment="type de contrat"),
        sa.Column("move", sa.String(20), nullable=False, comment="mouvement"),
        sa.Column("reason", sa.String(20), nullable=False, comment="motif de mouvement"),
        sa.CheckConstraint("contract IN ('permanent', 'fixed_term', 'apprentice')", name="contract"),
        sa.CheckConstraint("move IN ('entry', 'exit', 'transfer_in', 'transfer_out')", name="move"),
        sa.CheckConstraint(
            "reason IN ('hire', 'resignation', 'economic', 'dismissal', 'agreed', 'end_fixed_term', 'trial', 'retirement', 'death', 'end_training', 'transfer')",
            name="reason",
        ),
        live=(("day",), ("agency_id", "day")),
    )
    fact(
        "hours_worked",
        sa.Column(
            "day", sa.Date(), sa.ForeignKey("calendar.id"), nullable=False, comment="first day of the month"
        ),
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=False),
        sa.Column("dispositif_id", sa.String(40), sa.ForeignKey("dispositif.id"), nullable=True),
        sa.Column("contract", sa.String(20), nullable=False, comment="type de contrat"),
        sa.Column("theoretical_minutes", sa.Integer(), nullable=False, comment="owed by the contracts"),
        sa.Column(
            "worked_minutes", sa.Integer(), nullable=False, comment="paid hours less absences, plus overtime"
        ),
        sa.CheckConstraint("contract IN ('permanent', 'fixed_term', 'apprentice')", name="contract"),
        live=(("day",), ("agency_id", "day")),
    )
    fact(
        "absence",
        sa.Column(
            "day", sa.Date(), sa.ForeignKey("calendar.id"), nullable=False, comment="first day of the month"
        ),
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=False),
        sa.Column("dispositif_id", sa.String(40), sa.ForeignKey("dispositif.id"), nullable=True),
        sa.Column("kind", sa.String(20), nullable=False, comment="motif d'absence"),
        sa.Column("long_term", sa.Boolean(), nullable=False, comment="part of a stop of 90 days or more"),
        sa.Column(
            "days",
            sa.SmallInteger(),
            nullable=False,
            comment="calendar days of the month, first day excluded",
        ),
        sa.Column("minutes", sa.Integer(), nullable=False, comment="hours of work missed"),
        sa.CheckConstraint(
            "kind IN ('sickness', 'work_accident', 'commute_accident', 'parental', 'authorised', 'other')",
            name="kind",
        ),
        live=(("day",), ("agency_id", "day")),
    )
    fact(
        "accident",
        sa.Column("day", sa.Date(), sa.ForeignKey("calendar.id"), nullable=False),
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=False),
        sa.Column("dispositif_id", sa.String(40), sa.ForeignKey("dispositif.id"), nullable=True),
        sa.Column("kind", sa.String(20), nullable=False, comment="nature d'accident"),
        sa.Column(
            "with_stop",
            sa.Boolean(),
            nullable=False,
            comment="at least one day off beside that of the accident",
        ),
        sa.CheckConstraint("kind IN ('work', 'commute')", name="kind"),
        live=(("day",), ("agency_id", "day")),
    )
    fact(
        "staff_training",
        sa.Column("day", sa.Date(), sa.ForeignKey("calendar.id"), nullable=False),
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=False),
        sa.Column("dispositif_id", sa.String(40), sa.ForeignKey("dispositif.id"), nullable=True),
        sa.Column("job_id", sa.String(40), sa.ForeignKey("job.id"), nullable=False),
        sa.Column("theme", sa.String(20), nullable=False, comment="thème de formation"),
        sa.Column("participants", sa.SmallInteger(), nullable=False),
        sa.Column(
            "days_hundredths", sa.Integer(), nullable=False, comment="days of training times participants"
        ),
        sa.CheckConstraint("theme IN ('management', 'mediation', 'safety', 'digital', 'rse')", name="theme"),
        live=(("day",), ("agency_id", "day")),
    )
    fact(
        "pay_group",
        sa.Column(
            "day",
            sa.Date(),
            sa.ForeignKey("calendar.id"),
            nullable=False,
            comment="last day of the reference period",
        ),
        sa.Column("pay_group", sa.String(20), nullable=False, comment="groupe de rémunération"),
        sa.Column("women", sa.SmallInteger(), nullable=False),
        sa.Column("men", sa.SmallInteger(), nullable=False),
        sa.Column(
            "women_mean_cents",
            sa.BigInteger(),
            nullable=True,
            comment="yearly, full time; null when either sex < 3",
        ),
        sa.Column("men_mean_cents", sa.BigInteger(), nullable=True),
        sa.CheckConstraint(
            "pay_group IN ('workers/under_30', 'workers/30_39', 'workers/40_49', 'workers/50_over', 'employees/under_30', 'employees/30_39', 'employees/40_49', 'employees/50_over', 'technicians/under_30', 'technicians/30_39', 'technicians/40_49', 'technicians/50_over', 'managers/under_30', 'managers/30_39', 'managers/40_49', 'managers/50_over')",
            name="pay_group",
        ),
        live=(("day",),),
    )
    fact(
        "equality_count",
        sa.Column(
            "day",
            sa.Date(),
            sa.ForeignKey("calendar.id"),
            nullable=False,
            comment="last day of the reference period",
        ),
        sa.Column("item", sa.String(20), nullable=False, comment="compte de l'index"),
        sa.Column("women", sa.SmallInteger(), nullable=False),
        sa.Column("men", sa.SmallInteger(), nullable=False),
        sa.CheckConstraint("item IN ('raised', 'returns', 'returns_raised', 'top_ten')", name="item"),
        live=(("day",),),
    )


def downgrade() -> None:
    """Drops them."""
    for table in (
        "equality_count",
        "pay_group",
        "staff_training",
        "accident",
        "absence",
        "hours_worked",
        "staff_move",
    ):
        op.drop_table(table)
