"""The reference files that change little: agencies, communes, funders, kinds, jobs and accounts."""

from collections.abc import Iterable
from functools import partial

from sample_data.write import Sheet, records

AGENCIES = (
    ("RENNES", "Rennes", "territory", 1),
    ("NANTES", "Nantes", "territory", 2),
    ("ANGERS", "Angers-Tours", "territory", 3),
    ("IDF", "Paris Île-de-France", "territory", 4),
    ("SIEGE", "Siège", "head_office", 5),
)
# population and inhabitants of QPV are read only where a market covers the commune's QPV
CITIES = (
    ("RENNES", "Rennes", 230_890, 33_000),
    ("NANTES", "Nantes", 327_734, 49_700),
    ("ANGERS", "Angers", 159_022, 25_000),
    ("CLICHY-SOUS-BOIS", "Clichy-sous-Bois", 29_735, 24_100),
    ("BAGNEUX", "Bagneux", 43_000, 8_900),
    ("SCEAUX", "Sceaux", 20_000, 0),
    ("ACHERES", "Achères", None, None),
    ("CHARENTON", "Charenton-le-Pont", None, None),
    ("CHATEAUBRIANT", "Châteaubriant", None, None),
    ("ORLEANS", "Orléans", None, None),
    ("PARIS", "Paris", None, None),
    ("POISSY", "Poissy", None, None),
    ("REZE", "Rezé", None, None),
    ("SAINT-GERMAIN", "Saint-Germain-en-Laye", None, None),
    ("SAINT-HERBLAIN", "Saint-Herblain", None, None),
    ("SAINT-NAZAIRE", "Saint-Nazaire", None, None),
    ("TOURS", "Tours", None, None),
    ("VEZIN", "Vezin-le-Coquet", None, None),
    ("VINCENNES", "Vincennes", None, None),
)
FUNDERS = (
    ("VILLE-RENNES", "Ville de Rennes", "city"),
    ("NANTES-METROPOLE", "Nantes Métropole", "city"),
    ("VILLE-REZE", "Ville de Rezé", "city"),
    ("VILLE-ANGERS", "Ville d'Angers", "city"),
    ("TOURS-METROPOLE", "Tours Métropole Val de Loire", "city"),
    ("VILLE-PARIS", "Ville de Paris", "city"),
    ("VILLE-CLICHY", "Ville de Clichy-sous-Bois", "city"),
    ("VILLE-SCEAUX", "Ville de Sceaux", "city"),
    ("VILLE-CHARENTON", "Ville de Charenton-le-Pont", "city"),
    ("VILLE-VINCENNES", "Ville de Vincennes", "city"),
    ("VILLE-BAGNEUX", "Ville de Bagneux", "city"),
    ("DEPT-44", "Département de Loire-Atlantique", "department"),
    ("REGION-BRETAGNE", "Région Bretagne", "region"),
    ("ETAT", "État, politique de la ville", "state"),
    ("JUSTICE", "Administration pénitentiaire", "state"),
    ("CCAS-NANTES", "CCAS de Nantes", "public_body"),
    ("VOYAGE-NANTES", "Le Voyage à Nantes", "public_body"),
    ("IDF-MOBILITES", "Île-de-France Mobilités", "public_body"),
    ("AIGUILLON", "Aiguillon et Imoja", "landlord"),
    ("BAILLEURS-ANGERS", "Bailleurs sociaux d'Angers (groupement)", "landlord"),
    ("ANGERS-LOIRE-HABITAT", "Angers Loire Habitat", "landlord"),
    ("BATIGERE", "Batigère Habitat", "landlord"),
    ("SEQENS", "Seqens", "landlord"),
    ("ICF", "ICF La Sablière", "landlord"),
    ("OPCO", "Opérateur de compétences", "opco"),
    ("ERASMUS", "Erasmus+", "europe"),
    ("CLIENTS-FORMATION", "Clients de la formation", "company"),
)
JOBS = (
    ("MED", "Médiateur ou médiatrice", "mediator"),
    ("REF", "Référent ou référente", "referent"),
    ("RESP", "Responsable opérationnel ou opérationnelle", "manager"),
    ("AGENT-ENC", "Agent encombrants", "bulky_waste"),
    ("DIRECTION", "Direction", "support"),
    ("GESTION", "Finances et comptabilité", "support"),
    ("RH", "Ressources humaines", "support"),
    ("FORMATION", "Formation et CFA", "support"),
    ("DEVELOPPEMENT", "Développement, communication et qualité", "support"),
)
ACCOUNTS = (
    ("706100", "Prestations de médiation", "sales"),
    ("706200", "Prestations de formation", "sales"),
    ("706300", "Gestion des encombrants", "sales"),
    ("706800", "Autres prestations", "sales"),
    ("740000", "Subventions d'exploitation", "grants"),
    ("740400", "Subventions de l'Union européenne", "grants"),
    ("748700", "Financement de l'apprentissage", "apprenticeship"),
    ("606000", "Achats non stockés", "expense"),
    ("613000", "Locations", "expense"),
    ("625000", "Déplacements et missions", "expense"),
    ("631000", "Impôts et taxes sur rémunérations", "expense"),
    ("641000", "Rémunérations du personnel", "expense"),
    ("645000", "Charges sociales", "expense"),
    ("681000", "Dotations aux amortissements", "expense"),
)
INTERVENTION_KINDS = (
    ("N1", "Nuisances sonores (jour)"),
    ("N2", "Nuisances sonores (nuit)"),
    ("N3", "Nuisances olfactives et hygiène"),
    ("N4", "Nuisances liées aux animaux"),
    ("N5", "Stationnement et engins motorisés"),
    ("O1", "Occupation de hall ou d'escalier"),
    ("O2", "Occupation de cave ou de parking"),
    ("O3", "Occupation de toit ou de terrasse"),
    ("O4", "Occupation de l'espace public"),
    ("O5", "Squat de logement"),
    ("C1", "Conflit de voisinage"),
    ("C2", "Conflit familial ou de couple (orientation)"),
    ("C3", "Conflit d'usage de l'espace"),
    ("C4", "Conflit entre jeunes, rixe"),
    ("C5", "Conflit entre usager et service public"),
    ("D1", "Dégradation d'équipement"),
    ("D2", "Tags et graffitis"),
    ("D3", "Incendie, poubelles"),
    ("D4", "Dégradation de véhicule"),
    ("I1", "Insultes"),
    ("I2", "Menaces"),
    ("I3", "Violence physique"),
    ("I4", "Violence envers l'équipe"),
    ("T1", "Point de deal présumé"),
    ("T2", "Autre trafic"),
    ("T3", "Consommation"),
    ("V1", "Personne isolée"),
    ("V2", "Santé mentale, addiction"),
    ("V3", "Personne sans abri"),
    ("V4", "Mineur en danger (alerte)"),
    ("E1", "Éclairage"),
    ("E2", "Ascenseur, porte"),
    ("E3", "Encombrants, dépôt"),
    ("E4", "Voirie"),
    ("E5", "Chantier"),
    ("A1", "Information"),
    ("A2", "Orientation administrative"),
    ("A3", "Accompagnement numérique"),
    ("P1", "Présence de proximité"),
)
MEETING_KINDS = (
    ("PROJET-OPERATIONNEL", "Groupe de projet opérationnel", True),
    ("CELLULE-VEILLE", "Cellule de veille", True),
    ("GROUPE-THEMATIQUE", "Groupe de travail thématique", True),
    ("POLICE-NATIONALE", "Rencontre avec la Police nationale", True),
    ("PARTENAIRES-BREQUIGNY", "Rencontre partenariale à Bréquigny", True),
    ("MEDIATEURS-DECHETS", "Rencontre avec les médiateurs déchets", True),
    ("EVENEMENT", "Évènement partenarial", True),
    ("COMITE-PILOTAGE", "Comité de pilotage", False),
    ("COMITE-TECHNIQUE", "Comité de suivi technique", False),
    ("ESPACE-PUBLIC-JEUNESSE", "Coordination Espace public jeunesse", False),
    ("ACTEURS-JEUNESSE", "Rencontre des acteurs jeunesse", False),
    ("ESPACE-PARENTS", "Espace parents", False),
    ("EDUCATION-ENFANCE", "Commission éducation enfance jeunesse", False),
    ("CONSEIL-CITOYEN", "Conseil citoyen", False),
    ("TRANQUILLITE", "Cellule tranquillité", False),
)


def sheets() -> Iterable[Sheet]:
    """Gives one file per dimension."""
    yield _sheet("agences", AGENCIES, "kind", "position")
    yield _sheet("communes", CITIES, "population", "qpv_population")
    yield _sheet("financeurs", FUNDERS, "kind")
    yield _sheet("métiers", JOBS, "family")
    yield _sheet("comptes", ACCOUNTS, "line")
    kinds = tuple((code, label, code[0]) for code, label in INTERVENTION_KINDS)
    yield _sheet("types d'intervention", kinds, "family", name="types_intervention")
    yield _sheet("types d'instance", MEETING_KINDS, "set_by_market", name="types_instance")


def _sheet(kind: str, lines: tuple[tuple[object, ...], ...], *columns: str, name: str = "") -> Sheet:
    file_name = f"referentiel_{name or kind.replace('é', 'e')}.csv"
    return Sheet(name=file_name, kind=kind, rows=partial(records, ("id", "name", *columns), lines))
