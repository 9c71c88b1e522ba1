"""Participations in partners' meetings.

In Rennes the published counts are those of the contract year, October 2023 to September 2024: 64 set by the
market of médiation de jour, and 339 for the whole agency.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from random import Random

from sample_data.days import YEARS, between, is_working_day
from sample_data.write import Row, Sheet

Span = tuple[date, date]
_BEFORE = date(2023, 1, 1), date(2023, 9, 30)
_CONTRACT_YEAR = date(2023, 10, 1), date(2024, 9, 30)
_AFTER = date(2024, 10, 1), date(2024, 12, 31)
_2023 = date(2023, 1, 1), date(2023, 12, 31)
_2024 = date(2024, 1, 1), date(2024, 12, 31)
_FROM_JUNE = date(2024, 6, 3), date(2024, 12, 31)
_FROM_JULY = date(2024, 7, 1), date(2024, 12, 31)
# the meetings that the market of médiation de jour sets: one participation each
_SET_BY_MARKET: dict[Span, dict[str, int]] = {
    _BEFORE: {
        "PROJET-OPERATIONNEL": 27,
        "CELLULE-VEILLE": 6,
        "GROUPE-THEMATIQUE": 5,
        "POLICE-NATIONALE": 1,
        "PARTENAIRES-BREQUIGNY": 2,
        "EVENEMENT": 1,
    },
    _CONTRACT_YEAR: {
        "PROJET-OPERATIONNEL": 40,
        "CELLULE-VEILLE": 8,
        "GROUPE-THEMATIQUE": 8,
        "POLICE-NATIONALE": 2,
        "PARTENAIRES-BREQUIGNY": 3,
        "MEDIATEURS-DECHETS": 1,
        "EVENEMENT": 2,
    },
    _AFTER: {
        "PROJET-OPERATIONNEL": 12,
        "CELLULE-VEILLE": 3,
        "GROUPE-THEMATIQUE": 3,
        "POLICE-NATIONALE": 1,
        "PARTENAIRES-BREQUIGNY": 1,
        "EVENEMENT": 1,
    },
}
# dispositif, kind, then participations by span
_OTHERS: tuple[tuple[str, str, dict[Span, int]], ...] = (
    ("RENNES-BINOMES", "ESPACE-PUBLIC-JEUNESSE", {_BEFORE: 30, _CONTRACT_YEAR: 46, _AFTER: 13}),
    ("RENNES-BINOMES", "ACTEURS-JEUNESSE", {_BEFORE: 24, _CONTRACT_YEAR: 38, _AFTER: 10}),
    ("RENNES-BINOMES", "COMITE-TECHNIQUE", {_BEFORE: 15, _CONTRACT_YEAR: 22, _AFTER: 6}),
    ("RENNES-BINOMES", "ESPACE-PARENTS", {_BEFORE: 8, _CONTRACT_YEAR: 12, _AFTER: 4}),
    ("RENNES-ECOLE", "EDUCATION-ENFANCE", {_BEFORE: 38, _CONTRACT_YEAR: 64, _AFTER: 21}),
    ("RENNES-ECOLE", "ESPACE-PARENTS", {_BEFORE: 33, _CONTRACT_YEAR: 52, _AFTER: 17}),
    ("RENNES-ECOLE", "ACTEURS-JEUNESSE", {_BEFORE: 24, _CONTRACT_YEAR: 41, _AFTER: 13}),
    ("NANTES-QUARTIER", "COMITE-TECHNIQUE", {_2023: 110, _2024: 118}),
    ("NANTES-QUARTIER", "TRANQUILLITE", {_2023: 96, _2024: 104}),
    ("NANTES-QUARTIER", "ACTEURS-JEUNESSE", {_2023: 84, _2024: 92}),
    ("NANTES-QUARTIER", "COMITE-PILOTAGE", {_2023: 6, _2024: 6}),
    ("VAN-NUIT", "COMITE-TECHNIQUE", {_2023: 11, _2024: 12}),
    ("CCAS", "COMITE-TECHNIQUE", {_2023: 5, _2024: 6}),
    ("NANTES-ECOLE", "EDUCATION-ENFANCE", {_2023: 88, _2024: 92}),
    ("NANTES-ECOLE", "ESPACE-PARENTS", {_2023: 40, _2024: 46}),
    ("ANGERS-NUIT", "TRANQUILLITE", {_2023: 62, _2024: 68}),
    ("ANGERS-NUIT", "COMITE-TECHNIQUE", {_2023: 40, _2024: 44}),
    ("ANGERS-NUIT", "COMITE-PILOTAGE", {_2023: 4, _2024: 5}),
    ("VELIVAL", "COMITE-TECHNIQUE", {_FROM_JULY: 12}),
    ("CLICHY", "TRANQUILLITE", {_FROM_JULY: 18}),
    ("CLICHY", "COMITE-TECHNIQUE", {_FROM_JULY: 12}),
    ("SCEAUX", "ACTEURS-JEUNESSE", {_2023: 20, _2024: 24}),
    ("SCEAUX", "COMITE-TECHNIQUE", {_2023: 11, _2024: 11}),
    ("CHARENTON", "COMITE-TECHNIQUE", {_2023: 9, _2024: 10}),
    ("AACC", "CONSEIL-CITOYEN", {_2023: 120, _2024: 124}),
    ("T13", "COMITE-TECHNIQUE", {_FROM_JUNE: 9}),
    ("IDF-ECOLE", "EDUCATION-ENFANCE", {_2023: 30, _2024: 30}),
)


def meetings(year: int) -> list[Row]:
    """Gives the meetings of a year, in order of date."""
    found = [row for row in _all() if row["day"].year == year]
    return sorted(found, key=lambda row: row["day"])


def _all() -> Iterator[Row]:
    for span, kinds in _SET_BY_MARKET.items():
        for kind, total in kinds.items():
            yield from _held("RENNES-JOUR", kind, span, total, most=1)
    for dispositif, kind, totals in _OTHERS:
        for span, total in totals.items():
            yield from _held(dispositif, kind, span, total, most=3)


def _held(dispositif: str, kind: str, span: Span, total: int, most: int) -> Iterator[Row]:
    """Gives meetings on working days of the span, until the participations come to the total."""
    chance = Random(f"meetings/{dispositif}/{kind}/{span[0]}")
    days = [day for day in between(*span) if is_working_day(day) and day.month != 8]
    while total:
        participations = min(total, chance.randint(1, most))
        total -= participations
        yield {
            "day": chance.choice(days),
            "dispositif_id": dispositif,
            "meeting_kind_id": kind,
            "participations": participations,
        }


def sheets() -> Iterable[Sheet]:
    """Gives one file a year."""
    for year in YEARS:
        yield Sheet(
            name=f"optimedia_instances_{year}.csv",
            kind="instances",
            period=str(year),
            rows=partial(meetings, year),
        )
