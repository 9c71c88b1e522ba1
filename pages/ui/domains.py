"""A line per domain: its name, which leads to its view, and a few figures of it with their change."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data_access.access import Domain, Scope
from data_access.errors import UserError
from data_access.words import counted
from metrics import glossary
from metrics.alert import Alert
from metrics.model import Metric
from metrics.present import words
from metrics.present.headers import covering
from metrics.result import Cell, Result, State
from metrics.views.ask import Ask
from metrics.views.views import BY_DOMAIN, opens
from pages.ui import answering, comparison, html, links, tables
from pages.ui.answering import Answers
from pages.ui.drawn import once
from pages.ui.html import Element, el

_LABEL = re.compile(r"^« [^»]* » ")  # a refusal names its figure first, which stands just above it here


@dataclass(frozen=True, slots=True)
class Line:
    """Some figures of one domain."""

    figures: tuple[Metric, ...]

    @property
    def domain(self) -> Domain:
        """The subject of its figures."""
        return self.figures[0].domain


Asked = Sequence[tuple[Line, Answers]]


def asked(ask: Ask, *lines: Line) -> Asked:
    """The lines that may be read, with their answers for the period and the filters of the bar."""
    readable = {domain for domain, _ in ask.visit.scope.rights}
    return _every(ask, [line for line in lines if line.domain in readable])


def answers(asked: Asked) -> tuple[Result, ...]:
    """The answers that tell the figures of some lines."""
    return tuple(answer for _, found in asked for answer in answering.told(found))


def show(ask: Ask, asked: Asked, alerts: Iterable[Alert]) -> None:
    """Draws the lines, each with how many points of it deserve a look."""
    said = next(map(covering, answers(asked)), ask.period.label)
    title = el("div", el("h2", "Par domaine"), el("p", said, class_="sous-titre"), class_="entete-graphique")
    looks = Counter(alert.domain for alert in alerts)
    html.show(title, *(_line(line, each, ask.visit.scope, looks[line.domain]) for line, each in asked))


def _every(ask: Ask, lines: Sequence[Line]) -> Asked:
    """The figures of all lines asked together; line by line when one of them cannot be asked."""
    try:
        found = ask.sets(*(line.figures for line in lines)) if lines else ()
    except UserError:
        return [(line, answering.each(ask, *line.figures)) for line in lines]
    return [(line, (answer,) * len(line.figures)) for line, answer in zip(lines, found, strict=True)]


@once
def _line(line: Line, answers: Answers, scope: Scope, looks: int) -> Element:
    name, view = glossary.DOMAINS[line.domain], BY_DOMAIN[line.domain]
    heading = el("a", name, href=links.to_view(view), target="_self") if opens(view, scope) else name
    told = el("p", f"{counted(looks, 'point')} à regarder", class_="sous-titre") if looks else None
    source = answering.covering(line.figures, answers)
    return el(
        "section",
        el("div", el("h3", heading), told),
        el("dl", *map(_entry, line.figures, answers)),
        el("p", source, class_="source") if source else None,
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
