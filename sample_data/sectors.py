"""The sectors where teams work, and how the interventions of each dispositif spread over them."""

from collections.abc import Iterable
from functools import partial

from sample_data.write import Sheet, records

# code, name, commune, is a QPV, inhabitants (of the QPV when it is one), line and column of the tile grid
SECTORS = (
    ("RENNES-BLOSNE", "Le Blosne", "RENNES", True, 11_200, 3, 3),
    ("RENNES-BREQUIGNY", "Bréquigny", "RENNES", True, 6_300, 3, 2),
    ("RENNES-CLEUNAY", "Cleunay", "RENNES", True, 2_200, 2, 1),
    ("RENNES-VILLEJEAN", "Villejean", "RENNES", True, 6_800, 1, 1),
    ("RENNES-MAUREPAS", "Maurepas-Bellangerais", "RENNES", True, 6_500, 1, 3),
    ("NANTES-BELLEVUE", "Bellevue-Chantenay-Sainte-Anne", "NANTES", True, 8_300, 2, 1),
    ("NANTES-DERVALLIERES", "Dervallières-Zola", "NANTES", True, 4_600, 2, 2),
    ("NANTES-MALAKOFF", "Malakoff-Saint-Donatien", "NANTES", True, 4_400, 2, 4),
    ("NANTES-BREIL", "Breil-Barberie", "NANTES", True, 3_900, 1, 2),
    ("NANTES-NORD", "Nantes Nord", "NANTES", True, 14_500, 1, 3),
    ("NANTES-ERDRE", "Nantes Erdre", "NANTES", True, 3_600, 1, 4),
    ("NANTES-DOULON", "Doulon-Bottière", "NANTES", True, 6_900, 2, 5),
    ("NANTES-SUD", "Nantes Sud", "NANTES", True, 3_500, 3, 4),
    ("NANTES-CENTRE", "Centre-ville", "NANTES", False, 27_000, 2, 3),
    ("NANTES-CHANTIERS", "Parc des Chantiers", "NANTES", False, None, 3, 3),
    ("ANGERS-MONPLAISIR", "Monplaisir", "ANGERS", True, 8_200, 1, 3),
    ("ANGERS-ROSERAIE", "La Roseraie", "ANGERS", True, 6_100, 3, 2),
    ("ANGERS-BELLE-BEILLE", "Belle-Beille", "ANGERS", True, 6_900, 2, 1),
    ("ANGERS-GRAND-PIGEON", "Deux-Croix, Banchais, Grand-Pigeon", "ANGERS", True, 2_300, 2, 4),
    ("ANGERS-SAINT-AUBIN", "Hauts-de-Saint-Aubin", "ANGERS", True, 1_500, 1, 2),
    ("ANGERS-DOUTRE", "Doutre, Rochefoucauld", "ANGERS", False, 12_800, 2, 2),
    ("ANGERS-CENTRE", "Centre-ville, La Fayette", "ANGERS", False, 21_500, 2, 3),
    ("ANGERS-LAC", "Lac de Maine", "ANGERS", False, 13_900, 3, 1),
    ("TOURS-NORD", "Itinéraires Vélival nord", "TOURS", False, None, 1, 1),
    ("TOURS-SUD", "Itinéraires Vélival sud", "TOURS", False, None, 2, 1),
    ("CLICHY-HAUT", "Haut Clichy", "CLICHY-SOUS-BOIS", True, 15_200, 1, 1),
    ("CLICHY-BAS", "Bas Clichy", "CLICHY-SOUS-BOIS", True, 8_900, 2, 1),
    ("SCEAUX-BLAGIS", "Les Blagis", "SCEAUX", False, 7_000, 1, 2),
    ("SCEAUX-CENTRE", "Centre", "SCEAUX", False, 8_000, 1, 1),
    ("CHARENTON-CENTRE", "Centre", "CHARENTON", False, None, 1, 1),
    ("CHARENTON-BERCY", "Bercy", "CHARENTON", False, None, 1, 2),
    ("VINCENNES-CENTRE", "Centre et bois", "VINCENNES", False, None, 1, 1),
    ("BAGNEUX-NORD", "Nord de la commune", "BAGNEUX", True, 4_100, 1, 1),
    ("BAGNEUX-CENTRE", "Centre de la commune", "BAGNEUX", True, 2_600, 2, 1),
    ("BAGNEUX-SUD", "Sud de la commune", "BAGNEUX", True, 2_200, 3, 1),
    ("PARIS-10", "Paris 10e", "PARIS", False, None, 1, 3),
    ("PARIS-11", "Paris 11e", "PARIS", False, None, 2, 3),
    ("PARIS-13", "Paris 13e", "PARIS", False, None, 3, 3),
    ("PARIS-14", "Paris 14e", "PARIS", False, None, 3, 2),
    ("PARIS-17", "Paris 17e", "PARIS", False, None, 1, 1),
    ("PARIS-18", "Paris 18e", "PARIS", False, None, 1, 2),
    ("PARIS-19", "Paris 19e", "PARIS", False, None, 1, 4),
    ("PARIS-20", "Paris 20e", "PARIS", False, None, 2, 4),
    ("T13-SAINT-GERMAIN", "Saint-Germain-en-Laye", "SAINT-GERMAIN", False, None, 1, 1),
    ("T13-POISSY", "Poissy", "POISSY", False, None, 1, 1),
    ("T13-ACHERES", "Achères", "ACHERES", False, None, 1, 1),
)
# dispositif -> sector -> share of its interventions
SECTOR_MIX = {
    "NANTES-QUARTIER": {
        "NANTES-NORD": 22,
        "NANTES-BELLEVUE": 19,
        "NANTES-DOULON": 13,
        "NANTES-MALAKOFF": 11,
        "NANTES-DERVALLIERES": 10,
        "NANTES-BREIL": 8,
        "NANTES-ERDRE": 6,
        "NANTES-SUD": 6,
        "NANTES-CENTRE": 5,
    },
    "VAN-NUIT": {"NANTES-CHANTIERS": 100},
    "RENNES-JOUR": {"RENNES-BLOSNE": 52, "RENNES-BREQUIGNY": 31, "RENNES-CLEUNAY": 17},
    "RENNES-BINOMES": {"RENNES-VILLEJEAN": 53, "RENNES-MAUREPAS": 47},
    "RENNES-ECOLE": {
        "RENNES-BLOSNE": 30,
        "RENNES-VILLEJEAN": 22,
        "RENNES-MAUREPAS": 21,
        "RENNES-BREQUIGNY": 18,
        "RENNES-CLEUNAY": 9,
    },
    "ANGERS-NUIT": {
        "ANGERS-MONPLAISIR": 24,
        "ANGERS-ROSERAIE": 20,
        "ANGERS-BELLE-BEILLE": 16,
        "ANGERS-CENTRE": 13,
        "ANGERS-SAINT-AUBIN": 9,
        "ANGERS-GRAND-PIGEON": 8,
        "ANGERS-DOUTRE": 6,
        "ANGERS-LAC": 4,
    },
    "FOIRE": {"ANGERS-DOUTRE": 100},
    "VELIVAL": {"TOURS-NORD": 58, "TOURS-SUD": 42},
    "CLICHY": {"CLICHY-HAUT": 61, "CLICHY-BAS": 39},
    "SCEAUX": {"SCEAUX-BLAGIS": 76, "SCEAUX-CENTRE": 24},
    "CHARENTON": {"CHARENTON-BERCY": 55, "CHARENTON-CENTRE": 45},
    "VINCENNES": {"VINCENNES-CENTRE": 100},
    "AACC": {
        "PARIS-18": 18,
        "PARIS-19": 18,
        "PARIS-20": 16,
        "PARIS-13": 13,
        "PARIS-10": 10,
        "PARIS-14": 9,
        "PARIS-17": 8,
        "PARIS-11": 8,
    },
    "T13": {"T13-SAINT-GERMAIN": 41, "T13-POISSY": 33, "T13-ACHERES": 26},
}
# months in which a sector took more, or less, of the teams' time than usual, per cent
BUSY_MONTHS = {
    ("ANGERS-ROSERAIE", 2024, 4): 150,
    ("ANGERS-ROSERAIE", 2024, 5): 210,
    ("ANGERS-ROSERAIE", 2024, 6): 170,
    ("ANGERS-MONPLAISIR", 2024, 10): 60,
    ("RENNES-BLOSNE", 2024, 3): 125,
    ("NANTES-NORD", 2023, 7): 140,
}
_COLUMNS = ("id", "name", "city_id", "qpv", "inhabitants", "tile_row", "tile_column")


def sheets() -> Iterable[Sheet]:
    """Gives the file of the sectors."""
    yield Sheet(name="referentiel_secteurs.csv", kind="secteurs", rows=partial(records, _COLUMNS, SECTORS))
