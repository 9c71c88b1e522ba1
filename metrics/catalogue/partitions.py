"""The only tables that are told of people: what is not one of them cannot be asked.

A hidden cell is found again by crossing tables. So few are published, and they meet so that each can be
judged alone: two tables share no more than one margin, which is masked first, and whose hidden members
are hidden in both; no way leads from a table back to itself (``tests/metrics/test_partitions.py``). Then
any two that agree on what they share can be joined into one population, whatever the cells that each
hides (product along the tree): what one table leaves possible, all of them together leave possible.
The tables that share two margins are ``joined``, and judged as one.
"""

from data_access import schema as s
from metrics.catalogue.dimensions import (
    ABSENCE_KIND,
    ACCIDENT_KIND,
    AGE_BAND,
    AGENCY,
    BIRTH_AREA,
    CONTRACT,
    EMPLOYER,
    EXAM_RESULT,
    FOUNDATION,
    JOB_FAMILY,
    MOVE,
    MOVE_REASON,
    OUTCOME,
    PROGRAMME,
    PROGRAMME_FAMILY,
    SENIORITY_BAND,
    SENSITIVE_CELL,
    SEX,
    STAFF_THEME,
    TITLE,
    TRAINEE,
    WITH_STOP,
)
from metrics.parameters.legal import SMALL_CELL
from metrics.star import Axis, Crossing, Dimension, Part, all_of

FEW = int(SMALL_CELL.value)  # fewer people on roll could be recognised
ABROAD = all_of(BIRTH_AREA, "france", "undeclared")
AT_HOME = ("france", "undeclared")  # what was not declared is not abroad, and too few to be told alone
MEDIATORS = Part(JOB_FAMILY, ("mediator",))
LEAVERS = (
    Part(MOVE, ("exit",)),
    Part(CONTRACT, ("permanent",)),
    Part(MOVE_REASON, ("resignation", "economic", "dismissal", "agreed", "retirement", "death")),
)
WORK_WITH_STOP = (Part(ACCIDENT_KIND, ("work",)), Part(WITH_STOP, (True,)))
COMMUTE = (Part(ACCIDENT_KIND, ("commute",)),)
OUTSIDERS = all_of(TRAINEE, "apprentice")
FROM_PRIVATE = Part(TRAINEE, ("private_employee",))
OWN_STAFF = Part(EMPLOYER, ("own",))
OWN_IN_MODULES = (OWN_STAFF, OUTSIDERS, Part(PROGRAMME_FAMILY, ("title_module",)))


def _by(*dimensions: Dimension, among: tuple[Part, ...] = (), joined: str = "") -> Crossing:
    """A table of the staff."""
    return Crossing(axes=tuple(map(Axis, dimensions)), among=among, least=FEW, joined=joined)


def _in_year(*axes: Axis, among: tuple[Part, ...] = (), least: int = FEW, joined: str = "") -> Crossing:
    """A table told of whole calendar years: what comes and goes is too little in a month, and the cell that
    grows from a month to the next would tell the age or the origin of who came."""
    return Crossing(axes=axes, among=among, least=least, yearly=True, joined=joined)


def _trainees(*dimensions: Dimension) -> Crossing:
    """A table of trainees, nearly all of whom come from outside: it hides nobody."""
    return Crossing(axes=tuple(map(Axis, dimensions)), least=0)


STAFF = (
    _by(AGENCY),
    _by(AGENCY, SEX),
    _by(AGENCY, JOB_FAMILY, joined="agency"),
    _by(AGENCY, CONTRACT, joined="agency"),
    _by(AGENCY, FOUNDATION, among=(MEDIATORS,), joined="agency"),
    _by(AGENCY, TITLE, among=(MEDIATORS,), joined="agency"),
    Crossing(axes=(Axis(CONTRACT), Axis(JOB_FAMILY)), least=FEW, joined="agency", printed_only=True),
    _in_year(Axis(AGENCY), Axis(BIRTH_AREA, (ABROAD.members, AT_HOME)), least=SENSITIVE_CELL),
    _in_year(Axis(AGE_BAND), Axis(SEX)),
    _in_year(Axis(SENIORITY_BAND)),
)
HOURS = (_by(), _in_year(Axis(AGENCY)))  # of an agency and a month they would tell its absences
ABSENCES = (
    Crossing(least=SENSITIVE_CELL),
    _in_year(Axis(AGENCY), least=SENSITIVE_CELL),
    _in_year(Axis(ABSENCE_KIND), least=SENSITIVE_CELL),
)
MOVES = (
    *(
        _in_year(Axis(AGENCY), among=(Part(MOVE, (move,)),), joined="moves")
        for move in ("entry", "exit", "transfer_in", "transfer_out")
    ),
    _in_year(among=LEAVERS),
)
ACCIDENTS = (
    _in_year(among=WORK_WITH_STOP, least=SENSITIVE_CELL),
    _in_year(among=COMMUTE, least=SENSITIVE_CELL),
)
STAFF_TRAINING = (_in_year(Axis(AGENCY)), _in_year(Axis(JOB_FAMILY)), _in_year(Axis(STAFF_THEME)))

EXAMS = tuple(_in_year(Axis(by), Axis(EXAM_RESULT)) for by in (AGENCY, EMPLOYER, PROGRAMME))
_OUTCOME = Axis(
    OUTCOME,
    (("passed", "failed"),),
    once_past=s.enrolment.c.ended_on,
    then=("passed", "failed", "interrupted"),
)
ENROLMENTS = (*(_in_year(Axis(by), _OUTCOME) for by in (AGENCY, EMPLOYER, PROGRAMME)),)
ATTENDANCE = (
    _trainees(AGENCY, TRAINEE, PROGRAMME),
    _in_year(among=(OWN_STAFF,)),
    _in_year(among=OWN_IN_MODULES),
)
