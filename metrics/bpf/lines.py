"""The lines of the form (Cerfa 10443*17), as data: what goes where, and under which words."""

INCOME_LINES = {
    "C1": "Entreprises, pour la formation de leurs salariés",
    "C2a": "OPCO : contrats d'apprentissage",
    "C2b": "OPCO : contrats de professionnalisation",
    "C2c": "OPCO : reconversion ou promotion par alternance",
    "C2d": "Projets de transition professionnelle",
    "C2e": "Compte personnel de formation",
    "C2f": "Dispositifs pour les demandeurs d'emploi",
    "C2g": "Dispositifs pour les travailleurs non salariés",
    "C2h": "OPCO : plan de développement des compétences",
    "C3": "Pouvoirs publics, pour la formation de leurs agents",
    "C4": "Instances européennes",
    "C5": "État",
    "C6": "Conseils régionaux",
    "C7": "France Travail",
    "C8": "Autres ressources publiques",
    "C9": "Particuliers, à leurs frais",
    "C10": "Autres organismes de formation (sous-traitance reçue)",
    "C11": "Autres produits de la formation",
}
# source of financing and nature of funder (None: whatever it is) -> line; the rest goes to other income
INCOME_OF: dict[tuple[str, str | None], str] = {
    ("apprenticeship", None): "C2a",
    ("sales", "company"): "C1",
    ("sales", "landlord"): "C1",
    ("sales", "opco"): "C2h",
    ("sales", "city"): "C3",
    ("sales", "department"): "C3",
    ("sales", "public_body"): "C3",
    ("sales", "europe"): "C4",
    ("sales", "state"): "C5",  # workshops in prison: their public is not the payer's own staff
    ("sales", "region"): "C6",
    ("grants", "europe"): "C4",
    ("grants", "state"): "C5",
    ("grants", "region"): "C6",
    ("grants", "city"): "C8",
    ("grants", "department"): "C8",
    ("grants", "public_body"): "C8",
}
OTHER_INCOME = "C11"
TRAINEE_LINES = {
    "private_employee": "F-1a",
    "apprentice": "F-1b",
    "job_seeker": "F-1c",
    "individual": "F-1d",
    "other": "F-1e",
}
OBJECTIVE_LINES = {
    "rncp": "F-3a",
    "rs": "F-3b",
    "cqp": "F-3c",
    "other": "F-3d",
    "assessment": "F-3e",
    "vae": "F-3f",
}
# levels of the titles of line F-3a; None: a qualification without level
LEVEL_LINES: dict[str, tuple[str, tuple[int | None, ...]]] = {
    "F-3a 6-8": ("Niveaux 6 à 8", (6, 7, 8)),
    "F-3a 5": ("Niveau 5", (5,)),
    "F-3a 4": ("Niveau 4", (4,)),
    "F-3a 3": ("Niveau 3", (3,)),
    "F-3a 2": ("Niveau 2", (2,)),
    "F-3a CQP": ("Certificat de qualification sans niveau", (None,)),
}
MAIN_SPECIALITIES = 5
