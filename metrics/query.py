"""The question a page asks: these metrics, by these dimensions, filtered, over a period."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from data_access.errors import QueryError
from data_access.words import uncapitalised
from metrics.model import Dimension, Fact, Metric
from metrics.period import Kind, Period

Value = str | int | bool | None


@dataclass(frozen=True)
class Filter:
    """Keep the rows whose dimension is one of ``values`` (None: not filled in)."""

    dimension: Dimension
    values: tuple[Value, ...]

    def sentence(self, names: Mapping[Value, str]) -> str:
        """How it reads: « Agence : Rennes, Nantes »."""
        shown = (
            names.get(value, str(value)) if value is not None else self.dimension.missing
            for value in self.values
        )
        return f"{self.dimension.label} : {', '.join(shown)}"


class Against(StrEnum):
    """What a figure is set against."""

    NONE = "none"
    PREVIOUS_YEAR = "previous-year"
    PREVIOUS_PERIOD = "previous-period"
    TARGET = "target"
    MEDIAN = "median"  # of the other agencies
    PERIOD = "period"  # a period of the reader's choice


@dataclass(frozen=True, slots=True)
class Comparison:
    """What figures are set against; ``period`` only for a period of the reader's choice."""

    against: Against = Against.NONE
    period: Period | None = None

    def reference(self, period: Period) -> Period | None:
        """The other period to ask for, or None when the comparison is not with a period."""
        match self.against:
            case Against.PREVIOUS_YEAR:
                return period.previous_year()
            case Against.PREVIOUS_PERIOD:
                return period.previous()
            case Against.PERIOD:
                return self.period
        return None

    def lengths(self, period: Period) -> tuple[str, str] | None:
        """How long the period and the one of the reader's choice last, when they do not last alike."""
        if self.period is None or self.period.length == period.length:
            return None
        return period.length, self.period.length

    def keeps_step(self, period: Period, step: Dimension) -> bool:
        """Whether each step of the period has its like in the period it is compared with."""
        other = self.reference(period)
        if other is None or self.against is Against.PREVIOUS_YEAR:
            return True
        start, began = period.start, other.start
        away = (start.year - began.year) * 12 + start.month - began.month
        alike = (period.kind is Kind.CONTRACT_YEAR) == (other.kind is Kind.CONTRACT_YEAR)
        return alike and start.day == began.day and (step.grain is None or away % step.grain.months == 0)

    def __str__(self) -> str:
        return str(self.period) if self.period else self.against.value


NO_COMPARISON = Comparison()


@dataclass(frozen=True, eq=False, kw_only=True)
class Query:
    """One question; equal questions are the same key, whatever SQL objects they hold."""

    metrics: tuple[Metric, ...]
    period: Period
    by: tuple[Dimension, ...] = ()
    where: tuple[Filter, ...] = ()
    versus: Comparison = field(default=NO_COMPARISON)

    def __post_init__(self) -> None:
        if not self.metrics:
            raise QueryError("La question ne demande aucun indicateur.")
        for metric in self.metrics:
            for dimension in self.dimensions:
                if not metric.allows(dimension):
                    raise QueryError(f"« {metric.label} » ne se ventile pas par « {dimension.label} ».")
            self._require_apart(metric)
            self._require_periods(metric)
        filtered = [f.dimension for f in self.where]
        if twice := next((dimension for dimension in filtered if filtered.count(dimension) > 1), None):
            example = f"{twice.id}=A|B"
            raise QueryError(
                f"« {twice.label} » est filtré deux fois : écrivez {example} pour garder les deux."
            )
        if sum(dimension.grain is not None for dimension in self.by) > 1:
            raise QueryError("Une question ne se découpe que par un seul pas de temps à la fois.")
        if self.step is not None and not self.versus.keeps_step(self.period, self.step):
            label = uncapitalised(self.step.label)
            raise QueryError(
                f"La période et sa référence ne commencent pas au même endroit d'un pas de temps ({label}) : "
                "comparez à l'année précédente, ou retirez le pas de temps."
            )

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts it draws on, without repetition."""
        return tuple(dict.fromkeys(fact for metric in self.metrics for fact in metric.facts))

    @property
    def groups(self) -> tuple[Dimension, ...]:
        """Its breakdowns other than steps of time."""
        return tuple(dimension for dimension in self.by if dimension.grain is None)

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        """What breaks it down and what filters it, without repetition."""
        return tuple(dict.fromkeys((*self.by, *(f.dimension for f in self.where))))

    @property
    def step(self) -> Dimension | None:
        """Its step of time, if it has one."""
        return next((dimension for dimension in self.by if dimension.grain is not None), None)

    def kept(self, dimension: Dimension) -> tuple[Value, ...] | None:
        """The values its filters keep of a dimension, or None when it is not filtered."""
        return next((f.values for f in self.where if f.dimension is dimension), None)

    def _require_apart(self, metric: Metric) -> None:
        """Refuses two dimensions that together would tell of a few people."""
        if pair := metric.too_near(self.dimensions):
            both = " et par ".join(f"« {each.label} »" for each in pair)
            raise QueryError(
                f"« {metric.label} » ne se lit pas par {both} à la fois : le chiffre désignerait quelqu'un."
            )

    def _require_periods(self, metric: Metric) -> None:
        """Refuses the periods a metric cannot be read over, that of the comparison included."""
        for period in filter(None, (self.period, self.versus.reference(self.period))):
            if metric.yearly and not period.is_years:
                raise QueryError(
                    f"« {metric.label} » ne se lit que par année civile : sur moins, le chiffre désignerait "
                    "quelqu'un."
                )
            if period.kind is Kind.CONTRACT_YEAR and (because := _no_contract_year(metric)):
                raise QueryError(f"« {metric.label} » ne se lit pas par exercice de marché : {because}.")

    @property
    def key(self) -> tuple[object, ...]:
        """What identifies it, for a cache: names and values, no SQL."""
        return (
            tuple(metric.id for metric in self.metrics),
            tuple(dimension.id for dimension in self.by),
            tuple((f.dimension.id, f.values) for f in self.where),
            self.period,
            self.versus,
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Query) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)

    def total(self) -> "Query":
        """The same question without its breakdown: a total is asked for, never added up."""
        return replace(self, by=())


def _no_contract_year(metric: Metric) -> str:
    """Why a figure cannot be read over contract years, each dispositif having its own, if it cannot."""
    if metric.rule is not None and metric.rule.at.grain is not None:
        return "ses fins de mois doivent être les mêmes pour tous les dispositifs"
    return "" if metric.by_contract_year else "le siège n'en a pas, et ses charges y manqueraient"
