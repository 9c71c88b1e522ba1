"""Markets and agreements, with the communes whose QPV they cover."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Literal

from sample_data.dispositifs import BY_ID
from sample_data.write import Row, Sheet


@dataclass(frozen=True)
class Market:
    """One market or agreement; an agreement without a last day goes on."""

    kind: Literal["multi_year", "seasonal", "agreement"]
    dispositif: str
    awarded: date
    first: date
    last: date | None
    euros_a_year: int
    renewal: bool = True  # follows a market of the same object
    renewed: bool | None = None  # known once the term has fallen
    city: str = ""  # commune whose QPV it covers

    @property
    def code(self) -> str:
        """Gives the number of the market in the association's files."""
        return f"{self.first.year}-{self.dispositif}"

    @property
    def row(self) -> Row:
        """Gives the line of the file of markets."""
        return {
            "code": self.code,
            "dispositif_id": self.dispositif,
            "funder_id": BY_ID[self.dispositif].funder,
            "kind": self.kind,
            "renewal": self.renewal,
            "awarded_on": self.awarded,
            "valid_from": self.first,
            "valid_to": self.last,
            "term_on": self.last,
            "renewed": self.renewed,
            "annual_cents": self.euros_a_year * 100,
        }


_years = partial(Market, "multi_year")
_season = partial(Market, "seasonal")
_agreement = partial(Market, "agreement")
MARKETS = (
    _years(
        "NANTES-QUARTIER",
        date(2018, 11, 19),
        date(2019, 1, 1),
        date(2022, 12, 31),
        1_480_000,
        renewed=True,
        city="NANTES",
    ),
    _years(
        "NANTES-QUARTIER",
        date(2022, 11, 21),
        date(2023, 1, 1),
        date(2026, 12, 31),
        1_460_000,
        city="NANTES",
    ),
    _years("VAN-NUIT", date(2023, 1, 9), date(2023, 2, 1), date(2027, 1, 31), 212_000, renewal=False),
    _years("CCAS", date(2022, 3, 14), date(2022, 4, 1), date(2026, 3, 31), 52_000),
    _agreement("NANTES-ECOLE", date(2022, 7, 4), date(2022, 9, 1), date(2025, 8, 31), 540_000),
    _years(
        "RENNES-JOUR",
        date(2018, 9, 3),
        date(2018, 10, 1),
        date(2022, 9, 30),
        270_000,
        renewed=True,
        city="RENNES",
    ),
    _years("RENNES-JOUR", date(2022, 9, 5), date(2022, 10, 1), date(2026, 9, 30), 310_000, city="RENNES"),
    _agreement(
        "RENNES-BINOMES", date(2022, 9, 12), date(2022, 10, 1), date(2025, 9, 30), 150_000, city="RENNES"
    ),
    _agreement("RENNES-ECOLE", date(2022, 7, 11), date(2022, 9, 1), date(2025, 8, 31), 235_000),
    _season("RENNES-PISCINE", date(2023, 4, 17), date(2023, 6, 1), date(2023, 8, 31), 36_000),
    _season("RENNES-PISCINE", date(2024, 4, 15), date(2024, 6, 1), date(2024, 8, 31), 38_000),
    _years("ENCOMBRANTS", date(2022, 2, 7), date(2022, 3, 1), date(2026, 2, 28), 84_000),
    _years(
        "ANGERS-NUIT",
        date(2020, 10, 26),
        date(2020, 12, 1),
        date(2024, 11, 30),
        445_000,
        renewal=False,
        renewed=True,
        city="ANGERS",
    ),
    _years("ANGERS-NUIT", date(2024, 11, 4), date(2024, 12, 1), date(2028, 11, 30), 452_000, city="ANGERS"),
    _season("FOIRE", date(2023, 10, 9), date(2023, 11, 1), date(2023, 11, 30), 9_400, renewal=False),
    _season("FOIRE", date(2024, 10, 7), date(2024, 11, 1), date(2024, 11, 30), 9_600),
    _years("VELIVAL", date(2024, 5, 21), date(2024, 7, 1), date(2027, 6, 30), 55_000, renewal=False),
    _agreement("ALH", date(2022, 1, 10), date(2022, 1, 10), None, 18_000),
    _years(
        "CLICHY",
        date(2024, 5, 27),
        date(2024, 7, 1),
        date(2027, 6, 30),
        410_000,
        renewal=False,
        city="CLICHY-SOUS-BOIS",
    ),
    _years(
        "SCEAUX",
        date(2020, 7, 6),
        date(2020, 9, 1),
        date(2023, 8, 31),
        126_000,
        renewed=True,
        city="SCEAUX",
    ),
    _years("SCEAUX", date(2023, 7, 10), date(2023, 9, 1), date(2026, 8, 31), 132_000, city="SCEAUX"),
    _years("CHARENTON", date(2021, 12, 6), date(2022, 1, 1), date(2025, 12, 31), 92_000),
    _season("VINCENNES", date(2023, 5, 9), date(2023, 6, 15), date(2023, 9, 15), 21_000),
    _season("VINCENNES", date(2024, 5, 13), date(2024, 6, 15), date(2024, 9, 15), 22_000),
    _agreement("IDF-ECOLE", date(2022, 7, 18), date(2022, 9, 1), date(2025, 8, 31), 160_000),
    _agreement("AACC", date(2022, 12, 12), date(2023, 1, 1), date(2025, 12, 31), 170_000),
    _years("T13", date(2024, 4, 29), date(2024, 6, 3), date(2027, 6, 2), 63_000, renewal=False),
    _agreement("ICF", date(2022, 1, 3), date(2022, 1, 3), date(2024, 12, 31), 48_000),
    _years(
        "BAGNEUX",
        date(2024, 11, 25),
        date(2025, 1, 1),
        date(2027, 12, 31),
        240_000,
        renewal=False,
        city="BAGNEUX",
    ),
)


def covered_cities() -> Iterator[Row]:
    """Gives one line per market and commune covered, from the day of the award."""
    for market in MARKETS:
        if market.city:
            yield {
                "market_code": market.code,
                "dispositif_id": market.dispositif,
                "city_id": market.city,
                "valid_from": market.awarded,
                "valid_to": market.last,
            }


def sheets() -> Iterable[Sheet]:
    """Gives the files of markets and of communes covered."""
    yield Sheet(
        name="referentiel_marches.csv", kind="marchés", rows=lambda: [market.row for market in MARKETS]
    )
    yield Sheet(name="referentiel_communes_couvertes.csv", kind="communes couvertes", rows=covered_cities)
