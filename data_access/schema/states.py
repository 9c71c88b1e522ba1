"""Facts that last: month-end snapshots (stocks), spans valid from-to, and what was promised or printed."""

from sqlalchemy import BigInteger, Boolean, Column, Date, SmallInteger, String, Text

from data_access.codes import (
    AGE_BAND,
    BIRTH_AREA,
    CONTRACT,
    FOUNDATION,
    MARKET_KIND,
    SENIORITY_BAND,
    SEX,
    TITLE,
)
from data_access.schema.base import code, fact, key, span_days
from data_access.schema.dimensions import agency, calendar, city, dispositif, funder, job, sector, site

# Stocks: month-end snapshots
staff = fact(
    "staff",
    key(calendar, "day", comment="last day of the month"),
    Column("person", String(20), nullable=False, comment="pseudonym"),
    key(agency),
    key(dispositif, nullable=True),
    key(job),
    code("contract", CONTRACT),
    Column("fte_hundredths", SmallInteger, nullable=False),
    code("sex", SEX),
    Column("birth_year", SmallInteger, nullable=False),
    Column("hired_on", Date, nullable=False),
    code("birth_area", BIRTH_AREA),
    Column("replacement", Boolean, nullable=False, comment="stands in for an absent employee"),
    code("foundation", FOUNDATION),
    code("title", TITLE),
    Column("age", SmallInteger, nullable=False, comment="reached in the year"),
    code("age_band", AGE_BAND),
    Column("seniority_months", SmallInteger, nullable=False, comment="whole months since hired"),
    code("seniority_band", SENIORITY_BAND),
    indexed=("agency_id",),
)
staff_countries = fact(
    "staff_countries",
    key(calendar, "day", comment="last day of the month"),
    key(agency, nullable=True, comment="empty: the whole association"),
    Column("countries", SmallInteger, nullable=False, comment="distinct countries of birth; no list is kept"),
    indexed=("agency_id",),
)

# Spans: valid from-to
market = fact(
    "market",
    Column("code", String(40), nullable=False),
    key(agency),
    key(dispositif),
    key(funder),
    code("kind", MARKET_KIND),
    Column("renewal", Boolean, nullable=False, comment="follows a market of the same object"),
    Column("awarded_on", Date, nullable=False),
    *span_days(),
    Column("term_on", Date, nullable=True, comment="day its term falls; empty when open-ended"),
    Column("renewed", Boolean, nullable=True, comment="known once the term has fallen"),
    Column("annual_cents", BigInteger, nullable=True),
    day="valid_from",
)
market_city = fact(
    "market_city",
    Column("market_code", String(40), nullable=False),
    key(agency),
    key(dispositif),
    key(city, comment="commune whose QPV the market covers"),
    *span_days(),
    day="valid_from",
)
post = fact(
    "post",
    key(agency),
    key(dispositif, nullable=True),
    key(job),
    Column("fte_hundredths", SmallInteger, nullable=False, comment="FTE authorised"),
    Column("on_field", Boolean, nullable=False, comment="counts in the market's ETP terrain"),
    *span_days(),
    day="valid_from",
)
place = fact(
    "place",
    key(agency),
    key(dispositif),
    key(sector, nullable=True),
    key(site, nullable=True),
    *span_days(),
    day="valid_from",
)

# What was promised and what was printed
target = fact(
    "target",
    Column("metric", String(60), nullable=False, comment="id of the metric"),
    key(agency, nullable=True),
    key(dispositif, nullable=True),
    *span_days(),
    Column("value_thousandths", BigInteger, nullable=False, comment="in the unit of the metric"),
    day="valid_from",
    indexed=("metric",),
)
published_figure = fact(
    "published_figure",
    Column("figure", String(12), nullable=False, comment="stable id, as RA-001"),
    Column("document", String(20), nullable=False),
    Column("section", String(80), nullable=False, comment="section and page"),
    Column("label", String(160), nullable=False),
    Column("value", String(20), nullable=False, comment="as printed, decimal point"),
    Column("unit", String(20), nullable=False),
    Column("precision", String(20), nullable=False, comment="exact, rounded, more_than, about, unreachable"),
    Column("derivation", String(20), nullable=False, comment="computed or declared"),
    Column("note", Text, nullable=False),
    Column("domain", String(20), nullable=False),
    Column("metric", String(60), nullable=True, comment="id of the metric that computes it"),
    Column("conditions", String(200), nullable=False, comment="DIM=VALUE|VALUE, separated by commas"),
    Column("period", String(40), nullable=False, comment="in the notation of the commands"),
    Column("versus", String(40), nullable=False),
    Column("part", String(20), nullable=False, comment="value, change or minus change"),
    day="figure",
    indexed=(),
)
