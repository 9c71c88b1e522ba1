"""The coarser table to read instead of one of which too much is hidden."""

from dataclasses import replace
from fractions import Fraction

from data_access.words import uncapitalised
from metrics.model import Metric
from metrics.query import Query
from metrics.result import Result, State

_MOST = Fraction(1, 3)  # of the figures of a table, hidden


def coarser(answer: Result, metric: Metric) -> Query | None:
    """The same question without one breakdown, the places first, or None when enough is shown."""
    states = [cell.figure.state for _, cell in answer.column(metric)]
    groups = answer.query.groups
    if not groups or states.count(State.HIDDEN) <= _MOST * len(states):
        return None
    left_out = next((dimension for dimension in groups if dimension.territorial), groups[-1])
    by = tuple(dimension for dimension in answer.query.by if dimension is not left_out)
    return replace(answer.query, metrics=(metric,), by=by)


def sentence(answer: Result, metric: Metric) -> str:
    """What to read instead, in French; nothing when enough is shown."""
    instead = coarser(answer, metric)
    if instead is None:
        return ""
    said = " et ".join(f"« {uncapitalised(dimension.label)} »" for dimension in instead.groups)
    which = f"par {said} seulement" if said else "sans ventilation"
    return (
        f"{metric.label} : plus d'un tiers des chiffres sont masqués par le secret statistique. "
        f"Le même tableau {which} en dit davantage."
    )
