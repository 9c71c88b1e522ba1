"""Tiny stores: a small world of dimensions, and fact rows written as tables one can check by hand.

A test shows only the columns that matter to it; ``_DEFAULTS`` fills in the others.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from typing import Any

from sqlalchemy import Boolean, Column, Connection, Date, Integer, Table, insert

from data_access import schema as s
from data_access.aggregates import refresh
from data_access.calendar import FIRST_DAY, LAST_DAY
from data_access.clock import now
from metrics.catalogue import facts
from metrics.kinds import Time
from metrics.model import Fact
from metrics.period import add_months

WORLD = """
agency       id       name    kind         position
             RENNES   Rennes  territory    1
             NANTES   Nantes  territory    2
             ANGERS   Angers  territory    3
             IDF      Paris   territory    4
             SIEGE    Siège   head_office  5

city         id       name      population  qpv_population
             ROAZHON  Rennes    1000        100
             NAONED   Nantes    3000        200
             SCEAUX   Sceaux    500         0

funder       id       name     kind
             VILLE-R  Ville-R  city
             VILLE-N  Ville-N  city
             OPCO     OPCO     opco

dispositif   id        agency  funder   family       branch       setting       contract_year_month
             JOUR      RENNES  VILLE-R  day          mediation    public_space  10
             ECOLE     RENNES  VILLE-R  school       mediation    school        9
             VRAC      RENNES  VILLE-R  bulky_waste  bulky_waste  public_space  1
             QUARTIER  NANTES  VILLE-N  day          mediation    public_space  1
             NUIT      ANGERS  -        night        mediation    public_space  4

sector       id       name   city
             R-NORD   Nord   ROAZHON
             R-SUD    Sud    ROAZHON
             N-EST    Est    NAONED

site         id       name     city     kind
             ALMA     Alma     ROAZHON  school
             BRETON   Breton   ROAZHON  school
             CLEMENT  Clément  NAONED   school
             BUREAU   Bureau   NAONED   work

intervention_kind  id       name     family
                   BRUIT    Bruit    N
                   CONFLIT  Conflit  C

meeting_kind  id       name     set_by_market
              CELLULE  Cellule  yes
              CAFE     Café     no

job          id    name         family
             MED   Médiateur    mediator
             REF   Référent     referent
             RESP  Responsable  manager
             SUP   Support      support

account      id   name            line
             706  Ventes          sales
             740  Subventions     grants
             755  Apprentissage   apprenticeship
             641  Salaires        expense
