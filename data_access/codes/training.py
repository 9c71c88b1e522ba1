"""Closed lists of the training organisation and of its CFA."""

from data_access.codes.base import Codes

PROGRAMME_FAMILY = Codes(
    "famille de formation",
    {
        "speciality": "Formations courtes pour médiateurs",
        "reception": "Professionnels accueillant du public",
        "prison": "Ateliers du vivre ensemble",
        "title_module": "Modules des titres professionnels",
        "apprenticeship": "Titres en apprentissage",
    },
)
OBJECTIVE = Codes(
    "objectif de formation",
    {
        "rncp": "Certification inscrite au RNCP",
        "rs": "Certification inscrite au répertoire spécifique",
        "cqp": "CQP non enregistré",
        "other": "Autre formation professionnelle",
        "assessment": "Bilan de compétences",
        "vae": "Validation des acquis de l'expérience",
    },
)
TRAINEE = Codes(
    "type de stagiaire",
    {
        "private_employee": "Salariés d'employeurs privés, hors apprentis",
        "apprentice": "Apprentis",
        "job_seeker": "Personnes en recherche d'emploi",
        "individual": "Particuliers à leurs frais",
        "other": "Autres stagiaires",
    },
)
EMPLOYER = Codes(
    "type d'employeur",
    {
        "own": "Optima",
        "private": "Autre employeur privé",
        "public": "Employeur public",
        "none": "Sans employeur",
    },
)
EXAM_RESULT = Codes(
    "résultat d'examen", {"passed": "Titre obtenu", "partial": "Titre partiel (CCP)", "failed": "Échec"}
)
OUTCOME = Codes(
    "issue du parcours",
    {
        "in_training": "En formation",
        "passed": "Titre obtenu",
        "failed": "Titre non obtenu",
        "interrupted": "Interruption",
    },
)
