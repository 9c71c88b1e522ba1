"""Stocks, spans, targets and published figures.

Revision: 0003
Follows: 0002
"""

import sqlalchemy as sa
from alembic import op

from data_access.migrations.tables import fact

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Creates the facts that last."""
    fact(
        "staff",
        sa.Column(
            "day", sa.Date(), sa.ForeignKey("calendar.id"), nullable=False, comment="last day of the month"
        ),
        sa.Column("person", sa.String(20), nullable=False, comment="pseudonym"),
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=False),
        sa.Column("dispositif_id", sa.String(40), sa.ForeignKey("dispositif.id"), nullable=True),
        sa.Column("job_id", sa.String(40), sa.ForeignKey("job.id"), nullable=False),
        sa.Column("contract", sa.String(20), nullable=False, comment="type de contrat"),
        sa.Column("fte_hundredths", sa.SmallInteger(), nullable=False),
        sa.Column("sex", sa.String(20), nullable=False, comment="sexe"),
        sa.Column("birth_year", sa.SmallInteger(), nullable=False),
        sa.Column("hired_on", sa.Date(), nullable=False),
        sa.Column("birth_area", sa.String(20), nullable=False, comment="zone de naissance"),
        sa.CheckConstraint(
            "birth_area IN ('france', 'europe', 'africa', 'americas', 'asia_oceania', 'undeclared')",
            name="birth_area",
        ),
        sa.CheckConstraint("contract IN ('permanent', 'fixed_term', 'apprentice')", name="contract"),
        sa.CheckConstraint("sex IN ('F', 'M')", name="sex"),
        live=(("day",), ("agency_id", "day")),
    )
    fact(
        "staff_countries",
        sa.Column(
            "day", sa.Date(), sa.ForeignKey("calendar.id"), nullable=False, comment="last day of the month"
        ),
        sa.Column(
            "agency_id",
            sa.String(40),
            sa.ForeignKey("agency.id"),
            nullable=True,
            comment="empty: the whole association",
        ),
        sa.Column(
            "countries",
            sa.SmallInteger(),
            nullable=False,
            comment="distinct countries of birth; no list is kept",
        ),
        live=(("day",), ("agency_id", "day")),
    )
    fact(
        "market",
        sa.Column("code", sa.String(40), nullable=False),
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=False),
        sa.Column("dispositif_id", sa.String(40), sa.ForeignKey("dispositif.id"), nullable=False),
        sa.Column("funder_id", sa.String(40), sa.ForeignKey("funder.id"), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False, comment="nature de marché"),
        sa.Column("renewal", sa.Boolean(), nullable=False, comment="follows a market of the same object"),
        sa.Column("awarded_on", sa.Date(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False, comment="first day"),
        sa.Column("valid_to", sa.Date(), nullable=True, comment="first day after; empty while it lasts"),
        sa.Column("term_on", sa.Date(), nullable=True, comment="day its term falls; empty when open-ended"),
        sa.Column("renewed", sa.Boolean(), nullable=True, comment="known once the term has fallen"),
        sa.Column("annual_cents", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("kind IN ('multi_year', 'seasonal', 'agreement')", name="kind"),
        live=(("valid_from",), ("dispositif_id", "valid_from")),
    )
    fact(
        "market_city",
        sa.Column("market_code", sa.String(40), nullable=False),
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=False),
        sa.Column("dispositif_id", sa.String(40), sa.ForeignKey("dispositif.id"), nullable=False),
        sa.Column(
            "city_id",
            sa.String(40),
            sa.ForeignKey("city.id"),
            nullable=False,
            comment="commune whose QPV the market covers",
        ),
        sa.Column("valid_from", sa.Date(), nullable=False, comment="first day"),
        sa.Column("valid_to", sa.Date(), nullable=True, comment="first day after; empty while it lasts"),
        live=(("valid_from",), ("dispositif_id", "valid_from")),
    )
    fact(
        "post",
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=False),
        sa.Column("dispositif_id", sa.String(40), sa.ForeignKey("dispositif.id"), nullable=True),
        sa.Column("job_id", sa.String(40), sa.ForeignKey("job.id"), nullable=False),
        sa.Column("fte_hundredths", sa.SmallInteger(), nullable=False, comment="FTE authorised"),
        sa.Column("on_field", sa.Boolean(), nullable=False, comment="counts in the market's ETP terrain"),
        sa.Column("valid_from", sa.Date(), nullable=False, comment="first day"),
        sa.Column("valid_to", sa.Date(), nullable=True, comment="first day after; empty while it lasts"),
        live=(("valid_from",), ("dispositif_id", "valid_from")),
    )
    fact(
        "place",
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=False),
        sa.Column("dispositif_id", sa.String(40), sa.ForeignKey("dispositif.id"), nullable=False),
        sa.Column("sector_id", sa.String(40), sa.ForeignKey("sector.id"), nullable=True),
        sa.Column("site_id", sa.String(40), sa.ForeignKey("site.id"), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False, comment="first day"),
        sa.Column("valid_to", sa.Date(), nullable=True, comment="first day after; empty while it lasts"),
        live=(("valid_from",), ("dispositif_id", "valid_from")),
    )
    fact(
        "target",
        sa.Column("metric", sa.String(60), nullable=False, comment="id of the metric"),
        sa.Column("agency_id", sa.String(40), sa.ForeignKey("agency.id"), nullable=True),
        sa.Column("dispositif_id", sa.String(40), sa.ForeignKey("dispositif.id"), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False, comment="first day"),
        sa.Column("valid_to", sa.Date(), nullable=True, comment="first day after; empty while it lasts"),
        sa.Column("value_thousandths", sa.BigInteger(), nullable=False, comment="in the unit of the metric"),
        live=(("valid_from",), ("metric", "valid_from")),
    )
    fact(
        "published_figure",
        sa.Column("figure", sa.String(12), nullable=False, comment="stable id, as RA-001"),
        sa.Column("document", sa.String(20), nullable=False),
        sa.Column("section", sa.String(80), nullable=False, comment="section and page"),
        sa.Column("label", sa.String(160), nullable=False),
        sa.Column("value", sa.String(20), nullable=False, comment="as printed, decimal point"),
        sa.Column("unit", sa.String(20), nullable=False),
        sa.Column(
            "precision",
            sa.String(20),
            nullable=False,
            comment="exact, rounded, more_than, about, unreachable",
        ),
        sa.Column("derivation", sa.String(20), nullable=False, comment="computed or declared"),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("domain", sa.String(20), nullable=False),
        sa.Column("metric", sa.String(60), nullable=True, comment="id of the metric that computes it"),
        sa.Column(
            "conditions", sa.String(200), nullable=False, comment="DIM=VALUE|VALUE, separated by commas"
        ),
        sa.Column("period", sa.String(40), nullable=False, comment="in the notation of the commands"),
        sa.Column("versus", sa.String(40), nullable=False),
        sa.Column("part", sa.String(20), nullable=False, comment="value, change or minus change"),
        live=(("figure",),),
    )


def downgrade() -> None:
    """Drops them."""
    for table in (
        "published_figure",
        "target",
        "place",
        "post",
        "market_city",
        "market",
        "staff_countries",
        "staff",
    ):
        op.drop_table(table)
