"""Files of the training organisation: programmes, sessions, learners, enrolments, exams, satisfaction."""

from data_access import schema as s
from data_access.codes import EMPLOYER, EXAM_RESULT, OBJECTIVE, OUTCOME, PROGRAMME_FAMILY, TRAINEE
from data_access.ingest.contract import Field, Type
from data_access.ingest.contracts.shapes import (
    AGENCY,
    DAY,
    FIRST_DAY,
    LAST_DAY,
    dimension,
    hours,
    monthly,
    number,
    reference,
    text,
)

_PROGRAMME = reference("Formation", s.programme)
_SITE_OR_NONE = reference("Site", s.site, required=False)
_MOST = 10_000  # people in one line
_EMPLOYER = Field(header="Employeur", column="employer", type=Type.CODE, codes=EMPLOYER)


CONTRACTS = (
    dimension(
        "formations",
        "Formations et titres",
        s.programme,
        Field(header="Famille", column="family", type=Type.CODE, codes=PROGRAMME_FAMILY),
        Field(header="Objectif", column="objective", type=Type.CODE, codes=OBJECTIVE),
        Field(header="Niveau", column="level", type=Type.INTEGER, required=False, minimum=2, maximum=8),
        text("Spécialité NSF", "speciality", required=False),
        Field(header="Durée du titre", column="title_minutes", type=Type.HOURS, required=False, minimum=1),
    ),
    monthly(
        "sessions de formation",
        "Sessions et heures dispensées",
        s.training_session,
        DAY,
        AGENCY,
        _PROGRAMME,
        _SITE_OR_NONE,
        hours("Heures dispensées", "delivered_minutes"),
    ),
    monthly(
        "stagiaires",
        "Stagiaires et heures suivies",
        s.attendance,
        DAY,
        AGENCY,
        _PROGRAMME,
        _SITE_OR_NONE,
        Field(header="Type de stagiaire", column="trainee", type=Type.CODE, codes=TRAINEE),
        _EMPLOYER,
        number("Stagiaires", "learners", _MOST),
        hours("Heures suivies", "trainee_minutes"),
    ),
    monthly(
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
    monthly(
        "examens",
        "Candidats présentés aux jurys",
        s.exam,
        Field(header="Date du jury", column="day", type=Type.DATE),
        AGENCY,
        _PROGRAMME,
        _EMPLOYER,
        Field(header="Résultat", column="result", type=Type.CODE, codes=EXAM_RESULT),
    ),
    monthly(
        "satisfaction",
        "Réponses aux questionnaires de fin de formation",
        s.satisfaction,
        DAY,
        AGENCY,
        _PROGRAMME,
        number("Réponses", "answers", _MOST),
        number("Satisfaits", "satisfied", _MOST),
    ),
)
