"""The measured tables and how each lies in time.

A flow is ``monthly`` when its file says the month of a row and not its day, or when its rows, dated on the
last day as those of the ledger, are only right once the month is closed.
"""

from dataclasses import replace

from sqlalchemy import Table

from data_access import schema as s
from metrics.catalogue import partitions
from metrics.catalogue.sources import (
    ACCOUNTS,
    CFA,
    FIELD_TOOL,
    HIRING,
    HR_TOOL,
    PAYROLL,
    REFERENCES,
    RSE_BOOK,
)
from metrics.kinds import Time
from metrics.model import Fact
from metrics.source import Source
from metrics.star import Published


def _flow(
    table: Table,
    kind: str,
    label: str,
    source: Source,
    *,
    monthly: bool = False,
    published: Published | None = None,
) -> Fact:
    return Fact(
        id=table.name,
        label=label,
        table=table,
        time=Time.FLOW,
        day=table.c.day,
        kind=kind,
        source=source,
        monthly=monthly,
        published=published,
    )


def _stock(
    table: Table, kind: str, label: str, source: Source, *, published: Published | None = None
) -> Fact:
    return Fact(
        id=table.name,
        label=label,
        table=table,
        time=Time.STOCK,
        day=table.c.day,
        kind=kind,
        source=source,
        published=published,
    )


def _span(
    table: Table,
    kind: str,
    label: str,
    source: Source = REFERENCES,
    *,
    known_with: str = "",
    published: Published | None = None,
) -> Fact:
    return Fact(
        id=table.name,
        label=label,
        table=table,
        time=Time.SPAN,
        day=table.c.valid_from,
        until=table.c.valid_to,
        kind=kind,
        source=source,
        known_with=known_with,
        published=published,
    )


def _register(table: Table, kind: str, label: str) -> Fact:
    """A book of references: what was over before the first interventions loaded is not in it."""
    return _span(table, kind, label, known_with=INTERVENTIONS.kind)


INTERVENTIONS = _flow(s.intervention, "interventions", "Interventions", FIELD_TOOL)
FIELD_HOURS = _flow(s.field_hours, "heures de terrain", "Heures de terrain", FIELD_TOOL)
MEETINGS = _flow(s.meeting, "instances", "Instances partenariales", FIELD_TOOL)
PREVENTION = _flow(s.prevention_action, "prévention", "Actions de prévention", FIELD_TOOL)
COLLECTIONS = _flow(s.collection, "collectes", "Collectes d'encombrants", FIELD_TOOL)
PLACEMENTS = _flow(s.placement, "Opti'Stage", "Opti'Stage", FIELD_TOOL)
ORDERS = _flow(s.funder_order, "commandes", "Commandes des commanditaires", FIELD_TOOL)
LEDGER = _flow(s.ledger, "grand livre", "Écritures comptables", ACCOUNTS, monthly=True)
BUDGET = _flow(s.budget, "budget", "Budget", ACCOUNTS, monthly=True)
INVOICES = _flow(s.invoice, "factures", "Factures et avoirs", ACCOUNTS)
GRANT_FILES = _flow(s.grant_file, "dossiers de subvention", "Dossiers de subvention", ACCOUNTS)

STAFF = _stock(
    s.staff,
    "personnel",
    "Personnel en fin de mois",
    HR_TOOL,
    published=Published(crossings=partitions.STAFF),
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

MARKETS = _register(s.market, "marchés", "Marchés")
MARKETS_WRITTEN = replace(MARKETS, id="market_written", planned=True)  # those to come are told too
MARKET_CITIES = _register(s.market_city, "communes couvertes", "Communes couvertes par un marché")
CITIES_SERVED = replace(
    MARKET_CITIES,
    id="city_served",
    label="Communes dont un marché court",
    within=(s.market_city.c.market_code, s.market.c.code),
)
POSTS = _register(s.post, "postes", "Postes")
PLACES = _register(s.place, "implantations", "Implantations")

STAFF_MOVES = _flow(
    s.staff_move,
    "mouvements du personnel",
    "Entrées et sorties du personnel",
    HIRING,
    published=Published(crossings=partitions.MOVES, moves=STAFF),
)
HOURS_WORKED = _flow(
    s.hours_worked,
    "heures travaillées",
    "Heures travaillées",
    HR_TOOL,
    monthly=True,
    published=Published(crossings=partitions.HOURS, like=STAFF),
)
ABSENCES = _flow(
    s.absence,
    "absences",
    "Absences",
    HR_TOOL,
    monthly=True,
    published=Published(crossings=partitions.ABSENCES, like=STAFF),
)
ACCIDENTS = _flow(
    s.accident,
    "accidents",
    "Accidents du travail et de trajet",
    HR_TOOL,
    published=Published(crossings=partitions.ACCIDENTS),
)
STAFF_TRAINING = _flow(
    s.staff_training,
    "formations du personnel",
    "Formations du personnel",
    HR_TOOL,
    published=Published(crossings=partitions.STAFF_TRAINING, people=s.staff_training.c.participants),
)
PAY_GROUPS = _stock(s.pay_group, "groupes de rémunération", "Groupes de rémunération", PAYROLL)
EQUALITY_COUNTS = _stock(
    s.equality_count, "comptes de l'index égalité", "Comptes de l'index égalité", PAYROLL
)

SESSIONS = _flow(s.training_session, "sessions de formation", "Sessions de formation", CFA)
ATTENDANCE = _flow(
    s.attendance,
    "stagiaires",
    "Stagiaires et heures suivies",
    CFA,
    published=Published(crossings=partitions.ATTENDANCE, people=s.attendance.c.learners),
)
ENROLMENTS = _span(
    s.enrolment,
    "inscriptions au CFA",
    "Inscriptions au CFA",
    CFA,
    published=Published(crossings=partitions.ENROLMENTS),
)
EXAMS = _flow(
    s.exam, "examens", "Candidats aux examens", CFA, published=Published(crossings=partitions.EXAMS)
)
SATISFACTION = _flow(s.satisfaction, "satisfaction", "Réponses aux questionnaires de satisfaction", CFA)

RSE_VALUES = _stock(s.rse_value, "valeurs RSE", "Valeurs RSE déclarées", RSE_BOOK)
VEHICLES = _stock(s.vehicle, "véhicules", "Véhicules en fin de mois", RSE_BOOK)
MILEAGE = _flow(s.mileage, "kilomètres", "Kilomètres parcourus", RSE_BOOK, monthly=True)
CERTIFICATIONS = _span(s.certification, "certifications", "Certifications et labels", RSE_BOOK)
CERTIFICATIONS_WRITTEN = replace(CERTIFICATIONS, id="certification_written", planned=True)
RSE_ACTIONS = _span(s.rse_action, "actions RSE", "Actions RSE", RSE_BOOK)
RSE_ACTIONS_WRITTEN = replace(RSE_ACTIONS, id="rse_action_written", planned=True)
RSE_ACTIONS_DUE = Fact(
    id="rse_action_due",
    label="Actions RSE dont l'échéance est passée",
    table=s.rse_action,
    time=Time.SPAN,
    day=s.rse_action.c.due_on,
    day_after=True,
    until=s.rse_action.c.done_on,
    kind=RSE_ACTIONS.kind,
    source=RSE_BOOK,
)
RSE_EVENTS = _flow(s.rse_event, "événements RSE", "Événements RSE", RSE_BOOK)
