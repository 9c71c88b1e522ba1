"""Under what name an employee is in the store: neither a name nor the number that the HR tool knows.

A pseudonym is worked out of that number with keys kept in the store, each applied to what the one before
gave. Renewing adds a key: rows already there and files to come still meet, and figures do not change.
"""

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from functools import reduce

from sqlalchemy import Connection, Table, bindparam, insert, select, update

from data_access.audit import Action, Trace, record
from data_access.clock import now
from data_access.engine import require_store, scrub, writing
from data_access.ingest.check import Values
from data_access.row_rights import require_owner
from data_access.schema import pseudonym_key, staff
from data_access.words import counted

_LENGTH = 20  # signs of 4 bits, as many as the column takes: no two people meet by chance


def pseudonym(number: str, keys: Iterable[str]) -> str:
    """What a number becomes, key after key."""
    return reduce(_under, keys, number)


def keys(connection: Connection) -> list[str]:
    """The keys of the store, in the order they apply."""
    return list(connection.scalars(select(pseudonym_key.c.key).order_by(pseudonym_key.c.id)))


def hide_numbers(connection: Connection, table: Table, values: Values) -> Values:
    """The values of a file of employees with pseudonyms in place of numbers; those of others as they are."""
    if table is not staff:
        return values
    known = keys(connection)
    return {**values, "person": [pseudonym(str(number), known) for number in values["person"]]}


def rotate(url: str, by: str) -> int:
    """Gives every employee another pseudonym, in every version of every row; gives how many people.

    Nothing of the old ones is left, not even in the pages of the file that are no longer used.
    """
    require_store(url)
    with writing(url) as connection:
        require_owner(connection)
        key = secrets.token_hex(32)
        connection.execute(insert(pseudonym_key).values(key=key, since=now()))
        old = list(connection.scalars(select(staff.c.person).distinct()))
        if old:
            renamed = update(staff).where(staff.c.person == bindparam("old")).values(person=bindparam("new"))
            connection.execute(renamed, [{"old": each, "new": _under(each, key)} for each in old])
        done = Trace(person=by, action=Action.ROTATION, detail=counted(len(old), "personne"), rows=len(old))
        record(connection, done)
    scrub(url, staff)
    return len(old)


def _under(name: str, key: str) -> str:
    return hmac.new(key.encode(), name.encode(), hashlib.sha256).hexdigest()[:_LENGTH]
