"""A figure found again from its reference: as it was at its import, and as it is known today."""

from dataclasses import dataclass

from data_access.access import Scope
from data_access.errors import QueryError
from metrics.context import Context, context
from metrics.figure_id import FigureId
from metrics.query import Query
from metrics.result import Result
from metrics.run import ask


@dataclass(frozen=True, slots=True)
class Recalled:
    """The same question of two imports; ``is_same`` when nothing that is read of it has changed since."""

    then: Result
    now: Result

    @property
    def is_same(self) -> bool:
        """Whether the figure is today what it was."""
        (metric,) = self.now.query.metrics
        return self.then.cell(metric).figure == self.now.cell(metric).figure


def recall(url: str, of: FigureId, scope: Scope, known: Context) -> Recalled:
    """The figure that a reference names; raises QueryError for an import that was never made."""
    last = known.import_number
    if not 0 < of.number <= last:
        raise QueryError(
            f"Référence de l'import n° {of.number}, qui n'existe pas : le dernier est le n° {last}."
        )
    query = Query(metrics=(of.metric,), period=of.period, where=of.where)
    now = ask(url, query, scope, known=known)
    is_last = of.number == last
    return Recalled(now if is_last else ask(url, query, scope, known=context(url, of.number)), now)
