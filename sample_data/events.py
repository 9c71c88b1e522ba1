"""The dated events of the two years, after the timelines of the reports; no one is named."""

from collections.abc import Iterable
from datetime import date
from functools import partial

from sample_data.write import Sheet, records

_COLUMNS = ("day", "agency_id", "dispositif_id", "kind", "title")
EVENTS = (
    (date(2023, 1, 1), "NANTES", "NANTES-QUARTIER", "market", "Nouveau marché de médiation de quartier"),
    (date(2023, 1, 16), "NANTES", "NANTES-QUARTIER", "life", "Premier billet Prévention"),
    (
        date(2023, 2, 1),
        "NANTES",
        "VAN-NUIT",
        "market",
        "Début de la médiation nocturne au Parc des Chantiers",
    ),
    (
        date(2023, 6, 12),
        "ANGERS",
        "ANGERS-NUIT",
        "life",
        "Norme AFNOR X60-600 obtenue pour le dispositif d'Angers",
    ),
    (date(2023, 9, 1), "IDF", "SCEAUX", "market", "Sceaux renouvelle le marché de médiation sociale"),
    (date(2023, 9, 16), "RENNES", None, "rse", "World Clean Up Day"),
    (date(2023, 11, 1), "ANGERS", "FOIRE", "market", "Première médiation à la foire Saint-Martin"),
    (date(2024, 1, 15), "RENNES", None, "training", "Nouvelle promotion d'apprentis AMIS à Rennes"),
    (date(2024, 1, 22), "IDF", "SCEAUX", "life", "Reportage radio sur le dispositif de Sceaux"),
    (date(2024, 1, 29), None, None, "life", "Vote de la proposition de loi sur les métiers de la médiation"),
    (
        date(2024, 3, 18),
        "RENNES",
        "RENNES-JOUR",
        "team",
        "« Vis ma vie » de médiateur avec les rugbymen de Rennes",
    ),
    (
        date(2024, 4, 8),
        "NANTES",
        "NANTES-QUARTIER",
        "life",
        "La médiation réaffirmée dans le continuum de sécurité",
    ),
    (date(2024, 5, 6), "ANGERS", "ANGERS-NUIT", "team", "Présence provisoire en journée à La Roseraie"),
    (date(2024, 5, 21), "NANTES", "NANTES-ECOLE", "team", "Médaille de la ville pour un médiateur à l'école"),
    (date(2024, 6, 3), "IDF", "T13", "market", "Début de la médiation chantier du prolongement du Tram T13"),
    (date(2024, 6, 10), None, None, "life", "Forum sur l'interculturalité"),
    (date(2024, 6, 17), "RENNES", "RENNES-ECOLE", "life", "Remise des diplômes des élèves médiateurs"),
    (date(2024, 7, 1), None, None, "rse", "Politique d'achats responsables"),
    (date(2024, 7, 1), None, None, "rse", "Premier bilan RSE"),
    (date(2024, 7, 1), "IDF", "CLICHY", "market", "Nouveau marché à Clichy-sous-Bois"),
    (date(2024, 7, 1), "ANGERS", "VELIVAL", "market", "Nouveau marché de médiation de proximité Vélival"),
    (date(2024, 7, 15), None, None, "training", "Certification Qualiopi renouvelée pour trois ans"),
    (date(2024, 8, 1), "IDF", "CLICHY", "team", "Déploiement des médiateurs à Clichy-sous-Bois"),
    (date(2024, 9, 2), "RENNES", None, "training", "Deux nouvelles promotions, AMIS et MSADS, à Rennes"),
    (date(2024, 9, 15), "NANTES", None, "rse", "Course Run for Planet"),
    (date(2024, 9, 19), "RENNES", "RENNES-ECOLE", "rse", "World Clean Up Day dans une école primaire"),
    (date(2024, 9, 27), None, None, "life", "Fin du projet européen UPEC"),
    (date(2024, 10, 10), None, None, "rse", "Comité de suivi RSE"),
    (date(2024, 10, 14), "IDF", "AACC", "life", "Nouveau site des conseils citoyens parisiens"),
    (date(2024, 10, 22), "IDF", "CLICHY", "life", "Journée sportive et citoyenne à Clichy-sous-Bois"),
    (date(2024, 11, 4), "ANGERS", "ANGERS-NUIT", "market", "Angers renouvelle le marché pour quatre ans"),
    (date(2024, 11, 12), None, None, "life", "Lancement du projet européen ArlekinPro à Nantes"),
    (date(2024, 11, 19), None, None, "training", "L'outil de réalité virtuelle présenté en webinaire"),
    (
        date(2024, 11, 25),
        "IDF",
        "BAGNEUX",
        "market",
        "Bagneux confie sa médiation sociale à Optima (2025-2027)",
    ),
    (date(2024, 12, 10), None, None, "rse", "Comité de suivi RSE"),
)


def sheets() -> Iterable[Sheet]:
    """Gives the file of the events."""
    rows = partial(records, _COLUMNS, EVENTS)
    yield Sheet(name="rapports_faits_marquants.csv", kind="faits marquants", rows=rows)
