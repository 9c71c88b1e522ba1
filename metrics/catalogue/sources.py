"""Where figures come from: the tool, who answers for it, how often it is refreshed."""

from metrics.source import Source

FIELD_TOOL = Source(
    tool="Optimédia", owner="Responsables de dispositifs", refreshed="chaque mois, le 5 du mois suivant"
)
HR_TOOL = Source(
    tool="Kelio", owner="Direction des ressources humaines", refreshed="chaque mois, le 5 du mois suivant"
)
ACCOUNTS = Source(
    tool="Comptabilité",
    owner="Direction administrative et financière",
    refreshed="chaque mois, le 15 du mois suivant",
)
REFERENCES = Source(
    tool="Référentiels de l'association", owner="Direction des opérations", refreshed="à chaque changement"
)
PAYROLL = Source(
    tool="Logiciel de paie",
    owner="Direction des ressources humaines",
    refreshed="chaque année, avant le 1er mars",
)
HIRING = Source(
    tool="WeRecruit et Kelio",
    owner="Direction des ressources humaines",
    refreshed="chaque mois, le 5 du mois suivant",
)
CFA = Source(
    tool="Registres de l'organisme de formation et du CFA",
    owner="Direction de la formation",
    refreshed="chaque mois, le 10 du mois suivant",
)
RSE_BOOK = Source(tool="Classeur RSE", owner="Référent RSE", refreshed="chaque trimestre")
