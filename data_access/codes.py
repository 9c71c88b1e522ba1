"""Closed lists of values: the code that is stored and the French label that is read.

One declaration for the files that come in, the constraints of the store and the words on screen.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from data_access.access import Domain


@dataclass(frozen=True, eq=False)
class Codes:
    """A closed list: stored code -> French label, in display order."""

    name: str
    labels: dict[str, str]

    def __iter__(self) -> Iterator[str]:
        return iter(self.labels)


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
FUNDER_KIND = Codes(
    "nature de financeur",
    {
        "city": "Commune ou métropole",
        "department": "Département",
        "region": "Région",
        "state": "État",
        "landlord": "Bailleur social",
        "public_body": "Organisme public",
        "opco": "OPCO",
        "europe": "Union européenne",
        "company": "Entreprise ou association",
    },
)
FUNDING_LINE = Codes(
    "source de financement",
    {
        "sales": "Ventes de prestations",
        "grants": "Subventions",
        "apprenticeship": "Financements apprentis",
        "expense": "Charges",
    },
)
MARKET_KIND = Codes(
    "nature de marché",
    {"multi_year": "Marché pluriannuel", "seasonal": "Marché saisonnier", "agreement": "Convention"},
)
DIRECTION = Codes("sens", {"client": "Client", "supplier": "Fournisseur"})
DOCUMENT = Codes("nature de pièce", {"invoice": "Facture", "credit_note": "Avoir"})
GRANT_STATUS = Codes(
    "statut de dossier", {"pending": "En instruction", "granted": "Accordé", "refused": "Refusé"}
)
EVENT_KIND = Codes(
    "nature d'événement",
    {
        "market": "Marché",
        "team": "Équipe",
        "training": "Formation",
        "rse": "RSE",
        "life": "Vie de l'association",
    },
)


def _as_written(name: str, *codes: str) -> Codes:
    """A list whose codes are what people write in their files."""
    return Codes(name, {code: code for code in codes})


PRECISION = _as_written("précision", "exact", "rounded", "more_than", "about", "unreachable")
DERIVATION = _as_written("origine du chiffre", "computed", "declared")
DOMAIN = _as_written("domaine", *Domain)
PUBLISHED_PART = _as_written("part publiée", "value", "change", "minus change")
