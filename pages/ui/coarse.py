"""The coarser table to read where small cells hide more than a third of one: proposed under it, folded."""

from dataclasses import replace

from data_access.words import uncapitalised
from metrics.coarser import coarser, sentence
from metrics.model import Metric
from metrics.present import words
from metrics.present.covered import covered
from metrics.present.headers import captioned, headed
from metrics.present.text import row_labels
from metrics.query import NO_COMPARISON
from metrics.result import Result
from pages.ui import html, tables
from pages.ui.asking import Ask
from pages.ui.drawn import once
from pages.ui.html import Element, el

_MASKED = "Plus d'un tiers des chiffres sont masqués par le secret statistique"


def under(ask: Ask, answer: Result, *metrics: Metric) -> None:
    """Draws, for each figure of which too much is hidden, what to read instead and that very table."""
    for metric in metrics:
        instead = coarser(answer, metric)
        if instead is not None:
            like = replace(ask, period=answer.query.period)
            drawn = _table(like(metric, by=instead.by, versus=NO_COMPARISON), metric)
            html.show(el("p", sentence(answer, metric), class_="phrase"), drawn)


def in_total(answer: Result) -> Element | None:
    """Says where to read more of a table by one breakdown, whose last line is already the coarser one."""
    hidden = [metric.label for metric in answer.query.metrics if coarser(answer, metric)]
    if not hidden or len(answer.rows) == 1:  # one line alone has no total under it
        return None
    said = f"{_MASKED} ({', '.join(hidden)}) : la ligne « Ensemble » en dit davantage."
    return el("p", words.french(said), class_="phrase")


@once
def _table(answer: Result, metric: Metric) -> Element:
    """The table of one figure, or its only line when no breakdown is left."""
    by = answer.query.by
    called = " et ".join(f"par {uncapitalised(each.label)}" for each in by) or "sans ventilation"
    heads = [tables.Column(each.label) for each in by] or [tables.Column("Périmètre")]
    columns = [*heads, tables.Column(headed(metric), is_number=True, metric=metric)]
    lines: list[tables.Line] = [
        [
            *(row_labels(answer, row) or (answer.perimeter,)),
            words.exact(answer.cell(metric, row).figure, metric.unit),
        ]
        for row in answer.rows
    ]
    drawn = tables.table(
        captioned(f"{metric.label} {called}", answer), columns, lines, source=covered(answer, metric)
    )
    return tables.folded(drawn, f"Voir {uncapitalised(metric.label)} {called}")
