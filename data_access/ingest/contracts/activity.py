"""Files of the field tool: what the dispositifs did, month by month."""

from data_access import schema as s
from data_access.codes import PREVENTION_KIND
from data_access.ingest.contract import Field, Type
from data_access.ingest.contracts.shapes import AGENCY, DAY, DISPOSITIF, monthly, reference

CONTRACTS = (
    monthly(
        "interventions",
        "Interventions",
        s.intervention,
        DAY,
        Field(header="Heure", column="hour", type=Type.INTEGER, minimum=0, maximum=23),
        DISPOSITIF,
        reference("Secteur", s.sector, required=False),
        reference("Type", s.intervention_kind),
        Field(
            header="Personnes rencontrées", column="people_met", type=Type.INTEGER, minimum=0, maximum=1000
        ),
    ),
    monthly(
        "heures de terrain",
        "Heures de présence sur le terrain",
        s.field_hours,
        DAY,
        DISPOSITIF,
        Field(header="Heures prévues", column="planned_minutes", type=Type.HOURS, minimum=0, maximum=1000),
        Field(header="Heures réalisées", column="done_minutes", type=Type.HOURS, minimum=0, maximum=1000),
    ),
    monthly(
        "instances",
        "Participations aux instances partenariales",
        s.meeting,
        DAY,
        DISPOSITIF,
        reference("Instance", s.meeting_kind),
        Field(header="Participations", column="participations", type=Type.INTEGER, minimum=1, maximum=50),
    ),
    monthly(
        "prévention",
        "Actions de prévention",
        s.prevention_action,
        DAY,
        DISPOSITIF,
        Field(header="Action", column="kind", type=Type.CODE, codes=PREVENTION_KIND),
        Field(header="Participants", column="participants", type=Type.INTEGER, minimum=0, maximum=1000),
    ),
    monthly(
        "collectes",
        "Collectes d'encombrants",
        s.collection,
        DAY,
        DISPOSITIF,
        Field(header="Kilogrammes", column="kilograms", type=Type.INTEGER, minimum=0, maximum=20000),
    ),
    monthly(
        "commandes",
        "Commandes des commanditaires",
        s.funder_order,
        DAY,
        DISPOSITIF,
        reference("Commanditaire", s.funder, required=False),
        Field(header="Répondue le", column="answered_on", type=Type.DATE, required=False),
    ),
    monthly(
        "Opti'Stage",
        "Collégiens accueillis en Opti'Stage",
        s.placement,
        DAY,
        AGENCY,
        Field(header="Jours", column="days", type=Type.INTEGER, minimum=1, maximum=30),
    ),
)
