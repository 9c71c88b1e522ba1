"""Files of the field tool: what the dispositifs did, month by month."""

from sqlalchemy import Table

from data_access import schema as s
from data_access.codes import PREVENTION_KIND
from data_access.ingest.contract import Contract, Field, Replaces, Type
from data_access.ingest.contracts.reference import AGENCY, DISPOSITIF, reference

_DAY = Field(header="Date", column="day", type=Type.DATE)


def _monthly(kind: str, label: str, table: Table, *fields: Field) -> Contract:
    return Contract(
        kind=kind,
        label=label,
        table=table,
        fields=(_DAY, *fields),
        replaces=Replaces.DISPOSITIF_MONTHS if DISPOSITIF in fields else Replaces.MONTHS,
        day="day",
    )


CONTRACTS = (
    _monthly(
        "interventions",
        "Interventions",
        s.intervention,
        Field(header="Heure", column="hour", type=Type.INTEGER, minimum=0, maximum=23),
        DISPOSITIF,
        reference("Secteur", s.sector, required=False),
        reference("Type", s.intervention_kind),
        Field(
            header="Personnes rencontrées", column="people_met", type=Type.INTEGER, minimum=0, maximum=1000
        ),
    ),
    _monthly(
        "heures de terrain",
        "Heures de présence sur le terrain",
        s.field_hours,
        DISPOSITIF,
        Field(header="Heures prévues", column="planned_minutes", type=Type.HOURS, minimum=0, maximum=1000),
        Field(header="Heures réalisées", column="done_minutes", type=Type.HOURS, minimum=0, maximum=1000),
    ),
    _monthly(
        "instances",
        "Participations aux instances partenariales",
        s.meeting,
        DISPOSITIF,
        reference("Instance", s.meeting_kind),
        Field(header="Participations", column="participations", type=Type.INTEGER, minimum=1, maximum=50),
    ),
    _monthly(
        "prévention",
        "Actions de prévention",
        s.prevention_action,
        DISPOSITIF,
        Field(header="Action", column="kind", type=Type.CODE, codes=PREVENTION_KIND),
        Field(header="Participants", column="participants", type=Type.INTEGER, minimum=0, maximum=1000),
    ),
    _monthly(
        "collectes",
        "Collectes d'encombrants",
        s.collection,
        DISPOSITIF,
        Field(header="Kilogrammes", column="kilograms", type=Type.INTEGER, minimum=0, maximum=20000),
    ),
    _monthly(
        "commandes",
        "Commandes des commanditaires",
        s.funder_order,
        DISPOSITIF,
        reference("Commanditaire", s.funder, required=False),
        Field(header="Répondue le", column="answered_on", type=Type.DATE, required=False),
    ),
    _monthly(
        "Opti'Stage",
        "Collégiens accueillis en Opti'Stage",
        s.placement,
        AGENCY,
        Field(header="Jours", column="days", type=Type.INTEGER, minimum=1, maximum=30),
    ),
)
