"""Closed lists of markets and money."""

from data_access.codes.base import Codes

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
