"""What may be listed record by record, with what is shown of each: only what tells nothing about a person."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from sqlalchemy import Column

from data_access import schema as s
from data_access.access import Domain
from metrics.catalogue import dimensions as d
from metrics.catalogue import facts
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

MARKETS = Listing(
    facts.MARKETS,
    "marchés et conventions",
    (
        Shown("Marché", s.market.c.code),
        AGENCY_SHOWN,
        DISPOSITIF_SHOWN,
        Shown("Commanditaire", d.FUNDER),
        Shown("Nature", d.MARKET_KIND),
        Shown("Attribué le", s.market.c.awarded_on, Form.DAY),
        BEGINS,
        ENDS,
        Shown("Échéance", s.market.c.term_on, Form.DAY),
        Shown("Reconduit", s.market.c.renewed, Form.YES_NO),
        Shown("Montant annuel (€)", s.market.c.annual_cents, Form.EUROS),
    ),
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
)
_AS_WRITTEN = replace(facts.MARKETS, id="market_written", planned=True)  # those to come are listed too
MARKETS_HELD = Metric(
    id="markets_held",
    label="Marchés et conventions",
    domain=Domain.ACTIVITY,
    unit=COUNT,
    definition="Marchés et conventions qui courent à un moment de la période, comptés une fois.",
    measure=count(_AS_WRITTEN, label="marchés et conventions en cours"),
)
