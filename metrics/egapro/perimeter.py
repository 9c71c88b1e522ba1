"""Whom and what the index counts, in the words that its definition and its documents print."""

LEFT_OUT = (
    "apprentis",
    "contrats de professionnalisation",
    "salariés mis à disposition par un autre employeur, intérimaires compris",
    "expatriés",
    "préretraités",
    "salariés absents plus de six mois de la période, ou en CDD de moins de six mois",
)
PAY_COUNTED = (
    "salaire de base",
    "autres avantages en argent ou en nature",
    "primes et commissions de performance individuelle",
    "primes collectives (transport, vacances)",
    "indemnité de congés payés",
)
PAY_LEFT_OUT = (
    "primes liées à une contrainte qui ne tient pas à la personne (nuit, froid)",
    "heures supplémentaires et complémentaires",
    "primes d'ancienneté",
    "indemnités de fin de CDD, de licenciement et de départ à la retraite",
    "intéressement, participation, actions, compte épargne-temps",
)
PEOPLE = (
    "Salariés comptés en personnes sur la période de référence de douze mois, sauf : "
    f"{' ; '.join(LEFT_OUT)}. L'âge, la catégorie et le niveau se lisent le dernier jour de la période, ou "
    "le dernier jour de présence."
)
PAY = (
    "Rémunération annuelle brute reconstituée en équivalent temps plein. "
    f"Comptés : {' ; '.join(PAY_COUNTED)}. Exclus : {' ; '.join(PAY_LEFT_OUT)}."
)
PERIOD = (
    "Douze mois consécutifs achevés avant le 1er janvier de l'année de publication. Jusqu'à trois ans pour "
    "le seul écart de taux d'augmentations d'un employeur de 50 à 250 salariés."
)
