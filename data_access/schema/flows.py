"""Facts that are dated events: months add up."""

from sqlalchemy import BigInteger, Column, Date, Integer, SmallInteger, String

from data_access.codes import (
    BRANCH,
    DIRECTION,
    DOCUMENT,
    EVENT_KIND,
    FUNDING_LINE,
    GRANT_STATUS,
    PREVENTION_KIND,
)
from data_access.schema.base import code, fact, key
from data_access.schema.dimensions import (
    account,
    agency,
    calendar,
    dispositif,
    funder,
    intervention_kind,
    meeting_kind,
    sector,
)

intervention = fact(
    "intervention",
    key(calendar, "day"),
    Column("hour", SmallInteger, nullable=False, comment="0-23, start of the intervention"),
    key(agency),
    key(dispositif),
    key(sector, nullable=True),
    key(intervention_kind),
    Column("people_met", Integer, nullable=False, comment="contacts counted by tally, not unique persons"),
)
field_hours = fact(
    "field_hours",
    key(calendar, "day"),
    key(agency),
    key(dispositif),
    Column("planned_minutes", Integer, nullable=False),
    Column("done_minutes", Integer, nullable=False, comment="a pair of mediators for 3 h is 360"),
)
meeting = fact(
    "meeting",
    key(calendar, "day"),
    key(agency),
    key(dispositif),
    key(meeting_kind),
    Column("participations", Integer, nullable=False),
)
prevention_action = fact(
    "prevention_action",
    key(calendar, "day"),
    key(agency),
    key(dispositif),
    code("kind", PREVENTION_KIND),
    Column("participants", Integer, nullable=False, comment="children and teenagers present"),
)
collection = fact(
    "collection",
    key(calendar, "day"),
    key(agency),
    key(dispositif),
    Column("kilograms", Integer, nullable=False, comment="bulky waste taken to the treatment centre"),
)
placement = fact(
    "placement",
    key(calendar, "day"),
    key(agency),
    Column("days", SmallInteger, nullable=False, comment="length of one pupil's Opti'Stage"),
    indexed=(),
)
funder_order = fact(
    "funder_order",
    key(calendar, "day", comment="day the order was received"),
    key(agency),
    key(dispositif),
    key(funder, nullable=True),
    Column("answered_on", Date, nullable=True, comment="empty while it waits"),
    Column("delay_days", SmallInteger, nullable=True, comment="calendar days to the answer"),
)
ledger = fact(
    "ledger",
    key(calendar, "day"),
    key(account),
    key(agency),
    key(dispositif, nullable=True),
    key(funder, nullable=True),
    code("branch", BRANCH),
    Column("amount_cents", BigInteger, nullable=False, comment="credit less debit"),
)
budget = fact(
    "budget",
    key(calendar, "day", comment="first day of the month"),
    key(agency),
    key(dispositif, nullable=True),
    code("branch", BRANCH),
    code("line", FUNDING_LINE),
    Column("amount_cents", BigInteger, nullable=False),
)
invoice = fact(
    "invoice",
    key(calendar, "day"),
    key(agency),
    key(dispositif, nullable=True),
    key(funder, nullable=True),
    code("direction", DIRECTION),
    code("document", DOCUMENT),
    Column("amount_cents", BigInteger, nullable=False, comment="excluding tax; negative for a credit note"),
)
grant_file = fact(
    "grant_file",
    key(calendar, "day", comment="day of the request"),
    key(agency),
    key(dispositif, nullable=True),
    key(funder),
    code("status", GRANT_STATUS),
    Column("asked_cents", BigInteger, nullable=False),
    Column("granted_cents", BigInteger, nullable=False),
)
event = fact(
    "event",
    key(calendar, "day"),
    key(agency, nullable=True),
    key(dispositif, nullable=True),
    code("kind", EVENT_KIND),
    Column("title", String(200), nullable=False),
    indexed=(),
)
