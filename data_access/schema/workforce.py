"""Facts of the HR tools beside the staff on roll: moves, hours, absences, accidents, training, equality.

Nobody is named in them, not even by a pseudonym: what must be told of a person is in ``staff``.
"""

from sqlalchemy import BigInteger, Boolean, Column, Integer, SmallInteger

from data_access.codes import (
    ABSENCE,
    ACCIDENT,
    CONTRACT,
    EQUALITY,
    MOVE,
    MOVE_REASON,
    PAY_GROUP,
    STAFF_TRAINING,
)
from data_access.schema.base import code, fact, key
from data_access.schema.dimensions import agency, calendar, dispositif, job

staff_move = fact(
    "staff_move",
    key(calendar, "day", comment="first day on roll of an entry, last day of an exit"),
    key(agency),
    key(dispositif, nullable=True),
    key(job),
    code("contract", CONTRACT),
    code("move", MOVE),
    code("reason", MOVE_REASON),
    indexed=("agency_id",),
)
hours_worked = fact(
    "hours_worked",
    key(calendar, "day", comment="first day of the month"),
    key(agency),
    key(dispositif, nullable=True),
    code("contract", CONTRACT),
    Column("theoretical_minutes", Integer, nullable=False, comment="owed by the contracts"),
    Column("worked_minutes", Integer, nullable=False, comment="paid hours less absences, plus overtime"),
    indexed=("agency_id",),
)
absence = fact(
    "absence",
    key(calendar, "day", comment="first day of the month"),
    key(agency),
    key(dispositif, nullable=True),
    code("kind", ABSENCE),
    Column("long_term", Boolean, nullable=False, comment="part of a stop of 90 days or more"),
    Column("days", SmallInteger, nullable=False, comment="calendar days of the month, first day excluded"),
    Column("minutes", Integer, nullable=False, comment="hours of work missed"),
    indexed=("agency_id",),
)
accident = fact(
    "accident",
    key(calendar, "day"),
    key(agency),
    key(dispositif, nullable=True),
    code("kind", ACCIDENT),
    Column("with_stop", Boolean, nullable=False, comment="at least one day off beside that of the accident"),
    indexed=("agency_id",),
)
staff_training = fact(
    "staff_training",
    key(calendar, "day"),
    key(agency),
    key(dispositif, nullable=True),
    key(job),
    code("theme", STAFF_TRAINING),
    Column("participants", SmallInteger, nullable=False),
    Column("days_hundredths", Integer, nullable=False, comment="days of training times participants"),
    indexed=("agency_id",),
)

# The equality index: groups only, a year at a time
pay_group = fact(
    "pay_group",
    key(calendar, "day", comment="last day of the reference period"),
    code("pay_group", PAY_GROUP),
    Column("women", SmallInteger, nullable=False),
    Column("men", SmallInteger, nullable=False),
    Column(
        "women_mean_cents", BigInteger, nullable=True, comment="yearly, full time; null when either sex < 3"
    ),
    Column("men_mean_cents", BigInteger, nullable=True),
    indexed=(),
)
equality_count = fact(
    "equality_count",
    key(calendar, "day", comment="last day of the reference period"),
    code("item", EQUALITY),
    Column("women", SmallInteger, nullable=False),
    Column("men", SmallInteger, nullable=False),
    indexed=(),
)
