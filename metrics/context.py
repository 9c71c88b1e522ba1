"""What the store holds besides facts, read once per import: names, coverage, contract years."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from data_access.engine import reading_engine
from data_access.versions import last_import
from metrics import coverage, members
from metrics.coverage import Coverage
from metrics.members import Names


@dataclass(frozen=True, eq=False)
class Context:
    """Everything a question needs to know before it is compiled."""

    names: dict[str, Names]
    territories: tuple[str, ...]
    home_agencies: dict[str, str]
    first_months: dict[str, int]
    coverage: Coverage
    import_number: int
    as_of: int | None
    kept: dict[Any, Any] = field(default_factory=dict)  # what was found out from it: the masks of small cells


_KEPT: dict[tuple[str, int | None, int], Context] = {}
_MOST_KEPT = 64


def context(url: str, as_of: int | None = None) -> Context:
    """The context as known today, or at a past import; read again only when an import was made."""
    with reading_engine(url).connect() as connection:
        return context_within(connection, url, as_of)


def context_within(connection: Connection, url: str, as_of: int | None, number: int | None = None) -> Context:
    """The same, in the picture of the store that a connection already has: nothing comes in between.

    ``number`` is the import that was the last one when the asking began: what came in since is left out,
    so that all that is asked from one context is of one import.
    """
    last = last_import(connection)
    if as_of is None and number not in (None, last):
        as_of = number
    key = (url, as_of, last)
    if key not in _KEPT:
        if len(_KEPT) >= _MOST_KEPT:
            _KEPT.clear()
        _KEPT[key] = Context(
            names=members.all_names(connection),
            territories=members.territories(connection),
            home_agencies=members.home_agencies(connection),
            first_months=members.first_months(connection),
            coverage=coverage.read(connection, as_of),
            import_number=key[-1],
            as_of=as_of,
        )
    return _KEPT[key]


def context_like(connection: Connection, url: str, known: Context) -> Context:
    """The same, of the import that a context read before is of."""
    return context_within(connection, url, known.as_of, known.import_number)
