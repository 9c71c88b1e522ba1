"""How many interventions and contacts each dispositif must come to, block of months by block of months.

The two public-space dispositifs of Rennes are planned by contract year too (October to September): their
published figures hold from October 2023 to September 2024, and not for the calendar year.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Block:
    """What one dispositif must come to between two days."""

    dispositif: str
    first: date
    last: date
    interventions: int
    people_met: int


def _years(dispositif: str, in_2023: tuple[int, int], in_2024: tuple[int, int]) -> list[Block]:
    totals = {2023: in_2023, 2024: in_2024}
    return [
        Block(dispositif, date(year, 1, 1), date(year, 12, 31), *total)
        for year, total in totals.items()
        if any(total)
    ]


BLOCKS = (
    *_years("NANTES-QUARTIER", (32_400, 38_900), (31_500, 38_100)),
    *_years("VAN-NUIT", (5_450, 12_500), (6_200, 14_600)),
    *_years("CCAS", (5_250, 6_300), (5_400, 6_600)),
    *_years("NANTES-ECOLE", (10_000, 17_000), (9_800, 16_900)),
    Block("RENNES-JOUR", date(2023, 1, 1), date(2023, 9, 30), 8_250, 5_270),
    Block("RENNES-JOUR", date(2023, 10, 1), date(2023, 12, 31), 3_050, 2_000),
    Block("RENNES-JOUR", date(2024, 1, 1), date(2024, 9, 30), 8_850, 5_600),
    Block("RENNES-JOUR", date(2024, 10, 1), date(2024, 12, 31), 2_800, 1_630),
    Block("RENNES-BINOMES", date(2023, 1, 1), date(2023, 9, 30), 3_560, 2_560),
    Block("RENNES-BINOMES", date(2023, 10, 1), date(2023, 12, 31), 1_390, 1_000),
    Block("RENNES-BINOMES", date(2024, 1, 1), date(2024, 9, 30), 3_950, 2_830),
    Block("RENNES-BINOMES", date(2024, 10, 1), date(2024, 12, 31), 1_250, 810),
    *_years("RENNES-ECOLE", (4_300, 7_300), (5_600, 9_600)),
    *_years("RENNES-PISCINE", (1_380, 3_600), (1_450, 3_900)),
    *_years("ANGERS-NUIT", (14_300, 17_900), (14_900, 18_800)),
    *_years("FOIRE", (240, 980), (260, 1_060)),
    *_years("VELIVAL", (0, 0), (540, 870)),
    *_years("CLICHY", (0, 0), (3_900, 6_100)),
    *_years("SCEAUX", (1_780, 2_500), (1_900, 2_700)),
    *_years("CHARENTON", (1_240, 1_700), (1_300, 1_800)),
    *_years("VINCENNES", (400, 1_150), (420, 1_230)),
    *_years("IDF-ECOLE", (3_450, 5_700), (3_400, 5_700)),
    *_years("AACC", (540, 3_600), (520, 3_500)),
    *_years("T13", (0, 0), (310, 520)),
)
