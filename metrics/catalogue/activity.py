"""Activity of the dispositifs: interventions, hours, meetings, prevention."""

from fractions import Fraction

from data_access import schema as s
from data_access.access import Domain
from metrics.catalogue.facts import (
    COLLECTIONS,
    FIELD_HOURS,
    INTERVENTIONS,
    MEETINGS,
    PLACEMENTS,
    PREVENTION,
)
from metrics.catalogue.units import COUNT, HOURS, PEOPLE, PER_HOUR, PERCENT, TONNES
from metrics.kinds import Polarity
from metrics.measures import count, total
from metrics.model import Metric

_MINUTES = Fraction(1, 60)
_INTERVENTIONS = count(INTERVENTIONS, label="interventions")
_LOCATED = count(
    INTERVENTIONS,
    where=s.intervention.c.sector_id.is_not(None),
    label="interventions dont le secteur est indiqué",
)
_INCIVILITIES = count(
    INTERVENTIONS,
    where=s.intervention_kind.c.family.in_(("N", "O", "C", "D", "I", "T")),
    label="incivilités relevées",
)
_PEOPLE_MET = total(INTERVENTIONS, s.intervention.c.people_met, label="personnes rencontrées")
_HOURS = total(
    FIELD_HOURS, s.field_hours.c.done_minutes, scale=_MINUTES, label="heures réalisées sur le terrain"
)

