"""Facts of the CSR approach: declared values, fleet, mileage, certifications, actions, events."""

from sqlalchemy import BigInteger, Column, Date, Integer, SmallInteger, String, Text

from data_access.codes import ACTION_STATUS, CERTIFICATION, RSE_AXIS, RSE_EVENT
from data_access.schema.base import code, fact, key, span_days
from data_access.schema.dimensions import agency, calendar, rse_indicator, vehicle_kind

rse_value = fact(
    "rse_value",
    key(calendar, "day", comment="last day of the year the value is about"),
    key(rse_indicator),
    Column("value_thousandths", BigInteger, nullable=False, comment="in the unit of the indicator"),
    Column("evidence", Text, nullable=False, comment="what proves it"),
    indexed=("rse_indicator_id",),
)
vehicle = fact(
    "vehicle",
    key(calendar, "day", comment="last day of the month"),
    key(agency),
    key(vehicle_kind),
    Column("vehicles", SmallInteger, nullable=False),
    indexed=("agency_id",),
)
mileage = fact(
    "mileage",
    key(calendar, "day", comment="first day of the month"),
    key(agency),
    key(vehicle_kind),
    Column("kilometres", Integer, nullable=False),
    indexed=("agency_id",),
)
certification = fact(
    "certification",
    Column("code", String(40), nullable=False),
    Column("title", String(160), nullable=False),
    code("kind", CERTIFICATION),
    Column("issuer", String(80), nullable=False),
    Column("level", String(40), nullable=True, comment="level reached, as « Confirmé »"),
    *span_days(),
    Column("ended_on", Date, nullable=True, comment="last day; empty when it does not expire"),
    day="valid_from",
    indexed=(),
)
rse_action = fact(
    "rse_action",
    Column("code", String(40), nullable=False),
    Column("title", String(200), nullable=False),
    code("axis", RSE_AXIS),
    key(agency, nullable=True),
    Column("owner", String(80), nullable=False, comment="function that answers for it"),
    code("status", ACTION_STATUS),
    *span_days(),
    Column("due_on", Date, nullable=False),
    Column("done_on", Date, nullable=True),
    day="valid_from",
    indexed=("agency_id",),
)
rse_event = fact(
    "rse_event",
    key(calendar, "day"),
    key(agency),
    code("kind", RSE_EVENT),
    Column("title", String(200), nullable=False),
    Column("participants", SmallInteger, nullable=True),
    indexed=("agency_id",),
)
