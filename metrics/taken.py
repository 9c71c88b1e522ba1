"""What a command tells of the figures: the two ways out, and a row of the trail each time."""

import os
from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from data_access.audit import Action, Trace, record
from data_access.cli.arguments import operator
from data_access.engine import writing
from data_access.errors import QueryError
from metrics.result import Result, State

_NOT_ASKED = ("command", "run", "json", "person")
_LONGEST = 2_000  # characters of a question


def tell(url: str, asked: Namespace, said: str, states: Iterable[State]) -> None:
    """Writes who took what away, then tells it: what leaves no row is not told."""
    found = list(states)
    hidden = found.count(State.HIDDEN)
    with writing(url) as connection:
        record(connection, _trace(asked, len(found) - hidden, hidden))
    print(said)


def keep(url: str, asked: Namespace, file: Path, content: bytes, said: str, counted: tuple[int, int]) -> None:
    """Writes who took what away, then the file, whole or not at all, and says so.

    What leaves no row is not written, and a place where nothing can be written leaves none. ``counted`` are
    the figures told and those hidden.
    """
    part = file.with_name(f".{file.name}.en-cours")
    with _told(file):
        part.touch()
    try:
        with writing(url) as connection:
            record(connection, _trace(asked, *counted))
        with _told(file):
            with part.open("wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            os.replace(part, file)
    finally:
        part.unlink(missing_ok=True)
    print(said)


@contextmanager
def _told(file: Path) -> Iterator[None]:
    """Says in words why a file cannot be written."""
    try:
        yield
    except OSError as refusal:
        raise QueryError(f"« {file} » n'a pas pu être écrit : {refusal.strerror or refusal}.") from None


def _trace(asked: Namespace, shown: int, hidden: int) -> Trace:
    question = {name: each for name, each in vars(asked).items() if each and name not in _NOT_ASKED}
    return Trace(
        person=operator(),
        action=Action.EXPORT,
        detail=f"avec les droits de {asked.person}" if asked.person else "",
        view=f"commande {asked.command}",
        filters=urlencode(question, doseq=True)[:_LONGEST],
        rows=shown,
        hidden=hidden,
    )


def states(answer: Result) -> list[State]:
    """How each figure of an answer stands."""
    return [cell.figure.state for metric in answer.query.metrics for _, cell in answer.column(metric)]
