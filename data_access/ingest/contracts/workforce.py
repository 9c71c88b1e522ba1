"""The month-end file of the HR tool: one line per employee, under a pseudonym."""

from data_access import schema as s
from data_access.codes import CONTRACT, SEX
from data_access.ingest.contract import Contract, Field, Replaces, Type
from data_access.ingest.contracts.reference import AGENCY, DISPOSITIF_OR_NONE, reference

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
    ),
    replaces=Replaces.MONTHS,
    day="day",
    key=("day", "person"),
)
CONTRACTS = (STAFF,)