INTERVENTIONS_COUNT = Metric(
    id="interventions",
    label="Interventions",
    domain=Domain.ACTIVITY,
    unit=COUNT,
    definition=(
        "Actions d'une équipe sur une situation, datées et typées, avec un secteur quand il est indiqué. "
        "Une intervention n'est pas un passage : les deux ne s'additionnent pas."
    ),
    measure=_INTERVENTIONS,
)
PEOPLE_MET = Metric(
    id="people_met",
    label="Personnes rencontrées",
    domain=Domain.ACTIVITY,
    unit=PEOPLE,
    definition=(
        "Contacts comptés par les équipes pendant leurs interventions. "
        "Ce ne sont pas des personnes distinctes : une personne vue deux fois compte deux fois."
    ),
    measure=_PEOPLE_MET,
)
FIELD_HOURS_DONE = Metric(
    id="field_hours",
    label="Heures de terrain",
    domain=Domain.ACTIVITY,
    unit=HOURS,
    definition="Heures de présence réalisées ; un binôme présent trois heures compte six heures.",
    measure=_HOURS,
    polarity=Polarity.MORE,
)
PRESENCE_RATE = Metric(
    id="presence_rate",
    label="Taux de présence sur le terrain",
    domain=Domain.ACTIVITY,
    unit=PERCENT,
    definition="Heures de terrain réalisées, rapportées aux heures prévues par les plannings.",
    measure=_HOURS,
    over=total(
        FIELD_HOURS, s.field_hours.c.planned_minutes, scale=_MINUTES, label="heures prévues sur le terrain"
    ),
    polarity=Polarity.MORE,
    neutral=Fraction(1),
)
INTERVENTIONS_PER_HOUR = Metric(
    id="interventions_per_hour",
    label="Interventions par heure de terrain",
    domain=Domain.ACTIVITY,
    unit=PER_HOUR,
    definition=(
        "Interventions rapportées aux heures de terrain réalisées. Corrige le volume par la présence : "
        "une carte de faits est d'abord une carte de présence."
    ),
    measure=_INTERVENTIONS,
    over=_HOURS,
)
PEOPLE_MET_PER_HOUR = Metric(
    id="people_met_per_hour",
    label="Personnes rencontrées par heure de terrain",
    domain=Domain.ACTIVITY,
    unit=PER_HOUR,
    definition=(
        "Contacts comptés par les équipes, rapportés aux heures de terrain réalisées. Une personne vue deux "
        "fois compte deux fois, et un binôme présent une heure compte deux heures."
    ),
    measure=_PEOPLE_MET,
    over=_HOURS,
)
INCIVILITIES = Metric(
    id="incivilities",
    label="Incivilités relevées",
    domain=Domain.ACTIVITY,
    unit=COUNT,
    definition=(
        "Interventions des familles Nuisances, Occupations, Conflits, Dégradations, Incivilités et menaces, "
        "Trafic et économie informelle : ce que les équipes ont relevé là où elles sont passées, et non tout "
        "ce qui s'est produit."
    ),
    measure=_INCIVILITIES,
)
INCIVILITIES_PER_HOUR = Metric(
    id="incivilities_per_hour",
    label="Incivilités relevées par heure de terrain",
    domain=Domain.ACTIVITY,
    unit=PER_HOUR,
    definition=(
        "Interventions sur des incivilités, rapportées aux heures de terrain réalisées. Les heures ne sont "
        "relevées ni par secteur ni par nature d'intervention : le rapport se lit par dispositif ou par "
        "agence, jamais par quartier."
    ),
    measure=_INCIVILITIES,
    over=_HOURS,
)
QPV_INTERVENTIONS_SHARE = Metric(
    id="qpv_interventions_share",
    label="Part des interventions en QPV",
    domain=Domain.ACTIVITY,
    unit=PERCENT,
    definition=(
        "Interventions situées dans un secteur classé quartier prioritaire, rapportées à celles dont le "
        "secteur est indiqué. Celles des écoles, piscines et services publics souvent ne le sont pas : "
        "elles ne comptent ni d'un côté ni de l'autre."
    ),
    measure=count(INTERVENTIONS, where=s.sector.c.qpv.is_(True), label="interventions situées en QPV"),
    over=_LOCATED,
)
LOCATED_SHARE = Metric(
    id="located_interventions_share",
    label="Part des interventions localisées",
    domain=Domain.ACTIVITY,
    unit=PERCENT,
    definition=(
        "Interventions dont le secteur est indiqué, rapportées à toutes. Elle dit sur quoi repose la part "
        "des interventions en QPV."
    ),
    measure=_LOCATED,
    over=_INTERVENTIONS,
    polarity=Polarity.MORE,
)
MEETINGS_ATTENDED = Metric(
    id="meetings",
    label="Participations à des instances partenariales",
    domain=Domain.ACTIVITY,
    unit=COUNT,
    definition="Participations aux réunions avec les partenaires, toutes instances confondues.",
    measure=total(MEETINGS, s.meeting.c.participations, label="participations"),
)
MEETINGS_SET_BY_MARKET = Metric(
    id="meetings_set_by_market",
    label="Participations aux instances définies par le marché",
    domain=Domain.ACTIVITY,
    unit=COUNT,
    definition="Participations aux seules instances que le marché impose, sans les autres rencontres.",
    measure=total(
        MEETINGS,
        s.meeting.c.participations,
        where=s.meeting_kind.c.set_by_market.is_(True),
        label="participations aux instances définies par le marché",
    ),
)
PREVENTION_CHILDREN = Metric(
    id="prevention_children",
    label="Enfants et adolescents sensibilisés",
    domain=Domain.ACTIVITY,
    unit=PEOPLE,
    definition="Enfants et adolescents présents aux expositions 9-13 et 13-18 ans, hors modules.",
    measure=total(
        PREVENTION,
        s.prevention_action.c.participants,
        where=s.prevention_action.c.kind.in_(("exhibition_9_13", "exhibition_13_18")),
        label="participants aux expositions",
    ),
    polarity=Polarity.MORE,
)
PREVENTION_MODULES = Metric(
    id="prevention_modules",
    label="Modules de sensibilisation",
    domain=Domain.ACTIVITY,
    unit=COUNT,
    definition="Modules de sensibilisation réalisés auprès des jeunes, quel que soit le thème.",
    measure=count(
        PREVENTION, where=s.prevention_action.c.kind == "module", label="modules de sensibilisation"
    ),
    polarity=Polarity.MORE,
)
TONNES_COLLECTED = Metric(
    id="tonnes_collected",
    label="Tonnes d'encombrants collectées",
    domain=Domain.ACTIVITY,
    unit=TONNES,
    definition="Masse des encombrants collectés et conduits en centre de traitement.",
    measure=total(COLLECTIONS, s.collection.c.kilograms, scale=Fraction(1, 1000), label="tonnes collectées"),
)
PLACEMENTS_HOSTED = Metric(
    id="placements",
    label="Collégiens accueillis en Opti'Stage",
    domain=Domain.ACTIVITY,
    unit=PEOPLE,
    definition="Collégiens accueillis en stage de découverte, à la date du premier jour du stage.",
    measure=count(PLACEMENTS, label="stages de découverte"),
    polarity=Polarity.MORE,
)
