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
def month_by_month(answer: Result, metric: Metric) -> Chart:
    """The months beside what was voted of each: how many are over it is what they tell."""
    chart = over_time(answer, metric, dimension="month")
    cells = [cell for _, cell in answer.column(metric)]
    gaps = [each.figure.value - each.reference.value for each in cells
            if each.figure.value is not None and each.reference.value]  # fmt: skip
    if not gaps or len(gaps) < len(cells) or not is_sure(answer, metric):
        return chart
    said = f"{sum(gap > 0 for gap in gaps)} mois sur {len(gaps)} au-dessus du budget"
    sentence = words.ended(f"{chart.sentence.removesuffix('.')} ; {said}")
    return replace(chart, title=f"{metric.label} : {said}", sentence=sentence)


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
