"""The smallest changes that contradict the published figures of training: a learner, half an hour, a vote."""

from sqlalchemy import select

from data_access import schema as s
from tests.metrics.flips.change import Change, Conditions, drop, shift, turn, within

_HALF_AN_HOUR = 30  # whole hours are printed
_ATTENDANCE = within(s.attendance, "2024-01-01", "2024-12-31")
_SESSIONS = within(s.training_session, "2024-01-01", "2024-12-31")
_ANSWERS = within(s.satisfaction, "2024-01-01", "2024-12-31")
_EXAMS = within(s.exam, "2024-01-01", "2024-12-31")
_OWN = s.attendance.c.employer == "own"
_PRIVATE = s.attendance.c.trainee == "private_employee"


def _of(family: str) -> Conditions:
    return select(s.programme.c.id).where(s.programme.c.family == family).scalar_subquery()


def _one_more_learner(*where: Conditions) -> Change:
    return shift(s.attendance.c.learners, 1, _ATTENDANCE, *where)


def _learner_in(family: str) -> Change:
    return _one_more_learner(s.attendance.c.programme_id.in_(_of(family)))


def _longer(family: str) -> Change:
    kept = s.training_session.c.programme_id.in_(_of(family))
    return shift(s.training_session.c.delivered_minutes, _HALF_AN_HOUR, _SESSIONS, kept)


def _fewer_satisfied(family: str, size: int) -> Change:
    kept = s.satisfaction.c.programme_id.in_(_of(family))
    return shift(s.satisfaction.c.satisfied, -size, _ANSWERS, kept, s.satisfaction.c.satisfied >= size)


_STILL_HERE = drop(s.enrolment, s.enrolment.c.valid_to.is_(None))

FLIPS = {
    "RA-029": turn(s.site, s.site.c.id == "CFA-NANTES", kind="work"),
    "RA-032": _one_more_learner(_PRIVATE),
    "RA-033": _learner_in("title_module"),
    "RA-121": shift(s.attendance.c.trainee_minutes, _HALF_AN_HOUR, _ATTENDANCE),
    "RA-122": _STILL_HERE,
    "RA-123": turn(s.exam, _EXAMS, s.exam.c.result == "failed", result="passed"),  # 19 / 23 is 83 %
    "RA-124": turn(s.exam, s.exam.c.result == "passed", result="failed"),
    "RA-127": _STILL_HERE,
    "RA-130": _longer("speciality"),
    "RA-131": _learner_in("speciality"),
    "RA-132": _fewer_satisfied("speciality", 1),  # 113 / 128 is 88.3 %
    "RA-133": _longer("reception"),
    "RA-134": _learner_in("reception"),
    "RA-135": _fewer_satisfied("reception", 2),  # 286 / 300 is 95.3 %, 287 still 95.7 %
    "RA-136": _one_more_learner(_PRIVATE),
    "RA-137": _longer("prison"),
    "RA-138": _learner_in("prison"),
    "RA-139": _fewer_satisfied("prison", 2),  # 328 / 340 is 96.5 % less a little, 329 still 96.8 %
    "RA-1391": turn(s.site, s.site.c.id == "CP-ORLEANS", kind="work"),
    "RSE-006": turn(s.exam, _EXAMS, s.exam.c.result == "passed", s.exam.c.employer == "own", result="failed"),
    "RSE-008": shift(s.attendance.c.trainee_minutes, _HALF_AN_HOUR, _ATTENDANCE, _OWN),
}
