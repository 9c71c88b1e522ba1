"""The revenue that the ledger must come to, in euros excluding tax, and who pays it.

Training and the rest of the head office are no dispositifs: their lines carry the head office's agency.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random

from sample_data.apportion import apportion
from sample_data.days import FIRST_DAY, YEARS, month_end
from sample_data.dispositifs import BY_ID

HEAD_OFFICE = "SIEGE"


@dataclass(frozen=True, eq=False)
class Source:
    """One source of revenue of one dispositif (or of training, or of the head office), over the years."""

    subject: str  # id of a dispositif, TRAINING or OTHER
    line: str  # sales, grants or apprenticeship
    account: str
    euros: dict[int, int]  # by year
    funders: dict[str, int]  # shares
    invoices: dict[int, int]  # documents sent by year; none for what is not invoiced
    first: date = FIRST_DAY

    @property
    def dispositif(self) -> str | None:
        """Gives the dispositif, none for training and the head office."""
        return self.subject if self.subject in BY_ID else None

    @property
    def agency(self) -> str:
        """Gives the agency whose books the money is in."""
        return BY_ID[self.subject].agency if self.dispositif else HEAD_OFFICE

    @property
    def branch(self) -> str:
        """Gives the branch of the association."""
        return BY_ID[self.subject].branch if self.dispositif else self.subject.lower()

    @property
    def months(self) -> tuple[int, ...]:
        """Tells how much of a year's work falls in each month, per cent of an ordinary month."""
        return _SEASONS.get(self.subject, _EVEN)

    def is_active(self, month: date) -> bool:
        """Tells whether the work has begun by the end of a month."""
        return self.first <= month_end(month)


_EVEN = (100,) * 12
_SCHOOL = (112, 106, 114, 108, 112, 104, 60, 30, 104, 116, 116, 108)
_SEASONS = {
    "RENNES-PISCINE": (0, 0, 0, 0, 0, 80, 110, 110, 0, 0, 0, 0),
    "VINCENNES": (0, 0, 0, 0, 0, 60, 115, 115, 60, 0, 0, 0),
    "FOIRE": (0,) * 10 + (100, 0),
    "NANTES-ECOLE": _SCHOOL,
    "RENNES-ECOLE": _SCHOOL,
    "IDF-ECOLE": _SCHOOL,
    "TRAINING": (70, 105, 125, 110, 105, 120, 55, 15, 110, 140, 140, 105),
    "ICF": (90, 100, 110, 100, 105, 110, 90, 70, 105, 110, 110, 100),
    "OTHER": (40, 40, 120, 40, 40, 160, 40, 20, 180, 60, 160, 120),
}
_Years = tuple[int, int]  # in 2023, in 2024


def _sold(
    subject: str,
    euros: _Years,
    documents: _Years,
    *,
    account: str = "706100",
    funders: dict[str, int] | None = None,
    first: date = FIRST_DAY,
) -> Source:
    payers = funders or {BY_ID[subject].funder: 100}
    return Source(subject, "sales", account, _by_year(euros), payers, _by_year(documents), first)


def _granted(
    subject: str,
    euros: _Years,
    funders: dict[str, int],
    *,
    line: str = "grants",
    account: str = "740000",
) -> Source:
    return Source(subject, line, account, _by_year(euros), funders, {})


def _by_year(pair: _Years) -> dict[int, int]:
    return dict(zip(YEARS, pair, strict=True))


SOURCES = (
    _sold(
        "CLICHY",
        (0, 205_000),
        (0, 19),
        first=date(2024, 7, 1),
        funders={"VILLE-CLICHY": 58, "BATIGERE": 22, "SEQENS": 20},
    ),
    _sold("SCEAUX", (129_500, 132_000), (12, 13)),
    _sold("CHARENTON", (90_200, 92_000), (12, 12)),
    _sold("VINCENNES", (21_000, 22_000), (4, 4)),
    _sold("IDF-ECOLE", (110_000, 109_479), (12, 12)),
    _granted("IDF-ECOLE", (52_300, 49_461), {"VILLE-PARIS": 62, "ETAT": 38}),
    _granted("AACC", (171_500, 168_000), {"VILLE-PARIS": 50, "ETAT": 50}),
    _sold("T13", (0, 36_800), (0, 8), first=date(2024, 6, 3)),
    _sold("ICF", (54_800, 47_400), (16, 14)),
    _sold("NANTES-QUARTIER", (1_528_000, 1_452_000), (26, 27)),
    _sold("VAN-NUIT", (205_000, 212_000), (12, 13), first=date(2023, 2, 1)),
    _sold("CCAS", (51_600, 51_870), (12, 12)),
    _granted("NANTES-ECOLE", (559_000, 534_000), {"DEPT-44": 57, "NANTES-METROPOLE": 33, "VILLE-REZE": 10}),
    _sold("RENNES-JOUR", (300_000, 318_000), (13, 14)),
    _granted("RENNES-BINOMES", (118_000, 152_000), {"VILLE-RENNES": 70, "ETAT": 30}),
    _granted("RENNES-ECOLE", (178_400, 238_210), {"VILLE-RENNES": 72, "ETAT": 28}),
    _sold("RENNES-PISCINE", (36_000, 38_000), (3, 3)),
    _sold("ENCOMBRANTS", (71_530, 85_120), (24, 26), account="706300"),
    _sold("ANGERS-NUIT", (452_500, 441_000), (38, 38), funders={"VILLE-ANGERS": 54, "BAILLEURS-ANGERS": 46}),
    _sold("FOIRE", (9_400, 9_600), (1, 2)),
    _sold("VELIVAL", (0, 27_500), (0, 7), first=date(2024, 7, 1)),
    _sold("ALH", (19_600, 17_840), (14, 13)),
    _sold(
        "TRAINING",
        (138_038, 161_418),
        (218, 240),
        account="706200",
        funders={"CLIENTS-FORMATION": 80, "JUSTICE": 20},
    ),
    _granted("TRAINING", (37_100, 38_000), {"REGION-BRETAGNE": 100}),
    _granted("TRAINING", (75_262, 81_542), {"OPCO": 100}, line="apprenticeship", account="748700"),
    _sold("OTHER", (3_832, 3_130), (9, 8), account="706800", funders={"CLIENTS-FORMATION": 100}),
    _granted("OTHER", (24_700, 24_500), {"ERASMUS": 100}, account="740400"),
)


@cache
def cents_by_month(source: Source, year: int) -> tuple[int, ...]:
    """Gives the revenue of one source, month by month."""
    noise = Random(f"revenue/{source.subject}/{source.line}/{year}")
    weights = [
        season * noise.randint(930, 1070) if source.is_active(date(year, number, 1)) else 0
        for number, season in enumerate(source.months, 1)
    ]
    return tuple(apportion(source.euros[year] * 100, weights)) if any(weights) else (0,) * 12
