"""The commands that look at the store or change its books: migrate, undo, history, coverage…"""

import json
from argparse import Namespace
from dataclasses import asdict

from sqlalchemy import Connection, make_url

from data_access.engine import migrate, reading_engine, require_store, store_url
from data_access.errors import QueryError
from data_access.ingest.contracts import CONTRACTS
from data_access.ingest.extent import Extent
from data_access.ingest.standing import extent_of
from data_access.ingest.undo import undo
from data_access.status import Covered, Import, covered, history, holds_sample, is_empty
from data_access.versions import PARIS
from data_access.words import counted


def migrate_store(_given: Namespace) -> int:
    """Creates the store, or brings it to the newest revision."""
    url = store_url()
    migrate(url)
    print(f"Base à jour : {make_url(url).render_as_string(hide_password=True)}.")
    return 0


def undo_import(given: Namespace) -> int:
    """Undoes one import."""
    if not given.number.isdecimal():
        raise QueryError(
            f"« {given.number} » n'est pas un numéro d'import : donnez un nombre, par exemple 57."
        )
    done = undo(store_url(), int(given.number), given.person)
    what = f"{counted(done.rows_retired, 'ligne')} retirée{'s' * (done.rows_retired > 1)}"
    back = f"{counted(done.rows_loaded, 'ligne')} remise{'s' * (done.rows_loaded > 1)}"
    print(f"Import n° {done.undoes} annulé par l'import n° {done.number} : {what}, {back}.")
    return 0


def show_history(given: Namespace) -> int:
    """Lists every import."""
    with _reading() as connection:
        imports = history(connection)
    if given.json:
        print(json.dumps([asdict(done) for done in imports], ensure_ascii=False, indent=2, default=str))
        return 0
    undone = {done.undoes: done.number for done in imports}
    for done in imports:
        print(_line(done, undone.get(done.number)))
    if not imports:
        print("Rien n'a encore été chargé.")
    return 0


def show_coverage(given: Namespace) -> int:
    """Lists the months that are loaded, kind by kind."""
    with _reading() as connection:
        found = covered(connection)
    if given.json:
        print(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2, default=str))
        return 0
    for one in found:
        print(f"{CONTRACTS[one.kind].label} : {_months(one)}")
    if not found:
        print("Rien n'a encore été chargé.")
    return 0


def tell_empty(_given: Namespace) -> int:
    """Exits with 0 when nothing was ever loaded, with 1 otherwise."""
    with _reading() as connection:
        empty = is_empty(connection)
    print("La base est vide : rien n'a encore été chargé." if empty else "La base contient des données.")
    return 0 if empty else 1


def tell_sample(_given: Namespace) -> int:
    """Exits with 0 when the store holds the example data and nothing else, with 1 otherwise."""
    with _reading() as connection:
        alone = holds_sample(connection)
    print("La base ne contient que des données d'exemple." if alone else "La base contient autre chose.")
    return 0 if alone else 1


def _reading() -> Connection:
    url = store_url()
    require_store(url)
    return reading_engine(url).connect()


def _line(done: Import, undone_by: int | None) -> str:
    kind = CONTRACTS[done.kind].label
    parts = [
        f"n° {done.number}",
        f"{done.at.astimezone(PARIS):%d/%m/%Y %H:%M}",
        kind if done.undoes is None else f"Annulation du n° {done.undoes} ({kind})",
        extent_of(done).label(),
        counted(done.rows_loaded, "ligne"),
        done.file_name,
        done.person,
    ]
    return " · ".join(parts + ([f"annulé par le n° {undone_by}"] if undone_by else []))


def _months(one: Covered) -> str:
    extent = Extent(one.first_month, one.last_month)
    expected = len(extent.months())
    missing = f", {counted(expected - one.months, 'mois')} sans fichier" if expected > one.months else ""
    return f"{extent.label()}{missing}"
