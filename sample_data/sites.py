"""The sites: schools, places of work, training centres and prisons."""

from collections.abc import Iterable
from functools import partial

from sample_data.write import Sheet, records

# commune, code, name in front of the number, how many
SCHOOLS = {
    "NANTES-ECOLE": (
        ("NANTES", "COL-NANTES", "Collège de Nantes", 7),
        ("NANTES", "ECO-NANTES", "École de Nantes", 7),
        ("REZE", "ECO-REZE", "École de Rezé", 6),
        ("SAINT-NAZAIRE", "ECO-NAZAIRE", "École de Saint-Nazaire", 7),
        ("CHATEAUBRIANT", "COL-CHATEAUBRIANT", "Collège de Châteaubriant", 3),
    ),
    "RENNES-ECOLE": (
        ("RENNES", "ECO-RENNES", "École de Rennes", 15),
        ("RENNES", "COL-RENNES", "Collège de Rennes", 4),
    ),
    "IDF-ECOLE": (("PARIS", "COL-PARIS", "Collège de Paris", 7),),
}
OTHER_SITES = (
    ("CCAS-NANTES", "CCAS de Nantes, pré-accueil", "NANTES", "work"),
    ("PISCINE-BREQUIGNY", "Piscine de Bréquigny", "RENNES", "work"),
    ("PISCINE-VILLEJEAN", "Piscine de Villejean", "RENNES", "work"),
    ("PISCINE-GAYEULLES", "Piscine des Gayeulles", "RENNES", "work"),
    ("CLICHY-LOCAL", "Local de Clichy-sous-Bois", "CLICHY-SOUS-BOIS", "work"),
    ("CLICHY-MAIRIE", "Mairie de Clichy-sous-Bois", "CLICHY-SOUS-BOIS", "work"),
    ("CLICHY-BAILLEURS", "Loges des bailleurs de Clichy-sous-Bois", "CLICHY-SOUS-BOIS", "work"),
    ("SCEAUX-BLAGIS-LOCAL", "Local des Blagis", "SCEAUX", "work"),
    ("SCEAUX-MAIRIE", "Mairie de Sceaux", "SCEAUX", "work"),
    ("CHARENTON-LOCAL", "Local de Charenton-le-Pont", "CHARENTON", "work"),
    ("CHARENTON-MAIRIE", "Mairie de Charenton-le-Pont", "CHARENTON", "work"),
    ("PARIS-BUREAU", "Bureau de Paris", "PARIS", "work"),
    ("PARIS-CONSEILS", "Maison des conseils citoyens", "PARIS", "work"),
    ("PARIS-ICF", "Permanence en résidence", "PARIS", "work"),
    ("T13-BASE-1", "Base chantier de Saint-Germain-en-Laye", "SAINT-GERMAIN", "work"),
    ("T13-BASE-2", "Base chantier de Poissy", "POISSY", "work"),
    ("T13-BASE-3", "Base chantier d'Achères", "ACHERES", "work"),
    ("CFA-RENNES", "Site de formation de Rennes", "RENNES", "training"),
    ("CFA-NANTES", "Site de formation de Nantes/Saint-Herblain", "SAINT-HERBLAIN", "training"),
    ("CP-VEZIN", "Centre pénitentiaire de Vezin-le-Coquet", "VEZIN", "prison"),
    ("CP-RENNES", "Prison des femmes de Rennes", "RENNES", "prison"),
    ("QPR-RENNES", "Quartier de prise en charge de la radicalisation, Rennes", "RENNES", "prison"),
    ("CP-NANTES", "Centre pénitentiaire et maison d'arrêt de Nantes", "NANTES", "prison"),
    ("CP-ORLEANS", "Centre pénitentiaire d'Orléans", "ORLEANS", "prison"),
)
WORK_SITES = {
    "CCAS": ("CCAS-NANTES",),
    "RENNES-PISCINE": ("PISCINE-BREQUIGNY", "PISCINE-VILLEJEAN", "PISCINE-GAYEULLES"),
    "CLICHY": ("CLICHY-LOCAL", "CLICHY-MAIRIE", "CLICHY-BAILLEURS"),
    "SCEAUX": ("SCEAUX-BLAGIS-LOCAL", "SCEAUX-MAIRIE"),
    "CHARENTON": ("CHARENTON-LOCAL", "CHARENTON-MAIRIE"),
    "AACC": ("PARIS-BUREAU", "PARIS-CONSEILS"),
    "ICF": ("PARIS-ICF",),
    "T13": ("T13-BASE-1", "T13-BASE-2", "T13-BASE-3"),
}


def schools(dispositif: str) -> list[tuple[str, str, str]]:
    """Gives the code, name and commune of each school of a dispositif; no school is named after a person."""
    return [
        (f"{code}-{number:02d}", f"{name} n° {number}", city)
        for city, code, name, how_many in SCHOOLS.get(dispositif, ())
        for number in range(1, how_many + 1)
    ]


def sheets() -> Iterable[Sheet]:
    """Gives the file of the sites."""
    lines = [(*school, "school") for dispositif in SCHOOLS for school in schools(dispositif)]
    rows = partial(records, ("id", "name", "city_id", "kind"), (*OTHER_SITES, *lines))
    yield Sheet(name="referentiel_sites.csv", kind="sites", rows=rows)
