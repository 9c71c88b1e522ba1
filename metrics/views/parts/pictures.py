"""Charts with the table of the same answer, or why there is nothing to draw."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from metrics.model import Metric
from metrics.present import missing
from metrics.present.blocks import Block, Empty, Heading, Picture
from metrics.present.charts.chart import Chart
from metrics.present.covered import dated
from metrics.present.headers import headed
from metrics.present.once import once
from metrics.present.table import Column, Entry, Table, table
from metrics.present.text import row_labels
from metrics.result import Result, Row
from metrics.views.ask import Ask
from metrics.views.parts import coarse, figures


def picture(ask: Ask, key: str, chart: Chart, answer: Result, *metrics: Metric) -> Iterator[Block]:
    """A chart with its words and the table of the same answer.

    Where there is nothing to draw, it says why instead; where too much is hidden, what to read instead.
    """
    whole = complete(chart, answer, *metrics)
    lines = _table(whole.title, answer, metrics, whole.order)
    if missing.why(answer, metrics[0]) is not None:
        yield Heading(whole.title, whole.subtitle, "entete-graphique", metrics[0])
        yield Empty(answer, (metrics[0],))
        yield lines
        return
    yield Picture(key=key, chart=whole, table=lines, of=metrics[0])
    yield from coarse.under(ask, answer, *metrics)


@once
def complete(chart: Chart, answer: Result, *metrics: Metric) -> Chart:
    """The chart of an answer, its subtitle ended by what the figures leave out and the date of the data."""
    outside = dict.fromkeys(filter(None, map(answer.outside, metrics)))
    return replace(chart, subtitle=" · ".join((chart.subtitle, *outside, dated(answer, *metrics))))


@once
def _table(caption: str, answer: Result, metrics: tuple[Metric, ...], order: tuple[str, ...]) -> Table:
    """The same figures in a table, a line per member, in the order of the bars when these are ranked."""
    columns = [Column(dimension.label) for dimension in answer.query.by]
    columns += [Column(headed(m), is_number=True, note=answer.outside(m), metric=m) for m in metrics]
    lines: list[list[Entry | str]] = [
        [*row_labels(answer, row), *(figures.exact(answer, metric, row) for metric in metrics)]
        for row in sorted(answer.rows, key=lambda row: _place(row, order))
    ]
    said = f"{caption}, {answer.query.period.label}"
    return table(said, columns, lines, folded="Voir le tableau")


def _place(row: Row, order: Sequence[str]) -> int:
    key = "" if row.keys[0] is None else str(row.keys[0])
    return order.index(key) if key in order else len(order)
