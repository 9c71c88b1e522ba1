"""The published reports as test oracle: each printed figure beside the one the records give."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType

from sqlalchemy import select

from data_access import schema as s
from data_access.access import Domain, Scope
from data_access.engine import reading_engine
from data_access.errors import AccessDenied
from data_access.versions import known_at
from metrics import notation
from metrics.catalogue.dimensions import AGENCY
from metrics.context import Context, context
from metrics.members import Names
from metrics.period import Period, parse
from metrics.present.words import rounded
from metrics.query import Query
from metrics.result import Figure, Result
from metrics.run import ask

Badges = Mapping[tuple[str, str], str]  # metric id and period -> where the figure was printed
_DIVISORS = {"k€": 1_000, "M€": 1_000_000}
_MORE_THAN = Fraction(105, 100)


class Verdict(StrEnum):
    """What the comparison says, in the words people read."""

    SAME = "identique"
    SAME_ROUNDED = "identique à l'arrondi"
    COMPATIBLE = "compatible"
    DECLARED = "déclaré"
    UNREACHABLE = "non atteignable"
    GAP = "écart"
    COMING = "à venir dans le catalogue"


@dataclass(frozen=True, slots=True)
class Published:
    """A figure as a report printed it, and the question that computes it."""

    id: str
    document: str
    section: str
    label: str
    value: Decimal
    unit: str
    precision: str
    derivation: str
    note: str
    domain: Domain
    metric: str | None
    conditions: str
    period: Period
    versus: str
    part: str

    @property
    def chapter(self) -> str:
        """The part of the report, without its page."""
        return self.section.rpartition(" p.")[0]

    @property
    def where_printed(self) -> str:
        """« RA 2024 p. 6 », as a badge says it."""
        name, year = self.document[:-4], self.document[-4:]
        return f"{name} {year} p.\u00a0{self.section.rpartition(' p.')[2]}"


@dataclass(frozen=True, slots=True)
class Reconciled:
    """A published figure, what the records give in the published unit, and what to think of it."""

    published: Published
    computed: Fraction | None
    verdict: Verdict
    explanation: str
    perimeter: str = ""

    @property
    def comes_out(self) -> bool:
        """Whether the records confirm what was printed."""
        return self.verdict in (Verdict.SAME, Verdict.SAME_ROUNDED, Verdict.COMPATIBLE)

    @property
    def is_gap(self) -> bool:
        """Whether the records contradict what was printed."""
        return self.verdict is Verdict.GAP


def reconcile(url: str, scope: Scope, as_of: int | None = None) -> list[Reconciled]:
    """The published figures this scope can judge, in the order of the reports, with their verdicts.

    A figure without a metric is to come, even one declared or printed out of reach: it gets its own
    verdict with its metric. A figure that the scope may not ask, or would ask of other agencies than
    the report did, is left out: to judge it would call a right a gap.
    """
    known = context(url, as_of)
    judged = (_reconciled(url, each, scope, known) for each in published(url, as_of))
    return [each for each in judged if each is not None]


def _reconciled(url: str, each: Published, scope: Scope, known: Context) -> Reconciled | None:
    """One line of the register, or None when the scope cannot judge it."""
    if each.metric is None:
        return Reconciled(each, None, Verdict.COMING, each.note)
    query = question(each, known.names)
    try:
        right = scope.right(query.metrics[0].domain)
        if right.agencies and query.kept(AGENCY) is None:
            return None
        return judge(each, ask(url, query, scope, known.as_of, known=known))
    except AccessDenied:
        return None


def published(url: str, as_of: int | None = None) -> list[Published]:
    """The register of published figures, in the order of the reports."""
    table = s.published_figure
    with reading_engine(url).connect() as connection:
        rows = connection.execute(select(table).where(known_at(table, as_of)).order_by(table.c.id)).all()
    return [
        Published(
            id=row.figure,
            document=row.document,
            section=row.section,
            label=row.label,
            value=Decimal(row.value),
            unit=row.unit,
            precision=row.precision,
            derivation=row.derivation,
            note=row.note or "",
            domain=Domain(row.domain),
            metric=row.metric,
            conditions=row.conditions or "",
            period=parse(row.period),
            versus=row.versus,
            part=row.part,
        )
        for row in rows
    ]


def badges(url: str) -> Badges:
    """Where the figures of the whole association were published, by metric and period."""
    return _badges(url, context(url).import_number)


@lru_cache(maxsize=8)
def _badges(url: str, _number: int) -> Badges:
    known: dict[tuple[str, str], str] = {}
    for each in published(url):
        if each.metric is not None and each.part == "value" and not each.conditions:
            known.setdefault((each.metric, str(each.period)), each.where_printed)
    return MappingProxyType(known)


def question(each: Published, names: Mapping[str, Names]) -> Query:
    """The question that computes a published figure."""
    return notation.query(
        [each.metric or ""],
        names,
        period_text=str(each.period),
        where=[text for text in each.conditions.split(",") if text],
        versus=each.versus,
    )


def judge(each: Published, answer: Result) -> Reconciled:
    """The published figure beside the answer to its question."""
    cell = answer.rows[0].cells[0]
    figure = cell.figure if each.part == "value" else cell.change
    computed = _in_published_unit(figure, each)
    perimeter = answer.perimeter if answer.query.where else ""
    return Reconciled(each, computed, _verdict(each, computed), each.note, perimeter)


def _in_published_unit(figure: Figure, each: Published) -> Fraction | None:
    if figure.value is None:
        return None
    sign = -1 if each.part == "minus change" else 1
    return sign * figure.value / _DIVISORS.get(each.unit, 1)


def _verdict(each: Published, computed: Fraction | None) -> Verdict:
    """Equal after half-up rounding at the printed precision; « plus de x » means up to 5 % above."""
    if each.precision == "unreachable":
        return Verdict.UNREACHABLE
    if computed is None:
        return Verdict.GAP
    printed = Fraction(each.value)
    match each.precision:
        case "more_than":
            return Verdict.COMPATIBLE if printed < computed <= printed * _MORE_THAN else Verdict.GAP
        case "about":
            return Verdict.COMPATIBLE if rounded(computed, 0) == each.value else Verdict.GAP
    decimals = max(0, -int(each.value.as_tuple().exponent))
    if rounded(computed, decimals) != each.value:
        return Verdict.GAP
    return Verdict.SAME if each.precision == "exact" else Verdict.SAME_ROUNDED


def printed_by_metric(url: str) -> Mapping[str, list[Published]]:
    """The published figures of each metric, by its id."""
    found: dict[str, list[Published]] = {}
    for each in published(url):
        if each.metric is not None:
            found.setdefault(each.metric, []).append(each)
    return found
