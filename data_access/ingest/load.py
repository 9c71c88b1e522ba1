"""The way in: a file is checked whole, then replaces what it stands for in one transaction."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Connection

from data_access.audit import Action
from data_access.engine import reading_engine, require_store, writing
from data_access.ingest import standing, write
from data_access.ingest.check import Accepted, Verdict, check
from data_access.ingest.derived import stored_values
from data_access.ingest.references import References, known_references
from data_access.ingest.report import FileRejected, FileReport, Outcome
from data_access.ingest.store_rules import judge_for_store
from data_access.pseudonyms import hide_numbers
from data_access.status import history
from data_access.versions import last_import

Told = Callable[[float], None]
_JUDGED = 0.3  # share of the time that is over once the file is judged


@dataclass(frozen=True, slots=True)
class Judged:
    """A file, what was found in it, and what the store knew then."""

    name: str
    content: bytes
    references: References
    verdict: Verdict


def judge(connection: Connection, name: str, content: bytes, references: References) -> FileReport:
    """Checks one file against the store and what other files would bring; writes nothing."""
    verdict = judge_for_store(connection, check(content, references))
    return FileReport(name, Outcome.CHECKED if verdict.accepted else Outcome.REJECTED, verdict)


def load(url: str, name: str, content: bytes, person: str, told: Told | None = None) -> FileReport:
    """Loads one file; raises FileRejected, and writes nothing, when anything is wrong in it.

    The file is judged before the transaction, so that others do not wait. ``told`` hears of the
    share done.
    """
    require_store(url)
    with reading_engine(url).connect() as connection:
        references = known_references(connection)
    judged = Judged(name, content, references, check(content, references))
    _accepted(judged.name, judged.verdict)
    told = told or (lambda _share: None)
    told(_JUDGED)
    return bring_in(url, judged, person, told)


def bring_in(url: str, judged: Judged, person: str, told: Told) -> FileReport:
    """Loads a file that was judged, in one transaction; judges it again when dimensions have changed."""
    name, verdict = judged.name, judged.verdict
    digest = sha256(judged.content).hexdigest()
    with writing(url) as connection:
        now = known_references(connection)
        verdict = judge_for_store(
            connection, verdict if now == judged.references else check(judged.content, now)
        )
        accepted = _accepted(name, verdict)
        if same := _already(connection, accepted, digest):
            return FileReport(name, Outcome.ALREADY, verdict.without_values(), same)
        number = last_import(connection) + 1
        retired = _replace(connection, accepted, now, number, told)
        write.book(
            connection,
            Action.LOAD,
            id=number,
            kind=accepted.contract.kind,
            first_month=accepted.extent.first_month,
            last_month=accepted.extent.last_month,
            dispositif_id=accepted.extent.dispositif,
            file_name=name[-200:],
            file_hash=digest,
            rows_loaded=accepted.count,
            rows_retired=retired,
            sample=accepted.sample,
            person=person,
        )
    return FileReport(name, Outcome.LOADED, verdict.without_values(), number, retired)


def _accepted(name: str, verdict: Verdict) -> Accepted:
    if verdict.accepted is None:
        raise FileRejected(FileReport(name, Outcome.REJECTED, verdict))
    return verdict.accepted


def _already(connection: Connection, accepted: Accepted, digest: str) -> int | None:
    """The number of the import that stands for this very file, if nothing newer stands over it."""
    imports = history(connection, accepted.contract.kind)
    last = standing.latest_load(imports, accepted.extent)
    return last.number if last and last.file_hash == digest else None


def _replace(
    connection: Connection, accepted: Accepted, references: References, number: int, told: Told
) -> int:
    """Writes the values; gives how many rows of the table were retired."""
    contract, extent = accepted.contract, accepted.extent
    if contract.is_dimension:
        write.update_dimension(connection, contract.table, accepted.values)
        return 0
    retired = [write.retire(connection, part, number) for part in write.slices(contract, extent)]
    for table, values in stored_values(accepted, references).items():
        hidden = hide_numbers(connection, table, values)
        for rows in write.add(connection, table, hidden, number):
            told(_JUDGED + (1 - _JUDGED) * rows / (accepted.count or 1))
    write.cover(connection, contract, extent, number)
    write.add_up(connection, contract, extent)
    return retired[0]
