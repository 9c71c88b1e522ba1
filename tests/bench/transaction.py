"""The write transaction: a file of about ten thousand interventions, read and checked, replaces its like.

Each round leaves the rows it replaced in the store, as any load does.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, select

from data_access import schema as s
from data_access.engine import reading_engine
from data_access.ingest.check import check
from data_access.ingest.contracts import contract
from data_access.ingest.extent import Extent
from data_access.ingest.load import Judged, bring_in
from data_access.ingest.references import known_references
from data_access.versions import known_at
from tests.bench.measure import MILLISECOND, Line, timed

ROWS, AIM, ROUNDS = 10_000, 150 * MILLISECOND, 8
INTERVENTIONS = contract("interventions")


def transactions(url: str) -> list[Line]:
    """Replacing one month, then twelve of one dispositif, in the extents nearest to ten thousand rows."""
    with reading_engine(url).connect() as connection:
        monthly, yearly = _nearest(_months(connection)), _nearest(_years(connection))
    return [_line(url, "un mois", monthly), _line(url, "douze mois d'un dispositif", yearly)]


def _line(url: str, name: str, extent: Extent) -> Line:
    times, rows = [], 0
    for number in range(1, ROUNDS + 1):
        judged = _judged(url, extent, number)
        rows = judged.verdict.count
        times.append(timed(lambda j=judged: bring_in(url, j, "bench", lambda _share: None)))
    return Line(f"{name} : {rows} lignes remplacées ({extent.label()})", times, AIM)


def _months(connection: Connection) -> Iterator[tuple[Extent, int]]:
    kept = s.intervention_month.c
    for day, rows in connection.execute(select(kept.day, func.sum(kept.rows)).group_by(kept.day)):
        yield Extent(day, day), int(rows)
    for day, dispositif, rows in connection.execute(select(kept.day, kept.dispositif_id, kept.rows)):
        yield Extent(day, day, dispositif), rows


def _years(connection: Connection) -> Iterator[tuple[Extent, int]]:
    kept = s.intervention_month.c
    first, last = date(2024, 1, 1), date(2024, 12, 1)
    within: list[ColumnElement[bool]] = [kept.day >= first, kept.day <= last]
    totals = select(kept.dispositif_id, func.sum(kept.rows)).where(*within).group_by(kept.dispositif_id)
    for dispositif, rows in connection.execute(totals):
        yield Extent(first, last, dispositif), int(rows)


def _nearest(extents: Iterator[tuple[Extent, int]]) -> Extent:
    return min(extents, key=lambda found: abs(found[1] - ROWS))[0]


def _judged(url: str, extent: Extent, number: int) -> Judged:
    """The rows of the extent with other people met, as a file that was read and checked."""
    fact = s.intervention
    kept = select(fact).where(known_at(fact, None), *extent.conditions(fact, "day")).order_by(fact.c.id)
    with reading_engine(url).connect() as connection:
        rows = connection.execute(kept).all()
        references = known_references(connection)
    content = "\n".join([*_top(extent), *(_written(row, number) for row in rows)]).encode()
    return Judged("bench.csv", content, references, check(content, references))


def _top(extent: Extent) -> list[str]:
    own = [f"Dispositif;{extent.dispositif}"] if extent.dispositif else []
    months = f"{extent.first_month:%Y-%m}..{extent.last_month:%Y-%m}"
    headers = ";".join(field.header for field in INTERVENTIONS.fields)
    return ["Fichier;interventions", f"Période;{months}", *own, "Origine;données d'exemple", headers]


def _written(row: Row[Any], number: int) -> str:
    told = row._asdict() | {"day": f"{row.day:%d/%m/%Y}", "people_met": (row.people_met + number) % 10}
    cells = (told[field.column] for field in INTERVENTIONS.fields)
    return ";".join("" if cell is None else str(cell) for cell in cells)
