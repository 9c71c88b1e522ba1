"""A line per domain: its name, which leads to its view, and a few figures of it with their change."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data_access.access import Domain, Scope
from data_access.errors import UserError
from metrics import glossary
from metrics.model import Metric
from metrics.present import words
from metrics.present.covered import covered
from metrics.present.headers import covering
from metrics.query import NO_COMPARISON, Comparison
from metrics.result import Cell, Result, State
from pages.ui import comparison, html, links, tables
from pages.ui.asking import Ask
from pages.ui.drawn import once
from pages.ui.html import Element, el
from pages.ui.views import View, opens

Answers = tuple[Result | str, ...]  # for each figure, the answer that tells it, or why it is refused
_LABEL = re.compile(r"^« [^»]* » ")  # a refusal names its figure first, which stands just above it here


@dataclass(frozen=True, slots=True)
class Line:
    """Some figures of one domain, and the view that shows more of it, when there is one."""

    figures: tuple[Metric, ...]
    view: View | None = None

    @property
    def domain(self) -> Domain:
        """The subject of its figures."""
        return self.figures[0].domain


Asked = Sequence[tuple[Line, Answers]]


def asked(ask: Ask, *lines: Line) -> Asked:
    """The lines that may be read, with their answers for the period and the filters of the bar."""
    readable = {domain for domain, _ in ask.session.scope.rights}
    return _every(ask, [line for line in lines if line.domain in readable])


def answers(asked: Asked) -> tuple[Result, ...]:
    """The answers that tell the figures of some lines."""
    return tuple(answer for _, found in asked for answer in _told(found))


def show(ask: Ask, asked: Asked) -> None:
    """Draws the lines."""
    said = next(map(covering, answers(asked)), ask.period.label)
    title = el("div", el("h2", "Par domaine"), el("p", said, class_="sous-titre"), class_="entete-graphique")
    html.show(title, *(_line(line, found, ask.session.scope) for line, found in asked))


def _every(ask: Ask, lines: Sequence[Line]) -> Asked:
    """The figures of all lines asked together; line by line when one of them cannot be asked."""
    try:
        found = ask.sets(*(line.figures for line in lines)) if lines else ()
    except UserError:
        return [(line, _answers(ask, line.figures)) for line in lines]
    return [(line, (answer,) * len(line.figures)) for line, answer in zip(lines, found, strict=True)]


def _answers(ask: Ask, figures: tuple[Metric, ...]) -> Answers:
    """The figures asked together; one by one when one of them cannot be asked."""
    together = _asked(ask, figures, ask.versus)
    if isinstance(together, Result):
        return (together,) * len(figures)
    return tuple(_alone(ask, metric) for metric in figures)


def _alone(ask: Ask, metric: Metric) -> Result | str:
    """One figure, without its comparison when that is what cannot be asked, or why it is refused."""
    compared = _asked(ask, (metric,), ask.versus)
    if isinstance(compared, Result):
        return compared
    return _asked(ask, (metric,), NO_COMPARISON)


def _asked(ask: Ask, figures: tuple[Metric, ...], versus: Comparison) -> Result | str:
    try:
        return ask(*figures, versus=versus)
    except UserError as refusal:
        return str(refusal)


def _told(answers: Answers) -> Iterable[Result]:
    """The answers there are, those with a comparison first."""
    found = [each for each in dict.fromkeys(answers) if isinstance(each, Result)]
    return sorted(found, key=lambda each: not each.versus_label)


@once
def _line(line: Line, answers: Answers, scope: Scope) -> Element:
    name, view = glossary.DOMAINS[line.domain], line.view
    is_open = view is not None and opens(view, scope)
    heading = el("a", name, href=links.to_view(view), target="_self") if view and is_open else name
    covering = dict.fromkeys(
        covered(each, *(m for m, told in zip(line.figures, answers, strict=True) if told is each))
        for each in _told(answers)
    )
    return el(
        "section",
        el("h3", heading),
        el("dl", *map(_entry, line.figures, answers)),
        el("p", "\u00a0; ".join(covering), class_="source") if covering else None,
        class_="domaine",
    )


def _entry(metric: Metric, answer: Result | str) -> Element:
    """One figure, its definition a click away, and its change under it, or why it is not told."""
    if isinstance(answer, str):
        value: Element | str = tables.marked(words.MARKS[State.NOT_APPLICABLE])
        under = [el("small", _refused(answer))]
    else:
        value = _value(metric, answer.cell(metric))
        under = _under(metric, answer)
    return el("div", el("dt", links.definition(metric, metric.label)), el("dd", value, *under))


def _refused(sentence: str) -> str:
    """« Ne se lit que pour toute l'association. » : the refusal of the figure that stands above it."""
    said = _LABEL.sub("", sentence)
    return said[:1].upper() + said[1:]


def _value(metric: Metric, cell: Cell) -> Element | str:
    value, unit = words.on_tile(cell.figure, metric.unit)
    if cell.figure.value is None:
        return tables.marked(value)
    return el("span", words.with_unit(value, unit), title=words.exact(cell.figure, metric.unit))


def _under(metric: Metric, answer: Result) -> list[Element]:
    """The change, then the filters that were not followed."""
    change, outside = comparison.evolution(metric, answer.cell(metric)), answer.outside(metric)
    return [
        *([change] if change else []),
        *([el("small", outside, class_="hors-filtre")] if outside else []),
    ]
