"""The register of the people who may open the suite, and what each may read."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from data_access.access import Role, Scope, scope_for
from data_access.audit import Action, Trace, record
from data_access.claims import declared, first_of
from data_access.errors import AccessDenied, StoreError, nearest
from data_access.row_rights import let_read
from data_access.schema import agency, person, person_agency

_UNKNOWN = "Cette adresse n'est pas inscrite : demandez à l'administration de la suite."


@dataclass(frozen=True, slots=True)
class Person:
    """Someone known to the suite; a person who left stays in the register, inactive."""

    email: str
    role: Role
    agencies: tuple[str, ...]
    active: bool


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
    """Gives someone a role, or another one in place of the one they had; one's own is left to others."""
    address = _address(email)
    _require_agencies(connection, role, agencies)
    before, after = _find(connection, address), Person(address, role, tuple(sorted(agencies)), active=True)
    if after == before:
        return after
    _require_other(address, by)
    if before and role is not Role.ADMINISTRATION:
        _require_administrator_left(connection, before)
    _write(connection, after, is_new=before is None)
    record(connection, _told(before, after, by))
    return after


def _told(before: Person | None, after: Person, by: str) -> Trace:
    """What is written of a change; someone who comes back is added like anyone else."""
    said = f"{after.email}, {_said(after)}"
    if before is None or not before.active:
        return Trace(person=by, action=Action.PERSON_ADDED, detail=said)
    return Trace(person=by, action=Action.PERSON_CHANGED, detail=f"{said} (avant : {_said(before)})")


def _write(connection: Connection, one: Person, *, is_new: bool) -> None:
    values = {"role": one.role.value, "active": True}
    if is_new:
        connection.execute(insert(person).values(email=one.email, **values))
    else:
        connection.execute(update(person).where(person.c.email == one.email).values(values))
        connection.execute(delete(person_agency).where(person_agency.c.email == one.email))
    if one.agencies:
        rows = [{"email": one.email, "agency_id": code} for code in one.agencies]
        connection.execute(insert(person_agency), rows)


def _said(one: Person) -> str:
    """The rights of someone, in a few words."""
    return ", ".join((one.role.value, *one.agencies))


def remove_person(connection: Connection, email: str, *, by: str) -> None:
    """Closes someone's access; the register keeps the trace."""
    address = _address(email)
    known = _find(connection, address)
    if known is None or not known.active:
        addresses = [one.email for one in list_people(connection) if one.active]
        raise StoreError(f"Personne inconnue : « {address} ».{nearest(address, addresses)}")
    _require_other(address, by)
    _require_administrator_left(connection, known)
    connection.execute(update(person).where(person.c.email == address).values(active=False))
    record(connection, Trace(person=by, action=Action.PERSON_REMOVED, detail=address))


def _require_other(address: str, by: str) -> None:
    if address == by.strip().lower():
        raise AccessDenied("Vos propres droits se changent par une autre personne de l'administration.")


def _require_administrator_left(connection: Connection, leaving: Person) -> None:
    """Refuses that the last person who may change rights loses that right."""
    left = [one.email for one in list_people(connection) if one.active and one.role is Role.ADMINISTRATION]
    if left == [leaving.email]:
        raise StoreError(
            f"« {leaving.email} » est la dernière personne de l'administration technique : inscrivez-en "
            "d'abord une autre, sans quoi plus personne ne pourrait changer les droits."
        )


def scope_of(connection: Connection, email: str) -> Scope:
    """What this person may read, or a refusal."""
    known = _known(connection, email)
    if known is None:
        raise AccessDenied(_UNKNOWN)
    return _scope(known)


def scope_from_claims(connection: Connection, email: str, claims: Iterable[str]) -> Scope:
    """The same of someone whom the provider gives roles to: the register wins as soon as they are in it.

    A person whose access was closed stays out, whatever the provider says.
    """
    known = _known(connection, email)
    if known is not None:
        return _scope(known)
    given = first_of(claims, declared())
    if given is None:
        raise AccessDenied(_UNKNOWN)
    agencies = given.agencies & frozenset(connection.scalars(select(agency.c.id)))
    return scope_for(given.role, agencies)


def _scope(known: Person) -> Scope:
    if not known.active:
        raise AccessDenied(_UNKNOWN)
    return scope_for(known.role, frozenset(known.agencies))


def _known(connection: Connection, email: str) -> Person | None:
    address = email.strip().lower()
    let_read(connection, None, person=address)
    return _find(connection, address)


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
        raise StoreError("Un responsable d'agence a au moins une agence : dites laquelle.")
    if role is not Role.AGENCY_MANAGER and agencies:
        raise StoreError("Seul un responsable d'agence est rattaché à des agences : n'en donnez pas.")
