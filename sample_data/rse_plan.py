"""The CSR plan of actions for 2024 and 2025, and the events of the approach; owners are functions."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from sample_data.days import YEARS
from sample_data.tables import table
from sample_data.write import Row, Sheet, records

_DAYS = ("valid_from", "valid_to", "due_on", "done_on")
_EVENT_COLUMNS = ("day", "agency_id", "kind", "title", "participants")
_COMMITTEE = "Comité de suivi"
EVENTS = (
    (date(2023, 2, 9), "NANTES", "stakeholders", "Rencontre des bailleurs", None),
    (date(2023, 3, 14), "SIEGE", "committee", _COMMITTEE, 7),
    (date(2023, 5, 23), "RENNES", "workshop", "Atelier réemploi", 9),
    (date(2023, 6, 15), "RENNES", "stakeholders", "Rencontre des associations de quartier", 14),
    (date(2023, 6, 20), "SIEGE", "committee", _COMMITTEE, 6),
    (date(2023, 9, 15), "RENNES", "awareness", "Déchets et tri", 11),
    (date(2023, 10, 5), "ANGERS", "stakeholders", "Rencontre de la ville et des bailleurs", 9),
    (date(2023, 10, 12), "SIEGE", "committee", _COMMITTEE, 8),
    (date(2023, 11, 21), "SIEGE", "awareness", "Gestes du bureau", 13),
    (date(2023, 12, 7), "SIEGE", "committee", _COMMITTEE, 7),
    (date(2024, 2, 13), "SIEGE", "committee", _COMMITTEE, 7),
    (date(2024, 3, 7), "NANTES", "stakeholders", "Rencontre des bailleurs", 12),
    (date(2024, 3, 26), "IDF", "stakeholders", "Présentation aux élus de Sceaux", 16),
    (date(2024, 4, 11), "ANGERS", "stakeholders", "Carte des incivilités avec les bailleurs", 10),
    (date(2024, 4, 18), "SIEGE", "committee", _COMMITTEE, 6),
    (date(2024, 5, 16), "RENNES", "stakeholders", "Rencontre des associations de quartier", 15),
    (date(2024, 5, 28), "RENNES", "workshop", "Atelier tri et réemploi", 10),
    (date(2024, 6, 11), "NANTES", "workshop", "Atelier mobilités", 12),
    (date(2024, 7, 1), "SIEGE", "committee", "Publication du bilan", 9),
    (date(2024, 9, 10), "IDF", "stakeholders", "Rencontre de l'équipe municipale de Clichy", 8),
    (date(2024, 9, 17), "RENNES", "awareness", "Énergie, numérique et tri", 12),
    (date(2024, 9, 18), "NANTES", "awareness", "Énergie, numérique et tri", 13),
    (date(2024, 9, 24), "ANGERS", "awareness", "Énergie, numérique et tri", 6),
    (date(2024, 9, 26), "IDF", "awareness", "Énergie, numérique et tri", 10),
    (date(2024, 10, 3), "NANTES", "stakeholders", "Rencontre de la métropole", None),
    (date(2024, 10, 10), "SIEGE", "committee", _COMMITTEE, 8),
    (date(2024, 11, 5), "SIEGE", "workshop", "Atelier sobriété numérique", 8),  # the head office is no agency
    (date(2024, 11, 12), "SIEGE", "stakeholders", "Partenaires du projet européen", 18),
    (date(2024, 11, 14), "RENNES", "stakeholders", "Rencontre des commanditaires", 11),
    (date(2024, 12, 10), "SIEGE", "committee", _COMMITTEE, 7),
)


def actions() -> Iterator[Row]:
    """Gives every action: its span ends the day it was done or given up, and is open until then."""
    for line in table("rse_actions"):
        days = {column: cell and date.fromisoformat(cell) for column, cell in line.items() if column in _DAYS}
        yield {**line, **days}


def events(year: int) -> list[Row]:
    """Gives the events of a year."""
    return [row for row in records(_EVENT_COLUMNS, EVENTS) if row["day"].year == year]


def sheets() -> Iterable[Sheet]:
    """Gives the plan, and the events of each year."""
    yield Sheet(name="rse_actions.csv", kind="actions RSE", rows=actions)
    for year in YEARS:
        rows = partial(events, year)
        yield Sheet(name=f"rse_evenements_{year}.csv", kind="événements RSE", period=str(year), rows=rows)
