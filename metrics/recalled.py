"""A figure found again from its reference: as it was at its import, and as it is known today."""

from dataclasses import dataclass

from data_access.access import Scope
from data_access.errors import QueryError
from metrics.catalogue.dimensions import MONTH, QUARTER, YEAR
from metrics.context import Context, context
from metrics.figure_id import FigureId
from metrics.model import Dimension
from metrics.period import Kind, Period
from metrics.query import Query
from metrics.result import MISSING, Figure, Result
from metrics.run import ask

_STEPS = {Kind.MONTH: MONTH, Kind.QUARTER: QUARTER, Kind.YEAR: YEAR}


@dataclass(frozen=True, slots=True)
class Recalled:
    """The same figure at two imports, ``number`` being the last one, and what it covers."""

    then: Figure
    now: Figure
    perimeter: str
    number: int
    answer: Result

    @property
    def is_same(self) -> bool:
        """Whether the figure is today what it was."""
        return self.then == self.now


def recall(url: str, of: FigureId, scope: Scope, known: Context) -> Recalled:
    """The figure that a reference names; raises QueryError for an import that was never made."""
    last = known.import_number
    if not 0 < of.number <= last:
        raise QueryError(
            f"Référence de l'import n° {of.number}, qui n'existe pas : le dernier est le n° {last}."
        )
    query = Query(metrics=(of.metric,), period=of.period, by=_by(of.step), where=of.where)
    now = ask(url, query, scope, known=known)
    then = now if of.number == last else ask(url, query, scope, known=context(url, of.number))
    return Recalled(_figure(then, of), _figure(now, of), now.perimeter, last, now)


def _by(step: Period | None) -> tuple[Dimension, ...]:
    return () if step is None else (_STEPS[step.kind],)


def _figure(answer: Result, of: FigureId) -> Figure:
    """The figure of the whole period, or of the step of it that the reference names."""
    rows = [row for row in answer.rows if of.step is None or row.keys[0] == of.step.start]
    return answer.cell(of.metric, rows[0]).figure if rows else MISSING
