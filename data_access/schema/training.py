"""Facts of the training organisation and of the CFA."""

from sqlalchemy import Column, Date, Integer, SmallInteger

from data_access.codes import EMPLOYER, EXAM_RESULT, OUTCOME, TRAINEE
from data_access.schema.base import code, fact, key, span_days
from data_access.schema.dimensions import agency, calendar, programme, site

training_session = fact(
    "training_session",
    key(calendar, "day", comment="first day of the session"),
    key(agency),
    key(programme),
    key(site, nullable=True),
    Column("delivered_minutes", Integer, nullable=False, comment="length, whatever the audience"),
    indexed=("programme_id",),
)
attendance = fact(
    "attendance",
    key(calendar, "day", comment="day of the session, or first day of the month for apprentices"),
    key(agency, comment="agency of the learners when they are employees of the association"),
    key(programme),
    key(site, nullable=True),
    code("trainee", TRAINEE),
    code("employer", EMPLOYER),
    Column("learners", SmallInteger, nullable=False, comment="people who begin this action"),
    Column("trainee_minutes", Integer, nullable=False, comment="time followed, all learners together"),
    indexed=("programme_id",),
)
enrolment = fact(
    "enrolment",
    key(agency),
    key(programme),
    code("employer", EMPLOYER),
    *span_days(),
    Column("ended_on", Date, nullable=True, comment="last day; empty while it lasts"),
    code("outcome", OUTCOME),
    day="valid_from",
    indexed=("programme_id",),
)
exam = fact(
    "exam",
    key(calendar, "day", comment="day of the jury"),
    key(agency),
    key(programme),
    code("employer", EMPLOYER),
    code("result", EXAM_RESULT),
    indexed=("programme_id",),
)
satisfaction = fact(
    "satisfaction",
    key(calendar, "day"),
    key(agency),
    key(programme),
    Column("answers", SmallInteger, nullable=False),
    Column("satisfied", SmallInteger, nullable=False, comment="answers « satisfait » or « très satisfait »"),
    indexed=("programme_id",),
)
