"""What figures cover and how fresh they are, in one line: beside each chart, under each table."""

from metrics.kinds import Time
from metrics.model import Metric
from metrics.present import words
from metrics.result import Result


def covered(answer: Result, *metrics: Metric) -> str:
    """« Périmètre : Rennes · données au 31 décembre 2024 »."""
    return f"Périmètre : {answer.perimeter} · {dated(answer, *metrics)}"


def dated(answer: Result, *metrics: Metric) -> str:
    """« données au 31 décembre 2024 », the date of most figures first, then those that have another."""
    told: dict[str, list[str]] = {}
    for metric in metrics or answer.query.metrics:
        told.setdefault(freshness(answer, metric), []).append(metric.label)
    most, *others = sorted(told, key=lambda said: -len(told[said]))
    return "\u00a0; ".join((most, *(f"{said} ({', '.join(told[said])})" for said in others)))


def freshness(answer: Result, metric: Metric) -> str:
    """The last day a figure is covered up to, or what stands for it: a book kept up to date, or nothing."""
    position = next(n for n, each in enumerate(answer.query.metrics) if each is metric)
    day = answer.data_dates[position]
    if day is not None:
        return f"données au {words.day(day)}" + (" (mois incomplets)" if answer.partial[position] else "")
    return _undated(answer, metric)


def _undated(answer: Result, metric: Metric) -> str:
    fact = metric.facts[0]
    if fact.time is Time.SPAN:
        return f"{fact.source.tool}, mise à jour {fact.source.refreshed}"
    has_figure = any(cell.figure.value is not None for _, cell in answer.column(metric))
    return f"{'données incomplètes' if has_figure else 'aucune donnée'} sur cette période"
