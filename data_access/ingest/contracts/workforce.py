"""Files of the HR tools: staff on roll under a pseudonym, then counts and hours that name nobody."""

from data_access import schema as s
from data_access.codes import (
    ABSENCE,
    ACCIDENT,
    CONTRACT,
    EQUALITY,
    MOVE,
    MOVE_REASON,
    PAY_GROUP,
    SEX,
    STAFF_TRAINING,
    TITLE,
)
from data_access.ingest.contract import Contract, Field, Replaces, Type
from data_access.ingest.contracts.shapes import (
    AGENCY,
    DAY,
    DISPOSITIF_OR_NONE,
    hours,
    monthly,
    number,
    reference,
)

STAFF = Contract(
    kind="personnel",
    label="Personnel présent en fin de mois",
    table=s.staff,
    fields=(
        Field(header="Fin de mois", column="day", type=Type.MONTH_END),
        Field(header="Matricule", column="person", type=Type.TEXT),
        AGENCY,
        DISPOSITIF_OR_NONE,
        reference("Métier", s.job),
        Field(header="Contrat", column="contract", type=Type.CODE, codes=CONTRACT),
        Field(header="ETP", column="fte_hundredths", type=Type.HUNDREDTHS, minimum=0, maximum=1),
        Field(header="Sexe", column="sex", type=Type.CODE, codes=SEX),
        Field(
            header="Année de naissance", column="birth_year", type=Type.INTEGER, minimum=1940, maximum=2015
        ),
        Field(header="Entrée", column="hired_on", type=Type.DATE),
        # Read, counted and forgotten: the store keeps the broad area and the number of countries only.
        Field(header="Pays de naissance", column="birth_area", type=Type.COUNTRY, required=False),
        Field(header="Remplacement", column="replacement", type=Type.BOOLEAN),
        # The day is compared with that of hiring and forgotten: the store keeps whether it was soon enough.
        Field(header="Formation socle", column="foundation", type=Type.DATE, required=False),
        Field(header="Titre", column="title", type=Type.CODE, codes=TITLE),
    ),
    replaces=Replaces.MONTHS,
    day="day",
    key=("day", "person"),
)
_MONTH = Field(header="Mois", column="day", type=Type.MONTH)
_YEAR_END = Field(header="Fin de période", column="day", type=Type.MONTH_END)
_DAYS_OF_A_MONTH = 31
_CONTRACT = Field(header="Contrat", column="contract", type=Type.CODE, codes=CONTRACT)


def _pay(header: str, column: str) -> Field:
    return Field(header=header, column=column, type=Type.MONEY, required=False, minimum=0)


CONTRACTS = (
    STAFF,
    monthly(
        "mouvements du personnel",
        "Entrées, sorties et mutations",
        s.staff_move,
        DAY,
        AGENCY,
        DISPOSITIF_OR_NONE,
        reference("Métier", s.job),
        _CONTRACT,
        Field(header="Mouvement", column="move", type=Type.CODE, codes=MOVE),
        Field(header="Motif", column="reason", type=Type.CODE, codes=MOVE_REASON),
    ),
    monthly(
        "heures travaillées",
        "Heures théoriques et travaillées du mois",
        s.hours_worked,
        _MONTH,
        AGENCY,
        DISPOSITIF_OR_NONE,
        _CONTRACT,
        hours("Heures théoriques", "theoretical_minutes"),
        hours("Heures travaillées", "worked_minutes"),
    ),
    monthly(
        "absences",
        "Absences du mois, un arrêt par ligne",
        s.absence,
        _MONTH,
        AGENCY,
        DISPOSITIF_OR_NONE,
        Field(header="Motif", column="kind", type=Type.CODE, codes=ABSENCE),
        Field(header="Longue durée", column="long_term", type=Type.BOOLEAN),
        number("Jours calendaires", "days", _DAYS_OF_A_MONTH),
        hours("Heures", "minutes", maximum=24 * _DAYS_OF_A_MONTH),
    ),
    monthly(
        "accidents",
        "Accidents du travail et de trajet",
        s.accident,
        DAY,
        AGENCY,
        DISPOSITIF_OR_NONE,
        Field(header="Nature", column="kind", type=Type.CODE, codes=ACCIDENT),
        Field(header="Avec arrêt", column="with_stop", type=Type.BOOLEAN),
    ),
    monthly(
        "formations du personnel",
        "Formations suivies par le personnel hors de l'organisme de formation",
        s.staff_training,
        DAY,
        AGENCY,
        DISPOSITIF_OR_NONE,
        reference("Métier", s.job),
        Field(header="Thème", column="theme", type=Type.CODE, codes=STAFF_TRAINING),
        number("Participants", "participants", 1000),
        Field(header="Journées", column="days_hundredths", type=Type.HUNDREDTHS, minimum=0, maximum=1000),
    ),
    monthly(
        "groupes de rémunération",
        "Rémunérations moyennes par groupe, pour l'index égalité",
        s.pay_group,
        _YEAR_END,
        Field(header="Groupe", column="pay_group", type=Type.CODE, codes=PAY_GROUP),
        number("Femmes", "women", 1000),
        number("Hommes", "men", 1000),
        _pay("Rémunération moyenne des femmes", "women_mean_cents"),
        _pay("Rémunération moyenne des hommes", "men_mean_cents"),
        key=("day", "pay_group"),
    ),
    monthly(
        "comptes de l'index égalité",
        "Augmentations, retours de congé et dix plus hautes rémunérations",
        s.equality_count,
        _YEAR_END,
        Field(header="Compte", column="item", type=Type.CODE, codes=EQUALITY),
        number("Femmes", "women", 1000),
        number("Hommes", "men", 1000),
        key=("day", "item"),
    ),
)
