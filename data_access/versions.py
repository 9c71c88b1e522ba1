"""Every version of every row: which rows were known at a past import, and when that was.

An import numbered N brings rows (``loaded_by``) and replaces others (``retired_by``); nothing is
ever changed otherwise, so what was known at N stays true for ever.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, Table, and_, func, or_, select

from data_access.errors import QueryError
from data_access.schema import closing, imports

_LAST = select(func.max(imports.c.id))  # asked by every page and every question
PARIS = ZoneInfo("Europe/Paris")  # days are those of the association's clocks; instants are stored in UTC


def known_at(table: Table, as_of: int | None) -> ColumnElement[bool]:
    """The rows of ``table`` known once import ``as_of`` was in; None for the rows of today."""
    if as_of is None:
        return table.c.retired_by.is_(None)
    not_yet_replaced = or_(table.c.retired_by.is_(None), table.c.retired_by > as_of)
    return and_(table.c.loaded_by <= as_of, not_yet_replaced)


def last_import(connection: Connection) -> int:
    """The number of the last import, 0 when there is none."""
    return connection.scalar(_LAST) or 0


def import_at(connection: Connection, asked: str) -> int:
    """The import meant by ``--as-of``: its number, or the last one made by the end of a day."""
    if asked.isdecimal():
        return _by_number(connection, int(asked))
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        wanted = "un numéro d'import (57) ou un jour (2024-03-12)"
        raise QueryError(f"« {asked} » ne dit pas à quelle date lire : donnez {wanted}.") from None
    return _by_day(connection, day)


def import_published(connection: Connection, start: date, stop: date) -> int:
    """The import known when the months from ``start`` to ``stop`` (excluded) were last published."""
    inside = (closing.c.month >= start.replace(day=1), closing.c.month < stop)
    wanted = select(closing.c.month, func.max(closing.c.import_id)).where(closing.c.state == "published")
    found: list[int] = [
        number for _, number in connection.execute(wanted.where(*inside).group_by(closing.c.month))
    ]
    months = (stop.year - start.year) * 12 + stop.month - start.month + (stop.day > 1)
    if len(found) < months:
        raise QueryError(
            "Tous les mois de cette période n'ont pas été publiés : donnez un import ou un jour."
        )
    return max(found)


def _by_number(connection: Connection, number: int) -> int:
    last = last_import(connection)
    if not 1 <= number <= last:
        known = f"les imports vont de 1 à {last}" if last else "rien n'a encore été chargé"
        raise QueryError(f"L'import n° {number} n'existe pas : {known}.")
    return number


def _by_day(connection: Connection, day: date) -> int:
    midnight = datetime.combine(day + timedelta(1), time(), PARIS).astimezone(UTC)
    number: int | None = connection.scalar(select(func.max(imports.c.id)).where(imports.c.at < midnight))
    if number is None:
        raise QueryError(f"Rien n'était encore chargé le {day:%d/%m/%Y} : choisissez un jour plus récent.")
    return number


def moment(at: datetime) -> str:
    """« 22/11/2026 09:30:12 », by the association's clocks; SQLite gives instants back without their zone."""
    aware = at if at.tzinfo else at.replace(tzinfo=UTC)
    return f"{aware.astimezone(PARIS):%d/%m/%Y %H:%M:%S}"
