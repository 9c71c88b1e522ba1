"""The smallest changes that contradict the published figures of staff on roll: one person, one contract."""

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
    "RA-036": _ONE_MORE_SUPPORT_APPRENTICE,
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
    "RSE-044": _ONE_MORE_COUNTRY,
    "RSE-045": _one_less(_APPRENTICE),
    "RSE-046": _one_less(_APPRENTICE, _family("mediator")),
    "RSE-047": _ONE_MORE_SUPPORT_APPRENTICE,
}
