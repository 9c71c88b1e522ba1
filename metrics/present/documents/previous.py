"""The document made before this one: over which period, and what the store knew then.

The trail says at which import each document was made. Of one that it does not hold, what was known on the
last day of the period before is read.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs

from sqlalchemy import Connection, select

from data_access.access import Role, scope_for
from data_access.audit import Action
from data_access.engine import reading_engine
from data_access.errors import QueryError
from data_access.row_rights import let_read
from data_access.schema import audit
from data_access.versions import import_at
from metrics import period as periods
from metrics.context import Context
from metrics.period import Period

_KEEPER = scope_for(Role.DIRECTION)  # the number of an import is all that is told of the trail
_DOCUMENT, _PERIOD, _IMPORT = "document", "period", "import"


@dataclass(frozen=True, slots=True)
class Previous:
    """The period of the document before this one, and the import it was made at, if any was by then."""

    period: Period
    import_number: int | None
    is_in_trail: bool


def told(document: str, period: Period, known: Context) -> dict[str, str]:
    """What the trail is told of a document, so that the next one finds it."""
    number = known.import_number if known.as_of is None else known.as_of
    return {_DOCUMENT: document, _PERIOD: str(period), _IMPORT: str(number)}


def previous(url: str, document: str, period: Period, known: Context) -> Previous:
    """The last one over a period that is like this one and ends before it; else the period just before."""
    limit = known.import_number if known.as_of is None else known.as_of
    with reading_engine(url).connect() as connection:
        let_read(connection, _KEEPER)
        made = [
            each
            for each in _made(connection, document)
            if each.import_number and each.import_number <= limit and _is_before(each.period, period)
        ]
        if made:
            return max(made, key=lambda each: each.period.stop)
        return _by_the_calendar(connection, period.previous(), limit)


def _is_before(one: Period, other: Period) -> bool:
    return one.kind is other.kind and one.length == other.length and one.stop < other.stop


def _made(connection: Connection, document: str) -> Iterator[Previous]:
    """The documents of this name that the trail holds, the newest first."""
    filters = audit.c.filters
    of_name = filters.contains(f"{_DOCUMENT}={document}", autoescape=True)
    wanted = select(filters).where(audit.c.action == Action.EXPORT.value, of_name)
    for said in connection.scalars(wanted.order_by(audit.c.id.desc())):
        read = {name: values[-1] for name, values in parse_qs(said).items()}
        if read.get(_DOCUMENT) == document and read.get(_IMPORT, "").isdecimal():
            try:
                yield Previous(periods.parse(read.get(_PERIOD, "")), int(read[_IMPORT]), is_in_trail=True)
            except QueryError:
                continue  # a row cut short says no period


def _by_the_calendar(connection: Connection, before: Period, limit: int) -> Previous:
    try:
        number = import_at(connection, before.last_day.isoformat())
    except QueryError:
        return Previous(before, None, is_in_trail=False)
    return Previous(before, min(number, limit), is_in_trail=False)
