"""Figures one under the other: the value, what it rests on, where it was printed, then its change."""

from collections.abc import Iterator
from dataclasses import replace

from metrics.badges import Badges, said
from metrics.model import Metric
from metrics.present import certainty, words
from metrics.present.blocks import Block, nothing
from metrics.present.headers import covering
from metrics.present.once import once
from metrics.present.table import Column, Entry, Under
from metrics.present.table import table as lines_of
from metrics.result import Result, State
from metrics.views.ask import Ask
from metrics.views.parts import answering, figures
from metrics.views.parts.answering import Answers

_NONE = words.MARKS[State.NOT_APPLICABLE]


def table(ask: Ask, caption: str, badges: Badges, *metrics: Metric) -> Iterator[Block]:
    """The figures of a part of a view; a refused one says why in its line, or all of them at once."""
    answers = answering.each(ask, *metrics)
    pairs = zip(metrics, answers, strict=True)
    published = tuple(said(badges, each, m) if isinstance(each, Result) else "" for m, each in pairs)
    yield _told(caption, ask.period.label, metrics, answers, published)


@once
def _told(
    caption: str, period: str, metrics: tuple[Metric, ...], answers: Answers, published: tuple[str, ...]
) -> Block:
    refused = dict.fromkeys(answering.because(each) for each in answers if isinstance(each, str))
    if len(refused) == 1 and not any(isinstance(each, Result) for each in answers):
        return nothing(f"{caption} : chacun de ces chiffres {next(iter(refused))}")
    label = next((covering(each) for each in answering.told(answers)), period)
    columns = [Column("Indicateur"), Column("Valeur", is_number=True), Column("Évolution", is_number=True)]
    lines = [_line(*each) for each in zip(metrics, answers, published, strict=True)]
    return lines_of(f"{caption}, {label}", columns, lines, source=answering.covering(metrics, answers))


def _line(metric: Metric, answer: Result | str, published: str) -> tuple[Entry | str, ...]:
    """The name of a figure and what it leaves out, or what refuses it; its value; its change."""
    if isinstance(answer, str):
        return figures.named(metric, under=answering.beneath(answer)), _NONE, _NONE
    cell = answer.cell(metric)
    known = certainty.certainty(cell.figure, metric)
    under = (Under(certainty.sentence(known, metric)) if known else None, figures.badge(published))
    value = replace(figures.exact(answer, metric), under=tuple(filter(None, under)), look="chiffre")
    is_told = cell.figure.value is not None and cell.change.state is not State.NOT_APPLICABLE
    change = Entry(
        words.change(cell, metric, exactly=True) if is_told else _NONE,
        look=f"evolution {words.tone(cell, metric)}",
    )
    return figures.named(metric, under=answer.outside(metric)), value, change
