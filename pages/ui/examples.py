"""The three people one may be in the demonstration: what each sees, on the example data only."""

from dataclasses import dataclass

from data_access.access import Role, Scope, scope_for

KEY = "exemple"  # of the session
COOKIE = "suite_exemple"  # of the browser, so that links and other tabs keep the person
PATH = "/exemple"


@dataclass(frozen=True, slots=True)
class Example:
    """One of them."""

    id: str
    label: str
    role: Role
    agencies: frozenset[str] = frozenset()

    @property
    def person(self) -> str:
        """As written in the books."""
        return f"{self.id} (exemple)"

    @property
    def scope(self) -> Scope:
        """What they may read."""
        return scope_for(self.role, self.agencies)


EXAMPLES = (
    Example("direction", "Direction", Role.DIRECTION),
    Example("rennes", "Responsable de Rennes", Role.AGENCY_MANAGER, frozenset({"RENNES"})),
    Example("ca", "Membre du CA", Role.BOARD),
)


def named(identifier: str) -> Example:
    """The person of this name, or the first one."""
    return next((each for each in EXAMPLES if each.id == identifier), EXAMPLES[0])
