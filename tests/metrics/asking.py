"""Questions in a few words, answers as plain values: a test reads as a table and what is expected of it."""

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from sqlalchemy import Connection

from data_access.access import ASSOCIATION_ONLY, Domain, Right, Role, Scope, scope_for
from data_access.versions import last_import
from metrics import coverage, members, notation, period
from metrics.catalogue import dimension, metric
from metrics.context import Context
from metrics.members import Names
from metrics.model import Metric
from metrics.present.words import MARKS
from metrics.query import Query
from metrics.result import Cell, Figure, Result
from metrics.run import answer

EVERYTHING = scope_for(Role.DIRECTION)
NOTHING_BELOW = Scope(Role.BOARD, tuple((domain, ASSOCIATION_ONLY) for domain in Domain))
Shown = Fraction | str


def manager(*agencies: str, compare: bool = True) -> Scope:
    """The scope of the manager of some agencies."""
    rights = Right(frozenset(agencies), compare)
    return Scope(Role.AGENCY_MANAGER, tuple((domain, rights) for domain in Domain))


def known(connection: Connection, as_of: int | None = None) -> Context:
    """The context of a store that is still being written, read through the same transaction."""
    return Context(
        names=members.all_names(connection),
        territories=members.territories(connection),
        home_agencies=members.home_agencies(connection),
        first_months=members.first_months(connection),
        coverage=coverage.read(connection, as_of),
        import_number=last_import(connection),
        as_of=as_of,
    )


def question(names: Mapping[str, Names], *metrics: str | Metric, **asked: str) -> Query:
    """The question in the notation of the commands; a metric may also be one of the test's own."""
    by, where = (filter(None, asked.get(part, "").split(",")) for part in ("by", "where"))
    return Query(
        metrics=tuple(metric(each) if isinstance(each, str) else each for each in metrics),
        period=period.parse(asked.get("span", "2024")),
        by=tuple(map(dimension, by)),
        where=tuple(notation.condition(text, names) for text in where),
        versus=notation.comparison(asked.get("versus", "none")),
    )


def ask(
    connection: Connection,
    *metrics: str | Metric,
    scope: Scope = EVERYTHING,
    as_of: int | None = None,
    **asked: str,
) -> Result:
    """The answer of a store that is still being written, to a ``span``, ``by``, ``where``, ``versus``."""
    context = known(connection, as_of)
    return answer(connection, question(context.names, *metrics, **asked), scope, context)


def values(result: Result) -> dict[Any, Any]:
    """The figure of each row, by its member, or by its members when there are several."""
    return _table(result, lambda cell: shown(cell.figure))


def references(result: Result) -> dict[Any, Any]:
    """What each row is compared with."""
    return _table(result, lambda cell: shown(cell.reference))


def changes(result: Result) -> dict[Any, Any]:
    """How each row moved: in percent, or in points."""
    return _table(result, lambda cell: shown(cell.change))


def value(result: Result) -> Any:
    """The only figure of an answer."""
    return values(result)[()]


def reference(result: Result) -> Any:
    """What the only figure is compared with."""
    return references(result)[()]


def change(result: Result) -> Any:
    """How the only figure moved."""
    return changes(result)[()]


def shown(figure: Figure) -> Shown:
    """The exact value, or the mark that stands for its state."""
    return MARKS[figure.state] if figure.value is None else figure.value


def _table(result: Result, read: Callable[[Cell], Shown]) -> dict[Any, Any]:
    found: dict[Any, Any] = {}
    for row in result.rows:
        keys = tuple(f"{key:%Y-%m}" if isinstance(key, date) else key for key in row.keys)
        cells = tuple(map(read, row.cells))
        found[keys[0] if len(keys) == 1 else keys] = cells[0] if len(cells) == 1 else cells
    assert len(found) == len(result.rows), "a member shows twice"
    return found
