"""Training of the staff outside the association's own training body: who, on what, how many days."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from sample_data.days import YEARS
from sample_data.write import Row, Sheet, records

_COLUMNS = ("day", "agency_id", "dispositif_id", "job_id", "theme", "participants", "days_hundredths")
# Managers followed 8 days in 2023 and 23 in 2024; days are those of each participant added up.
_MANAGERS = (
    (date(2023, 6, 13), "NANTES", None, "RESP", "management", 3, 300),
    (date(2023, 10, 10), "RENNES", None, "RESP", "management", 2, 200),
    (date(2023, 11, 21), "IDF", None, "RESP", "management", 1, 100),
    (date(2023, 11, 22), "ANGERS", None, "RESP", "management", 1, 200),
    (date(2024, 3, 12), "NANTES", None, "RESP", "management", 5, 500),
    (date(2024, 4, 9), "RENNES", None, "RESP", "management", 2, 200),
    (date(2024, 4, 16), "ANGERS", None, "RESP", "management", 1, 200),
    (date(2024, 9, 24), "NANTES", None, "RESP", "management", 5, 500),
    (date(2024, 10, 8), "RENNES", None, "RESP", "rse", 2, 200),
    (date(2024, 10, 15), "IDF", None, "RESP", "management", 2, 400),
    (date(2024, 11, 19), "ANGERS", None, "RESP", "rse", 1, 100),
    (date(2024, 11, 26), "IDF", None, "RESP", "rse", 2, 200),
)
_OTHERS = (
    (date(2023, 3, 21), "NANTES", "NANTES-QUARTIER", "REF", "management", 4, 400),
    (date(2023, 4, 4), "NANTES", "NANTES-QUARTIER", "MED", "safety", 10, 700),
    (date(2023, 5, 23), "RENNES", "RENNES-JOUR", "MED", "mediation", 6, 600),
    (date(2023, 9, 26), "IDF", "IDF-ECOLE", "MED", "mediation", 5, 500),
    (date(2023, 10, 17), "ANGERS", "ANGERS-NUIT", "MED", "safety", 6, 420),
    (date(2023, 11, 14), "SIEGE", None, "GESTION", "digital", 3, 150),
    (date(2024, 2, 6), "NANTES", "NANTES-QUARTIER", "REF", "management", 5, 750),
    (date(2024, 3, 19), "NANTES", "NANTES-QUARTIER", "MED", "safety", 12, 840),
    (date(2024, 5, 14), "RENNES", "RENNES-JOUR", "MED", "mediation", 6, 600),
    (date(2024, 6, 11), "SIEGE", None, "RH", "digital", 2, 100),
    (date(2024, 6, 18), "NANTES", "NANTES-ECOLE", "MED", "mediation", 9, 900),
    (date(2024, 9, 17), "IDF", "CLICHY", "MED", "safety", 7, 490),
    (date(2024, 9, 17), "IDF", "CLICHY", "REF", "safety", 1, 70),
    (date(2024, 10, 22), "ANGERS", "ANGERS-NUIT", "MED", "safety", 8, 560),
    (date(2024, 11, 5), "SIEGE", None, "FORMATION", "rse", 4, 200),
    (date(2024, 12, 3), "RENNES", "RENNES-ECOLE", "MED", "rse", 6, 300),
)


def training(year: int) -> Iterator[Row]:
    """Gives one line per group of participants of a year."""
    lines = sorted(
        (line for line in (*_MANAGERS, *_OTHERS) if line[0].year == year), key=lambda line: line[0]
    )
    yield from records(_COLUMNS, lines)


def sheets() -> Iterable[Sheet]:
    """Gives one file a year."""
    for year in YEARS:
        yield Sheet(
            name=f"kelio_formations_{year}.csv",
            kind="formations du personnel",
            period=str(year),
            rows=partial(training, year),
        )
