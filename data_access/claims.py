"""What the roles of the sign-in provider mean here: a declared mapping, the first name prevails.

``SUITE_AUTH_ROLES="Optima.Direction=direction; Optima.Rennes=agency_manager:RENNES; Optima.CA=board"``.
Without this setting the provider gives nothing: a group that happens to be
called « direction » opens no door.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass

from data_access.access import ROLE_LABELS, Role
from data_access.errors import SettingsError, StoreError
from data_access.words import plain

SETTING = "SUITE_AUTH_ROLES"
_WRITTEN = f"{SETTING} s'écrit « NOM=rôle » ou « NOM=agency_manager:AGENCE+AGENCE », séparés par « ; »"


@dataclass(frozen=True, slots=True)
class Given:
    """The role that a name of the provider gives."""

    name: str
    role: Role
    agencies: frozenset[str] = frozenset()


def role_named(word: str) -> Role:
    """The role of this code or French label."""
    by_word = {plain(name): role for role, label in ROLE_LABELS.items() for name in (role.value, label)}
    try:
        return by_word[plain(word)]
    except KeyError:
        known = ", ".join(f"« {role} » ({label})" for role, label in ROLE_LABELS.items())
        raise StoreError(f"Rôle inconnu : « {word} ». Les rôles sont {known}.") from None


def declared(text: str | None = None) -> tuple[Given, ...]:
    """The mapping of the setting, in its order; a mistake in it is told in words."""
    written = os.environ.get(SETTING, "") if text is None else text
    return tuple(_given(part.strip()) for part in written.replace("\n", ";").split(";") if part.strip())


def _given(part: str) -> Given:
    name, equal, meaning = (each.strip() for each in part.rpartition("="))
    word, colon, agencies = (each.strip() for each in meaning.partition(":"))
    if not (name and equal and word):
        raise SettingsError(f"{_WRITTEN} : « {part} » ne se lit pas.")
    try:
        role = role_named(word)
    except StoreError as unknown:
        raise SettingsError(f"{SETTING}, « {part} » : {unknown}") from None
    named = frozenset(filter(None, (each.strip() for each in agencies.split("+"))))
    if (role is Role.AGENCY_MANAGER) != bool(named) or bool(colon) != bool(named):
        raise SettingsError(f"{_WRITTEN} ; seul un responsable d'agence a des agences : « {part} ».")
    return Given(name, role, named)


def first_of(claims: Iterable[str], known: Iterable[Given]) -> Given | None:
    """The role of someone who holds some names: one role at a time, the first of the mapping.

    Whoever answers for several agencies by several names answers for them all.
    """
    names = frozenset(claims)
    held = [each for each in known if each.name in names]
    if not held:
        return None
    alike = (each.agencies for each in held if each.role is held[0].role)
    return Given(held[0].name, held[0].role, frozenset[str]().union(*alike))
