"""Income against the budget: month by month, then since the first of them."""

from dataclasses import replace

from metrics.model import Metric
from metrics.present import words
from metrics.present.charts.chart import Chart, is_sure
from metrics.present.charts.over_time import over_time
from metrics.present.once import once
from metrics.present.text import row_labels
from metrics.result import Result


@once
def since_the_first(answer: Result, metric: Metric) -> Chart:
    """The sums since the first month: the last one, and how far from the budget, is what they tell."""
    told = [(row, cell) for row, cell in answer.column(metric) if cell.figure.value is not None]
    chart = over_time(answer, metric)
    if not told:
        return chart
    row, cell = told[-1]
    month, amount = row_labels(answer, row)[0], words.exact(cell.figure, metric.unit)
    against = _against(answer, metric)
    title = f"{metric.label} : {against[0]}" if against and is_sure(answer, metric) else metric.label
    said = f"{metric.label}, {answer.query.period.label} : {amount} à fin {month}"
    return replace(chart, title=title, sentence=words.ended(said + (f", {against[1]}" if against else "")))


def _against(answer: Result, metric: Metric) -> tuple[str, str] | None:
    """« +1,0 % par rapport au budget », then the same with the amount that was voted."""
    _, cell = list(answer.column(metric))[-1]
    gap = words.percent_change(cell, metric)
    if not gap:
        return None
    voted = words.exact(cell.reference, metric.unit)
    return f"{gap} par rapport au budget", f"pour {voted} au budget, soit {gap}"
