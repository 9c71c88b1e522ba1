"""Rows of the trail that nobody waits for: kept in memory, written soon by a thread of their own.

A page is never slower, nor broken, because the store is busy: an import may hold it for half a minute. Rows
are written in the order they came, many in one short transaction; those still waiting when the process ends
are written first. What the store refuses five times is lost, and the log says how many.
"""

import atexit
import logging
from queue import Empty, Full, Queue
from threading import Lock, Thread
from time import monotonic, sleep

from sqlalchemy.exc import SQLAlchemyError

from data_access.audit import Trace, record
from data_access.engine import writing

_LOG = logging.getLogger(__name__)
_MOST, _TOGETHER = 10_000, 200  # rows that wait, and that one transaction writes
_TRIES, _PAUSE = 5, 2.0  # seconds before the store is asked again
_AT_END = 10.0  # seconds left to write what waits, when the process ends
_WAITING: Queue[tuple[str, Trace]] = Queue(_MOST)
_STARTING = Lock()
_WRITERS: list[Thread] = []


def send(url: str, trace: Trace) -> None:
    """Has a row written soon in the trail of a store; returns at once."""
    _require_writer()
    try:
        _WAITING.put_nowait((url, trace))
    except Full:
        _LOG.error("Une ligne du journal est perdue : %d attendent déjà.", _MOST)


def drain(seconds: float = _AT_END) -> bool:
    """Waits for the rows sent so far to be written; whether they all are."""
    limit = monotonic() + seconds
    while _WAITING.unfinished_tasks and monotonic() < limit:
        sleep(0.01)
    return not _WAITING.unfinished_tasks


atexit.register(drain)


def _require_writer() -> None:
    """Starts the thread that writes, the first time and if it ever died."""
    with _STARTING:
        if not any(each.is_alive() for each in _WRITERS):
            _WRITERS[:] = [Thread(target=_write_all, name="journal", daemon=True)]
            _WRITERS[0].start()


def _write_all() -> None:
    while True:
        taken = [_WAITING.get()]
        try:
            taken += _others()
            for url in dict.fromkeys(url for url, _ in taken):
                _write(url, [trace for to, trace in taken if to == url])
        finally:
            for _ in taken:
                _WAITING.task_done()


def _others() -> list[tuple[str, Trace]]:
    """What else waits, as much as one transaction takes."""
    found: list[tuple[str, Trace]] = []
    try:
        while len(found) < _TOGETHER:
            found.append(_WAITING.get_nowait())
    except Empty:
        pass
    return found


def _write(url: str, rows: list[Trace]) -> None:
    """Writes some rows in one transaction, again after a while when the store does not take them."""
    for left in reversed(range(_TRIES)):
        try:
            with writing(url) as connection:
                for each in rows:
                    record(connection, each)
        except SQLAlchemyError as error:
            if left:
                sleep(_PAUSE)
            else:
                _LOG.error("Lignes du journal perdues : %d (%s).", len(rows), type(error).__name__)
        else:
            return
