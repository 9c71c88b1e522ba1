"""What is explained, in a few words, of a store that is still being written."""

from sqlalchemy import Connection

from data_access.access import Scope
from metrics.explain import Explanation, explained
from metrics.run import answer
from tests.metrics.asking import known, question


def contributions(found: Explanation) -> dict[object, int]:
    return {part.key: int(part.contribution) for part in found.parts}


def told(
    db: Connection, scope: Scope, *, wide: bool = False, metric: str = "people_met", **asked: str
) -> Explanation:
    """What is explained of a store that is being written."""
    query = question(known(db).names, metric, versus="previous-year", **asked)
    return explained(lambda each, rights: answer(db, each, rights, known(db)), query, scope, wide=wide)
