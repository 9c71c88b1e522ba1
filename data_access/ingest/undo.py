"""The way back: an import is undone by another one, so that what was known at any time stays known."""

from sqlalchemy import Connection

from data_access.audit import Action
from data_access.engine import require_store, writing
from data_access.errors import StoreError
from data_access.ingest import standing, write
from data_access.ingest.contracts import contract
from data_access.status import Import, history
from data_access.versions import last_import


def undo(url: str, number: int, person: str) -> Import:
    """Puts back what import ``number`` replaced, as a new import; undoing that one is doing it again."""
    require_store(url)
    with writing(url) as connection:
        undone = _undoable(connection, number)
        new = last_import(connection) + 1
        retired, restored = _put_back(connection, undone, new)
        write.book(
            connection,
            Action.UNDO,
            id=new,
            kind=undone.kind,
            first_month=undone.first_month,
            last_month=undone.last_month,
            dispositif_id=undone.dispositif,
            file_name=undone.file_name,
            file_hash=undone.file_hash,
            rows_loaded=restored,
            rows_retired=retired,
            undoes=number,
            sample=undone.sample,
            person=person,
        )
        return history(connection, undone.kind)[-1]


def _put_back(connection: Connection, undone: Import, new: int) -> tuple[int, int]:
    """Rows retired and rows restored, of the table of the file.

    Nothing later stands in the extent, so all its rows of today are those this import left.
    """
    counts = [
        (write.retire(connection, part, new), write.restore(connection, part, undone.number - 1, new))
        for part in write.slices(contract(undone.kind), standing.extent_of(undone))
    ]
    write.add_up(connection, contract(undone.kind), standing.extent_of(undone))
    return counts[0]


def _undoable(connection: Connection, number: int) -> Import:
    everything = history(connection)
    undone = next((done for done in everything if done.number == number), None)
    if undone is None:
        raise StoreError(f"L'import n° {number} n'existe pas : voyez « python -m data_access history ».")
    if contract(undone.kind).is_dimension:
        raise StoreError(
            f"L'import n° {number} ({undone.kind}) est un référentiel, qui ne s'annule pas :"
            " chargez un fichier corrigé."
        )
    same_kind = [done for done in everything if done.kind == undone.kind]
    if number not in standing.in_force(same_kind):
        by = next(done.number for done in reversed(same_kind) if done.undoes == number)
        raise StoreError(f"L'import n° {number} est déjà annulé, par l'import n° {by}.")
    if first := standing.to_undo_first(same_kind, undone):
        numbers = ", ".join(f"n° {later}" for later in reversed(first))
        raise StoreError(f"D'autres imports recouvrent le n° {number}. Annulez d'abord : {numbers}.")
    return undone
