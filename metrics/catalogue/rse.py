"""The CSR approach: fleet, workshops, sessions, meetings, labels and licences in force."""

from data_access import schema as s
from data_access.access import Domain
from metrics.catalogue.dimensions import AGENCY, RSE_INDICATOR
from metrics.catalogue.facts import CERTIFICATIONS, MARKETS, RSE_EVENTS, RSE_VALUES, VEHICLES
from metrics.catalogue.units import COUNT, PEOPLE, PERCENT
from metrics.kinds import Polarity, When
from metrics.measures import count, total
from metrics.model import Metric, Rule
from metrics.rules import known, share_having

_KIND = s.rse_event.c.kind
_TERRITORY = s.agency.c.kind == "territory"

VEHICLES_HELD = Metric(
    id="vehicles",
    label="Véhicules",
    domain=Domain.RSE,
    unit=COUNT,
    definition="Véhicules de toute nature, trottinettes et vélos compris, à la dernière fin de mois.",
    measure=total(VEHICLES, s.vehicle.c.vehicles, label="véhicules"),
)
ALTERNATIVE_FLEET = Metric(
    id="alternative_fleet",
    label="Flotte de véhicules alternatifs",
    domain=Domain.RSE,
    unit=COUNT,
    definition=(
        "Voitures électriques, trottinettes électriques et vélos à assistance électrique, à la dernière fin "
        "de mois de la période."
    ),
    measure=total(
        VEHICLES,
        s.vehicle.c.vehicles,
        where=s.vehicle_kind.c.alternative.is_(True),
        label="véhicules alternatifs",
    ),
    polarity=Polarity.MORE,
)
RSE_WORKSHOP_SHARE = Metric(
    id="rse_workshop_share",
    label="Part des agences disposant d'un atelier RSE",
    domain=Domain.RSE,
    unit=PERCENT,
    definition=(
        "Agences de territoires qui portent un marché le dernier jour et où au moins un atelier RSE a eu "
        "lieu dans la période, rapportées à toutes celles qui portent un marché ce jour-là. Le siège ne "
        "compte pas."
    ),
    rule=Rule(
        function=share_having,
        measures=(
            count(RSE_EVENTS, where=(_KIND == "workshop") & _TERRITORY, label="ateliers RSE"),
            count(MARKETS, where=_TERRITORY, when=When.AT_END, label="marchés"),
        ),
        at=AGENCY,
        formula=(
            "agences de territoires qui portent des marchés au dernier jour et où ont eu lieu des ateliers "
            "RSE dans la période ÷ toutes celles qui portent des marchés"
        ),
    ),
    by=(AGENCY,),
    polarity=Polarity.MORE,
)
RSE_WORKSHOPS = Metric(
    id="rse_workshops",
    label="Ateliers RSE",
    domain=Domain.RSE,
    unit=COUNT,
    definition="Ateliers de travail en lien avec la RSE tenus dans la période, siège compris.",
    measure=count(RSE_EVENTS, where=_KIND == "workshop", label="ateliers RSE"),
    polarity=Polarity.MORE,
)
RSE_ATTENDANCE = Metric(
    id="rse_attendance",
    label="Présences aux sensibilisations RSE",
    domain=Domain.RSE,
    unit=PEOPLE,
    definition=(
        "Présents aux séances de sensibilisation de la période : qui vient à deux séances compte deux fois."
    ),
    measure=total(
        RSE_EVENTS,
        s.rse_event.c.participants,
        where=_KIND == "awareness",
        label="présents aux séances de sensibilisation",
    ),
    polarity=Polarity.MORE,
)
STAKEHOLDER_MEETINGS = Metric(
    id="stakeholder_meetings",
    label="Rencontres de parties prenantes",
    domain=Domain.RSE,
    unit=COUNT,
    definition="Rencontres organisées dans la période avec commanditaires, élus, bailleurs ou associations.",
    measure=count(RSE_EVENTS, where=_KIND == "stakeholders", label="rencontres de parties prenantes"),
    polarity=Polarity.MORE,
)
RSE_COMMITTEES = Metric(
    id="rse_committees",
    label="Instances RSE",
    domain=Domain.RSE,
    unit=COUNT,
    definition="Réunions du comité de suivi et autres instances internes de la démarche dans la période.",
    measure=count(RSE_EVENTS, where=_KIND == "committee", label="instances RSE tenues"),
)
RSE_INDICATORS_DECLARED = Metric(
    id="rse_indicators_declared",
    label="Indicateurs RSE déclarés",
    domain=Domain.RSE,
    unit=COUNT,
    definition=(
        "Indicateurs des tableaux RSE dont une valeur a été déclarée, avec sa preuve, à la fin de la "
        "période. Sans aucune valeur à cette date, le nombre n'est pas connu : il n'est pas nul."
    ),
    rule=Rule(
        function=known,
        measures=(count(RSE_VALUES, label="indicateurs RSE déclarés avec leur preuve"),),
        at=RSE_INDICATOR,
        formula="{0}",
        reading="valeurs annuelles déclarées au 31 décembre : les autres mois n'en ont pas",
    ),
)
CERTIFICATIONS_IN_FORCE = Metric(
    id="certifications_in_force",
    label="Certifications et labels en vigueur",
    domain=Domain.RSE,
    unit=COUNT,
    definition="Labels, certifications qualité et habilitations valables le dernier jour de la période.",
    measure=count(CERTIFICATIONS, when=When.AT_END, label="certifications valables"),
)
CERTIFICATIONS_ENDING = Metric(
    id="certifications_ending",
    label="Certifications et labels arrivant à échéance",
    domain=Domain.RSE,
    unit=COUNT,
    definition=(
        "Labels, certifications qualité et habilitations dont le dernier jour de validité tombe dans la "
        "période, qu'un autre leur succède ou non."
    ),
    measure=count(
        CERTIFICATIONS, dated=s.certification.c.ended_on, label="certifications arrivant à échéance"
    ),
)
