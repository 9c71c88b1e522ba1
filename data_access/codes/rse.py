"""Closed lists of the CSR approach."""

from data_access.codes.base import Codes

RSE_AXIS = Codes(
    "axe RSE",
    {
        "territory": "Ancrage territorial",
        "social": "Politique sociale",
        "environment": "Environnement",
        "economy": "Équilibre économique",
    },
)
WANTED = Codes("sens souhaité", {"more": "À la hausse", "less": "À la baisse", "none": "Sans sens souhaité"})
ACTION_STATUS = Codes(
    "statut d'action",
    {"planned": "Prévue", "running": "En cours", "done": "Réalisée", "abandoned": "Abandonnée"},
)
RSE_EVENT = Codes(
    "nature d'événement RSE",
    {
        "workshop": "Atelier RSE",
        "awareness": "Sensibilisation",
        "stakeholders": "Rencontre de parties prenantes",
        "committee": "Instance RSE",
    },
)
CERTIFICATION = Codes(
    "nature de certification",
    {"label": "Label", "quality": "Certification qualité", "licence": "Habilitation"},
)
