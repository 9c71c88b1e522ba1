"""Dimensions and the books of the store.

Revision: 0001
Follows: nothing
"""

import sqlalchemy as sa
from alembic import op

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Creates the dimensions, then the imports, coverage, closings, people and audit."""
    op.create_table(
        "account",
        sa.Column("id", sa.String(40), primary_key=True, comment="code known in the field tools"),
        sa.Column("name", sa.String(160), nullable=False, comment="French name"),
        sa.Column("line", sa.String(20), nullable=False, comment="source de financement"),
        sa.CheckConstraint("line IN ('sales', 'grants', 'apprenticeship', 'expense')", name="line"),
    )
    op.create_table(
        "agency",
        sa.Column("id", sa.String(40), primary_key=True, comment="code known in the field tools"),
        sa.Column("name", sa.String(160), nullable=False, comment="French name"),
        sa.Column("kind", sa.String(20), nullable=False, comment="nature d'agence"),
        sa.Column("position", sa.SmallInteger(), nullable=False, comment="display order"),
        sa.CheckConstraint("kind IN ('territory', 'head_office')", name="kind"),
    )
    op.create_table(
        "calendar",
        sa.Column("id", sa.Date(), primary_key=True, comment="the day"),
        sa.Column("month", sa.Date(), nullable=False, comment="first day of the month"),
        sa.Column("quarter", sa.Date(), nullable=False, comment="first day of the quarter"),
        sa.Column("year", sa.SmallInteger(), nullable=False),
        sa.Column("school_year", sa.SmallInteger(), nullable=False, comment="year of its September"),
        sa.Column("weekday", sa.SmallInteger(), nullable=False, comment="1 is Monday, 7 is Sunday"),
    )
    op.create_table(
        "city",
        sa.Column("id", sa.String(40), primary_key=True, comment="code known in the field tools"),
        sa.Column("name", sa.String(160), nullable=False, comment="French name"),
        sa.Column("population", sa.Integer(), nullable=True, comment="municipal population"),
        sa.Column("qpv_population", sa.Integer(), nullable=True, comment="inhabitants of its QPV, 2024 list"),
    )
    op.create_table(
        "funder",
        sa.Column("id", sa.String(40), primary_key=True, comment="code known in the field tools"),
        sa.Column("name", sa.String(160), nullable=False, comment="French name"),
        sa.Column("kind", sa.String(20), nullable=False, comment="nature de financeur"),
        sa.CheckConstraint(
            "kind IN ('city', 'department', 'region', 'state', 'landlord', 'public_body', 'opco', 'europe', 'company')",
            name="kind",
        ),
    )
    op.create_table(
        "intervention_kind",
        sa.Column("id", sa.String(40), primary_key=True, comment="code known in the field tools"),
        sa.Column("name", sa.String(160), nullable=False, comment="French name"),
        sa.Column("family", sa.String(20), nullable=False, comment="famille d'intervention"),
        sa.CheckConstraint("family IN ('N', 'O', 'C', 'D', 'I', 'T', 'V', 'E', 'A', 'P')", name="family"),
    )
    op.create_table(
        "job",
        sa.Column("id", sa.String(40), primary_key=True, comment="code known in the field tools"),
        sa.Column("name", sa.String(160), nullable=False, comment="French name"),
        sa.Column("family", sa.String(20), nullable=False, comment="famille de métier"),
        sa.CheckConstraint(
            "family IN ('mediator', 'referent', 'manager', 'bulky_waste', 'support')", name="family"
        ),
    )
    op.create_table(
        "meeting_kind",
        sa.Column("id", sa.String(40), primary_key=True, comment="code known in the field tools"),
        sa.Column("name", sa.String(160), nullable=False, comment="French name"),
        sa.Column("set_by_market", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "dispositif",
        sa.Column("id", sa.String(40), primary_key=True, comment="code known in the field tools"),
        sa.Column("name", sa.String(160), nullable=False, comment="French name"),
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=False),
        sa.Column(
            "funder_id",
            sa.String(40),
            sa.ForeignKey("funder.id"),
            nullable=True,
            comment="main commanditaire",
        ),
        sa.Column("family", sa.String(20), nullable=False, comment="famille de dispositif"),
        sa.Column("branch", sa.String(20), nullable=False, comment="branche"),
        sa.Column("orientation", sa.String(20), nullable=False, comment="orientation"),
        sa.Column("setting", sa.String(20), nullable=False, comment="cadre d'intervention"),
        sa.Column(
            "field_mediation", sa.Boolean(), nullable=False, comment="first list of the activity report p. 3"
        ),
        sa.Column("urban_market", sa.Boolean(), nullable=False, comment="urban social mediation market"),
        sa.Column(
            "contract_year_month",
            sa.SmallInteger(),
            nullable=False,
            comment="month the contract year starts (1-12)",
        ),
        sa.Column(
            "schedule", sa.String(160), nullable=False, comment="days and hours of presence, in French"
        ),
        sa.CheckConstraint("branch IN ('mediation', 'training', 'bulky_waste', 'other')", name="branch"),
        sa.CheckConstraint(
            "family IN ('day', 'night', 'school', 'leisure', 'public_service', 'worksite', 'night_life', 'citizens', 'conventional', 'bulky_waste')",
            name="family",
        ),
        sa.CheckConstraint("orientation IN ('prevention', 'tranquillity', 'access')", name="orientation"),
        sa.CheckConstraint(
            "setting IN ('public_space', 'shared_space', 'school', 'leisure', 'public_service')",
            name="setting",
        ),
    )
    op.create_table(
        "sector",
        sa.Column("id", sa.String(40), primary_key=True, comment="code known in the field tools"),
        sa.Column("name", sa.String(160), nullable=False, comment="French name"),
        sa.Column("city_id", sa.String(40), sa.ForeignKey("city.id"), nullable=False),
        sa.Column("qpv", sa.Boolean(), nullable=False, comment="is a QPV"),
        sa.Column("inhabitants", sa.Integer(), nullable=True),
        sa.Column("tile_row", sa.SmallInteger(), nullable=True, comment="place in the tile grid of its city"),
        sa.Column("tile_column", sa.SmallInteger(), nullable=True),
    )
    op.create_table(
        "site",
        sa.Column("id", sa.String(40), primary_key=True, comment="code known in the field tools"),
        sa.Column("name", sa.String(160), nullable=False, comment="French name"),
        sa.Column("city_id", sa.String(40), sa.ForeignKey("city.id"), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False, comment="nature de site"),
        sa.CheckConstraint("kind IN ('school', 'work', 'prison', 'training')", name="kind"),
    )
    op.create_table(
        "audit",
        sa.Column("id", ROW_ID, primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person", sa.String(120), nullable=False),
        sa.Column("action", sa.String(40), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
    )
    op.create_table(
        "coverage",
        sa.Column("id", ROW_ID, primary_key=True),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("month", sa.Date(), nullable=True, comment="empty: always"),
        sa.Column("dispositif_id", sa.String(40), nullable=True, comment="empty: all"),
        sa.Column("loaded_by", sa.Integer(), nullable=False),
        sa.Column("retired_by", sa.Integer(), nullable=True),
    )
    op.create_index("ix_coverage_kind", "coverage", ["kind", "month"])
    op.create_table(
        "imports",
        sa.Column(
            "id", sa.Integer(), primary_key=True, autoincrement=False, comment="follows the order of commits"
        ),
        sa.Column("kind", sa.String(40), nullable=False, comment="contract of the file"),
        sa.Column("first_month", sa.Date(), nullable=True, comment="extent replaced; empty: everything"),
        sa.Column("last_month", sa.Date(), nullable=True),
        sa.Column("dispositif_id", sa.String(40), nullable=True, comment="extent replaced; empty: all"),
        sa.Column("file_name", sa.String(200), nullable=False),
        sa.Column("file_hash", sa.String(64), nullable=False, comment="SHA-256"),
        sa.Column("rows_loaded", sa.Integer(), nullable=False),
        sa.Column("rows_retired", sa.Integer(), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True, comment="number of the import this one undoes"),
        sa.Column("sample", sa.Boolean(), nullable=False, comment="the file says it holds example data"),
        sa.Column("person", sa.String(120), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "person",
        sa.Column("email", sa.String(120), primary_key=True),
        sa.Column("role", sa.String(30), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "closing",
        sa.Column("id", ROW_ID, primary_key=True),
        sa.Column("domain", sa.String(20), nullable=False),
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=True),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False, comment="draft, checked, closed or published"),
        sa.Column("import_id", sa.Integer(), nullable=False, comment="what was known when it was decided"),
        sa.Column("person", sa.String(120), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "person_agency",
        sa.Column("email", sa.String(120), sa.ForeignKey("person.email"), primary_key=True),
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), primary_key=True),
    )


def downgrade() -> None:
    """Drops them."""
    for table in (
        "person_agency",
        "closing",
        "person",
        "imports",
        "coverage",
        "audit",
        "site",
        "sector",
        "dispositif",
        "meeting_kind",
        "job",
        "intervention_kind",
        "funder",
        "city",
        "calendar",
        "agency",
        "account",
    ):
        op.drop_table(table)
