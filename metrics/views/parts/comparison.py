"""A breakdown as a table: a line per member, the change under each figure, the total asked for."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from metrics.badges import Badges, said
from metrics.model import Metric
from metrics.present import missing
from metrics.present.blocks import Block, nothing
from metrics.present.covered import covered
from metrics.present.headers import captioned, headed
from metrics.present.leads import Link
from metrics.present.once import once
from metrics.present.table import Column, Entry
from metrics.present.table import table as lines_of
from metrics.present.text import row_labels
from metrics.query import Against
from metrics.result import Result, Row, State
from metrics.views.parts import coarse, figures

Said = tuple[str, ...]  # where the figures of a line were published
_NOWHERE: Badges = MappingProxyType({})


def table(
    caption: str,
    answer: Result,
    total: Result,
    link: Link | None = None,
    *,
    folded: bool = False,
    badges: Badges = _NOWHERE,
) -> Iterator[Block]:
    """The members of one breakdown, then their total, which is never added up.

    ``total`` may tell more figures; one line alone that is the total is not told twice. ``link`` says where
    a member leads. A table of marks alone is folded under the sentence that says why; ``folded`` folds one
    that is secondary. ``badges``: where they were published.
    """
    metrics = answer.query.metrics
    own = tuple(tuple(said(badges, answer, each, row) for each in metrics) for row in answer.rows)
    whole = tuple(said(badges, total, each) for each in metrics)
    yield from _told(caption, answer, total, link, (own, whole), folded=folded)


@once
def _told(
    caption: str,
    answer: Result,
    total: Result,
    link: Link | None,
    published: tuple[tuple[Said, ...], Said],
    *,
    folded: bool,
) -> tuple[Block, ...]:
    metrics, (own, whole) = answer.query.metrics, published
    lines: list[list[Entry | str]] = [
        [member(answer, row, link), *_figures(answer, row, told)]
        for row, told in zip(answer.rows, own, strict=True)
    ]
    is_repeated = len(answer.rows) == 1 and _same(answer, total)
    if not is_repeated:
        lines.append(
            ["Ensemble", *(figures.figure(total, m, None, at) for m, at in zip(metrics, whole, strict=True))]
        )
    columns = [Column(answer.query.by[0].label), *(column(answer, metric) for metric in metrics)]
    source = covered(answer, *metrics)
    told = lines_of(captioned(caption, answer), columns, lines, total=not is_repeated, source=source)
    why = missing.sentence(answer, *metrics)
    if why or folded:
        told = replace(told, folded=caption)
    under = None if why else coarse.in_total(answer)
    return tuple(filter(None, (nothing(why) if why else None, told, under)))


def _figures(answer: Result, row: Row, told: Said) -> Iterator[Entry]:
    for metric, at in zip(answer.query.metrics, told, strict=True):
        yield figures.figure(answer, metric, row, at)


def _same(answer: Result, total: Result) -> bool:
    """Whether the only line of a breakdown says what the total says."""
    return all(
        answer.cell(each).figure.value == total.cell(each).figure.value for each in answer.query.metrics
    )


def column(answer: Result, metric: Metric) -> Column:
    """The column of a figure, in the unit of tiles: its header leads to its definition."""
    header = headed(metric, tile=True)
    note = ", ".join(filter(None, (answer.outside(metric), _unpromised(answer, metric))))
    return Column(header, is_number=True, note=note, metric=metric)


def _unpromised(answer: Result, metric: Metric) -> str:
    """« sans objectif » over a column that is to be set against targets of which there is none."""
    if answer.query.versus.against is not Against.TARGET:
        return ""
    promised = any(cell.reference.state is not State.NOT_APPLICABLE for _, cell in answer.column(metric))
    return "" if promised else "sans objectif"


def member(answer: Result, row: Row, link: Link | None) -> Entry | str:
    """The name of a line, which leads where ``link`` says when it is somebody's."""
    name, key = row_labels(answer, row)[0], row.keys[0]
    if link is None or key is None or isinstance(key, date):
        return name
    return Entry(name, to=link(key))
