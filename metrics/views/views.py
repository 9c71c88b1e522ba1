"""Every view, declared once: its name, the question it answers, its address, the roles that have it.

For whoever does not have a view it does not exist: not in the menu, nor at its address, nor behind a link.
"""

from dataclasses import dataclass

from data_access.access import KEEPERS, Domain, Role, Scope

EVERYONE = frozenset(Role)
FIGURES = frozenset({Role.DIRECTION, Role.AGENCY_MANAGER, Role.BOARD})
DETAIL = frozenset({Role.DIRECTION, Role.AGENCY_MANAGER})


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One view; ``file`` is in ``pages/``, where no document has one; ``url`` is its French address."""

    file: str = ""
    url: str
    title: str
    question: str
    roles: frozenset[Role]
    in_menu: bool = True  # otherwise reached by links, from what it details


HOME = View(
    file="home.py",
    url="accueil",
    title="Tableau de bord",
    question="Où en sommes-nous, et qu'est-ce qui a changé ?",
    roles=FIGURES,
)
ACTIVITY = View(
    file="activity.py",
    url="activite",
    title="Dispositifs",
    question="Que font les dispositifs, où, quand, et avec quels moyens ?",
    roles=DETAIL,
)
AGENCIES = View(
    file="agencies.py",
    url="agences",
    title="Agences",
    question="Que fait chaque agence, à moyens et à population comparables ?",
    roles=DETAIL,
)
WORKFORCE = View(
    file="workforce.py",
    url="effectifs",
    title="Effectifs et diversité",
    question="Qui travaille ici, sous quels contrats, et qu'est-ce qui change ?",
    roles=FIGURES,
)
TRAINING = View(
    file="training.py",
    url="formation",
    title="Formation",
    question="Qui formons-nous, à quoi, et avec quels résultats ?",
    roles=FIGURES,
)
RSE = View(
    file="rse.py",
    url="rse",
    title="RSE",
    question="Où en sont nos engagements, preuves à l'appui ?",
    roles=FIGURES,
)
FINANCING = View(
    file="financing.py",
    url="financement",
    title="Financement",
    question="Qui nous finance, pour quoi, et jusqu'à quand ?",
    roles=FIGURES,
)
RECONCILIATION = View(
    file="reconciliation.py",
    url="rapprochement",
    title="Rapprochement",
    question="Les chiffres publiés sortent-ils des enregistrements ?",
    roles=FIGURES,
)

DEFINITIONS = View(
    file="definitions.py",
    url="definitions",
    title="Définitions",
    question="Que veut dire chaque chiffre, d'où vient-il, où a-t-il été publié ?",
    roles=EVERYONE,
)

DISPOSITIF = View(
    file="dispositif.py",
    url="dispositif",
    title="Dispositif",
    question="Qu'est-ce que ce dispositif, avec qui, où, et qu'a-t-il fait ?",
    roles=DETAIL,
    in_menu=False,
)

DATA = View(
    file="data.py",
    url="donnees",
    title="Données",
    question="Qu'est-ce qui est chargé, depuis quand, et que manque-t-il ?",
    roles=frozenset({Role.DATA_STEWARD, Role.DIRECTION}),
)

ADMINISTRATION = View(
    file="administration.py",
    url="administration",
    title="Administration",
    question="Qui peut ouvrir la suite, et pour y lire quoi ?",
    roles=KEEPERS,
)

TRAIL = View(
    file="trail.py",
    url="journal",
    title="Journal",
    question="Qui a fait quoi, quand, et qui a lu des chiffres du personnel ?",
    roles=KEEPERS,
)

VIEWS = (  # in the order of the menu; the first that a person has is where they land
    HOME,
    ACTIVITY,
    AGENCIES,
    WORKFORCE,
    TRAINING,
    RSE,
    FINANCING,
    RECONCILIATION,
    DATA,
    ADMINISTRATION,
    DEFINITIONS,
    TRAIL,
    DISPOSITIF,
)


BY_DOMAIN = {  # where there is more to see of each subject
    Domain.ACTIVITY: ACTIVITY,
    Domain.WORKFORCE: WORKFORCE,
    Domain.TRAINING: TRAINING,
    Domain.RSE: RSE,
    Domain.FINANCING: FINANCING,
}


def of(scope: Scope) -> tuple[View, ...]:
    """The views of a person, the one they land on first."""
    return tuple(view for view in VIEWS if opens(view, scope))


def opens(view: View, scope: Scope) -> bool:
    """Whether a view exists for a person."""
    return scope.role in view.roles
