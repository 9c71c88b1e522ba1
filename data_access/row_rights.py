"""The same rights once more, in the database: for whom a transaction reads, said so that it cannot be forged.

PostgreSQL keeps each fact to the rows of the agencies a person reads (``granting.py`` sets this up). What a
person reads is said for one transaction, signed with a key that the application and the owner of the store
alone know: whoever speaks to the database with the password of the pages, and without the key, reads nothing.
On SQLite there is nobody to hold back: its file is open to whoever may open it, and to no one else.
"""

import hashlib
import hmac
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Table, bindparam, func, select

from data_access import schema as s
from data_access.access import Domain, Role, Scope, scope_for
from data_access.clock import now
from data_access.errors import StoreError

SETTING = "SUITE_ROWS_KEY"
SHORTEST_KEY = 32
_EVERY_ROW = scope_for(Role.DIRECTION)
_LASTS = 900  # seconds: a signature that was overheard is soon of no use
_SAY = select(func.set_config("suite.rights", bindparam("rights"), True))  # until the transaction ends
_SAID = select(func.current_setting("suite.rights", True))
_HELD_BACK = select(func.row_security_active("staff"))
_OWNS = select(func.has_table_privilege("audit", "TRUNCATE"))

_A, _W, _T, _R, _F = Domain.ACTIVITY, Domain.WORKFORCE, Domain.TRAINING, Domain.RSE, Domain.FINANCING
# The domains whose figures read each table: who may read one of them reads its rows. Targets and events serve
# every domain. Published figures were printed: they are known to all, and in no list.
DOMAINS: dict[Table, tuple[Domain, ...]] = {
    **dict.fromkeys((s.intervention, s.meeting, s.prevention_action, s.collection), (_A,)),
    **dict.fromkeys((s.placement, s.funder_order, s.place, s.market_city), (_A,)),
    **dict.fromkeys((s.intervention_month, s.intervention_sector_month, s.intervention_kind_month), (_A,)),
    **dict.fromkeys((s.intervention_hour_month, s.intervention_place_month), (_A,)),
    **dict.fromkeys((s.field_hours, s.post), (_A, _F)),
    s.market: (_A, _F, _R),
    **dict.fromkeys((s.staff, s.staff_countries, s.staff_move, s.staff_training, s.hours_worked), (_W,)),
    **dict.fromkeys((s.absence, s.accident, s.pay_group, s.equality_count), (_W,)),
    **dict.fromkeys((s.attendance, s.exam), (_T, _W)),
    **dict.fromkeys((s.training_session, s.enrolment, s.satisfaction), (_T,)),
    **dict.fromkeys((s.rse_value, s.vehicle, s.mileage, s.certification, s.rse_action, s.rse_event), (_R,)),
    **dict.fromkeys((s.ledger, s.budget, s.invoice, s.grant_file), (_F,)),
    **dict.fromkeys((s.target, s.event), (_A, _W, _T, _R, _F)),
}
KNOWN_TO_ALL = (s.published_figure,)


def let_read(connection: Connection, scope: Scope | None, *, person: str = "", totals: bool = False) -> None:
    """Says for whom this transaction reads from here on; the store refuses rows as long as nobody said it.

    A right on the whole association only opens rows for ``totals``: a question that was found to be broken
    down by nothing smaller. ``person`` opens what is one's own: one's line of the register, one's views.
    """
    if connection.dialect.name != "postgresql":
        return
    key = os.environ.get(SETTING, "")
    if key:
        connection.execute(_SAY, {"rights": signed(key, _claims(scope, person, totals))})
    else:
        _require_key(connection)


@contextmanager
def as_association(connection: Connection) -> Iterator[None]:
    """Reads every row for a while, to work out what is nobody's figure, as a mask; then as before."""
    guarded = connection.dialect.name == "postgresql"
    before = connection.scalar(_SAID) if guarded else None
    let_read(connection, _EVERY_ROW)
    yield
    if guarded:
        connection.execute(_SAY, {"rights": before or ""})


def rows_key() -> str:
    """The key that rights are signed with, from the setting; raises StoreError when it is no key."""
    key = os.environ.get(SETTING, "")
    if len(key) < SHORTEST_KEY:
        raise StoreError(f"Donnez à {SETTING} une clé d'au moins {SHORTEST_KEY} caractères tirés au hasard.")
    return key


def signed(key: str, claims: str) -> str:
    """What the database checks: a proof by the key, then what it proves."""
    proof = hmac.new(key.encode(), claims.encode(), hashlib.sha256).hexdigest()
    return f"{proof}.{claims}"


def pads(key: str) -> tuple[bytes, bytes]:
    """The key as HMAC uses it, so that the database only needs SHA-256."""
    secret = key.encode()
    block = (hashlib.sha256(secret).digest() if len(secret) > 64 else secret).ljust(64, b"\0")
    return bytes(byte ^ 0x36 for byte in block), bytes(byte ^ 0x5C for byte in block)


def _claims(scope: Scope | None, person: str, totals: bool) -> str:
    rights: dict[str, list[str] | None] = {}
    for domain, right in scope.rights if scope else ():
        if right.agencies is None or (totals and not right.agencies):
            rights[domain.value] = None
        elif right.agencies:
            rights[domain.value] = sorted(right.agencies)
    said = {"person": person, "role": scope.role.value if scope else "", "rights": rights}
    return json.dumps(said | {"until": int(now().timestamp()) + _LASTS}, ensure_ascii=False)


def require_owner(connection: Connection) -> None:
    """Stops with a sentence when somebody else than the owner of the store is to change all of it."""
    if connection.dialect.name == "postgresql" and not connection.scalar(_OWNS):
        raise StoreError("Cette commande se lance sous le compte propriétaire de la base PostgreSQL.")


def _require_key(connection: Connection) -> None:
    """Without a key only the owner of the store reads it; asked once for each connection."""
    if "held_back" not in connection.info:
        connection.info["held_back"] = connection.scalar(_HELD_BACK)
    if connection.info["held_back"]:
        raise StoreError(f"La base demande pour qui elle lit : donnez à l'application {SETTING}, sa clé.")