"""

_JANUARY_2020 = date(2020, 1, 1)
_DEFAULTS: dict[str, Any] = {
    # dimensions
    "orientation": "prevention",
    "setting": "public_space",
    "family": "day",
    "contract_year_month": 1,
    "field_mediation": True,
    "urban_market": False,
    "schedule": "",
    "qpv": False,
    # keys
    "day": date(2024, 6, 15),
    "dispositif_id": "JOUR",
    "agency_id": "RENNES",
    "intervention_kind_id": "BRUIT",
    "meeting_kind_id": "CAFE",
    "account_id": "706",
    "funder_id": "VILLE-R",
    "job_id": "MED",
    "city_id": "ROAZHON",
    # codes
    "branch": "mediation",
    "line": "sales",
    "direction": "client",
    "document": "invoice",
    "status": "pending",
    "contract": "permanent",
    "sex": "F",
    "birth_area": "france",
    "prevention_action.kind": "module",
    "market.kind": "multi_year",
    # numbers
    "hour": 18,
    "people_met": 1,
    "planned_minutes": 0,
    "done_minutes": 0,
    "participations": 1,
    "participants": 1,
    "kilograms": 1,
    "days": 5,
    "amount_cents": 100,
    "asked_cents": 0,
    "granted_cents": 0,
    "fte_hundredths": 100,
    "birth_year": 1990,
    "hired_on": _JANUARY_2020,
    "on_field": True,
    "code": "M",
    "market_code": "M",
    "renewal": False,
    "awarded_on": _JANUARY_2020,
    "valid_from": _JANUARY_2020,
    "loaded_by": 1,
}
_AGENCY_OF = {"JOUR": "RENNES", "ECOLE": "RENNES", "VRAC": "RENNES", "QUARTIER": "NANTES", "NUIT": "ANGERS"}
_people = count(1)

FACTS = tuple(value for value in vars(facts).values() if isinstance(value, Fact))
FIRST_MONTH, LAST_MONTH = date(2022, 1, 1), date(2025, 12, 1)


def put(connection: Connection, text: str) -> None:
    """Inserts rows written as blocks: the table and its columns, then a line per row.

    ``-`` is nothing, ``yes`` and ``no`` are booleans, ``agency`` stands for ``agency_id``, and the
    column ``times`` repeats a row. Aggregates follow, as they do when a file is loaded.
    """
    for table, rows in _blocks(text):
        connection.execute(insert(table), rows)
        refresh(connection, table, FIRST_DAY, LAST_DAY + timedelta(days=1), None)


def cover(connection: Connection, kind: str, first: str, last: str = "", *, dispositif: str = "-") -> None:
    """Says that a kind of file has been loaded for some months, of one dispositif or of all."""
    months = list(_months(date.fromisoformat(f"{first}-01"), date.fromisoformat(f"{last or first}-01")))
    _cover(connection, kind, months, None if dispositif == "-" else dispositif)


def cover_everything(connection: Connection) -> None:
    """Says that every kind of file has been loaded, from 2022 to 2025."""
    for fact in FACTS:
        timeless = fact.time is Time.SPAN
        months = [None] if timeless else list(_months(FIRST_MONTH, LAST_MONTH))
        _cover(connection, fact.kind, months, None)


def book(connection: Connection, number: int) -> None:
    """Writes an import in the books."""
    line = {"kind": "interventions", "file_name": "x.csv", "file_hash": "x", "person": "test", "sample": True}
    counted = {"rows_loaded": 1, "rows_retired": 0, "at": now()}
    connection.execute(insert(s.imports).values(id=number, **line, **counted))


def _cover(connection: Connection, kind: str, months: list[Any], dispositif: str | None) -> None:
    rows = [{"kind": kind, "month": m, "dispositif_id": dispositif, "loaded_by": 1} for m in months]
    connection.execute(insert(s.coverage), rows)


def _months(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first = add_months(first, 1)


def _blocks(text: str) -> Iterator[tuple[Table, list[dict[str, Any]]]]:
    for block in re.split(r"\n\s*\n", text.strip()):
        head, *lines = (line.split() for line in block.splitlines())
        table = s.metadata.tables[head[0]]
        rows: list[dict[str, Any]] = []
        for cells in lines:
            written = dict(zip(head[1:], cells, strict=True))
            for _ in range(int(written.pop("times", "1"))):
                rows.append(_row(table, written))
        yield table, rows


def _row(table: Table, written: dict[str, str]) -> dict[str, Any]:
    """A whole row: what the test wrote, the agency of its dispositif, then the defaults."""
    given = {name if name in table.c else f"{name}_id": cell for name, cell in written.items()}
    row = {name: _read(table.c[name], cell) for name, cell in given.items()}
    if "agency_id" in table.c and row.get("dispositif_id"):
        row.setdefault("agency_id", _AGENCY_OF.get(row["dispositif_id"], "RENNES"))
    if "id" in row:
        row.setdefault("name", row["id"])
    if "person" in table.c:
        row.setdefault("person", f"person-{next(_people)}")
    for column in table.c:
        if not column.nullable and not (column.primary_key and column.name == "id"):
            row.setdefault(column.name, _DEFAULTS.get(f"{table}.{column.name}", _DEFAULTS.get(column.name)))
    return row


def _read(column: Column[Any], cell: str) -> Any:
    if cell == "-":
        return None
    match column.type:
        case Boolean():
            return {"yes": True, "no": False}[cell]
        case Date():
            return date.fromisoformat(cell)
        case Integer():
            return int(cell)
    return cell
