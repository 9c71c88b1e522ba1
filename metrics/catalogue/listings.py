"""What may be listed record by record, with what is shown of each: only what tells nothing about a person."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from sqlalchemy import Column

from data_access import schema as s
from data_access.access import Domain
from metrics.catalogue import dimensions as d
from metrics.catalogue import facts
from metrics.catalogue.financing import IS_INCOME
from metrics.catalogue.units import COUNT
from metrics.measures import count
from metrics.model import Dimension, Fact, Metric


class Form(StrEnum):
    """What a cell holds, so that it is written as it should."""

    TEXT = "text"
    DAY = "day"
    LAST_DAY = "last_day"  # kept as the first day after
    NUMBER = "number"
    EUROS = "euros"  # kept in cents
    YES_NO = "yes_no"


@dataclass(frozen=True, eq=False)
class Shown:
    """One column of a list: its French header, and where it is read."""

    header: str
    read: Column[Any] | Dimension
    form: Form = Form.TEXT


@dataclass(frozen=True, eq=False)
class Listing:
    """What is listed of a fact; ``several`` names its rows in French."""

    fact: Fact
    several: str
    columns: tuple[Shown, ...]

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        """The dimensions it names: who lists the rows must be allowed to break down by each."""
        return tuple(each.read for each in self.columns if isinstance(each.read, Dimension))


AGENCY_SHOWN, DISPOSITIF_SHOWN = Shown("Agence", d.AGENCY), Shown("Dispositif", d.DISPOSITIF)
BEGINS, ENDS = (
    Shown("Début", s.market.c.valid_from, Form.DAY),
    Shown("Fin", s.market.c.valid_to, Form.LAST_DAY),
)
CODE, CLIENT, NATURE = (
    Shown("Marché", s.market.c.code),
    Shown("Commanditaire", d.FUNDER),
    Shown("Nature", d.MARKET_KIND),
)
TERM = Shown("Échéance", s.market.c.term_on, Form.DAY)
RENEWED = Shown("Reconduit", s.market.c.renewed, Form.YES_NO)
AMOUNT = Shown("Montant annuel (€)", s.market.c.annual_cents, Form.EUROS)

MARKETS = Listing(
    facts.MARKETS,
    "marchés et conventions",
    (
        CODE,
        AGENCY_SHOWN,
        DISPOSITIF_SHOWN,
        CLIENT,
        NATURE,
        Shown("Attribué le", s.market.c.awarded_on, Form.DAY),
        BEGINS,
        ENDS,
        TERM,
        RENEWED,
        AMOUNT,
    ),
)
TITLE, KIND, ISSUER, LEVEL = (
    Shown("Intitulé", s.certification.c.title),
    Shown("Nature", d.CERTIFICATION_KIND),
    Shown("Organisme", s.certification.c.issuer),
    Shown("Niveau", s.certification.c.level),
)
SINCE, EXPIRES = (
    Shown("Valable du", s.certification.c.valid_from, Form.DAY),
    Shown("Au", s.certification.c.ended_on, Form.DAY),
)
CERTIFICATIONS = Listing(
    facts.CERTIFICATIONS, "labels et certifications", (TITLE, KIND, ISSUER, LEVEL, SINCE, EXPIRES)
)
ACTION, AXIS, ACTION_PLACE, OWNER = (
    Shown("Action", s.rse_action.c.title),
    Shown("Axe", d.RSE_AXIS),
    Shown("Agence", d.AGENCY),
    Shown("Responsable", s.rse_action.c.owner),
)
STATUS, STARTS, DUE, DONE = (
    Shown("Statut", d.ACTION_STATUS),
    Shown("Début", s.rse_action.c.valid_from, Form.DAY),
    Shown("Échéance", s.rse_action.c.due_on, Form.DAY),
    Shown("Réalisée le", s.rse_action.c.done_on, Form.DAY),
)
ACTIONS = Listing(
    facts.RSE_ACTIONS,
    "actions RSE",
    (ACTION, AXIS, ACTION_PLACE, OWNER, STATUS, STARTS, DUE, DONE),
)
LISTINGS = (
    Listing(
        facts.INTERVENTIONS,
        "interventions",
        (
            Shown("Jour", s.intervention.c.day, Form.DAY),
            Shown("Heure", d.HOUR),
            AGENCY_SHOWN,
            DISPOSITIF_SHOWN,
            Shown("Secteur", d.SECTOR),
            Shown("Type", d.INTERVENTION_KIND),
            Shown("Personnes rencontrées", s.intervention.c.people_met, Form.NUMBER),
        ),
    ),
    Listing(
        facts.MEETINGS,
        "instances",
        (
            Shown("Jour", s.meeting.c.day, Form.DAY),
            AGENCY_SHOWN,
            DISPOSITIF_SHOWN,
            Shown("Instance", d.MEETING_KIND),
            Shown("Participations", s.meeting.c.participations, Form.NUMBER),
        ),
    ),
    MARKETS,
    Listing(
        facts.LEDGER,
        "écritures comptables",
        (
            Shown("Jour", s.ledger.c.day, Form.DAY),
            Shown("Compte", d.ACCOUNT),
            AGENCY_SHOWN,
            DISPOSITIF_SHOWN,
            Shown("Financeur", d.FUNDER),
            Shown("Montant (€)", s.ledger.c.amount_cents, Form.EUROS),
        ),
    ),
    Listing(
        facts.INVOICES,
        "factures et avoirs",
        (
            Shown("Jour", s.invoice.c.day, Form.DAY),
            AGENCY_SHOWN,
            DISPOSITIF_SHOWN,
            Shown("Financeur", d.FUNDER),
            Shown("Pièce", d.DOCUMENT),
            Shown("Montant (€)", s.invoice.c.amount_cents, Form.EUROS),
        ),
    ),
    Listing(
        facts.GRANT_FILES,
        "dossiers de subvention",
        (
            Shown("Déposé le", s.grant_file.c.day, Form.DAY),
            AGENCY_SHOWN,
            DISPOSITIF_SHOWN,
            Shown("Financeur", d.FUNDER),
            Shown("Statut", d.GRANT_STATUS),
            Shown("Demandé (€)", s.grant_file.c.asked_cents, Form.EUROS),
            Shown("Accordé (€)", s.grant_file.c.granted_cents, Form.EUROS),
        ),
    ),
    CERTIFICATIONS,
    ACTIONS,
    Listing(
        facts.RSE_EVENTS,
        "événements RSE",
        (
            Shown("Jour", s.rse_event.c.day, Form.DAY),
            AGENCY_SHOWN,
            Shown("Nature", d.RSE_EVENT_KIND),
            Shown("Intitulé", s.rse_event.c.title),
            Shown("Présents", s.rse_event.c.participants, Form.NUMBER),
        ),
    ),
)
MARKETS_HELD = Metric(
    id="markets_held",
    label="Marchés et conventions",
    domain=Domain.ACTIVITY,
    unit=COUNT,
    definition="Marchés et conventions qui courent à un moment de la période, comptés une fois.",
    measure=count(facts.MARKETS_WRITTEN, label="marchés et conventions en cours"),
)
INCOME_ENTRIES = Metric(
    id="income_entries",
    label="Écritures de produits",
    domain=Domain.FINANCING,
    unit=COUNT,
    definition="Écritures comptables dont les produits sont la somme.",
    measure=count(facts.LEDGER, where=IS_INCOME, label="écritures de produits"),
)
MARKETS_PAID = replace(MARKETS_HELD, id="markets_paid", domain=Domain.FINANCING)  # as they bring money
CERTIFICATIONS_HELD = Metric(
    id="certifications_held",
    label="Labels et certifications",
    domain=Domain.RSE,
    unit=COUNT,
    definition="Labels, certifications et habilitations valables à un moment de la période, chacun une fois.",
    measure=count(facts.CERTIFICATIONS_WRITTEN, label="labels et certifications valables"),
)
ACTIONS_PLANNED = Metric(
    id="rse_actions_planned",
    label="Actions du plan RSE",
    domain=Domain.RSE,
    unit=COUNT,
    definition="Actions du plan RSE dont l'échéance tombe dans la période, celles abandonnées comprises.",
    measure=count(facts.RSE_ACTIONS_WRITTEN, dated=s.rse_action.c.due_on, label="actions RSE à échéance"),
)
RSE_EVENTS_HELD = Metric(
    id="rse_events_held",
    label="Événements RSE",
    domain=Domain.RSE,
    unit=COUNT,
    definition="Rencontres, ateliers, sensibilisations et instances de la démarche RSE dans la période.",
    measure=count(facts.RSE_EVENTS, label="événements RSE"),
)
