"""The nearest period of which a change can be told, for those who asked for one that cannot."""

from dataclasses import replace

from metrics.asked import slots
from metrics.context import Context
from metrics.figures import dispositifs, is_complete, tears
from metrics.period import Kind, Period
from metrics.query import Query

_STEPS = {  # months from a period to the next of its kind; the others slide month by month
    Kind.QUARTER: 3,
    Kind.YEAR: 12,
    Kind.YEAR_TO_DATE: 12,
    Kind.SCHOOL_YEAR: 12,
    Kind.CONTRACT_YEAR: 12,
}
_FURTHEST = 60  # months


def nearest(query: Query, known: Context) -> Period | None:
    """The period nearest to that of a question, of its kind, that is loaded whole as its reference is.

    None when there is none within five years, or when the reference is a period of the reader's choice.
    """
    if query.versus.period is not None:
        return None
    step = _STEPS.get(query.period.kind, 1)
    moves = (way * each for each in range(step, _FURTHEST + 1, step) for way in (-1, 1))
    tried = (query.period.shifted(months) for months in moves)
    return next((each for each in tried if _is_whole(replace(query, period=each), known)), None)


def _is_whole(query: Query, known: Context) -> bool:
    """Whether both periods of a question are loaded whole for its figures."""
    if query.versus.reference(query.period) is None:
        return False
    own, coverage = dispositifs(query, (), known), known.coverage
    asked = [slot for slot in slots(query.total(), known.first_months) if slot.is_about(own)]
    return all(
        not tears(metric, slot.start, slot.stop)
        and all(is_complete(measure, slot.start, slot.stop, own, coverage) for measure in metric.read)
        for metric in query.metrics
        for slot in asked
    )
