"""What the association declares for a year, with its evidence: one metric per indicator of the RSE tables.

An indicator names its metric in the file of indicators; that is the only link between the two.
"""

from fractions import Fraction

from data_access import schema as s
from data_access.access import Domain
from metrics.catalogue.dimensions import RSE_INDICATOR
from metrics.catalogue.facts import RSE_VALUES
from metrics.catalogue.units import COUNT, EUROS, KILOGRAMS, PEOPLE, PERCENT
from metrics.kinds import Polarity
from metrics.measures import maximum
from metrics.model import Metric, Rule
from metrics.rules import only
from metrics.unit import Unit

_THOUSANDTHS = Fraction(1, 1000)


def _declared(
    id_: str, label: str, definition: str, unit: Unit = COUNT, polarity: Polarity = Polarity.MORE
) -> Metric:
    """The value declared at the end of the period, of the whole association."""
    value = maximum(
        RSE_VALUES,
        s.rse_value.c.value_thousandths,
        where=s.rse_indicator.c.metric == id_,
        scale=_THOUSANDTHS / unit.factor,
        label="valeur déclarée",
    )
    return Metric(
        id=id_,
        label=label,
        domain=Domain.RSE,
        unit=unit,
        definition=definition,
        rule=Rule(
            function=only,
            measures=(value,),
            at=RSE_INDICATOR,
            formula="valeur déclarée, au 31 décembre",
            reading=(
                "valeur annuelle déclarée au 31 décembre : les autres mois n'en ont pas, les années ne "
                "s'additionnent pas"
            ),
        ),
        by=(),
        polarity=polarity,
    )


IMPACT_TOOLS = _declared(
    "rse_impact_tools",
    "Dispositifs ayant un outil de mesure d'utilité sociale",
    "Dispositifs qui disposent à la fin de l'année d'un outil qui mesure leur effet. Valeur déclarée.",
)
REGULATION_SHARE = _declared(
    "rse_regulation_share",
    "Part des dispositifs ayant un système de régulation",
    "Dispositifs où une instance interne se réunit, rapportés à tous ceux de l'année. Valeur déclarée.",
    PERCENT,
)
NEWSLETTERS = _declared(
    "rse_newsletters",
    "Dispositifs disposant de billets d'informations",
    "Dispositifs qui envoient au moins un billet régulier à leurs partenaires. Valeur déclarée.",
)
COMMITTEES_SHARE = _declared(
    "rse_committees_share",
    "Part des instances dirigeantes évoquant la RSE",
    "Réunions du CODIR, du CA, du CSE et de l'AG dont l'ordre du jour porte la RSE, rapportées à toutes "
    "celles de l'année. Valeur déclarée.",
    PERCENT,
)
SCHOOL_CHILDREN = _declared(
    "rse_school_children",
    "Enfants et collégiens concernés par la médiation à l'école",
    "Élèves des établissements où intervient un médiateur à l'école, bas de la fourchette. Valeur déclarée.",
    PEOPLE,
)
HOUSING_FILES = _declared(
    "rse_housing_files",
    "Dossiers Action Logement traités",
    "Demandes de salariés suivies dans l'année avec Action Logement. Valeur déclarée.",
)
COLLABORATIVE_TOOLS_COST = _declared(
    "rse_collaborative_tools_cost",
    "Investissement dans les outils collaboratifs",
    "Dépense engagée dans l'année pour une solution commune de travail. Valeur déclarée.",
    EUROS,
    Polarity.NONE,
)
AWARE_STAFF = _declared(
    "rse_aware_staff",
    "Salariés sensibilisés à la RSE",
    "Salariés présents aux séances de l'année, d'après l'émargement. Valeur déclarée.",
    PEOPLE,
)
WASTE_COLLECTED = _declared(
    "rse_waste_collected",
    "Déchets ramassés avec les usagers",
    "Poids pesé aux ramassages de l'année ; les encombrants collectés n'en sont pas. Valeur déclarée.",
    KILOGRAMS,
)
CLASSES = _declared(
    "rse_classes",
    "Classes sensibilisées au tri sélectif",
    "Classes d'école qui ont suivi dans l'année une séance sur les déchets. Valeur déclarée.",
)
MANAGEMENT_EXCHANGES = _declared(
    "rse_management_exchanges",
    "Temps d'échange sur le management",
    "Réunions de l'année où des responsables croisent leurs pratiques. Valeur déclarée.",
)
INNOVATIVE_PROJECTS = _declared(
    "rse_innovative_projects",
    "Projets innovants démarrés",
    "Projets nouveaux dont le travail a commencé dans l'année. Valeur déclarée.",
)
DECLARED = (
    IMPACT_TOOLS,
    REGULATION_SHARE,
    NEWSLETTERS,
    COMMITTEES_SHARE,
    SCHOOL_CHILDREN,
    HOUSING_FILES,
    COLLABORATIVE_TOOLS_COST,
    AWARE_STAFF,
    WASTE_COLLECTED,
    CLASSES,
    MANAGEMENT_EXCHANGES,
    INNOVATIVE_PROJECTS,
)
