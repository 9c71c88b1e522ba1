"""What stands at the foot of a view: what its figures cover, how fresh they are, what the marks mean."""

from collections.abc import Sequence
from datetime import date

from metrics.kinds import Time
from metrics.present import words
from metrics.result import Result

_SEPARATOR = "\u00a0; "
COLOURS = f"Évolutions en bleu : favorables{_SEPARATOR}en orange : défavorables."  # where there are some


def notes(*answers: Result) -> tuple[str, ...]:
    """The lines of some answers, all of one period: perimeter and dates, then how to read."""
    perimeters = dict.fromkeys(answer.perimeter for answer in answers)
    days = [answer.data_date for answer in answers if answer.data_date is not None]
    covered = _SEPARATOR.join(perimeters)
    period = answers[0].query.period.label
    marks = _SEPARATOR.join(f"{mark} = {meaning}" for mark, meaning in words.MARK_LABELS.items())
    return (
        f"Périmètre : {covered}. Période : {period}. {_loaded(days, answers)}",
        COLOURS,
        f"{marks}.",
    )


def _loaded(days: Sequence[date], answers: Sequence[Result]) -> str:
    """The day all figures are known up to, and whether some rest on months that are not all there."""
    if not days and not any(map(_has_figures, answers)):
        return "Aucune donnée chargée sur cette période."
    known = f"Données au {words.day(min(days))}." if days else ""
    partial = "Mois incomplets pour une partie des chiffres." if any(any(a.partial) for a in answers) else ""
    return " ".join(filter(None, (known, partial)))


def _has_figures(answer: Result) -> bool:
    """Whether some figure of the period has a value; registers, which have no months, tell nothing of it."""
    metrics = [metric for metric in answer.query.metrics if metric.facts[0].time is not Time.SPAN]
    return any(cell.figure.value is not None for each in metrics for _, cell in answer.column(each))
