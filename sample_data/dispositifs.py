"""The dispositifs, with what makes each one different."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from sample_data.schedules import SCHEDULES
from sample_data.write import Row, Sheet

_FIELD_FAMILIES = {"day", "night", "school", "leisure", "public_service", "worksite", "night_life"}
_URBAN = {
    "NANTES-QUARTIER",
    "RENNES-JOUR",
    "ANGERS-NUIT",
    "CLICHY",
    "SCEAUX",
    "CHARENTON",
    "VINCENNES",
    "BAGNEUX",
}
# month in which the contract year starts, January for the others
_YEAR_STARTS = {
    "VAN-NUIT": 2,
    "CCAS": 4,
    "NANTES-ECOLE": 9,
    "RENNES-JOUR": 10,
    "RENNES-BINOMES": 10,
    "RENNES-ECOLE": 9,
    "ENCOMBRANTS": 3,
    "ANGERS-NUIT": 12,
    "VELIVAL": 7,
    "CLICHY": 7,
    "SCEAUX": 9,
    "IDF-ECOLE": 9,
    "T13": 6,
}


class Work(NamedTuple):
    """What a dispositif does, and in which setting."""

    family: str
    orientation: str
    setting: str


@dataclass(frozen=True)
class Dispositif:
    """One dispositif of the association."""

    id: str
    name: str
    agency: str
    funder: str
    work: Work

    @property
    def branch(self) -> str:
        """Tells which branch of the revenue the dispositif belongs to."""
        return "bulky_waste" if self.work.family == "bulky_waste" else "mediation"

    @property
    def row(self) -> Row:
        """Gives the line of the reference file."""
        return {
            "id": self.id,
            "name": self.name,
            "agency_id": self.agency,
            "funder_id": self.funder,
            **self.work._asdict(),
            "branch": self.branch,
            "field_mediation": self.work.family in _FIELD_FAMILIES,
            "urban_market": self.id in _URBAN,
            "contract_year_month": _YEAR_STARTS.get(self.id, 1),
            "schedule": SCHEDULES[self.id].text if self.id in SCHEDULES else "Sur rendez-vous",
        }


_PREVENTION = Work("day", "prevention", "public_space")
_TRANQUILLITY = Work("day", "tranquillity", "public_space")
_NIGHT = Work("night", "tranquillity", "public_space")
_NIGHT_LIFE = Work("night_life", "tranquillity", "public_space")
_COUNTER = Work("public_service", "access", "public_service")
_SCHOOL = Work("school", "prevention", "school")
_LEISURE = Work("leisure", "tranquillity", "leisure")
_BULKY = Work("bulky_waste", "tranquillity", "shared_space")
_WORKSITE = Work("worksite", "access", "public_space")
_CONVENTIONAL = Work("conventional", "tranquillity", "shared_space")
_CITIZENS = Work("citizens", "access", "shared_space")
DISPOSITIFS = (
    Dispositif("NANTES-QUARTIER", "Médiation de quartier", "NANTES", "NANTES-METROPOLE", _PREVENTION),
    Dispositif(
        "VAN-NUIT", "Médiation nocturne du Parc des Chantiers", "NANTES", "VOYAGE-NANTES", _NIGHT_LIFE
    ),
    Dispositif("CCAS", "Médiation au CCAS de Nantes", "NANTES", "CCAS-NANTES", _COUNTER),
    Dispositif("NANTES-ECOLE", "Médiation à l'école, Loire-Atlantique", "NANTES", "DEPT-44", _SCHOOL),
    Dispositif("RENNES-JOUR", "Médiation de jour", "RENNES", "VILLE-RENNES", _TRANQUILLITY),
    Dispositif("RENNES-BINOMES", "Binômes de la prévention", "RENNES", "VILLE-RENNES", _PREVENTION),
    Dispositif("RENNES-ECOLE", "Médiation à l'école, Rennes", "RENNES", "VILLE-RENNES", _SCHOOL),
    Dispositif("RENNES-PISCINE", "Médiation piscine", "RENNES", "VILLE-RENNES", _LEISURE),
    Dispositif("ENCOMBRANTS", "Gestion des encombrants", "RENNES", "AIGUILLON", _BULKY),
    Dispositif("ANGERS-NUIT", "Médiation urbaine en soirée et de nuit", "ANGERS", "VILLE-ANGERS", _NIGHT),
    Dispositif("FOIRE", "Foire Saint-Martin", "ANGERS", "VILLE-ANGERS", _TRANQUILLITY),
    Dispositif("VELIVAL", "Médiation de proximité Vélival", "ANGERS", "TOURS-METROPOLE", _WORKSITE),
    Dispositif(
        "ALH",
        "Médiation conventionnelle, Angers Loire Habitat",
        "ANGERS",
        "ANGERS-LOIRE-HABITAT",
        _CONVENTIONAL,
    ),
    Dispositif(
        "CLICHY", "Médiation tranquillité prévention, Clichy-sous-Bois", "IDF", "VILLE-CLICHY", _TRANQUILLITY
    ),
    Dispositif(
        "SCEAUX", "Médiation socio-éducative de proximité, Sceaux", "IDF", "VILLE-SCEAUX", _PREVENTION
    ),
    Dispositif(
        "CHARENTON",
        "Médiation sociale de proximité, Charenton-le-Pont",
        "IDF",
        "VILLE-CHARENTON",
        _PREVENTION,
    ),
    Dispositif("VINCENNES", "Médiation estivale en soirée, Vincennes", "IDF", "VILLE-VINCENNES", _NIGHT),
    Dispositif("IDF-ECOLE", "Médiation à l'école, Paris", "IDF", "VILLE-PARIS", _SCHOOL),
    Dispositif("AACC", "Animation des conseils citoyens, Paris", "IDF", "VILLE-PARIS", _CITIZENS),
    Dispositif("T13", "Médiation chantier, prolongement du Tram T13", "IDF", "IDF-MOBILITES", _WORKSITE),
    Dispositif("ICF", "Médiation conventionnelle, ICF La Sablière", "IDF", "ICF", _CONVENTIONAL),
    Dispositif("BAGNEUX", "Médiation sociale, Bagneux", "IDF", "VILLE-BAGNEUX", _TRANQUILLITY),
)
BY_ID = {dispositif.id: dispositif for dispositif in DISPOSITIFS}


def sheets() -> Iterable[Sheet]:
    """Gives the file of the dispositifs."""
    yield Sheet(
        name="referentiel_dispositifs.csv",
        kind="dispositifs",
        rows=lambda: [dispositif.row for dispositif in DISPOSITIFS],
    )
