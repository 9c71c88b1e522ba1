"""Closed lists of the dispositifs and of what they do."""

from data_access.codes.base import Codes

AGENCY_KIND = Codes("nature d'agence", {"territory": "Agence de territoire", "head_office": "Siège"})
FAMILY = Codes(
    "famille de dispositif",
    {
        "day": "Médiation de jour",
        "night": "Médiation de nuit",
        "school": "Médiation à l'école",
        "leisure": "Médiation dans les espaces de loisirs",
        "public_service": "Médiation dans les services publics",
        "worksite": "Médiation chantier",
        "night_life": "Médiation et noctambules",
        "citizens": "Animation de conseils citoyens",
        "conventional": "Médiation conventionnelle",
        "bulky_waste": "Gestion des encombrants",
    },
)
BRANCH = Codes(
    "branche",
    {"mediation": "Médiation", "training": "Formation", "bulky_waste": "Encombrants", "other": "Divers"},
)
ORIENTATION = Codes(
    "orientation",
    {
        "prevention": "Prévention sociale",
        "tranquillity": "Tranquillité publique",
        "access": "Accès aux droits",
    },
)
SETTING = Codes(
    "cadre d'intervention",
    {
        "public_space": "Espace public",
        "shared_space": "Espaces partagés",
        "school": "Établissements scolaires",
        "leisure": "Équipements de loisirs",
        "public_service": "Services publics",
    },
)
SITE_KIND = Codes(
    "nature de site",
    {
        "school": "Établissement scolaire",
        "work": "Site de travail",
        "prison": "Établissement pénitentiaire",
        "training": "Site de formation",
    },
)
INTERVENTION_FAMILY = Codes(
    "famille d'intervention",
    {
        "N": "Nuisances",
        "O": "Occupations",
        "C": "Conflits",
        "D": "Dégradations",
        "I": "Incivilités et menaces",
        "T": "Trafic et économie informelle",
        "V": "Vulnérabilité",
        "E": "Veille technique",
        "A": "Accès aux droits",
        "P": "Présence de proximité",
    },
)
PREVENTION_KIND = Codes(
    "action de prévention",
    {
        "exhibition_9_13": "Expo 9-13 ans",
        "exhibition_13_18": "Expo 13-18 ans",
        "module": "Module de sensibilisation",
    },
)
