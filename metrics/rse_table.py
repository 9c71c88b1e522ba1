"""The audit table of the CSR approach: each indicator with its past, its target and what proves it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any

from sqlalchemy import Row, select

from data_access import schema as s
from data_access.access import Domain, Scope
from data_access.codes import RSE_AXIS
from data_access.engine import reading_engine
from data_access.errors import AccessDenied
from metrics import rights
from metrics.catalogue import METRICS
from metrics.context import Context, context
from metrics.evidence import evidence
from metrics.glossary import sources
from metrics.kinds import Polarity
from metrics.model import Metric
from metrics.period import Period
from metrics.query import Against, Comparison, Query
from metrics.result import MISSING, Cell, Figure
from metrics.run import ask

ZERO = Fraction(0)


class Standing(StrEnum):
    """Where an indicator stands: against its target if it has one, else against the year before."""

    REACHED = "objectif atteint"
    MISSED = "objectif non atteint"
    BETTER = "en progrès"
    STABLE = "stable"
    WORSE = "en recul"
    FOLLOWED = "suivi"  # neither more nor less is wanted, or nothing to compare with
    UNKNOWN = "non renseigné"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One indicator of the audit table, for a period; ``metric`` is None when the catalogue has none."""

    indicator: str
    axis: str
    sub_axis: str
    issue: str
    owner: str
    wanted: Polarity
    metric: Metric | None
    before: Figure
    figure: Figure
    target: Figure
    standing: Standing
    evidence: str


def rse_table(url: str, period: Period, scope: Scope, as_of: int | None = None) -> tuple[Line, ...]:
    """The indicators of the association in the order of the tables, without those the scope may not ask.

    The table is the association's: who reads some agencies only would read it as theirs, and has none.
    """
    known = context(url, as_of)
    with reading_engine(url).connect() as connection:
        proofs = evidence(connection, period, as_of)
        declared = connection.execute(select(s.rse_indicator).order_by(s.rse_indicator.c.position)).all()
    lines = (_line(url, row, period, scope, known, proofs) for row in declared)
    return tuple(line for line in lines if line is not None)


def _line(
    url: str, row: Row[Any], period: Period, scope: Scope, known: Context, proofs: Mapping[str, str]
) -> Line | None:
    """One indicator, or None when the scope may not ask it of the association."""
    metric, wanted = METRICS.get(row.metric), Polarity(row.wanted)
    if metric is None and not rights.reads_whole(Domain.RSE, scope):
        return None
    past = target = Cell(MISSING, MISSING, MISSING)
    if metric is not None:
        try:
            past = _asked(url, metric, period, Against.PREVIOUS_YEAR, scope, known)
            target = _asked(url, metric, period, Against.TARGET, scope, known)
        except AccessDenied:
            return None
    return Line(
        indicator=row.name,
        axis=RSE_AXIS.labels[row.axis],
        sub_axis=row.sub_axis,
        issue=row.issue,
        owner=row.owner,
        wanted=wanted,
        metric=metric,
        before=past.reference,
        figure=past.figure,
        target=target.reference,
        standing=standing(past, target.reference, wanted, metric.neutral if metric else ZERO),
        evidence=proofs.get(row.metric) or _computed_from(metric, past.figure),
    )


def _asked(url: str, metric: Metric, period: Period, against: Against, scope: Scope, known: Context) -> Cell:
    """The figure of the whole association beside what it is set against."""
    if not rights.reads_whole(metric.domain, scope):
        raise AccessDenied(f"« {metric.label} » se lit ici pour toute l'association.")
    query = Query(metrics=(metric,), period=period, versus=Comparison(against))
    return ask(url, query, scope, known.as_of, known=known).rows[0].cells[0]


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
