"""The commands of the trail: audit list, check and purge."""

from argparse import Namespace
from datetime import timedelta

from data_access import audit
from data_access.clock import now
from data_access.engine import reading_engine, require_store, store_url, writing
from data_access.errors import StoreError
from data_access.versions import moment
from data_access.words import counted

_KEPT_DAYS = 365  # never less: the CNIL asks for six months to a year of a trail
_SHOWN = 200


def show_trail(_given: Namespace) -> int:
    """Lists the last rows, the newest first."""
    url = store_url()
    require_store(url)
    with reading_engine(url).connect() as connection:
        for row in audit.traces(connection, _SHOWN):
            said = " · ".join(filter(None, (row.view, row.filters, row.detail, row.origin)))
            print(f"{row.id}  {moment(row.at)}  {row.person}  {row.action}  {said}")
    return 0


def check_trail(given: Namespace) -> int:
    """Says whether each row follows from the one before, and the hash to note elsewhere."""
    url = store_url()
    require_store(url)
    with reading_engine(url).connect() as connection:
        wrong, head = audit.broken(connection), audit.head(connection)
        known = given.expect is None or audit.holds(connection, given.expect)
    if wrong is not None:
        raise StoreError(f"La chaîne du journal est rompue à la ligne {wrong} : elle a été modifiée.")
    if not known:
        raise StoreError("L'empreinte attendue n'est plus dans le journal : il a été réécrit ou purgé.")
    print(f"Journal intact. Empreinte à noter hors de la base : {head}.")
    return 0


def purge_trail(given: Namespace) -> int:
    """Removes the rows older than a number of days."""
    if not given.days.isdecimal() or int(given.days) < _KEPT_DAYS:
        raise StoreError(f"Le journal se garde {_KEPT_DAYS} jours au moins : donnez un nombre de jours.")
    url = store_url()
    require_store(url)
    with writing(url) as connection:
        gone = audit.purge(connection, now() - timedelta(days=int(given.days)), by=given.person)
    print(f"{counted(gone, 'ligne')} retirée{'s' * (gone > 1)} du journal.")
    return 0
