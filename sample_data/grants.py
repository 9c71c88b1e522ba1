"""Grant files: those granted add up to the grants of the ledger, others are refused or still waiting."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from random import Random

from sample_data.apportion import apportion
from sample_data.days import YEARS
from sample_data.dispositifs import BY_ID
from sample_data.revenue_plan import HEAD_OFFICE, SOURCES
from sample_data.write import Row, Sheet

# day of the request, dispositif, funder, status, euros asked for
_OTHERS = (
    (date(2023, 1, 27), "NANTES-QUARTIER", "ETAT", "refused", 24_000),
    (date(2023, 2, 10), "RENNES-JOUR", "REGION-BRETAGNE", "refused", 18_000),
    (date(2023, 2, 24), "ANGERS-NUIT", "ETAT", "refused", 15_000),
    (date(2023, 3, 17), "SCEAUX", "ETAT", "refused", 12_000),
    (date(2023, 5, 12), None, "REGION-BRETAGNE", "refused", 20_000),
    (date(2023, 6, 30), "VAN-NUIT", "ETAT", "refused", 16_000),
    (date(2023, 9, 22), "RENNES-PISCINE", "ETAT", "refused", 9_000),
    (date(2023, 11, 10), None, "ERASMUS", "refused", 45_000),
    (date(2024, 1, 26), "NANTES-QUARTIER", "ETAT", "refused", 26_000),
    (date(2024, 2, 9), "RENNES-JOUR", "REGION-BRETAGNE", "refused", 15_000),
    (date(2024, 2, 16), "ANGERS-NUIT", "ETAT", "refused", 18_000),
    (date(2024, 3, 22), "NANTES-QUARTIER", "DEPT-44", "refused", 22_000),
    (date(2024, 4, 12), "RENNES-PISCINE", "ETAT", "refused", 9_500),
    (date(2024, 5, 17), None, "REGION-BRETAGNE", "refused", 21_000),
    (date(2024, 6, 14), "SCEAUX", "ETAT", "refused", 12_500),
    (date(2024, 9, 13), "CLICHY", "ETAT", "pending", 30_000),
    (date(2024, 10, 11), None, "ERASMUS", "pending", 58_000),
    (date(2024, 11, 15), "AACC", "ETAT", "pending", 86_000),
    (date(2024, 11, 29), "RENNES-BINOMES", "ETAT", "pending", 48_000),
)


def files(year: int) -> list[Row]:
    """Gives the files deposited in a year, in order of date."""
    others = [_file(*line, granted_cents=0) for line in _OTHERS if line[0].year == year]
    return sorted([*_granted(year), *others], key=lambda row: row["day"])


def _granted(year: int) -> Iterator[Row]:
    for source in SOURCES:
        if source.line == "grants":
            parts = apportion(source.euros[year] * 100, list(source.funders.values()))
            for funder, cents in zip(source.funders, parts, strict=True):
                chance = Random(f"grants/{source.subject}/{funder}/{year}")
                day = date(year, chance.randint(1, 4), chance.randint(3, 28))
                asked = cents * chance.randint(100, 112) // 1_000_000 * 100
                euros = max(asked, -(-cents // 100))
                yield _file(day, source.dispositif, funder, "granted", euros, granted_cents=cents)


def _file(
    day: date, dispositif: str | None, funder: str, status: str, euros: int, *, granted_cents: int
) -> Row:
    return {
        "day": day,
        "agency_id": BY_ID[dispositif].agency if dispositif else HEAD_OFFICE,
        "dispositif_id": dispositif,
        "funder_id": funder,
        "status": status,
        "asked_cents": euros * 100,
        "granted_cents": granted_cents,
    }


def sheets() -> Iterable[Sheet]:
    """Gives one file a year."""
    for year in YEARS:
        yield Sheet(
            name=f"compta_dossiers_subvention_{year}.csv",
            kind="dossiers de subvention",
            period=str(year),
            rows=partial(files, year),
        )
