"""What the CSR workbook declares for each year, with the document that proves it.

Indicators that the suite computes are not declared here: one figure has one source.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from sample_data.days import YEARS
from sample_data.write import Row, Sheet

_Said = tuple[int, str]  # in the unit of the indicator, and what proves it
# indicator -> for 2023, for 2024
DECLARED: dict[str, tuple[_Said, _Said]] = {
    "OUTILS-UTILITE": (
        (2, "Compte rendu du CODIR du 11/12/2023, point 3 : outils de Rennes et d'Angers."),
        (3, "Compte rendu du CODIR du 16/12/2024, point 4 : outils de Rennes, d'Angers et de Sceaux."),
    ),
    "REGULATION": (
        (100, "Revue des dispositifs du 04/12/2023 : une instance interne tenue dans chacun."),
        (100, "Revue des dispositifs du 02/12/2024 : une instance interne tenue dans chacun."),
    ),
    "BILLETS": (
        (3, "Classeur des billets 2023 : deux dispositifs de Nantes, un de Rennes."),
        (3, "Classeur des billets 2024 : deux dispositifs de Nantes, un de Rennes."),
    ),
    "INSTANCES-RSE": (
        (80, "Relevé des ordres du jour 2023 : la RSE figure à 16 réunions sur 20."),
        (100, "Relevé des ordres du jour 2024 : la RSE figure à 20 réunions sur 20."),
    ),
    "JEUNES-ECOLE": (
        (7_400, "Effectifs de rentrée 2023 transmis par les établissements, tableau du 29/09/2023."),
        (8_000, "Effectifs de rentrée 2024 transmis par les établissements, tableau du 27/09/2024."),
    ),
    "ACTION-LOGEMENT": (
        (22, "Bilan annuel 2023 d'Action Logement, reçu le 22/01/2024."),
        (26, "Bilan annuel 2024 d'Action Logement, reçu le 20/01/2025."),
    ),
    "OUTILS-COLLABORATIFS": (
        (0, "Tableau des investissements 2023 : aucune dépense de cette nature."),
        (46_000, "Tableau des investissements 2024, ligne des outils collaboratifs, factures jointes."),
    ),
    "SENSIBILISES": (
        (24, "Feuilles d'émargement des deux séances de 2023."),
        (41, "Feuilles d'émargement des quatre séances de septembre 2024."),
    ),
    "DECHETS": (
        (9, "Pesée du 16/09/2023 à Rennes : 6 kg recyclables et 3 kg d'ordures ménagères."),
        (13, "Pesée du 19/09/2024 à Rennes : 8 kg recyclables et 5 kg d'ordures ménagères."),
    ),
    "CLASSES": (
        (1, "Attestation de l'école, séance du 15/09/2023."),
        (2, "Attestation de l'école, séances du 19/09/2024."),
    ),
    "TEMPS-ECHANGE": (
        (5, "Calendrier 2023 des groupes de responsables, avec leurs comptes rendus."),
        (8, "Calendrier 2024 des groupes de responsables, avec leurs comptes rendus."),
    ),
    "PROJETS-INNOVANTS": (
        (2, "Compte rendu du CODIR du 11/12/2023, point 6 : liste des projets démarrés."),
        (4, "Compte rendu du CODIR du 16/12/2024, point 7 : liste des projets démarrés."),
    ),
}


def values(year: int) -> Iterator[Row]:
    """Gives what is declared for a year, on its last day."""
    for indicator, said in DECLARED.items():
        number, evidence = said[YEARS.index(year)]
        yield {
            "day": date(year, 12, 31),
            "rse_indicator_id": indicator,
            "value_thousandths": number * 1000,
            "evidence": evidence,
        }


def sheets() -> Iterable[Sheet]:
    """Gives one file a year."""
    for year in YEARS:
        yield Sheet(
            name=f"rse_valeurs_{year}.csv",
            kind="valeurs RSE",
            period=str(year),
            rows=partial(values, year),
        )
