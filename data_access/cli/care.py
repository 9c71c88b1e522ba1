"""The commands that take care of the store as a whole: rights, backups, erasures, pseudonyms."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from data_access import backup, granting, pseudonyms, retention
from data_access.engine import require_store, store_url
from data_access.errors import StoreError
from data_access.words import counted

_RESTART = "Redémarrez l'application : elle se souvient encore des réponses d'avant."


def give_rights(_given: Namespace) -> int:
    """Gives the pages and the imports their rights in PostgreSQL."""
    url = store_url()
    require_store(url)
    tables = granting.grant(url)
    print(f"Droits donnés ; {counted(tables, 'table')} gardées ligne par ligne.")
    return 0


def back_up(given: Namespace) -> int:
    """Writes a backup."""
    done = backup.back_up(store_url(), Path(given.file), given.person)
    print(f"Sauvegarde écrite et relue : {_told(done)}.")
    return 0


def restore(given: Namespace) -> int:
    """Takes a backup back."""
    done = backup.restore(store_url(), Path(given.file), given.person)
    print(f"Sauvegarde restaurée et comparée : {_told(done)}.")
    return 0


def forget(given: Namespace) -> int:
    """Erases one person."""
    gone = retention.forget(store_url(), given.who, given.person)
    between = f", du {gone.first_day:%d/%m/%Y} au {gone.last_day:%d/%m/%Y}" if gone.first_day else ""
    print(f"{counted(gone.rows, 'ligne')} effacée{'s' * (gone.rows > 1)}{between}. {_RESTART}")
    return 0


def purge(given: Namespace) -> int:
    """Erases what is older than it is kept for."""
    try:
        before = date.fromisoformat(f"{given.month}-01")
    except ValueError:
        raise StoreError(f"« {given.month} » n'est pas un mois : donnez-le comme 2020-01.") from None
    gone = retention.purge(store_url(), before, given.person)
    print(f"{counted(gone.rows, 'ligne')} effacée{'s' * (gone.rows > 1)}, avant {before:%m/%Y}. {_RESTART}")
    return 0


def rotate(given: Namespace) -> int:
    """Renews the pseudonyms."""
    people = pseudonyms.rotate(store_url(), given.person)
    said = f"{counted(people, 'pseudonyme')} renouvelé{'s' * (people > 1)}"
    print(f"{said} ; les matricules des prochains fichiers suivront. Faites une nouvelle sauvegarde.")
    return 0


def _told(done: backup.Manifest) -> str:
    tables = sum(rows > 0 for rows, _ in done.tables.values())
    return f"{counted(done.rows, 'ligne')} dans {counted(tables, 'table')}, journal {done.trail[:12]}…"
