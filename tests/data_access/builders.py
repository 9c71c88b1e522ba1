"""Small files and a small world of dimensions, so that a test shows only what matters to it."""

import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook
from sqlalchemy import Table, func, insert, select

from data_access import schema as s
from data_access.engine import reading_engine, writing
from data_access.ingest.check import Verdict, check
from data_access.ingest.load import load
from data_access.ingest.references import known_references
from data_access.ingest.report import FileReport
from data_access.versions import known_at

INTERVENTIONS = ("Date", "Heure", "Dispositif", "Secteur", "Type", "Personnes rencontrées")
DISPOSITIFS = (
    "Code",
    "Libellé",
    "Agence",
    "Commanditaire",
    "Famille",
    "Branche",
    "Orientation",
    "Cadre",
    "Médiation de terrain",
    "Marché de médiation urbaine",
    "Premier mois de l'exercice",
    "Horaires",
)
STAFF = (
    "Fin de mois",
    "Matricule",
    "Agence",
    "Dispositif",
    "Métier",
    "Contrat",
    "ETP",
    "Sexe",
    "Année de naissance",
    "Entrée",
    "Pays de naissance",
    "Remplacement",
    "Formation socle",
    "Titre",
)
WORLD: dict[Table, list[dict[str, Any]]] = {
    s.agency: [
        {"id": "RENNES", "name": "Rennes", "kind": "territory", "position": 1},
        {"id": "NANTES", "name": "Nantes", "kind": "territory", "position": 2},
    ],
    s.city: [{"id": "NAONED", "name": "Nantes"}],
    s.funder: [{"id": "VILLE", "name": "Ville de Nantes", "kind": "city"}],
    s.dispositif: [
        {
            "id": code,
            "name": name,
            "agency_id": agency,
            "family": "day",
            "branch": "mediation",
            "orientation": "prevention",
            "setting": "public_space",
            "field_mediation": True,
            "urban_market": False,
            "contract_year_month": 1,
            "schedule": "du lundi au vendredi",
        }
        for code, name, agency in (
            ("TRAM", "Médiation tramway", "NANTES"),
            ("QUARTIER", "Médiation de quartier", "NANTES"),
            ("JOUR", "Médiation de jour", "RENNES"),
        )
    ],
    s.sector: [{"id": "EST", "name": "Nantes Est", "city_id": "NAONED", "qpv": True}],
    s.intervention_kind: [{"id": "BRUIT", "name": "Bruit", "family": "N"}],
    s.meeting_kind: [{"id": "CELLULE", "name": "Cellule de veille", "set_by_market": True}],
    s.job: [{"id": "MED", "name": "Médiateur", "family": "mediator"}],
    s.account: [{"id": "706", "name": "Ventes", "line": "sales"}],
}


def furnish(url: str) -> None:
    """Puts the dimensions in, as if an administrator had."""
    with writing(url) as connection:
        for table, rows in WORLD.items():
            connection.execute(insert(table), rows)


def csv_file(
    kind: str,
    headers: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    period: str = "",
    dispositif: str = "",
    sample: bool = False,
    separator: str = ";",
) -> str:
    """A whole file as text, ready to be encoded."""
    block = [("Fichier", kind)]
    block += [("Période", period)] if period else []
    block += [("Dispositif", dispositif)] if dispositif else []
    block += [("Origine", "données d'exemple")] if sample else []
    lines = [*block, (), headers, *rows]
    return "".join(separator.join(map(str, line)) + "\r\n" for line in lines)


def interventions(
    rows: Iterable[Sequence[object]], *, period: str = "2024-03", dispositif: str = "", sample: bool = False
) -> bytes:
    """A file of interventions; a row is a day, a dispositif and a number of people met."""
    full = [(day, 18, code, "", "BRUIT", people) for day, code, people in rows]
    text = csv_file("interventions", INTERVENTIONS, full, period=period, dispositif=dispositif, sample=sample)
    return text.encode()


def dispositif(code: str, name: str, agency: str) -> tuple[str, ...]:
    kind = ("Médiation de jour", "Médiation", "Accès aux droits", "Espace public")
    return (code, name, agency, "", *kind, "oui", "non", "1", "le matin")


def employee(
    person: str,
    *,
    agency: str = "NANTES",
    dispositif: str = "",
    country: str = "France",
    hired: str = "01/01/2020",
    trained: str = "",
) -> list[str]:
    start = ["31/03/2024", person, agency, dispositif]
    return [*start, "MED", "CDI", "1", "Femmes", "1990", hired, country, "non", trained, "Aucun titre"]


def workbook(lines: Iterable[Sequence[object]], *, title: str = "Mars") -> bytes:
    """The bytes of a workbook of one sheet."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for line in lines:
        sheet.append(line)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def checked(url: str, content: bytes | str) -> Verdict:
    """What is found in a file."""
    with reading_engine(url).connect() as connection:
        references = known_references(connection)
    return check(content.encode() if isinstance(content, str) else content, references)


def sentences(url: str, content: bytes | str) -> list[str]:
    """The problems of a file as a person reads them."""
    return [problem.sentence() for problem in checked(url, content).problems]


def loaded(url: str, content: bytes | str, name: str = "fichier.csv") -> FileReport:
    """Loads a file in the name of the test."""
    return load(url, name, content.encode() if isinstance(content, str) else content, "essai")


def people_met(url: str, as_of: int | None = None) -> dict[tuple[date, str], int]:
    """The sum of people met by day and dispositif, today or at a past import."""
    table = s.intervention
    keys = table.c.day, table.c.dispositif_id
    question = select(*keys, func.sum(table.c.people_met)).where(known_at(table, as_of)).group_by(*keys)
    with reading_engine(url).connect() as connection:
        return {(day, code): int(total) for day, code, total in connection.execute(question)}


def rows_of(url: str, table: Table) -> list[dict[str, Any]]:
    """The rows of today, without what numbers them."""
    today = select(table).where(known_at(table, None)).order_by(table.c.id)
    hidden = {"id", "loaded_by", "retired_by"}
    with reading_engine(url).connect() as connection:
        rows = connection.execute(today).mappings().all()
    return [{name: value for name, value in row.items() if name not in hidden} for row in rows]
