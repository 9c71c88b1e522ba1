"""The published reports as test oracle: each printed figure beside the one the records give."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType

from sqlalchemy import select

from data_access import schema as s
from data_access.access import Domain, Scope
from data_access.engine import reading_engine
from data_access.errors import AccessDenied, QueryError
from data_access.versions import known_at
from data_access.words import uncapitalised
from metrics import counts, notation
from metrics.catalogue.dimensions import AGENCY, DIMENSIONS
from metrics.context import Context, context
from metrics.evidence import evidence
from metrics.glossary import sources
from metrics.members import Names
from metrics.period import Period, parse
from metrics.query import Query
from metrics.result import Figure, Result
from metrics.run import ask
from metrics.verdict import Verdict, compared

Proofs = Mapping[Period, Mapping[str, str]]  # period -> metric id -> line of evidence
_DIVISORS = {"k€": 1_000, "M€": 1_000_000}


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
    def is_declared(self) -> bool:
        """Whether it was told with its evidence, and not computed from records."""
        return self.derivation == "declared"

    @property
    def chapter(self) -> str:
        """The part of the report, without its page."""
        return self.section.rpartition(" p.")[0]

    @property
    def report(self) -> str:
        """« RA 2024 »."""
        return f"{self.document[:-4]} {self.document[-4:]}"

    @property
    def page(self) -> str:
        """« p. 6 »."""
        return f"p.\u00a0{self.section.rpartition(' p.')[2]}"

    @property
    def where_printed(self) -> str:
        """« RA 2024 p. 6 », as a badge says it."""
        return f"{self.report} {self.page}"

    @property
    def because(self) -> str:
        """Why no count gives it, when none does."""
        return uncapitalised(self.note) if self.precision == "unreachable" else ""


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

    A figure whose metric, or a word of whose question, is not in the catalogue is to come, and says
    which. A figure that the scope may not ask, or would ask of other agencies than the report did, is
    left out: to judge it would call a right a gap.
    """
    known, register = context(url, as_of), published(url, as_of)
    proofs = _proofs(url, register, as_of)
    judged = (_reconciled(url, each, scope, known, proofs) for each in register)
    return [each for each in judged if each is not None]


def _proofs(url: str, register: Iterable[Published], as_of: int | None) -> Proofs:
    """The lines of evidence of the periods in which some figure is declared."""
    periods = dict.fromkeys(each.period for each in register if each.is_declared)
    with reading_engine(url).connect() as connection:
        return {period: evidence(connection, period, as_of) for period in periods}


def _reconciled(url: str, each: Published, scope: Scope, known: Context, proofs: Proofs) -> Reconciled | None:
    """One line of the register, or None when the scope cannot judge it."""
    try:
        query = question(each, known.names)
    except QueryError as unknown:
        coming = Reconciled(each, None, Verdict.COMING, _joined(str(unknown), each.note))
        return coming if may_tell(each, scope) else None
    try:
        right = scope.right(query.metrics[0].domain)
        if right.agencies and query.kept(AGENCY) is None:
            return None
        answer = ask(url, query, scope, known.as_of, known=known)
    except AccessDenied:
        return None
    return judge(each, answer, _proof(each, query, proofs))


def _proof(each: Published, query: Query, proofs: Proofs) -> str:
    """What a declared figure rests on: its own line of evidence, else the register that holds it."""
    if not each.is_declared:
        return ""
    (metric,) = query.metrics
    return proofs[each.period].get(metric.id) or f"Valeur tenue dans : {' ; '.join(sources(metric))}."


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


def may_tell(each: Published, scope: Scope) -> bool:
    """Whether a printed value may be repeated to someone: of a place, to those alone who read that place."""
    if not scope.reads(each.domain):
        return False
    own, kept = scope.right(each.domain).agencies, _conditions(each)
    told_of_all = all(name in DIMENSIONS and not DIMENSIONS[name].territorial for name in kept)
    if own is None or told_of_all:
        return True
    return AGENCY.id in kept and own.issuperset(kept[AGENCY.id].split("|"))


def _conditions(each: Published) -> dict[str, str]:
    """What its question filters by: the dimension and the values, as the register writes them."""
    written = (text.partition("=") for text in each.conditions.split(",") if text)
    return {name: values for name, _, values in written}


def question(each: Published, names: Mapping[str, Names]) -> Query:
    """The question that computes a published figure, or a sentence saying what it names in vain."""
    if each.metric is None:
        raise QueryError("Aucun indicateur ne lui est associé.")
    return notation.query(
        [each.metric],
        names,
        period_text=str(each.period),
        where=[text for text in each.conditions.split(",") if text],
        versus=each.versus,
    )


def judge(each: Published, answer: Result, proof: str = "") -> Reconciled:
    """The published figure beside the answer to its question; ``proof`` backs a declared one."""
    cell = answer.rows[0].cells[0]
    figure = cell.figure if each.part == "value" else cell.change
    computed = _in_published_unit(figure, each)
    verdict = compared(each.value, each.precision, computed, figure.denominator)
    if each.is_declared and verdict is not Verdict.GAP:
        verdict = Verdict.DECLARED
    explanation = _joined(proof, each.note)
    if verdict is Verdict.UNREACHABLE and figure.denominator is not None:
        explanation = counts.sentence(each.value, int(figure.denominator))
    perimeter = answer.perimeter if answer.query.where else ""
    return Reconciled(each, computed, verdict, explanation, perimeter)


def _joined(*sentences: str) -> str:
    return " ".join(filter(None, sentences))


def _in_published_unit(figure: Figure, each: Published) -> Fraction | None:
    if figure.value is None:
        return None
    sign = -1 if each.part == "minus change" else 1
    return sign * figure.value / _DIVISORS.get(each.unit, 1)


def printed_by_metric(url: str, known: Context | None = None) -> Mapping[str, Sequence[Published]]:
    """The published figures of each metric, by its id."""
    return _printed(url, (known or context(url)).import_number)


@lru_cache(maxsize=8)
def _printed(url: str, _number: int) -> Mapping[str, Sequence[Published]]:
    found: dict[str, tuple[Published, ...]] = {}
    for each in published(url):
        if each.metric is not None:
            found[each.metric] = (*found.get(each.metric, ()), each)
    return MappingProxyType(found)
