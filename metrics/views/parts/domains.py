"""A line per domain: its name, which leads to its view, and a few figures of it with their change."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from data_access.access import Domain, Scope
from data_access.errors import UserError
from data_access.words import counted
from metrics import glossary
from metrics.alert import Alert
from metrics.model import Metric
from metrics.present import words
from metrics.present.blocks import Block, Framed, Heading
from metrics.present.headers import covering
from metrics.present.leads import Definition, Elsewhere
from metrics.present.lists import Facts
from metrics.present.once import once
from metrics.present.table import Entry, Ref, Run, Under
from metrics.result import Result, State
from metrics.views.ask import Ask
from metrics.views.parts import answering, figures
from metrics.views.parts.answering import Answers
from metrics.views.views import BY_DOMAIN, opens


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


def told(ask: Ask, asked: Asked, alerts: Iterable[Alert]) -> Iterator[Block]:
    """The lines, each with how many points of it deserve a look."""
    said = next(map(covering, answers(asked)), ask.period.label)
    looks = Counter(alert.domain for alert in alerts)
    lines = (_line(line, each, ask.visit.scope, looks[line.domain]) for line, each in asked)
    yield Framed("domaines", (Heading("Par domaine", said), *lines))


def _every(ask: Ask, lines: Sequence[Line]) -> Asked:
    """The figures of all lines asked together; line by line when one of them cannot be asked."""
    try:
        found = ask.sets(*(line.figures for line in lines)) if lines else ()
    except UserError:
        return [(line, answering.each(ask, *line.figures)) for line in lines]
    return [(line, (answer,) * len(line.figures)) for line, answer in zip(lines, found, strict=True)]


@once
def _line(line: Line, answers: Answers, scope: Scope, looks: int) -> Facts:
    name, view = glossary.DOMAINS[line.domain], BY_DOMAIN[line.domain]
    return Facts(
        title=Run(name, to=Elsewhere(view.url)) if opens(view, scope) else name,
        said=f"{counted(looks, 'point')} à regarder" if looks else "",
        facts=tuple(map(_fact, line.figures, answers)),
        source=answering.covering(line.figures, answers),
        look="domaine",
    )


def _fact(metric: Metric, answer: Result | str) -> tuple[Run, Entry]:
    """One figure, its definition a click away, and its change under it, or why it is not told."""
    name = Run(metric.label, to=Definition(metric))
    if isinstance(answer, str):
        return name, Entry(words.MARKS[State.NOT_APPLICABLE], under=(Under(answering.beneath(answer)),))
    cell, outside = answer.cell(metric), answer.outside(metric)
    under = (figures.evolution(metric, cell), Under(outside, "hors-filtre") if outside else None)
    is_known = cell.figure.value is not None
    value, unit = words.on_tile(cell.figure, metric.unit)
    return name, Entry(
        words.with_unit(value, unit) if is_known else value,
        Ref(answer, metric, cell),
        title=words.exact(cell.figure, metric.unit) if is_known else "",
        under=tuple(filter(None, under)),
    )
