"""What a command tells of the figures: the one way out, and a row of the trail each time."""

from argparse import Namespace
from collections.abc import Iterable
from urllib.parse import urlencode

from data_access.audit import Action, Trace, record
from data_access.cli.arguments import operator
from data_access.engine import writing
from metrics.result import Result, State

_NOT_ASKED = ("command", "run", "json", "person")
_LONGEST = 2_000  # characters of a question


def tell(url: str, asked: Namespace, said: str, states: Iterable[State]) -> None:
    """Writes who took what away, then tells it: what leaves no row is not told."""
    found = list(states)
    hidden = found.count(State.HIDDEN)
    question = {name: each for name, each in vars(asked).items() if each and name not in _NOT_ASKED}
    trace = Trace(
        person=operator(),
        action=Action.EXPORT,
        detail=f"avec les droits de {asked.person}" if asked.person else "",
        view=f"commande {asked.command}",
        filters=urlencode(question, doseq=True)[:_LONGEST],
        rows=len(found) - hidden,
        hidden=hidden,
    )
    with writing(url) as connection:
        record(connection, trace)
    print(said)


def states(answer: Result) -> list[State]:
    """How each figure of an answer stands."""
    return [cell.figure.state for metric in answer.query.metrics for _, cell in answer.column(metric)]
