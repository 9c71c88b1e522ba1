"""The audit table of the CSR approach: each indicator with its past, its target and what proves it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import Any

from sqlalchemy import Row, select

from data_access import schema as s
from data_access.access import Domain, Scope
from data_access.codes import RSE_AXIS
from data_access.engine import reading_engine
from metrics import rights
from metrics.catalogue import METRICS
from metrics.context import Context, context
from metrics.evidence import evidence
from metrics.glossary import sources
from metrics.kinds import Polarity
from metrics.model import Metric
from metrics.period import Period
from metrics.query import Against, Comparison, Query
from metrics.result import MISSING, Cell, Figure, Result
from metrics.run import ask

ZERO = Fraction(0)
_UNKNOWN = Cell(MISSING, MISSING, MISSING)
_Answers = tuple[Result, Result, Result]


class Standing(StrEnum):
    """Where an indicator stands: against its target if it has one, else against the year before."""

    REACHED = "objectif atteint"
    MISSED = "objectif non atteint"
    BETTER = "en progrès"
    STABLE = "stable"
    WORSE = "en recul"
    FOLLOWED = "suivi"  # neither more nor less is wanted, or nothing to compare with
    UNKNOWN = "non renseigné"


PROMISED = (Standing.REACHED, Standing.MISSED)  # where a target says what is to be reached


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One indicator of the audit table, for a period; ``metric`` is None when the catalogue has none.

    ``answer`` holds its figure set against the year before, when there is one to ask, and ``earlier`` that
    of the year before alone.
    """

    indicator: str
    axis: str
    sub_axis: str
    issue: str
    owner: str
    wanted: Polarity
    metric: Metric | None
    answer: Result | None
    earlier: Result | None
    cell: Cell
    target: Figure
    standing: Standing
    evidence: str

    @property
    def before(self) -> Figure:
        """The figure of the year before."""
        return self.cell.reference

    @property
    def figure(self) -> Figure:
        """The figure of the period."""
        return self.cell.figure


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the indicators of one axis stand, in the order of the table."""

    axis: str
    standings: tuple[Standing, ...]

    def count(self, *standings: Standing) -> int:
        """How many of its indicators have one of these standings."""
        return sum(each in standings for each in self.standings)


def rse_table(url: str, period: Period, scope: Scope, known: Context | None = None) -> tuple[Line, ...]:
    """The indicators of the association in the order of the tables, without those the scope may not ask.

    The table is the association's: who reads some agencies only would read it as theirs, and has none.
    ``known`` is as for ``ask``.
    """
    return _told(url, period, scope, known or context(url))


@lru_cache(maxsize=64)  # what an import holds never changes, and a page reads it at each of its runs
def _told(url: str, period: Period, scope: Scope, known: Context) -> tuple[Line, ...]:
    with reading_engine(url).connect() as connection:
        proofs = evidence(connection, period, known.as_of)
        rows = connection.execute(select(s.rse_indicator).order_by(s.rse_indicator.c.position)).all()
    declared = [row for row in rows if _may_tell(METRICS.get(row.metric), scope)]
    metrics = tuple(dict.fromkeys(METRICS[row.metric] for row in declared if row.metric in METRICS))
    if not metrics:
        return tuple(_line(row, None, None, proofs) for row in declared)
    answers = _answers(url, metrics, period, scope, known)
    return tuple(_line(row, METRICS.get(row.metric), answers, proofs) for row in declared)


def _answers(url: str, metrics: tuple[Metric, ...], period: Period, scope: Scope, known: Context) -> _Answers:
    """The figures set against the year before, then against their targets, then those of the year before."""
    past, goals = (
        ask(url, Query(metrics=metrics, period=period, versus=Comparison(against)), scope, known=known)
        for against in (Against.PREVIOUS_YEAR, Against.TARGET)
    )
    earlier = ask(url, Query(metrics=metrics, period=period.previous_year()), scope, known=known)
    return past, goals, earlier


@lru_cache(maxsize=8)
def audited(url: str, _known: Context) -> frozenset[str]:
    """The ids of the figures that the table of an import is made of."""
    with reading_engine(url).connect() as connection:
        return frozenset(filter(None, connection.scalars(select(s.rse_indicator.c.metric))))


def progress(lines: Iterable[Line]) -> tuple[Progress, ...]:
    """Where the indicators of each axis stand, axes in the order of the table."""
    found: dict[str, list[Standing]] = {}
    for line in lines:
        found.setdefault(line.axis, []).append(line.standing)
    return tuple(Progress(axis, tuple(standings)) for axis, standings in found.items())


def _may_tell(metric: Metric | None, scope: Scope) -> bool:
    """Whether the scope reads an indicator of the whole association; without a metric, it is the table's."""
    if metric is None:
        return rights.reads_whole(Domain.RSE, scope)
    return rights.reads_whole(metric.domain, scope) and rights.may_ask(metric, scope)


def _line(row: Row[Any], metric: Metric | None, answers: _Answers | None, proofs: Mapping[str, str]) -> Line:
    """One indicator, with what is known of it."""
    wanted, cell, target = Polarity(row.wanted), _UNKNOWN, MISSING
    past, goals, earlier = answers if metric is not None and answers is not None else (None, None, None)
    if metric is not None and past is not None and goals is not None:
        cell, target = past.cell(metric), goals.cell(metric).reference
    return Line(
        indicator=row.name,
        axis=RSE_AXIS.labels[row.axis],
        sub_axis=row.sub_axis,
        issue=row.issue,
        owner=row.owner,
        wanted=wanted,
        metric=metric,
        answer=past,
        earlier=earlier,
        cell=cell,
        target=target,
        standing=standing(cell, target, wanted, metric.neutral if metric else ZERO),
        evidence=proofs.get(row.metric) or _computed_from(metric, cell.figure),
    )


def standing(past: Cell, target: Figure, wanted: Polarity, neutral: Fraction) -> Standing:
    """Compares with the target, else with the year before; changes within the neutral band are stable."""
    now, before = past.figure.value, past.reference.value
    if now is None:
        return Standing.UNKNOWN
    sign = {Polarity.MORE: 1, Polarity.LESS: -1, Polarity.NONE: 0}[wanted]
    if sign and target.value is not None:
        return Standing.REACHED if sign * (now - target.value) >= 0 else Standing.MISSED
    if not sign or before is None:
        return Standing.FOLLOWED
    if now == before or (past.change.value is not None and abs(past.change.value) <= neutral):
        return Standing.STABLE
    return Standing.BETTER if sign * (now - before) > 0 else Standing.WORSE


def _computed_from(metric: Metric | None, figure: Figure) -> str:
    """What a figure without a line of evidence rests on: the records of a tool, or nothing."""
    if metric is None or figure.value is None:
        return ""
    return f"Calculé depuis : {' ; '.join(sources(metric))}."
