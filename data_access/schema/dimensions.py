"""The conformed dimensions: what figures are broken down and filtered by."""

from sqlalchemy import Boolean, Column, Date, Integer, SmallInteger, String, Table

from data_access.codes import (
    AGENCY_KIND,
    BRANCH,
    FAMILY,
    FUNDER_KIND,
    FUNDING_LINE,
    INTERVENTION_FAMILY,
    JOB_FAMILY,
    OBJECTIVE,
    ORIENTATION,
    PROGRAMME_FAMILY,
    RSE_AXIS,
    SETTING,
    SITE_KIND,
    WANTED,
)
from data_access.schema.base import code, dimension, key, metadata

calendar = Table(
    "calendar",
    metadata,
    Column("id", Date, primary_key=True, comment="the day"),
    Column("month", Date, nullable=False, comment="first day of the month"),
    Column("quarter", Date, nullable=False, comment="first day of the quarter"),
    Column("year", SmallInteger, nullable=False),
    Column("school_year", SmallInteger, nullable=False, comment="year of its September"),
    Column("weekday", SmallInteger, nullable=False, comment="1 is Monday, 7 is Sunday"),
)

agency = dimension(
    "agency",
    code("kind", AGENCY_KIND),
    Column("position", SmallInteger, nullable=False, comment="display order"),
)
city = dimension(
    "city",
    Column("population", Integer, nullable=True, comment="municipal population"),
    Column("qpv_population", Integer, nullable=True, comment="inhabitants of its QPV, 2024 list"),
)
funder = dimension("funder", code("kind", FUNDER_KIND))
dispositif = dimension(
    "dispositif",
    key(agency),
    key(funder, nullable=True, comment="main commanditaire"),
    code("family", FAMILY),
    code("branch", BRANCH),
    code("orientation", ORIENTATION),
    code("setting", SETTING),
    Column("field_mediation", Boolean, nullable=False, comment="first list of the activity report p. 3"),
    Column("urban_market", Boolean, nullable=False, comment="urban social mediation market"),
    Column(
        "contract_year_month", SmallInteger, nullable=False, comment="month the contract year starts (1-12)"
    ),
    Column("schedule", String(160), nullable=False, comment="days and hours of presence, in French"),
)
sector = dimension(
    "sector",
    key(city),
    Column("qpv", Boolean, nullable=False, comment="is a QPV"),
    Column("inhabitants", Integer, nullable=True),
    Column("tile_row", SmallInteger, nullable=True, comment="place in the tile grid of its city"),
    Column("tile_column", SmallInteger, nullable=True),
)
site = dimension("site", key(city), code("kind", SITE_KIND))
intervention_kind = dimension("intervention_kind", code("family", INTERVENTION_FAMILY))
meeting_kind = dimension("meeting_kind", Column("set_by_market", Boolean, nullable=False))
job = dimension("job", code("family", JOB_FAMILY))
account = dimension("account", code("line", FUNDING_LINE))
programme = dimension(
    "programme",
    code("family", PROGRAMME_FAMILY),
    code("objective", OBJECTIVE),
    Column("level", SmallInteger, nullable=True, comment="RNCP level of the title it leads to"),
    Column("speciality", String(3), nullable=True, comment="NSF code"),
    Column("title_minutes", Integer, nullable=True, comment="length of the whole title"),
)
vehicle_kind = dimension(
    "vehicle_kind", Column("alternative", Boolean, nullable=False, comment="counts as an alternative vehicle")
)
rse_indicator = dimension(
    "rse_indicator",
    code("axis", RSE_AXIS),
    Column("sub_axis", String(160), nullable=False),
    Column("issue", String(160), nullable=False, comment="« enjeu » of the published table"),
    Column("unit", String(20), nullable=False, comment="symbol; empty for a count"),
    code("wanted", WANTED),
    Column("owner", String(80), nullable=False, comment="function that answers for it"),
    Column("metric", String(60), nullable=False, comment="id of the metric that gives it"),
    Column("position", SmallInteger, nullable=False, comment="order of the published tables"),
)
