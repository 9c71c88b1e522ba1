"""The coarser table to read where small cells hide more than a third of one: proposed under it, folded."""

from collections.abc import Iterator
from dataclasses import replace

from data_access.words import uncapitalised
from metrics.coarser import coarser, sentence
from metrics.model import Metric
from metrics.present import words
from metrics.present.blocks import Block, Note, note
from metrics.present.covered import covered
from metrics.present.headers import captioned, headed
from metrics.present.once import once
from metrics.present.table import Column, Entry, Table, table
from metrics.present.text import row_labels
from metrics.query import NO_COMPARISON
from metrics.result import Result
from metrics.views.ask import Ask
from metrics.views.parts import figures

_MASKED = "Plus d'un tiers des chiffres sont masqués par le secret statistique"


def under(ask: Ask, answer: Result, *metrics: Metric) -> Iterator[Block]:
    """For each figure of which too much is hidden, what to read instead and that very table."""
    for metric in metrics:
        instead = coarser(answer, metric)
        if instead is not None:
            like = replace(ask, period=answer.query.period)
            yield note(sentence(answer, metric))
            yield _table(like(metric, by=instead.by, versus=NO_COMPARISON), metric)


def in_total(answer: Result) -> Note | None:
    """Says where to read more of a table by one breakdown, whose last line is already the coarser one."""
    hidden = [metric.label for metric in answer.query.metrics if coarser(answer, metric)]
    if not hidden or len(answer.rows) == 1:  # one line alone has no total under it
        return None
    said = f"{_MASKED} ({', '.join(hidden)}) : la ligne « Ensemble » en dit davantage."
    return note(words.french(said))


@once
def _table(answer: Result, metric: Metric) -> Table:
    """The table of one figure, or its only line when no breakdown is left."""
    by = answer.query.by
    called = " et ".join(f"par {uncapitalised(each.label)}" for each in by) or "sans ventilation"
    heads = [Column(each.label) for each in by] or [Column("Périmètre")]
    lines: list[list[Entry | str]] = [
        [*(row_labels(answer, row) or (answer.perimeter,)), figures.exact(answer, metric, row)]
        for row in answer.rows
    ]
    return table(
        captioned(f"{metric.label} {called}", answer),
        [*heads, Column(headed(metric), is_number=True, metric=metric)],
        lines,
        source=covered(answer, metric),
        folded=f"Voir {uncapitalised(metric.label)} {called}",
    )
