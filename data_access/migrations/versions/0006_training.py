"""Training organisation and CFA.

Revision: 0006
Follows: 0005
"""

import sqlalchemy as sa
from alembic import op

from data_access.migrations.tables import fact

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Creates the programmes, then what happens in them."""
    op.create_table(
        "programme",
        sa.Column("id", sa.String(40), primary_key=True, comment="code known in the field tools"),
        sa.Column("name", sa.String(160), nullable=False, comment="French name"),
        sa.Column("family", sa.String(20), nullable=False, comment="famille de formation"),
        sa.Column("objective", sa.String(20), nullable=False, comment="objectif de formation"),
        sa.Column("level", sa.SmallInteger(), nullable=True, comment="RNCP level of the title it leads to"),
        sa.Column("speciality", sa.String(3), nullable=True, comment="NSF code"),
        sa.Column("title_minutes", sa.Integer(), nullable=True, comment="length of the whole title"),
        sa.CheckConstraint(
            "family IN ('speciality', 'reception', 'prison', 'title_module', 'apprenticeship')", name="family"
        ),
        sa.CheckConstraint(
            "objective IN ('rncp', 'rs', 'cqp', 'other', 'assessment', 'vae')", name="objective"
        ),
    )
    fact(
        "training_session",
        sa.Column(
            "day", sa.Date(), sa.ForeignKey("calendar.id"), nullable=False, comment="first day of the session"
        ),
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=False),
        sa.Column("programme_id", sa.String(40), sa.ForeignKey("programme.id"), nullable=False),
        sa.Column("site_id", sa.String(40), sa.ForeignKey("site.id"), nullable=True),
        sa.Column("delivered_minutes", sa.Integer(), nullable=False, comment="length, whatever the audience"),
        live=(("day",), ("programme_id", "day")),
    )
    fact(
        "attendance",
        sa.Column(
            "day",
            sa.Date(),
            sa.ForeignKey("calendar.id"),
            nullable=False,
            comment="day of the session, or first day of the month for apprentices",
        ),
        sa.Column(
            "agency_id",
            sa.String(40),
            sa.ForeignKey("agency.id"),
            nullable=False,
            comment="agency of the learners when they are employees of the association",
        ),
        sa.Column("programme_id", sa.String(40), sa.ForeignKey("programme.id"), nullable=False),
        sa.Column("site_id", sa.String(40), sa.ForeignKey("site.id"), nullable=True),
        sa.Column("trainee", sa.String(20), nullable=False, comment="type de stagiaire"),
        sa.Column("employer", sa.String(20), nullable=False, comment="type d'employeur"),
        sa.Column("learners", sa.SmallInteger(), nullable=False, comment="people who begin this action"),
        sa.Column(
            "trainee_minutes", sa.Integer(), nullable=False, comment="time followed, all learners together"
        ),
        sa.CheckConstraint("employer IN ('own', 'private', 'public', 'none')", name="employer"),
        sa.CheckConstraint(
            "trainee IN ('private_employee', 'apprentice', 'job_seeker', 'individual', 'other')",
            name="trainee",
        ),
        live=(("day",), ("programme_id", "day")),
    )
    fact(
        "enrolment",
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=False),
        sa.Column("programme_id", sa.String(40), sa.ForeignKey("programme.id"), nullable=False),
        sa.Column("employer", sa.String(20), nullable=False, comment="type d'employeur"),
        sa.Column("valid_from", sa.Date(), nullable=False, comment="first day"),
        sa.Column("valid_to", sa.Date(), nullable=True, comment="first day after; empty while it lasts"),
        sa.Column("ended_on", sa.Date(), nullable=True, comment="last day; empty while it lasts"),
        sa.Column("outcome", sa.String(20), nullable=False, comment="issue du parcours"),
        sa.CheckConstraint("employer IN ('own', 'private', 'public', 'none')", name="employer"),
        sa.CheckConstraint("outcome IN ('in_training', 'passed', 'failed', 'interrupted')", name="outcome"),
        live=(("valid_from",), ("programme_id", "valid_from")),
    )
    fact(
        "exam",
        sa.Column("day", sa.Date(), sa.ForeignKey("calendar.id"), nullable=False, comment="day of the jury"),
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=False),
        sa.Column("programme_id", sa.String(40), sa.ForeignKey("programme.id"), nullable=False),
        sa.Column("employer", sa.String(20), nullable=False, comment="type d'employeur"),
        sa.Column("result", sa.String(20), nullable=False, comment="résultat d'examen"),
        sa.CheckConstraint("employer IN ('own', 'private', 'public', 'none')", name="employer"),
        sa.CheckConstraint("result IN ('passed', 'partial', 'failed')", name="result"),
        live=(("day",), ("programme_id", "day")),
    )
    fact(
        "satisfaction",
        sa.Column("day", sa.Date(), sa.ForeignKey("calendar.id"), nullable=False),
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=False),
        sa.Column("programme_id", sa.String(40), sa.ForeignKey("programme.id"), nullable=False),
        sa.Column("answers", sa.SmallInteger(), nullable=False),
        sa.Column(
            "satisfied",
            sa.SmallInteger(),
            nullable=False,
            comment="answers « satisfait » or « très satisfait »",
        ),
        live=(("day",), ("programme_id", "day")),
    )


def downgrade() -> None:
    """Drops them."""
    for table in ("satisfaction", "exam", "enrolment", "attendance", "training_session", "programme"):
        op.drop_table(table)
