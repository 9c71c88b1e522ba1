"""Who may read what: roles, domains, and the scope each question must carry."""

from dataclasses import dataclass
from enum import StrEnum

from data_access.errors import AccessDenied


class Domain(StrEnum):
    """The subjects rights are given on; each figure belongs to one."""

    ACTIVITY = "activity"
    WORKFORCE = "workforce"
    TRAINING = "training"
    RSE = "rse"
    FINANCING = "financing"


class Role(StrEnum):
    """What a person does in the association, as far as figures are concerned."""

    DIRECTION = "direction"
    AGENCY_MANAGER = "agency_manager"
    BOARD = "board"
    DATA_STEWARD = "data_steward"
    ADMINISTRATION = "administration"


ROLE_LABELS = {
    Role.DIRECTION: "Direction",
    Role.AGENCY_MANAGER: "Responsable d'agence",
    Role.BOARD: "Membre du conseil d'administration",
    Role.DATA_STEWARD: "Gestionnaire de données",
    Role.ADMINISTRATION: "Administration technique",
}


@dataclass(frozen=True, slots=True)
class Right:
    """What may be read of one domain.

    ``agencies`` is None for every agency in detail, a set for those only, and the empty set for
    figures of the whole association without any breakdown by agency or below. ``compare`` allows
    the association's totals and the medians of the other agencies as a comparison.
    """

    agencies: frozenset[str] | None = None
    compare: bool = True


ASSOCIATION_ONLY = Right(agencies=frozenset())
EVERYTHING = Right()


@dataclass(frozen=True, slots=True)
class Scope:
    """The rights a question is asked with; equal scopes read the same figures."""

    role: Role
    rights: tuple[tuple[Domain, Right], ...]

    def right(self, domain: Domain) -> Right:
        """The right on ``domain``, or a refusal."""
        for held, right in self.rights:
            if held is domain:
                return right
        raise AccessDenied("Ces chiffres ne font pas partie de ceux que votre rôle permet de lire.")


def scope_for(role: Role, agencies: frozenset[str] = frozenset()) -> Scope:
    """The scope of a role; an agency manager reads in detail the agencies named, and no other."""
    match role:
        case Role.DIRECTION:
            rights = dict.fromkeys(Domain, EVERYTHING)
        case Role.AGENCY_MANAGER:
            if not agencies:
                raise AccessDenied("Aucune agence n'est rattachée à votre compte.")
            rights = dict.fromkeys(Domain, Right(agencies=agencies))
        case Role.BOARD:
            rights = dict.fromkeys(Domain, EVERYTHING) | {Domain.WORKFORCE: ASSOCIATION_ONLY}
        case Role.DATA_STEWARD | Role.ADMINISTRATION:
            rights = {}
    return Scope(role, tuple(rights.items()))
