"""Files of the training organisation: programmes, sessions, learners, enrolments, exams, satisfaction."""

from sqlalchemy import Table

from data_access import schema as s
from data_access.codes import EMPLOYER, EXAM_RESULT, OBJECTIVE, OUTCOME, PROGRAMME_FAMILY, TRAINEE
from data_access.ingest.contract import Contract, Field, Replaces, Type
from data_access.ingest.contracts.reference import AGENCY, CODE, FIRST_DAY, LAST_DAY, NAME, reference

_DATE = Field(header="Date", column="day", type=Type.DATE)
_PROGRAMME = reference("Formation", s.programme)
_SITE_OR_NONE = reference("Site", s.site, required=False)
_EMPLOYER = Field(header="Employeur", column="employer", type=Type.CODE, codes=EMPLOYER)


def _monthly(kind: str, label: str, table: Table, *fields: Field, day: str = "day") -> Contract:
    return Contract(kind=kind, label=label, table=table, fields=fields, replaces=Replaces.MONTHS, day=day)


def _number(header: str, column: str, minimum: int = 0) -> Field:
    return Field(header=header, column=column, type=Type.INTEGER, minimum=minimum, maximum=10_000)


def _hours(header: str, column: str) -> Field:
    return Field(header=header, column=column, type=Type.HOURS, minimum=0, maximum=100_000)


CONTRACTS = (
    Contract(
        kind="formations",
        label="Formations et titres",
        table=s.programme,
        fields=(
            CODE,
            NAME,
            Field(header="Famille", column="family", type=Type.CODE, codes=PROGRAMME_FAMILY),
            Field(header="Objectif", column="objective", type=Type.CODE, codes=OBJECTIVE),
            Field(header="Niveau", column="level", type=Type.INTEGER, required=False, minimum=2, maximum=8),
            Field(header="Spécialité NSF", column="speciality", type=Type.TEXT, required=False),
            Field(
                header="Durée du titre", column="title_minutes", type=Type.HOURS, required=False, minimum=1
            ),
        ),
        replaces=Replaces.EVERYTHING,
        key=("id",),
    ),
    _monthly(
        "sessions de formation",
        "Sessions et heures dispensées",
        s.training_session,
        _DATE,
        AGENCY,
        _PROGRAMME,
        _SITE_OR_NONE,
        _hours("Heures dispensées", "delivered_minutes"),
    ),
    _monthly(
        "stagiaires",
        "Stagiaires et heures suivies",
        s.attendance,
        _DATE,
        AGENCY,
        _PROGRAMME,
        _SITE_OR_NONE,
        Field(header="Type de stagiaire", column="trainee", type=Type.CODE, codes=TRAINEE),
        _EMPLOYER,
        _number("Stagiaires", "learners"),
        _hours("Heures suivies", "trainee_minutes"),
    ),
    _monthly(
        "inscriptions au CFA",
        "Parcours au CFA, à la date d'entrée",
        s.enrolment,
        AGENCY,
        _PROGRAMME,
        _EMPLOYER,
        FIRST_DAY,
        LAST_DAY,
        Field(header="Issue", column="outcome", type=Type.CODE, codes=OUTCOME),
        day="valid_from",
    ),
    _monthly(
        "examens",
        "Candidats présentés aux jurys",
        s.exam,
        Field(header="Date du jury", column="day", type=Type.DATE),
        AGENCY,
        _PROGRAMME,
        _EMPLOYER,
        Field(header="Résultat", column="result", type=Type.CODE, codes=EXAM_RESULT),
    ),
    _monthly(
        "satisfaction",
        "Réponses aux questionnaires de fin de formation",
        s.satisfaction,
        _DATE,
        AGENCY,
        _PROGRAMME,
        _number("Réponses", "answers"),
        _number("Satisfaits", "satisfied"),
    ),
)
