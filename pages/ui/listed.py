"""Figures one under the other: the value, what it rests on, where it was printed, then its change."""

from collections.abc import Iterator

from metrics.badges import Badges, said
from metrics.model import Metric
from metrics.present import certainty, words
from metrics.present.headers import covering
from metrics.result import Result, State
from pages.ui import answering, html, links, tables
from pages.ui.answering import Answers
from pages.ui.asking import Ask
from pages.ui.drawn import once
from pages.ui.html import Element, el


def table(ask: Ask, caption: str, badges: Badges, *metrics: Metric) -> None:
    """Draws the figures of a part of a page; a refused one says why in its line, or all of them at once."""
    answers = answering.each(ask, *metrics)
    pairs = zip(metrics, answers, strict=True)
    published = tuple(said(badges, each, m) if isinstance(each, Result) else "" for m, each in pairs)
    html.show(_drawn(caption, ask.period.label, metrics, answers, published))


@once
def _drawn(
    caption: str, period: str, metrics: tuple[Metric, ...], answers: Answers, published: tuple[str, ...]
) -> Element:
    refused = dict.fromkeys(answering.because(each) for each in answers if isinstance(each, str))
    if len(refused) == 1 and not any(isinstance(each, Result) for each in answers):
        said_once = f"{caption} : chacun de ces chiffres {next(iter(refused))}"
        return el("p", said_once, class_="vide", role="status")
    label = next((covering(each) for each in answering.told(answers)), period)
    columns = [
        tables.Column("Indicateur"),
        tables.Column("Valeur", is_number=True),
        tables.Column("Évolution", is_number=True),
    ]
    lines = [list(_line(*each)) for each in zip(metrics, answers, published, strict=True)]
    return tables.table(f"{caption}, {label}", columns, lines, source=answering.covering(metrics, answers))


def _line(metric: Metric, answer: Result | str, published: str) -> Iterator[Element | str]:
    """The name of a figure and what it leaves out, or what refuses it; its value; its change."""
    under = answering.beneath(answer) if isinstance(answer, str) else answer.outside(metric)
    name = links.definition(metric, metric.label)
    yield el("span", name, el("small", under) if under else None, class_="libelle")
    if isinstance(answer, str):
        yield from (words.MARKS[State.NOT_APPLICABLE],) * 2
        return
    cell = answer.cell(metric)
    rests_on = certainty.certainty(cell.figure, metric)
    yield el(
        "span",
        el("span", tables.marked(words.exact(cell.figure, metric.unit))),
        el("small", certainty.sentence(rests_on, metric)) if rests_on else None,
        tables.badge(published),
        class_="chiffre",
    )
    is_told = cell.figure.value is not None and cell.change.state is not State.NOT_APPLICABLE
    change = words.change(cell, metric, exactly=True) if is_told else words.MARKS[State.NOT_APPLICABLE]
    yield el("span", tables.marked(change), class_=f"evolution {words.tone(cell, metric)}")
