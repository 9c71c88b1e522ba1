"""What is said where figures have nothing to show: what is missing, and why."""

from collections.abc import Sequence

from metrics.figures import is_by_month
from metrics.kinds import Time
from metrics.model import Metric
from metrics.result import Result, State

_ORDER = (State.HIDDEN, State.MISSING, State.PRESENT, State.NOT_COMPUTABLE, State.NOT_APPLICABLE)
_WHY = {
    State.HIDDEN: "masqué par le secret statistique, trop peu de personnes ou période qui les désignerait",
    State.MISSING: "aucune donnée chargée",
    State.PRESENT: "aucun enregistrement",  # all that is there is worth 0
    State.NOT_COMPUTABLE: "non calculable, base nulle ou insuffisante",
    State.NOT_APPLICABLE: "sans objet",
}
_BY_MONTH = "chiffre mensuel, qui ne se lit pas à la journée"


def why(answer: Result, *metrics: Metric) -> State | None:
    """Why no figure of these has a value other than 0, or None when one has."""
    figures = [cell.figure for metric in metrics for _, cell in answer.column(metric)]
    if any(figure.value for figure in figures):
        return None
    states = {figure.state for figure in figures} or {_of_no_line(answer, metrics)}
    return next(state for state in _ORDER if state in states)


def _of_no_line(answer: Result, metrics: Sequence[Metric]) -> State:
    """What an answer without any line means: a breakdown lists only the members that it met."""
    days = dict(zip(answer.query.metrics, answer.data_dates, strict=True))
    loaded = all(days[metric] or metric.facts[0].time is Time.SPAN for metric in metrics)
    return State.PRESENT if loaded else State.MISSING


def reason(state: State, answer: Result, *metrics: Metric) -> str:
    """What stands for figures that have none, in a few words."""
    torn = state is State.MISSING and all(is_torn(answer, metric) for metric in metrics)
    return _BY_MONTH if torn else _WHY[state]


def is_torn(answer: Result, metric: Metric) -> bool:
    """Whether a monthly figure is asked for days."""
    return is_by_month(metric, answer.query.period)


def sentence(answer: Result, *metrics: Metric, several: str = "Chiffres de ce tableau") -> str:
    """What is missing and why, when no figure of these has anything to show; nothing otherwise."""
    state = why(answer, *metrics)
    if state is None:
        return ""
    what = metrics[0].label if len(metrics) == 1 else several
    filtered = state in (State.MISSING, State.PRESENT, State.NOT_COMPUTABLE) and _is_filtered(answer)
    because = f"{reason(state, answer, *metrics)}{' avec ces filtres' if filtered else ''}"
    return f"{what} ({answer.query.period.label}) : {because}."


def _is_filtered(answer: Result) -> bool:
    return bool(answer.query.where) or any(answer.left_out)
