"""Every view, declared once: its name, the question it answers, its address."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """One view; ``file`` is in ``pages/``, ``url`` is its French address."""

    file: str
    url: str
    title: str
    question: str
    in_menu: bool = True  # otherwise reached by links, from what it details


HOME = View(
    file="home.py",
    url="accueil",
    title="Tableau de bord",
    question="Où en sommes-nous, et qu'est-ce qui a changé ?",
)
ACTIVITY = View(
    file="activity.py",
    url="activite",
    title="Dispositifs",
    question="Que font les dispositifs, où, quand, et avec quels moyens ?",
)
AGENCIES = View(
    file="agencies.py",
    url="agences",
    title="Agences",
    question="Que fait chaque agence, à moyens et à population comparables ?",
)
RECONCILIATION = View(
    file="reconciliation.py",
    url="rapprochement",
    title="Rapprochement",
    question="Les chiffres publiés sortent-ils des enregistrements ?",
)

DEFINITIONS = View(
    file="definitions.py",
    url="definitions",
    title="Définitions",
    question="Que veut dire chaque chiffre, d'où vient-il, où a-t-il été publié ?",
)

DISPOSITIF = View(
    file="dispositif.py",
    url="dispositif",
    title="Dispositif",
    question="Qu'est-ce que ce dispositif, avec qui, où, et qu'a-t-il fait ?",
    in_menu=False,
)

VIEWS = (HOME, ACTIVITY, AGENCIES, RECONCILIATION, DEFINITIONS, DISPOSITIF)
