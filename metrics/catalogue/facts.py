"""The measured tables and how each lies in time."""

from sqlalchemy import Table

from data_access import schema as s
from metrics.catalogue.sources import ACCOUNTS, FIELD_TOOL, HR_TOOL, REFERENCES
from metrics.kinds import Time
from metrics.model import Fact, Source


def _flow(table: Table, kind: str, label: str, source: Source) -> Fact:
    return Fact(
        id=table.name, label=label, table=table, time=Time.FLOW, day=table.c.day, kind=kind, source=source
    )


def _span(table: Table, kind: str, label: str) -> Fact:
    return Fact(
        id=table.name,
        label=label,
        table=table,
        time=Time.SPAN,
        day=table.c.valid_from,
        until=table.c.valid_to,
        kind=kind,
        source=REFERENCES,
    )


INTERVENTIONS = _flow(s.intervention, "interventions", "Interventions", FIELD_TOOL)
FIELD_HOURS = _flow(s.field_hours, "heures de terrain", "Heures de terrain", FIELD_TOOL)
MEETINGS = _flow(s.meeting, "instances", "Instances partenariales", FIELD_TOOL)
PREVENTION = _flow(s.prevention_action, "prévention", "Actions de prévention", FIELD_TOOL)
COLLECTIONS = _flow(s.collection, "collectes", "Collectes d'encombrants", FIELD_TOOL)
PLACEMENTS = _flow(s.placement, "Opti'Stage", "Opti'Stage", FIELD_TOOL)
LEDGER = _flow(s.ledger, "grand livre", "Écritures comptables", ACCOUNTS)
BUDGET = _flow(s.budget, "budget", "Budget", ACCOUNTS)
INVOICES = _flow(s.invoice, "factures", "Factures et avoirs", ACCOUNTS)
GRANT_FILES = _flow(s.grant_file, "dossiers de subvention", "Dossiers de subvention", ACCOUNTS)

STAFF = Fact(
    id="staff",
    label="Personnel en fin de mois",
    table=s.staff,
    time=Time.STOCK,
    day=s.staff.c.day,
    kind="personnel",
    source=HR_TOOL,
)
STAFF_COUNTRIES = Fact(
    id="staff_countries",
    label="Pays de naissance en fin de mois",
    table=s.staff_countries,
    time=Time.STOCK,
    day=s.staff_countries.c.day,
    kind="personnel",
    source=HR_TOOL,
    level=s.staff_countries.c.agency_id,
)

MARKETS = _span(s.market, "marchés", "Marchés")
MARKET_CITIES = _span(s.market_city, "communes couvertes", "Communes couvertes par un marché")
POSTS = _span(s.post, "postes", "Postes")
PLACES = _span(s.place, "implantations", "Implantations")
