"""Documents as somebody has them made, and what they say."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlencode

from sqlalchemy import insert, select, update

from data_access import schema as s
from data_access.access import Role, Scope, scope_for
from data_access.audit import Action, Trace, record
from data_access.engine import writing
from data_access.versions import known_at, last_import
from metrics import period
from metrics.context import context
from metrics.present import sheets
from metrics.present.blocks import Heading, Note
from metrics.present.documents import catalogue, previous
from metrics.present.export import Export
from metrics.present.grid import Grid
from metrics.query import Filter
from metrics.views.ask import Ask
from metrics.views.visit import Visit
from tests.metrics.store import book

DIRECTION, BOARD = scope_for(Role.DIRECTION), scope_for(Role.BOARD)
MANAGER = scope_for(Role.AGENCY_MANAGER, frozenset({"RENNES"}))
PERSON = "quelqu'un"
EXTRA = 100_000  # cents, added to what was booked in 2023


def asked(
    store: str,
    name: str,
    scope: Scope = DIRECTION,
    *,
    span: str = "2024",
    where: tuple[Filter, ...] = (),
    as_of: int | None = None,
) -> Ask:
    visit = Visit(store, scope, context(store, as_of), name, PERSON)
    return catalogue.asked(visit, catalogue.named(name), period.parse(span), where)


def made(store: str, name: str, scope: Scope = DIRECTION, *, span: str = "2024") -> Export:
    return catalogue.named(name).make(asked(store, name, scope, span=span), PERSON)


def grids(of: Export) -> dict[str, Grid]:
    """The tables of a document by their names, without their periods."""
    return {each.grid.title.partition(",")[0]: each.grid for each in sheets.sheets(of)}


def sentences(of: Export, part: str) -> list[str]:
    """The titles and the sentences of a part, one after the other."""
    return list(_said(of, part))


def _said(of: Export, part: str) -> Iterator[str]:
    for piece in next(each.pieces for each in of.parts if each.title == part):
        if isinstance(piece, Heading):
            yield piece.title
        elif isinstance(piece, Note):
            yield sheets.text(piece.words)


def taken(store: str, name: str, span: str) -> int:
    """Writes in the trail that a document was made, and gives the import it was made at."""
    told = previous.told(name, period.parse(span), context(store))
    with writing(store) as connection:
        record(connection, Trace(person=PERSON, action=Action.EXPORT, view=name, filters=urlencode(told)))
    return int(told["import"])


def corrected(store: str) -> int:
    """Books 1 000 € more in an entry of income of 2023, as a file loaded later does; gives its import."""
    with writing(store) as connection:
        number = last_import(connection) + 1
        book(connection, number)
        of_year = s.ledger.c.day.between(date(2023, 1, 1), date(2023, 12, 31))
        live = select(s.ledger).where(known_at(s.ledger, None), of_year, s.ledger.c.amount_cents > 0)
        row = dict(connection.execute(live.order_by(s.ledger.c.id).limit(1)).mappings().one())
        mine = s.ledger.c.id == row.pop("id")
        connection.execute(update(s.ledger).where(mine).values(retired_by=number))
        more = {"amount_cents": row["amount_cents"] + EXTRA, "loaded_by": number}
        connection.execute(insert(s.ledger).values(row | more))
    return number
