"""How data about people goes away: one person on request, old rows at the end of the time they are kept for.

These are the only deletions of the store. The trail says that they were made, and of whom it does not.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, Table, delete, func, select, update

from data_access import schema as s
from data_access.audit import Action, Trace, record
from data_access.clock import today
from data_access.engine import require_store, scrub, writing
from data_access.errors import StoreError
from data_access.ingest.contracts import CONTRACTS
from data_access.pseudonyms import keys, pseudonym
from data_access.row_rights import require_owner

# Who the rows of each table tell about. The register of processing has a line for each: a test sees to it.
ABOUT_PEOPLE: dict[Table, str] = {
    s.staff: "un salarié, sous pseudonyme, un mois",
    s.staff_move: "une entrée, une sortie ou une mutation",
    s.absence: "un arrêt",
    s.accident: "un accident",
    s.staff_training: "les participants d'une formation",
    s.hours_worked: "les heures d'un groupe",
    s.staff_countries: "un nombre de pays de naissance",
    s.pay_group: "un groupe de rémunération",
    s.equality_count: "un compte de l'index égalité",
    s.enrolment: "un apprenti",
    s.exam: "un candidat",
    s.attendance: "les stagiaires d'une session",
    s.satisfaction: "les réponses à une enquête",
    s.pseudonym_key: "les clés des pseudonymes",
    s.person: "une personne inscrite dans la suite",
    s.person_agency: "les agences d'un responsable",
    s.saved_view: "les vues d'une personne",
    s.comment: "qui a commenté une fiche",
    s.audit: "ce qu'une personne a fait",
    s.imports: "qui a chargé un fichier",
    s.closing: "qui a clos un mois",
}
# Of these, a row may tell about one employee or learner: they are kept for a time and no more.
PURGED = (
    s.staff,
    s.staff_move,
    s.absence,
    s.accident,
    s.staff_training,
    s.hours_worked,
    s.enrolment,
    s.exam,
    s.attendance,
)
FEWEST_YEARS = 2  # figures are compared with those of the year before


@dataclass(frozen=True, slots=True)
class Gone:
    """What was erased."""

    rows: int
    first_day: date | None = None
    last_day: date | None = None


def forget(url: str, who: str, by: str) -> Gone:
    """Erases one person: an employee by number or pseudonym, someone of the register by address."""
    require_store(url)
    with writing(url) as connection:
        require_owner(connection)
        erase, told, tables = _READER if "@" in who else _EMPLOYEE
        gone = erase(connection, who.strip())
        record(connection, Trace(person=by, action=Action.FORGET, detail=told, rows=gone.rows))
    scrub(url, *tables)
    return gone


def purge(url: str, before: date, by: str) -> Gone:
    """Erases the rows about employees and learners that are older than a month; their figures become n.d."""
    require_store(url)
    if before > today().replace(year=today().year - FEWEST_YEARS, day=1):
        raise StoreError(f"Ces données se gardent {FEWEST_YEARS} ans au moins : donnez un mois plus ancien.")
    with writing(url) as connection:
        require_owner(connection)
        old = [delete(table).where(_older(table, before)) for table in PURGED]
        gone = Gone(sum(connection.execute(each).rowcount for each in old))
        kinds = [contract.kind for contract in CONTRACTS.values() if contract.table in PURGED]
        forgotten = s.coverage.c.kind.in_(kinds), s.coverage.c.month < before
        connection.execute(delete(s.coverage).where(*forgotten))
        told = f"personnel et apprenants, avant {before:%Y-%m}"
        record(connection, Trace(person=by, action=Action.FORGET, detail=told, rows=gone.rows))
    scrub(url, *PURGED)
    return gone


def _older(table: Table, before: date) -> ColumnElement[bool]:
    """What happened before a month; what lasts is as old as its end."""
    return table.c.day < before if "day" in table.c else table.c.valid_to <= before


def _forget_employee(connection: Connection, who: str) -> Gone:
    """Every version of every month of an employee, whose number may be given in place of the pseudonym."""
    named = s.staff.c.person.in_({who, pseudonym(who, keys(connection))})
    days = select(func.min(s.staff.c.day), func.max(s.staff.c.day)).where(named)
    first, last = connection.execute(days).one()
    if first is None:
        raise StoreError("Personne n'est connu sous ce matricule ni sous ce pseudonyme.")
    return Gone(connection.execute(delete(s.staff).where(named)).rowcount, first, last)


def _forget_reader(connection: Connection, who: str) -> Gone:
    """Someone of the register whose access is closed, with what was saved; the trail lasts its own time."""
    address = who.lower()
    active = connection.scalar(select(s.person.c.active).where(s.person.c.email == address))
    if active:
        cure = f"« python -m data_access people remove {address} »"
        raise StoreError(f"L'accès de {address} est ouvert : fermez-le d'abord, {cure}.")
    rows = 0
    for table, whose in ((s.saved_view, "person"), (s.person_agency, "email"), (s.person, "email")):
        rows += connection.execute(delete(table).where(table.c[whose] == address)).rowcount
    written = update(s.comment).where(s.comment.c.person == address)
    rows += connection.execute(written.values(person="")).rowcount  # the text is the association's
    if not rows:
        raise StoreError(f"« {address} » n'est pas inscrite dans la suite.")
    return Gone(rows)


# What erases someone, what the trail says of it, and the tables to write again afterwards.
_EMPLOYEE = (_forget_employee, "une personne du personnel", (s.staff,))
_READER = (_forget_reader, "une personne du registre", (s.person, s.person_agency, s.saved_view, s.comment))
