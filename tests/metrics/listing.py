"""The records of a figure, page after page, as plain values."""

from typing import Any

from sqlalchemy import Connection

from data_access.access import Scope
from metrics import notation, period, records
from metrics.catalogue import metric
from metrics.model import Metric
from metrics.records import Page, Record
from tests.metrics.asking import EVERYTHING, known

SAME_DAY = """
    intervention  day         hour  dispositif  sector   intervention_kind  people_met
                  2023-12-31  10    JOUR        R-NORD   BRUIT              1000
                  2024-01-01  10    JOUR        R-NORD   BRUIT              1
                  2024-05-01  9     JOUR        R-NORD   BRUIT              2
                  2024-05-01  8     QUARTIER    N-EST    CONFLIT            4
                  2024-05-01  8     JOUR        -        CONFLIT            8
                  2024-05-01  8     NUIT        -        BRUIT              16
                  2024-12-31  23    JOUR        R-SUD    BRUIT              32
                  2025-01-01  0     JOUR        R-SUD    BRUIT              2000
"""


def pages(
    db: Connection,
    each: Metric | str,
    *,
    span: str = "2024",
    where: str = "",
    scope: Scope = EVERYTHING,
    as_of: int | None = None,
    size: int = 2,
) -> list[Page]:
    """Every page of the records of a figure, turned one after the other."""
    context = known(db, as_of)
    kept = tuple(notation.condition(text, context.names) for text in filter(None, where.split(",")))
    asked = records.question(metric(each) if isinstance(each, str) else each, period.parse(span), kept)
    turned = [records.read(db, asked, scope, context, size=size)]
    while mark := turned[-1].following:
        turned.append(records.read(db, asked, scope, context, mark, size))
    return turned


def rows(*args: Any, **asked: Any) -> list[Record]:
    return [row for page in pages(*args, **asked) for row in page.rows]


def column(db: Connection, each: str, header: str, **asked: Any) -> list[Any]:
    """What one column of the list holds, row by row."""
    place = [shown.header for shown in pages(db, each, **asked)[0].listing.columns].index(header)
    return [row.cells[place] for row in rows(db, each, **asked)]
