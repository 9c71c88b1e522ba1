"""Who may read what: roles, domains, and the scope each question must carry."""

from dataclasses import dataclass, replace
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

KEEPERS = frozenset({Role.ADMINISTRATION, Role.DIRECTION})  # who gives rights to others

ROLE_READS = {
    Role.DIRECTION: "tout",
    Role.AGENCY_MANAGER: "ses agences en détail ; des autres, le total et la médiane, pour comparer",
    Role.BOARD: "le financement et la RSE ; les chiffres clés de toute l'association",
    Role.DATA_STEWARD: "les fichiers chargés, et aucun chiffre",
    Role.ADMINISTRATION: "les personnes, leurs droits et le journal, et aucun chiffre",
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

    @property
    def is_whole_only(self) -> bool:
        """Whether only the whole association is read, and no place within it."""
        return self.agencies is not None and not self.agencies


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

    def reads(self, domain: Domain) -> bool:
        """Whether some figures of ``domain`` may be read."""
        return any(held is domain for held, _ in self.rights)

    def everywhere(self) -> "Scope":
        """The same domains in every agency: to make the one number others are compared with."""
        return replace(self, rights=tuple((domain, EVERYTHING) for domain, _ in self.rights))


class Reach(StrEnum):
    """How far a role reads a domain."""

    ALL = "all"  # every agency in detail
    OWN = "own"  # the agencies a person answers for, the others as one number to compare with
    WHOLE = "whole"  # the whole association, without any breakdown by agency or below
    NONE = "none"


_IN_ORDER = (Domain.ACTIVITY, Domain.WORKFORCE, Domain.TRAINING, Domain.RSE, Domain.FINANCING)
REACH: dict[Role, tuple[Reach, ...]] = {
    # ------------------- activity     workforce    training     rse          financing
    Role.DIRECTION:      (Reach.ALL,   Reach.ALL,   Reach.ALL,   Reach.ALL,   Reach.ALL),
    Role.AGENCY_MANAGER: (Reach.OWN,   Reach.OWN,   Reach.OWN,   Reach.OWN,   Reach.OWN),
    Role.BOARD:          (Reach.WHOLE, Reach.WHOLE, Reach.WHOLE, Reach.ALL,   Reach.ALL),
    Role.DATA_STEWARD:   (Reach.NONE,  Reach.NONE,  Reach.NONE,  Reach.NONE,  Reach.NONE),
    Role.ADMINISTRATION: (Reach.NONE,  Reach.NONE,  Reach.NONE,  Reach.NONE,  Reach.NONE),
}  # fmt: skip


def scope_for(role: Role, agencies: frozenset[str] = frozenset()) -> Scope:
    """The scope of a role; an agency manager reads in detail the agencies named, and no other."""
    reaches = dict(zip(_IN_ORDER, REACH[role], strict=True))
    if Reach.OWN in reaches.values() and not agencies:
        raise AccessDenied("Aucune agence n'est rattachée à votre compte.")
    rights = {Reach.ALL: EVERYTHING, Reach.OWN: Right(agencies=agencies), Reach.WHOLE: ASSOCIATION_ONLY}
    held = ((domain, rights[reach]) for domain, reach in reaches.items() if reach is not Reach.NONE)
    return Scope(role, tuple(held))
