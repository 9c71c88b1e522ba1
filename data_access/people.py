"""The register of the people who may open the suite, and what each may read."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from data_access.access import ROLE_LABELS, Role, Scope, scope_for
from data_access.audit import Action, Trace, record
from data_access.errors import AccessDenied, StoreError, nearest
from data_access.schema import agency, person, person_agency
from data_access.words import plain


@dataclass(frozen=True, slots=True)
class Person:
    """Someone known to the suite; a person who left stays in the register, inactive."""

    email: str
    role: Role
    agencies: tuple[str, ...]
    active: bool


def role_named(word: str) -> Role:
    """The role of this code or French label."""
    by_word = {plain(name): role for role, label in ROLE_LABELS.items() for name in (role.value, label)}
    try:
        return by_word[plain(word)]
    except KeyError:
        known = ", ".join(f"« {role} » ({label})" for role, label in ROLE_LABELS.items())
        raise StoreError(f"Rôle inconnu : « {word} ». Les rôles sont {known}.") from None


def list_people(connection: Connection) -> list[Person]:
    """Everyone in the register, in the order of their addresses."""
    agencies: dict[str, list[str]] = {}
    for email, code in connection.execute(select(person_agency).order_by(person_agency.c.agency_id)):
        agencies.setdefault(email, []).append(code)
    rows = connection.execute(select(person.c.email, person.c.role, person.c.active).order_by(person.c.email))
    return [Person(email, Role(role), tuple(agencies.get(email, ())), active) for email, role, active in rows]


def add_person(
    connection: Connection, email: str, role: Role, agencies: frozenset[str] = frozenset(), *, by: str
) -> Person:
    """Gives someone a role, or another one in place of the one they had."""
    address = _address(email)
    _require_agencies(connection, role, agencies)
    values = {"role": role.value, "active": True}
    if _find(connection, address):
        connection.execute(update(person).where(person.c.email == address).values(values))
        connection.execute(delete(person_agency).where(person_agency.c.email == address))
    else:
        connection.execute(insert(person).values(email=address, **values))
    if agencies:
        rows = [{"email": address, "agency_id": code} for code in sorted(agencies)]
        connection.execute(insert(person_agency), rows)
    said = f"{address}, {role}, {', '.join(sorted(agencies))}"
    record(connection, Trace(person=by, action=Action.PERSON_ADDED, detail=said))
    return Person(address, role, tuple(sorted(agencies)), active=True)


def remove_person(connection: Connection, email: str, *, by: str) -> None:
    """Closes someone's access; the register keeps the trace."""
    address = _address(email)
    known = _find(connection, address)
    if known is None or not known.active:
        addresses = [one.email for one in list_people(connection) if one.active]
        raise StoreError(f"Personne inconnue : « {address} ».{nearest(address, addresses)}")
    connection.execute(update(person).where(person.c.email == address).values(active=False))
    record(connection, Trace(person=by, action=Action.PERSON_REMOVED, detail=address))


def scope_of(connection: Connection, email: str) -> Scope:
    """What this person may read, or a refusal."""
    known = _find(connection, email.strip().lower())
    if known is None or not known.active:
        raise AccessDenied("Cette adresse n'est pas inscrite : demandez à l'administration de la suite.")
    return scope_for(known.role, frozenset(known.agencies))


def _find(connection: Connection, address: str) -> Person | None:
    return next((one for one in list_people(connection) if one.email == address), None)


def _address(email: str) -> str:
    address = email.strip().lower()
    name, at, domain = address.partition("@")
    if not (name and at and "." in domain) or len(address) > 120 or address != "".join(address.split()):
        raise StoreError(f"« {email} » n'est pas une adresse : elle s'écrit nom@domaine.fr.")
    return address


def _require_agencies(connection: Connection, role: Role, agencies: frozenset[str]) -> None:
    known = set(connection.scalars(select(agency.c.id)))
    for code in sorted(agencies - known):
        raise StoreError(f"Agence inconnue : « {code} ».{nearest(code, known)}")
    if role is Role.AGENCY_MANAGER and not agencies:
        raise StoreError("Un responsable d'agence a au moins une agence : ajoutez « --agency CODE ».")
    if role is not Role.AGENCY_MANAGER and agencies:
        raise StoreError("Seul un responsable d'agence est rattaché à des agences : retirez « --agency ».")
