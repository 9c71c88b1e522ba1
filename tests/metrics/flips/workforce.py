"""The smallest changes that contradict the published figures of staff: one person, one contract, one day."""

from sqlalchemy import select

from data_access import schema as s
from tests.metrics.flips.change import Change, Conditions, drop, shift, turn, within

_END_2024 = within(s.staff, "2024-12-31", "2024-12-31")
_END_2023 = within(s.staff, "2023-12-31", "2023-12-31")
_APPRENTICE = s.staff.c.contract == "apprentice"
_FIXED_TERM = s.staff.c.contract == "fixed_term"
_PERMANENT = s.staff.c.contract == "permanent"
_ABROAD = s.staff.c.birth_area.not_in(("france", "undeclared"))


def _family(family: str) -> Conditions:
    return s.staff.c.job_id.in_(select(s.job.c.id).where(s.job.c.family == family))


def _one_less(*where: Conditions) -> Change:
    """One person less on roll on 31 December 2024."""
    return drop(s.staff, _END_2024, *where)


_ONE_LESS_BORN_ABROAD = turn(s.staff, _END_2024, _ABROAD, birth_area="france")
_ONE_MORE_PERMANENT = turn(s.staff, _END_2024, _FIXED_TERM, contract="permanent")  # 95 / 129 is 73.6 %
_ONE_MORE_COUNTRY = shift(
    s.staff_countries.c.countries,
    1,
    within(s.staff_countries, "2024-12-31", "2024-12-31"),
    s.staff_countries.c.agency_id.is_(None),
)
_ONE_MORE_SUPPORT_APPRENTICE = turn(
    s.staff, _END_2024, ~_APPRENTICE, _family("support"), contract="apprentice"
)
_NEVER_TRAINED = turn(
    s.staff, _END_2024, _family("mediator"), s.staff.c.foundation == "later", foundation="never"
)  # 64 of 87 are 73.6 %
_TRAINED_LATE = turn(
    s.staff, _END_2024, _family("mediator"), s.staff.c.foundation == "within_six_months", foundation="later"
)  # 57 of 87 are 65.5 %, which is 66 %
_LOST_TITLE = turn(s.staff, _END_2024, _family("mediator"), s.staff.c.title == "own_cfa", title="none")
_ONE_FORGOTTEN = shift(
    s.equality_count.c.women,
    -1,
    within(s.equality_count, "2024-12-31", "2024-12-31"),
    s.equality_count.c.item == "returns_raised",
)  # 15 points less: two returns of three


def _managers_day(first: str, last: str) -> Change:
    """Half a day more: 8.5 is written 9, and 23.5 is written 24."""
    training = within(s.staff_training, first, last)
    manager = s.staff_training.c.job_id.in_(select(s.job.c.id).where(s.job.c.family == "manager"))
    return shift(s.staff_training.c.days_hundredths, 50, training, manager)


def _day_lost(first: str, last: str) -> Change:
    """One day off more: 467 make 2.946, and 431 make 2.565."""
    return shift(s.absence.c.days, 1, within(s.absence, first, last), s.absence.c.kind == "work_accident")


FLIPS = {
    "RA-020": _one_less(),
    "RA-021": drop(s.staff, _END_2023),
    "RA-022": _ONE_MORE_COUNTRY,
    "RA-023": _ONE_LESS_BORN_ABROAD,
    "RA-024": _ONE_LESS_BORN_ABROAD,  # 38 / 129 is 29.5 %, which is 29 %
    "RA-025": _one_less(_family("mediator")),
    "RA-026": _one_less(_family("referent")),
    "RA-027": _one_less(_family("manager")),
    "RA-028": _one_less(_family("manager")),
    "RA-030": _NEVER_TRAINED,
    "RA-031": _NEVER_TRAINED,
    "RA-0311": _TRAINED_LATE,
    "RA-034": _LOST_TITLE,
    "RA-035": _LOST_TITLE,
    "RA-036": _ONE_MORE_SUPPORT_APPRENTICE,
    "RA-040": _ONE_FORGOTTEN,
    "RA-041": _ONE_MORE_PERMANENT,
    "RA-105": turn(
        s.staff, _END_2024, _PERMANENT, s.staff.c.agency_id == "ANGERS", contract="apprentice"
    ),  # an eighth person
    "RA-106": turn(s.staff, _END_2024, _PERMANENT, s.staff.c.agency_id == "ANGERS", contract="fixed_term"),
    "RSE-001": _one_less(),
    "RSE-003": _one_less(_family("mediator")),
    "RSE-004": _one_less(_family("referent")),
    "RSE-005": _one_less(_family("manager")),
    "RSE-009": _ONE_MORE_PERMANENT,
    "RSE-010": shift(s.staff.c.fte_hundredths, 1, _END_2024),  # 106.92 + 0.01
    "RSE-040": _managers_day("2023-01-01", "2023-12-31"),
    "RSE-041": _managers_day("2024-01-01", "2024-12-31"),
    "RSE-042": _day_lost("2023-01-01", "2023-12-31"),
    "RSE-043": _day_lost("2024-01-01", "2024-12-31"),
    "RSE-044": _ONE_MORE_COUNTRY,
    "RSE-045": _one_less(_APPRENTICE),
    "RSE-046": _one_less(_APPRENTICE, _family("mediator")),
    "RSE-047": _ONE_MORE_SUPPORT_APPRENTICE,
    "RSE-048": _ONE_FORGOTTEN,
}
