"""Closed lists of people, contracts, absences and pay groups."""

from data_access.codes.base import Codes

JOB_FAMILY = Codes(
    "famille de métier",
    {
        "mediator": "Médiateurs et médiatrices",
        "referent": "Référents",
        "manager": "Responsables opérationnels",
        "bulky_waste": "Agents encombrants",
        "support": "Fonctions support et formation",
    },
)
CONTRACT = Codes("type de contrat", {"permanent": "CDI", "fixed_term": "CDD", "apprentice": "Apprentissage"})
SEX = Codes("sexe", {"F": "Femmes", "M": "Hommes"})
BIRTH_AREA = Codes(
    "zone de naissance",
    {
        "france": "France",
        "europe": "Europe hors France",
        "africa": "Afrique",
        "americas": "Amériques et Caraïbes",
        "asia_oceania": "Asie et Océanie",
        "undeclared": "Non déclarée",
    },
)
MOVE = Codes(
    "mouvement",
    {
        "entry": "Entrée",
        "exit": "Sortie",
        "transfer_in": "Mutation entrante",
        "transfer_out": "Mutation sortante",
    },
)
MOVE_REASON = Codes(
    "motif de mouvement",
    {
        "hire": "Embauche",
        "resignation": "Démission",
        "economic": "Licenciement économique",
        "dismissal": "Autre licenciement",
        "agreed": "Rupture conventionnelle",
        "end_fixed_term": "Fin de CDD",
        "trial": "Fin de période d'essai",
        "retirement": "Départ à la retraite",
        "death": "Décès",
        "end_training": "Fin d'apprentissage",
        "transfer": "Mutation entre agences",
    },
)
ABSENCE = Codes(
    "motif d'absence",
    {
        "sickness": "Maladie",
        "work_accident": "Accident du travail",
        "commute_accident": "Accident de trajet",
        "parental": "Maternité, paternité, adoption",
        "authorised": "Congés autorisés",
        "other": "Autres motifs",
    },
)
ACCIDENT = Codes("nature d'accident", {"work": "Accident du travail", "commute": "Accident de trajet"})
STAFF_TRAINING = Codes(
    "thème de formation",
    {
        "management": "Management",
        "mediation": "Métier de la médiation",
        "safety": "Santé et sécurité",
        "digital": "Outils numériques",
        "rse": "RSE",
    },
)
FOUNDATION = Codes(
    "formation socle",
    {
        "within_six_months": "Suivie dans les six mois de l'embauche",
        "later": "Suivie plus tard",
        "never": "Pas encore suivie",
    },
)
TITLE = Codes(
    "titre détenu",
    {
        "own_cfa": "Titre obtenu au CFA Optima",
        "elsewhere": "Titre obtenu ailleurs",
        "none": "Aucun titre",
    },
)
AGE_BAND = Codes(
    "tranche d'âge",
    {
        "under_25": "Moins de 25 ans",
        "25_34": "25 à 34 ans",
        "35_44": "35 à 44 ans",
        "45_54": "45 à 54 ans",
        "55_over": "55 ans et plus",
    },
)
SENIORITY_BAND = Codes(
    "tranche d'ancienneté",
    {
        "under_1": "Moins d'un an",
        "1_2": "1 à 2 ans",
        "3_5": "3 à 5 ans",
        "6_9": "6 à 9 ans",
        "10_over": "10 ans et plus",
    },
)
_CATEGORIES = {
    "workers": "Ouvriers",
    "employees": "Employés",
    "technicians": "Techniciens et agents de maîtrise",
    "managers": "Ingénieurs et cadres",
}
_AGES = {
    "under_30": "moins de 30 ans",
    "30_39": "30 à 39 ans",
    "40_49": "40 à 49 ans",
    "50_over": "50 ans et plus",
}
PAY_GROUP = Codes(
    "groupe de rémunération",
    {
        f"{category}/{age}": f"{label}, {years}"
        for category, label in _CATEGORIES.items()
        for age, years in _AGES.items()
    },
)
EQUALITY = Codes(
    "compte de l'index",
    {
        "raised": "Salariés augmentés individuellement",
        "returns": "Retours d'un congé maternité ou d'adoption qui a connu des augmentations",
        "returns_raised": "Parmi ces retours, salariées augmentées",
        "top_ten": "Parmi les dix plus hautes rémunérations",
    },
)
